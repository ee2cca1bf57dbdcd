"""Sides that stand where the frames of the codebook have no place for them."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

One = Callable[[str], EventClaim]
Told = Callable[[str], tuple[EventClaim, ...]]


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("For Slovenia the deal signed with Malta opens a market.", "agreement", {"Slovenia", "Malta"}),
        ("A loan was approved on Friday by Japan; for Laos it is the third this year.", "aid", {"Japan", "Laos"}),
    ],
)
def test_who_likely_has_the_part_that_nobody_is_said_to_have(one: One, text: str, kind: str, sides: set[str]) -> None:
    claim = one(text)
    assert claim.kind == kind
    assert {p.actor.name for p in claim.participants} == sides


def test_each_has_the_role_that_its_place_gives(one: One) -> None:
    claim = one("Tonga, whose ambassador Samoa expelled in May, has kept its embassy open.")
    assert {p.role: p.actor.name for p in claim.participants} == {"actor": "Samoa", "target": "Tonga"}


@pytest.mark.parametrize(
    "text",
    [
        "Japan asked shipping firms to spare Laos.",  # somebody unnamed is asked
        "The attack on the market shocked Laos and Japan.",  # a noun that only names it
        "Peru, which had its ambassador expelled from Quito in May, wants talks.",  # hypothetical
    ],
)
def test_a_part_that_is_taken_or_only_named_stays_open(told: Told, text: str) -> None:
    assert told(text) == ()
