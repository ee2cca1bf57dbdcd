"""The same acts in the constructions in which news tells them: who did what to whom does not hang on the wording."""

import pytest

from communique.running import code_text
from communique.types import EventClaim


def told(text: str, family: str) -> list[EventClaim]:
    events = code_text(text, language="en", published="2024-05-14").events
    return [event for event in events if event.family == family]


def countries(claim: EventClaim) -> set[str | None]:
    return {p.actor.country for p in claim.participants}


@pytest.mark.parametrize(
    ("text", "family", "both"),
    [
        ("Prices rose after Benin expelled three Togolese diplomats.", "expulsion", {"BEN", "TGO"}),
        ("Oman, having reached a deal on gas with Nepal, is in no hurry to sign more.", "agreement", {"OMN", "NPL"}),
        ("Having closed its embassy in Lomé, Benin said trade would go on.", "relations", {"TGO", "BEN"}),
        ("Benin made a speech and lifted sanctions on Togo.", "sanction", {"BEN", "TGO"}),
        ("The Omani ministry recognised Kosovo, officials said.", "relations", {"OMN", "XKX"}),
        ("Two Togolese diplomats were ordered to leave the country by Benin.", "expulsion", {"BEN", "TGO"}),
        ("Togo was granted a loan of $40 million by Oman on Monday.", "aid", {"TGO", "OMN"}),
        ("A treaty with Togo was concluded by Benin's foreign ministry on Monday.", "agreement", {"BEN", "TGO"}),
        ("A trade deal with Togo, which was signed by Benin on Monday, was praised.", "agreement", {"BEN", "TGO"}),
        ("Benin imposed a 20 percent tariff on steel from Togo.", "sanction", {"BEN", "TGO"}),
        ("Benin's president, Ana Rao, began a two-day tour of Togo.", "visit", {"BEN", "TGO"}),
        ("Benin, summoning Togo's envoy for the third time, protested at the decree.", "summon", {"BEN", "TGO"}),
        ("Benin's president announced in a post that coal exports to Togo were halted.", "sanction", {"BEN", "TGO"}),
        ("Togo was recognised as a sovereign state by Benin.", "relations", {"BEN", "TGO"}),
        ("A visa requirement for Togolese citizens was imposed by Benin.", "sanction", {"BEN", "TGO"}),
        ("Beninese aid to Togo was reduced last year.", "sanction", {"BEN", "TGO"}),
        ("Benin was the first to recognise Kosovo, on Monday.", "relations", {"BEN", "XKX"}),
        ("Benin has called its ambassador in Lomé, the capital of Togo, back for talks.", "recall", {"BEN", "TGO"}),
        ("Benin pulled out its envoys and ordered the Togolese ones to leave.", "expulsion", {"BEN", "TGO"}),
        ("Benin sent home Michael Rao, the Togolese high commissioner.", "expulsion", {"BEN", "TGO"}),
        ("Benin recalled its ambassador from Asuncion.", "recall", {"BEN", "PRY"}),
        ("Togolese gunners are being trained by Omani instructors.", "cooperation", {"OMN", "TGO"}),
    ],
)
def test_clauses(text: str, family: str, both: set[str]) -> None:
    (claim,) = told(text, family)
    assert (countries(claim), claim.status) == (both, "happened")


@pytest.mark.parametrize(
    ("text", "family", "status"),
    [
        ("The conclusion of a treaty between Benin and Togo took place on Monday.", "agreement", "happened"),
        ("The expulsion of two Togolese envoys by Benin drew criticism.", "expulsion", "happened"),
        ("The recognition of Togo by Benin drew criticism.", "relations", "happened"),
        ("The imposition of sanctions on Togo by Benin was postponed.", "sanction", "postponed"),
        ("The restoration of ties between Benin and Togo is scheduled for Friday.", "relations", "planned"),
        ("Benin's closure of its embassy in Lomé was called off on Monday.", "relations", "cancelled"),
        ("Benin cancelled the expulsion of two Togolese envoys.", "expulsion", "cancelled"),
        ("The rupture of relations with Togo, announced by Benin, took effect at once.", "relations", "happened"),
        ("The collapse of the truce between Benin and Togo surprised nobody.", "force", "happened"),
        ("Since the entry into force of the treaty between Benin and Togo, trade has grown.", "agreement", "happened"),
        ("The lifting of the Togolese embargo on Benin was greeted in the streets.", "sanction", "happened"),
    ],
)
def test_deeds(text: str, family: str, status: str) -> None:
    (claim,) = told(text, family)
    assert (countries(claim), claim.status) == ({"BEN", "TGO"}, status)


@pytest.mark.parametrize(
    "text",
    [
        "Benin's President Ana Rao ruled out meeting Togolese Foreign Minister Omar Vega.",
        "Benin's President Ana Rao refused to hold a meeting with Togolese Foreign Minister Omar Vega.",
        "A visit to Togo by Benin's President Ana Rao is ruled out.",
    ],
)
def test_what_is_ruled_out_or_refused_is_none(text: str) -> None:
    assert [e.kind for e in code_text(text, language="en").events if e.family in ("visit", "meeting", "talks")] == []


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Benin's President Ana Rao would meet Togolese President Omar Vega if parliament agreed.", "meeting"),
        ("Benin did not rule out imposing sanctions on Togo.", "sanction"),
        ("The cardinal called for talks between Benin and Togo.", "talks"),
    ],
)
def test_what_may_be_is_hypothetical(text: str, family: str) -> None:
    assert {claim.status for claim in told(text, family)} == {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Benin held an emergency session on Monday. It then expelled two Togolese diplomats.", "expulsion"),
        ("Benin recalled its ambassador from Lomé. It also closed its border with Togo.", "sanction"),
        ("Benin recalled its ambassador from Lomé. In May it had closed its border with Togo.", "sanction"),
    ],
)
def test_it_is_the_state_that_the_sentence_before_tells_of(text: str, family: str) -> None:
    assert [countries(claim) for claim in told(text, family)] == [{"BEN", "TGO"}]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Visiting Kenyan President William Ruto told reporters in Lima that ties would grow.", {"KEN", "PER"}),
        ("Chilean President Gabriel Boric praised visiting Kenyan President William Ruto on Monday.", {"KEN", "CHL"}),
    ],
)
def test_a_guest_visits_where_and_with_whom_the_clause_says(text: str, both: set[str]) -> None:
    assert [countries(claim) for claim in told(text, "visit")] == [both]


def test_envoys_whom_two_states_recall_together_are_recalled_once() -> None:
    events = told("Benin and Oman, recalling their ambassadors to Togo, condemned the raid.", "recall")
    assert [countries(event) for event in events] == [{"BEN", "OMN", "TGO"}]


def test_envoys_of_two_states_that_recall_them_from_each_other() -> None:
    assert [countries(event) for event in told("Benin and Togo recalled their ambassadors.", "recall")] == [
        {"BEN", "TGO"}
    ]


def test_who_is_abroad_for_something_has_gone_there() -> None:
    told = code_text("Kenyan President William Ruto, in Lima for a seminar, promised to sign.", language="en").events
    visits = [(e.status, [p.actor.name for p in e.participants]) for e in told if e.kind == "visit"]
    assert visits == [("happened", ["William Ruto", "Peru"])]


@pytest.mark.parametrize("who", ["Neither Kenya nor Peru has", "Kenya and Peru have not"])
def test_what_neither_has_done(who: str) -> None:
    assert not code_text(f"{who} signed the treaty.", language="en").events
