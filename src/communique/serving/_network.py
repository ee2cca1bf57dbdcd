"""The view of a selection as a network: which countries, or persons, take part in the same events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
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
    met = (sorted(_sides(event, nodes)) for event in events)
    counted = Counter(pair for sides in met if len(sides) <= _MOST_SIDES for pair in combinations(sides, 2))
    strongest = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:limit]
    query = _queries(nodes, selection)
    return tuple(Tie(one=one, other=other, events=n, query=query(one, other)) for (one, other), n in strongest)


def _sides(event: Sketch, nodes: Nodes) -> set[str]:
    if nodes == "person":
        return {p.actor.name for p in event.participants if p.actor.kind == "person"}
    return {p.actor.country for p in event.participants if p.actor.country is not None}


def _queries(nodes: Nodes, selection: Selection) -> Callable[[str, str], str]:
    if nodes == "country":
        return selection.changing("country", "partner")
    query = selection.changing("actor", "q")
    return lambda one, other: query(one, f'"{other}"')
