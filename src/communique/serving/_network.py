"""The view of a selection as a network: which countries, or persons, take part in the same events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import Literal

import msgspec

from communique.record import Sketch
from communique.serving._selection import Selection

__all__ = ["Nodes", "Tie", "ties"]

Nodes = Literal["country", "person"]
_MOST_SIDES = 12
"""A gathering of more says little of any two who were there, and has hundreds of pairs."""


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """Two nodes, the number of events that both took part in, and the selection of them."""

    one: str
    other: str
    events: int
    query: str


def ties(events: Iterable[Sketch], nodes: Nodes, selection: Selection, limit: int) -> tuple[Tie, ...]:
    """The strongest ties, by number of events."""
    counted: Counter[tuple[str, str]] = Counter()
    for event in events:
        sides = sorted(_sides(event, nodes))
        if len(sides) <= _MOST_SIDES:
            counted.update(combinations(sides, 2))
    strongest = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return tuple(
        Tie(one=one, other=other, events=n, query=_query(nodes, one, other, selection)) for (one, other), n in strongest
    )


def _sides(event: Sketch, nodes: Nodes) -> set[str]:
    if nodes == "person":
        return {p.actor.name for p in event.participants if p.actor.kind == "person"}
    return {p.actor.country for p in event.participants if p.actor.country is not None}


def _query(nodes: Nodes, one: str, other: str, selection: Selection) -> str:
    if nodes == "country":
        return selection.query(country=one, partner=other)
    return selection.query(actor=one, q=f'"{other}"')
