"""Groups without a name of their own, beside a state."""

import pytest

from communique.running import code_text
from communique.types import EventClaim


def first(text: str) -> EventClaim:
    return code_text(text, language="en").events[0]


def groups(claim: EventClaim) -> list[tuple[str, str | None, str]]:
    kinds = ("group", "organisation")
    return [(p.actor.id, p.actor.country, p.evidence.text) for p in claim.participants if p.actor.kind in kinds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Peruvian government and the rebels signed a peace accord on Sunday.", ("rebels-per", "PER", "rebels")),
        ("Peru signed a truce with guerrilla leaders in Oslo.", ("guerrillas-per", "PER", "leaders")),
        ("Norway brokered talks between Peru and Peruvian rebels in Oslo.", ("rebels-per", "PER", "rebels")),
    ],
)
def test_rebels_are_a_side(text: str, expected: tuple[str, str, str]) -> None:
    assert groups(first(text)) == [expected]


def test_rebels_are_the_one_group_that_the_document_names() -> None:
    text = "The Tamil Tigers have fought for years. Sri Lanka signed a truce with the rebels on Friday."
    assert groups(first(text)) == [("ltte", "LKA", "rebels")]


@pytest.mark.parametrize(
    "text",
    ["The rebels and the union signed an agreement in May.", "The government signed a truce with army leaders."],
)
def test_rebels_of_no_known_country_are_nobody(text: str) -> None:
    assert code_text(text, language="en").events == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Donors pledged $2 billion to Haiti.", "Donors"),
        ("Dozens of nations promised close to $2 billion for Haiti.", "Dozens"),
        ("A donors' conference in Oslo pledged $2 billion for Haiti.", "conference"),
        ("Some $2 billion was to be pledged to Haiti when donors met in Oslo.", "donors"),
    ],
)
def test_donors_give(text: str, word: str) -> None:
    (claim,) = [event for event in code_text(text, language="en").events if event.kind == "aid"]
    assert [(p.actor.id, p.evidence.text) for p in claim.participants if p.role == "actor"] == [("donors", word)]


def test_a_country_by_itself_is_no_donor() -> None:
    assert code_text("The country pledged $2 billion to Haiti.", language="en").events == ()


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Chilean President Gabriel Boric toured the Nordic countries in May.", "Nordic countries"),
        ("Chilean President Gabriel Boric began a tour of Europe on Monday.", "Europe"),
        ("Chilean President Gabriel Boric visited Latin America.", "Latin America"),
    ],
)
def test_a_region_is_a_host_without_a_place(text: str, region: str) -> None:
    visit = first(text)
    assert [(p.role, p.actor.name, p.actor.country) for p in visit.participants if p.role == "host"] == [
        ("host", region, None)
    ]
    assert visit.place is None


def test_a_person_beside_the_heads_of_many_states_is_none_of_the_states() -> None:
    claim = first("Leaders of nine Arab states and US President Joe Biden met on Saturday in Jeddah.")
    assert {p.actor.name for p in claim.participants} == {"leaders", "Joe Biden"}
