"""Hosts, mediators and witnesses beside the sides of an encounter."""

import pytest

from communique.running import code_text
from communique.types import EventClaim


def only(text: str) -> EventClaim:
    (claim,) = code_text(text, language="en").events
    return claim


def names(claim: EventClaim, role: str) -> list[str]:
    return [p.actor.name for p in claim.participants if p.role == role]


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Sudan held talks in Nairobi on Monday, mediated by Kenya.",
        "The talks in Nairobi between Chad and Sudan, brokered by Kenya, ended on Monday.",
        "Chad and Sudan held talks in Nairobi, with Kenya as facilitator.",
        "Chad and Sudan held talks in Nairobi under the auspices of Kenya.",
        "The Kenya-mediated talks between Chad and Sudan resumed in Nairobi on Monday.",
        "Chad and Sudan signed a Kenyan-brokered deal in Nairobi on Monday.",
    ],
)
def test_who_mediates_is_no_side(text: str) -> None:
    claim = only(text)
    assert names(claim, "mediator") == ["Kenya"]
    assert sorted(names(claim, "party")) == ["Chad", "Sudan"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile held talks in Oslo, with Norwegian Prime Minister Jonas Gahr Støre as host.",
        "Peru and Chile held talks in Oslo at the invitation of Norwegian Prime Minister Jonas Gahr Støre.",
        "Peru and Chile held talks at the residence of Norwegian Prime Minister Jonas Gahr Støre.",
    ],
)
def test_who_invites_hosts(text: str) -> None:
    assert names(only(text), "host") == ["Jonas Gahr Støre"]


def test_a_visit_keeps_its_state_beside_who_asked_the_visitor_to_come() -> None:
    claim = only("Kenyan President William Ruto will visit Chile at the invitation of Chilean President Gabriel Boric.")
    assert sorted(names(claim, "host")) == ["Chile", "Gabriel Boric"]


def test_who_mediates_alone_makes_no_encounter() -> None:
    assert not code_text("Negotiations with the rebels, brokered by Kenya, go on.", language="en").events


def test_whose_home_it_is_must_be_named() -> None:
    claim = only("Mexican Foreign Minister Alicia Bárcena held talks with the Peruvian president at his residence.")
    assert names(claim, "host") == []


@pytest.mark.parametrize(
    "text",
    [
        "With Kenyan Foreign Minister Musalia Mudavadi, Kenyan President William Ruto went to Berlin.",
        "Kenyan President William Ruto arrived in Berlin, accompanied by Kenyan Foreign Minister Musalia Mudavadi.",
    ],
)
def test_who_comes_along_is_a_visitor_too(text: str) -> None:
    assert sorted(names(only(text), "visitor")) == ["Musalia Mudavadi", "William Ruto"]


def test_whom_one_meets_there_does_not_come_along() -> None:
    events = code_text("Kenyan President William Ruto went to Berlin for talks with Olaf Scholz of Germany.").events
    visit = next(event for event in events if event.kind == "visit")
    assert names(visit, "visitor") == ["William Ruto"]
