"""Planned, under way, done, put off, called off, denied or only thought of: by the words of the clause."""

from collections.abc import Callable
from datetime import date

import pytest

from communique.types import EventClaim

One = Callable[..., EventClaim]
Told = Callable[..., tuple[EventClaim, ...]]
TINUBU = "Nigerian President Bola Tinubu"
MAHAMA = "Ghanaian President John Mahama"

PLANNED = [
    f"{TINUBU} is to fly home on Friday before {MAHAMA} visits Nigeria.",
    "When Nigeria signs a treaty with Ghana, trade will grow.",
    "Once Nigeria signs the treaty with Ghana, trade will grow.",
    f"{TINUBU} will visit Ghana on Friday.",
    f"{TINUBU} is to visit Ghana.",
    f"{TINUBU} is due to arrive in Accra on Friday.",
    f"{TINUBU} is expected to meet {MAHAMA} in Accra on Friday.",
    f"{TINUBU} is set to meet {MAHAMA}.",
    f"{TINUBU} was supposed to visit Ghana on Friday.",
    f"{TINUBU} was due in Ghana on Friday.",
    f"A meeting between {TINUBU} and {MAHAMA} was agreed on Friday.",
    f"{TINUBU} plans to visit Ghana.",
    f"{TINUBU} accepted an invitation to visit Ghana.",
    f"{MAHAMA} invited {TINUBU} to visit Ghana.",
    f"{TINUBU} promised to visit Ghana.",
    f"{TINUBU} then flies on to Ghana.",
    f"{TINUBU}'s planned visit to Ghana was announced.",
    f"{TINUBU} spoke of his anticipated visit to Ghana.",
    f"The visit of {TINUBU} to Ghana is scheduled for April 18.",
    f"{TINUBU} to visit Ghana on Friday",
    f"Aides said {TINUBU} would visit Ghana.",
]
ONGOING = [
    f"{TINUBU} is visiting Ghana.",
    f"{TINUBU} is on a visit to Ghana.",
    f"{TINUBU} is currently on a three-day visit to Ghana.",
    "Nigerian and Ghanaian officials are holding talks in Accra.",
    "Talks between Nigeria and Ghana are under way in Accra.",
]
HAPPENED = [
    f"{MAHAMA} was happy to receive {TINUBU} in Accra.",
    "Ghana continues to block imports from Nigeria.",
    "Ghana keeps sending aid to Nigeria.",
    "The road was closed until Nigeria signed the treaty with Ghana.",
    "Nigeria has pulled out of the fishing treaty with Ghana.",
    "Nigeria suspended the fishing treaty with Ghana.",
    f"{TINUBU} visited Ghana on Monday.",
    f"{TINUBU} has visited Ghana.",
    f"{TINUBU} met {MAHAMA} in Accra.",
    f"{TINUBU} concluded his visit to Ghana.",
    f"{TINUBU}, who visited Ghana, smiled.",
    f"Only then did {TINUBU} visit Ghana.",
    "When Nigeria signed a treaty with Ghana, trade grew.",
    "He was the last Nigerian president to visit Ghana.",
    f"{TINUBU} was received by {MAHAMA} in Accra.",
    f"During talks with {MAHAMA}, {TINUBU} suggested a new port.",
    f"{TINUBU} proposed a new port at a meeting with {MAHAMA}.",
]
POSTPONED = [
    f"{TINUBU} postponed his trip to Ghana.",
    f"{TINUBU}'s visit to Ghana has been postponed.",
    f"{TINUBU}'s visit to Ghana was put off.",
    f"A meeting between {TINUBU} and {MAHAMA} was delayed.",
]
CANCELLED = [
    f"{TINUBU} skipped a meeting with {MAHAMA} in Accra.",
    "Nigeria and Ghana called off the fishing treaty.",
    f"{TINUBU} canceled his trip to Ghana.",
    f"{TINUBU}'s visit to Ghana was called off.",
    f"A meeting between {TINUBU} and {MAHAMA} was called off on Monday.",
    f"{TINUBU} called off a meeting with {MAHAMA}.",
    f"{TINUBU} will not visit Ghana.",
    "Talks between Nigeria and Ghana were scrapped.",
]
DENIED = [
    f"{TINUBU} did not meet {MAHAMA}.",
    f"{TINUBU}'s meeting with {MAHAMA} did not take place.",
    f"{TINUBU} has no plans to visit Ghana.",
    f"Reports of a meeting between {TINUBU} and {MAHAMA} are untrue.",
    f"Claims that {TINUBU} had met {MAHAMA} were baseless.",
    f"It is not true that {TINUBU} met {MAHAMA}.",
]
HYPOTHETICAL = [
    "Nigeria said the road would not be opened until Ghana expelled the envoy of Niger.",
    f"{MAHAMA} hoped that {TINUBU} would visit Ghana.",
    f"It is unlikely that {TINUBU} will visit Ghana.",
    f"{TINUBU} is unlikely to visit Ghana.",
    "Unless Nigeria signs a treaty with Ghana, trade will fall.",
    f"Did {TINUBU} visit Ghana, reporters asked.",
    f"Will {TINUBU} meet {MAHAMA} in Accra?",
    f"{TINUBU} may visit Ghana next month.",
    f"{TINUBU} could visit Ghana.",
    "Farmers fear that Nigeria will attack Ghana.",
    "Fears of an attack by Nigeria on Ghana grew.",
    "Nigeria was interested in acquiring drones from Ghana.",
    "Togo agrees on the desire to cut ties with Ghana.",
    "It is unlikely that Nigeria wants to open a front by attacking Ghana.",
    "Is there any hope of a meeting between Ghana and Nigeria?",
    f"{TINUBU} wants to meet {MAHAMA}.",
    f"{TINUBU} wants to raise it in a phone call with {MAHAMA}.",
    f"If {TINUBU} visits Ghana, the road will be closed.",
    "Ghana is ready to host talks between Nigeria and Niger.",
    "A lawyer agrees with the call on Ghana to stop attacking Nigeria.",
    "The mayor spoke of a demand that Ghana close the border with Nigeria.",
]
ALL = {
    "planned": PLANNED,
    "ongoing": ONGOING,
    "happened": HAPPENED,
    "postponed": POSTPONED,
    "cancelled": CANCELLED,
    "denied": DENIED,
    "hypothetical": HYPOTHETICAL,
}


@pytest.mark.parametrize(("status", "text"), [(status, text) for status, texts in ALL.items() for text in texts])
def test_status(one: One, status: str, text: str) -> None:
    assert one(text).status == status


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{TINUBU} will visit Ghana.", "will"),
        (f"{TINUBU}'s visit to Ghana was called off.", "called off"),
        (f"{TINUBU} may visit Ghana.", "may"),
        (f"{TINUBU} visited Ghana.", None),
    ],
)
def test_words_that_decide(one: One, text: str, words: str | None) -> None:
    evidence = one(text).status_evidence
    assert (evidence.text if evidence else None) == words


@pytest.mark.parametrize(
    "text", [f"{TINUBU} did not visit Ghana.", f"{TINUBU} never met {MAHAMA}.", f"{TINUBU} has not met {MAHAMA}."]
)
def test_a_negation_tells_of_nothing_done(told: Told, text: str) -> None:
    assert [claim.status for claim in told(text) if claim.status != "denied"] == []


@pytest.mark.parametrize(
    "text",
    [
        f"Instead of meeting {MAHAMA}, {TINUBU} stayed at home.",
        "Rather than sign a deal with Nigeria, Ghana stayed out.",
        f"Far from visiting Ghana, {TINUBU} stayed at home.",
        "Ghana was on the verge of signing a treaty with Nigeria.",
        "Ghana stopped short of recalling its ambassador from Nigeria.",
        "Ghana all but cut ties with Nigeria.",
        "Ghana prevented Togo from closing its border with Nigeria.",
        "Ghana refrained from recalling its ambassador from Nigeria.",
        "Ghana would have signed a treaty with Nigeria but for the storm.",
        f"{TINUBU} missed a meeting with {MAHAMA}.",
        f"{TINUBU} failed to meet {MAHAMA}.",
        f"{TINUBU} avoided a meeting with {MAHAMA}.",
        f"{TINUBU} skipped the ECOWAS summit.",
        "Ghana has the right to expel the ambassador of Nigeria.",
        "Ghana remains reluctant to condemn Nigeria.",
        "Ghana has shown its ability to bomb Nigeria.",
        "There is no evidence that Ghana attacked Nigeria.",
        "Ghana left without signing the treaty with Nigeria.",
        "Ghana has not joined the sanctions nor criticised Nigeria.",
        "Ghana has neither joined the sanctions nor been critical of Nigeria.",
    ],
)
def test_what_was_not_done_though_it_is_told(told: Told, text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("After Ghana's recall of its ambassador to Nigeria, Togo offered to mediate.", "recall"),
        (f"Following a meeting with {MAHAMA}, {TINUBU} urged restraint.", "meeting"),
        ("Togo wants talks with Benin after Ghana's attack on Nigeria.", "attack"),
    ],
)
def test_what_came_before_a_wish_is_done(told: Told, text: str, kind: str) -> None:
    assert [claim.status for claim in told(text) if claim.kind == kind] == ["happened"]


def test_what_somebody_was_the_hundredth_to_do_is_done(one: One) -> None:
    assert one("Nigeria became the 100th country to recognise Kosovo.").status == "happened"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{TINUBU} visited Ghana in May.", "happened"),
        (f"{TINUBU} will visit Ghana in May.", "planned"),
        (f"In May {TINUBU} met {MAHAMA}.", "happened"),
        (f"{TINUBU} concluded his May visit to Ghana.", "happened"),
    ],
)
def test_may_is_a_month(one: One, text: str, status: str) -> None:
    claim = one(text)
    assert claim.status == status
    assert claim.start is not None
    assert claim.start.earliest is not None
    assert claim.start.earliest.month == 5


@pytest.mark.parametrize(
    ("second", "status"),
    [
        ("It has been postponed.", "postponed"),
        ("The trip was called off.", "cancelled"),
        ("The visit was postponed on Tuesday.", "postponed"),
    ],
)
def test_outcome_of_what_was_told_before(one: One, second: str, status: str) -> None:
    claim = one(f"{TINUBU} was to visit Ghana on April 15. {second}")
    assert claim.status == status
    assert len(claim.mentions) == 2
    assert [p.role for p in claim.participants] == ["visitor", "host"]


@pytest.mark.parametrize(
    "text",
    [
        f"{TINUBU}'s visit to Ghana was postponed on Tuesday.",
        f"{TINUBU}'s visit to Ghana has been postponed until June.",
    ],
)
def test_the_day_of_postponing_is_not_that_of_the_visit(one: One, text: str) -> None:
    claim = one(text)
    assert (claim.status, claim.start, claim.end) == ("postponed", None, None)


def test_what_is_dated_after_the_report_is_planned(one: One) -> None:
    """ "The visit begins on Friday", in a report of Wednesday."""
    claim = one(f"The visit to Ghana by {TINUBU} begins on Friday.")
    assert claim.status == "planned"
    assert claim.start is not None
    assert claim.start.day == date(2024, 4, 12)


def test_a_cue_in_another_clause_does_not_count(one: One) -> None:
    claim = one(f"{TINUBU} met {MAHAMA} on Monday, and Ghana will build a bridge.")
    assert claim.status == "happened"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Guyana and Venezuela agreed to hold talks.", "planned"),
        ("French President Emmanuel Macron will fly to Rabat to see King Mohammed VI.", "planned"),
        ("French President Emmanuel Macron flew to Rabat on Monday to see King Mohammed VI.", "happened"),
    ],
)
def test_who_goes_to_see_somebody_does_so_there_and_then(told: Told, text: str, status: str) -> None:
    (claim,) = [claim for claim in told(text) if claim.kind in ("meeting", "talks")]
    assert claim.status == status


def test_denied_reports_are_of_nothing_that_was(told: Told) -> None:
    text = "Sweden denied reports of a meeting between Sergei Lavrov and Antony Blinken in Oslo."
    assert [claim.status for claim in told(text) if claim.family == "meeting"] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        f"If {TINUBU} were to start a war to attack Ghana, nobody would help.",
        f"Aides spoke about meeting {MAHAMA}, said {TINUBU}.",
        f"{TINUBU} said he would like to visit Ghana.",
    ],
)
def test_what_is_supposed_or_only_spoken_of(told: Told, text: str) -> None:
    assert {claim.status for claim in told(text)} <= {"hypothetical"}


def test_what_was_earlier_is_not_of_a_day_to_come(told: Told) -> None:
    text = f"Ministers will hold talks in Lagos next week. Earlier {TINUBU} met {MAHAMA}."
    (met,) = [claim for claim in told(text) if claim.kind == "meeting"]
    assert met.status == "happened"
    assert met.start is None or met.start.earliest is None or met.start.earliest <= date(2024, 4, 10)


def test_the_purpose_of_a_meeting_is_no_further_one(told: Told) -> None:
    claims = told(f"{TINUBU} and {MAHAMA} met in Lagos on Monday to discuss trade.")
    assert [(claim.kind, claim.status) for claim in claims] == [("meeting", "happened")]
