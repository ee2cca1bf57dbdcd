"""Why two reports are, or are not, of one happening: the score and what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from communique.resolving._countries import country_name
from communique.resolving._kinds import same_kind
from communique.resolving._likeness import (
    countries_agree,
    same_direction,
    same_people,
    score,
    shared_persons,
    shares_sides,
    start_gap,
)
from communique.resolving._traits import Traits
from communique.types import When

__all__ = ["Comparison", "Reason", "Speaks", "compare"]

Speaks = Literal["for", "against", "open"]
_BEST = 4.0
"""The score of two reports that agree in everything: see ``_likeness.score``."""
_MOST_NAMED = 3


class Reason(msgspec.Struct, frozen=True):
    """What one field says of it. ``speaks`` is open where a report does not tell, or tells less.

    ``field`` is kind, date, sides, direction, persons or place; ``words`` say it to a reader.
    """

    field: str
    speaks: Speaks
    words: str


class Comparison(msgspec.Struct, frozen=True):
    """How alike two reports are, 0 to 1, and why. They cannot be of one happening if any reason is against it."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def possible(self) -> bool:
        """Whether both can be of one happening."""
        return not self.against

    @property
    def against(self) -> tuple[Reason, ...]:
        """What keeps them apart."""
        return tuple(reason for reason in self.reasons if reason.speaks == "against")


def compare(one: Traits, other: Traits) -> Comparison:
    """Compares two reports field by field; both orders give the same score and verdicts."""
    reasons = (_kind, _date, _sides, _direction, _persons, _place)
    return Comparison(
        score=round(score(one, other) / _BEST, 4),
        reasons=tuple(reason for tell in reasons for reason in tell(one, other)),
    )


def _kind(one: Traits, other: Traits) -> Iterator[Reason]:
    if one.kind == other.kind:
        yield Reason("kind", "for", f"same kind: {one.kind}")
    elif same_kind(one.kind, other.kind):
        yield Reason("kind", "open", f"{one.kind} and {other.kind} may name one happening")
    else:
        yield Reason("kind", "against", f"{one.kind} and {other.kind} are different things")


def _date(one: Traits, other: Traits) -> Iterator[Reason]:
    if one.start is None or other.start is None:
        yield Reason("date", "open", "one tells no date" if one.start or other.start else "neither tells a date")
    elif gap := start_gap(one, other):
        said = f"dates cannot both be true: {_told(one.start, other.start)}"
        yield Reason("date", "against" if gap > 1 else "open", said if gap > 1 else f"a day apart: {said[27:]}")
    elif one.start.edtf == other.start.edtf:
        yield Reason("date", "for", f"same {'day' if one.start.day else 'date'} {one.start.edtf}")
    else:
        yield Reason("date", "for", f"dates that fit: {_told(one.start, other.start)}")


def _told(one: When, other: When) -> str:
    return ", ".join(sorted((one.edtf, other.edtf)))


def _sides(one: Traits, other: Traits) -> Iterator[Reason]:
    shared = one.sides & other.sides
    if not shares_sides(one, other):
        yield Reason("sides", "against", f"other sides: {_listed(one.sides)}; {_listed(other.sides)}")
    elif not shared:
        yield Reason("sides", "open", "one names no side")
    elif one.sides == other.sides:
        yield Reason("sides", "for", f"same sides: {_listed(shared)}")
    else:
        yield Reason("sides", "for", f"both name {_listed(shared)}")


def _listed(sides: frozenset[str]) -> str:
    return ", ".join(sorted(country_name(side) or side for side in sides)) or "none"


def _direction(one: Traits, other: Traits) -> Iterator[Reason]:
    if not same_direction(one, other):
        yield Reason("direction", "against", "who acts in one is acted on in the other, or is another")


def _persons(one: Traits, other: Traits) -> Iterator[Reason]:
    shared = shared_persons(one, other)
    if shared:
        yield Reason("persons", "for", f"same {'persons' if len(shared) > 1 else 'person'}: {_few(shared)}")
    if same_kind(one.kind, other.kind) and not same_people(one, other):
        yield Reason("persons", "against", "other persons on one side")


def _few(names: tuple[str, ...]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _place(one: Traits, other: Traits) -> Iterator[Reason]:
    if not countries_agree(one, other):
        yield Reason("place", "against", "in different countries")
    elif one.place is not None and one.place == other.place:
        yield Reason("place", "for", f"same place: {one.place.title()}")
