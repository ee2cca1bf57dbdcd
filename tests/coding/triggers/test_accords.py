"""Accords told by their year."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("The 1972 treaty between Malta and Libya still holds.", "agreement", "1972"),
        ("The accord of June 2018 between Oman and Kenya was vague.", "agreement", "2018-06"),
        ("The war between Chad and Libya ended in 1987 with a ceasefire between Chad and Libya.", "ceasefire", "1987"),
    ],
)
def test_an_accord_with_its_year_was_made_then(told: Told, text: str, kind: str, start: str) -> None:
    (claim,) = told(text)
    assert (claim.kind, claim.status) == (kind, "happened")
    assert claim.start is not None
    assert claim.start.edtf == start


def test_its_sides_are_those_told_of(told: Told) -> None:
    claims = told("Peru and Chile signed a pact on Monday. It builds on the 1929 treaty.")
    sides = [{p.actor.name for p in claim.participants} for claim in claims]
    assert sides == [{"Peru", "Chile"}, {"Peru", "Chile"}]


def test_an_accord_without_a_year_or_sides_is_none(told: Told) -> None:
    assert told("The treaty of 1972 was long.") == ()
    assert told("The treaty between Malta and Libya was long.") == ()
