"""The formal prose of ministries: courtesy calls, views exchanged, delegations, commissions, one day for two verbs."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

One = Callable[..., EventClaim]
Told = Callable[..., tuple[EventClaim, ...]]
Roles = Callable[[EventClaim], dict[str, list[str]]]
RUIZ, VEGA = "Peruvian Foreign Minister Ana Ruiz", "Kenyan Trade Minister Luis Vega"
BOTH = ["Ana Ruiz", "Luis Vega"]

TWO_SIDES = [
    # text, family
    (f"{RUIZ} called on {VEGA} in Nairobi.", "meeting"),
    (f"{RUIZ} called on {VEGA} to bid him farewell.", "meeting"),
    (f"{RUIZ} paid a courtesy call on {VEGA}.", "meeting"),
    (f"{RUIZ} paid a farewell call on {VEGA} on Monday.", "meeting"),
    (f"{RUIZ} had a working lunch with {VEGA}.", "meeting"),
    (f"{RUIZ} held a tete-a-tete with {VEGA}.", "meeting"),
    (f"{RUIZ} exchanged views with {VEGA} on fisheries.", "talks"),
    (f"{RUIZ} had an exchange of views with {VEGA} on fisheries.", "talks"),
    (f"{RUIZ} and {VEGA} had an in-depth exchange of views.", "talks"),
    (f"{RUIZ} and {VEGA} held the fifth session of the Joint Commission in Lima.", "talks"),
    (f"{RUIZ} and {VEGA} presided over the fifth round of political consultations in Lima.", "talks"),
    (f"The fifth session of the Kenya-Peru Joint Commission was co-chaired by {RUIZ} and {VEGA}.", "talks"),
    (f"{RUIZ} co-chaired the Consultative Forum with {VEGA} in Lima.", "meeting"),
]


@pytest.mark.parametrize(("text", "family"), TWO_SIDES)
def test_two_sides(one: One, roles: Roles, text: str, family: str) -> None:
    claim = one(text)
    assert claim.family == family
    assert roles(claim) == {"party": BOTH}


@pytest.mark.parametrize(
    "text",
    [
        f"{RUIZ} called on {VEGA} to resign.",
        f"{RUIZ} called on Kenya to open the border.",
        f"{RUIZ} called on the two sides to show restraint.",
        "The two sides exchanged views on fisheries.",
        f"{RUIZ} attended a training session in Kenya.",
        f"{RUIZ} co-chaired a panel.",
    ],
)
def test_no_event(told: Told, text: str) -> None:
    assert not [e for e in told(text) if e.family in ("meeting", "talks", "call", "summit")]


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        (f"{RUIZ} met with a delegation of the Trade Committee of the Kenyan Parliament.", ["parliament of Kenya"]),
        (f"{RUIZ} met with a visiting delegation of members of the Kenyan Senate.", ["parliament of Kenya"]),
        (f"{RUIZ} met with a group of journalists from Kenya.", ["Kenya"]),
        (f"{RUIZ} met with a delegation of the Farmers' Union led by {VEGA}.", ["Luis Vega"]),
        (f"{RUIZ} met with a delegation from Chad headed by {VEGA}.", ["Chad", "Luis Vega"]),
    ],
)
def test_delegation(told: Told, roles: Roles, text: str, guests: list[str]) -> None:
    (claim,) = (e for e in told(text) if e.family == "meeting")  # that it is "visiting" tells of a visit too
    assert roles(claim) == {"party": sorted(["Ana Ruiz", *guests])}


@pytest.mark.parametrize(
    "text",
    [
        "The seventh round of Kenya-Peru political consultations was held in Oslo on March 3, 2024.",
        "The seventh round of Kenya-Peru Foreign Office Consultations was held in Oslo on March 3, 2024.",
        "Consultations on trade between Kenya and Peru were held in Oslo on March 3, 2024.",
    ],
)
def test_two_states(one: One, roles: Roles, text: str) -> None:
    claim = one(text)
    assert roles(claim) == {"party": ["Kenya", "Peru"]}
    assert claim.start is not None


def test_persons_of_consultations_named_by_their_states(one: One, roles: Roles) -> None:
    claim = one(f"{RUIZ} held a Kenya-Peru political consultation at the ministerial level with {VEGA}.")
    assert {"Ana Ruiz", "Luis Vega"} <= set(roles(claim)["party"])


def test_one_day_for_two_verbs(told: Told) -> None:
    visit, meeting = told(f"On March 3, 2024, {RUIZ} visited Kenya and met with {VEGA}.")
    assert [e.start.edtf if e.start else None for e in (visit, meeting)] == ["2024-03-03", "2024-03-03"]


def test_the_day_of_what_was_done_is_not_the_day_of_what_will_be(told: Told) -> None:
    events = told(f"On March 3, 2024, {RUIZ} visited Kenya and will meet {VEGA}.")
    meeting = next(e for e in events if e.family == "meeting")
    assert meeting.start is None


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (f"{RUIZ} visited upon invitation Kenya, Chad and Mali.", ["Chad", "Kenya", "Mali"]),
        (f"{RUIZ} visited Eldoret, a town in the west of Kenya.", ["Kenya"]),
        (f"{RUIZ} visited the Kenyan town of Eldoret.", ["Kenya"]),
        (f"{RUIZ} met {VEGA} on the sidelines of visiting Kenya and opening a school.", ["Kenya"]),
    ],
)
def test_where_a_visit_goes(told: Told, roles: Roles, text: str, hosts: list[str]) -> None:
    visits = [e for e in told(text) if e.family == "visit"]
    assert sorted(h for e in visits for h in roles(e)["host"]) == hosts
    assert all(roles(e)["visitor"] == ["Ana Ruiz"] for e in visits)


def test_a_meeting_at_a_summit_is_no_summit(told: Told) -> None:
    events = told(f"On March 3, {RUIZ} met {VEGA} in Nairobi and attended the Nairobi Summit.")
    assert [e.kind for e in events if len(e.participants) == 2] == ["meeting"]


def test_leaders_who_meet_for_a_summit(one: One) -> None:
    assert one("The presidents of Kenya and Peru met in Oslo on Friday for a summit.").kind == "summit"


@pytest.mark.parametrize(
    "text",
    [
        f"{RUIZ} began the day with a meeting with {VEGA}.",
        f"{RUIZ} surprised many with a courtesy call on {VEGA}.",
        f"{RUIZ} spent an hour with {VEGA} on Monday.",
        f"{RUIZ} flew to Nairobi for a meeting with her counterpart there, Luis Vega.",
    ],
)
def test_met_in_other_words(told: Told, text: str) -> None:
    (claim,) = (e for e in told(text) if e.family == "meeting")
    assert {"Ana Ruiz", "Luis Vega"} <= {p.actor.name for p in claim.participants}


def test_talks_bring_sides_together(one: One, roles: Roles) -> None:
    assert roles(one("Peace talks in Oslo have brought Kenya and Peru to one table."))["party"] == ["Kenya", "Peru"]


def test_sides_come_together(one: One) -> None:
    claim = one("Kenya and Peru have long quarrelled. On March 3, 2024 the two sides came together in Oslo.")
    assert (claim.family, claim.place.name if claim.place else None) == ("talks", "Oslo")


def test_visit_at_whose_end(one: One, roles: Roles) -> None:
    assert roles(one(f"{RUIZ} spoke to reporters at the end of a visit to Kenya."))["visitor"] == ["Ana Ruiz"]


def test_they_are_the_two_sides(one: One, roles: Roles) -> None:
    claim = one("Kenya and Peru disagree. The two sides said that they would hold negotiations in May.")
    assert roles(claim) == {"party": ["Kenya", "Peru"]}


def test_the_day_behind_since_is_another_events(told: Told) -> None:
    (claim,) = told(f"It was the first meeting of {RUIZ} with {VEGA} since Oslo in July 2021.")
    assert claim.start is None


@pytest.mark.parametrize(
    ("text", "family"),
    [
        (f"After meeting with {VEGA} in Nairobi, {RUIZ} left.", "meeting"),
        (f"{RUIZ} received in Lima {VEGA}.", "meeting"),
        (f"{RUIZ} wrapped up the fourth round of talks with {VEGA}.", "talks"),
    ],
)
def test_met_while_something_else_is_told(told: Told, text: str, family: str) -> None:
    (claim,) = (e for e in told(text) if e.family == family)
    assert sorted(p.actor.name for p in claim.participants) == BOTH


def test_talks_between_whom_at_a_distance(one: One, roles: Roles) -> None:
    claim = one("Talks are under way in Oslo between Kenyan and Peruvian officials.")
    assert roles(claim) == {"party": ["official of Kenya", "official of Peru"]}


def test_counterparts_of_several_states(one: One, roles: Roles) -> None:
    claim = one(f"{RUIZ} held meetings with her counterparts from Kenya and Chad in Oslo.")
    assert roles(claim) == {"party": ["Ana Ruiz", "foreign minister of Chad", "foreign minister of Kenya"]}


def test_delegations_of_two_states(one: One, roles: Roles) -> None:
    assert roles(one("Kenyan and Peruvian delegations met in Oslo on Tuesday.")) == {"party": ["Kenya", "Peru"]}


def test_each_leg_has_its_city(told: Told) -> None:
    legs = told(f"{RUIZ} will travel to Nairobi and Baku on May 3.")
    assert [e.place.name if e.place else None for e in legs] == ["Nairobi", "Baku"]


def test_him_is_not_the_subject_of_a_joined_verb(one: One, roles: Roles) -> None:
    claim = one(f"{RUIZ} attended the inauguration of Kenyan President William Ruto and met with him on Sunday.")
    assert roles(claim) == {"party": ["Ana Ruiz", "William Ruto"]}
