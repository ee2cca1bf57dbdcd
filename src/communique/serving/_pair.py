"""The view of what two countries have to do with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from communique.codebook import Country, countries
from communique.record import Bin, Line, Lines
from communique.serving._selection import Selection
from communique.serving._timeline import Histogram, Timeline, histogram, timeline
from communique.types import Actor

__all__ = ["Pair", "find_country", "pair"]

_PERSONS = 8


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two countries, what they did by family of kind, who was seen most on each side, and their events."""

    one: Country
    other: Country
    families: tuple[tuple[str, int], ...]
    persons: tuple[tuple[Country, tuple[tuple[Actor, int], ...]], ...]
    histogram: Histogram | None
    timeline: Timeline
    selection: Selection


def find_country(code: str) -> Country | None:
    """The country of a code, whatever its case."""
    return next((country for country in countries() if country.code == code.upper()), None)


def pair(one: Country, other: Country, found: Lines, bins: Sequence[Bin]) -> Pair:
    """The view of the events ``found``, the latest of the two countries, and of how many there are by month."""
    selection = Selection(country=one.code, partner=other.code)
    return Pair(
        one=one,
        other=other,
        families=tuple(Counter(event.family for event in found.events).most_common()),
        persons=tuple((country, _persons(found.events, country.code)) for country in (one, other)),
        histogram=histogram(bins, selection),
        timeline=timeline(found, 1),
        selection=selection,
    )


def _persons(events: Sequence[Line], code: str) -> tuple[tuple[Actor, int], ...]:
    """Who of a country took part most often; named once, as in the latest event."""
    latest: dict[str, Actor] = {}
    counted: Counter[str] = Counter()
    for event in events:
        for actor in {p.actor.id: p.actor for p in event.participants}.values():
            if actor.kind == "person" and actor.country == code:
                counted[actor.id] += 1
                latest.setdefault(actor.id, actor)
    return tuple((latest[id], number) for id, number in counted.most_common(_PERSONS))
