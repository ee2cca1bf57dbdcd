"""The view of a selection in space: where it happened, and from where who came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from math import hypot, sqrt
from typing import NamedTuple

import msgspec

from communique.codebook import countries
from communique.record import Sketch
from communique.serving._projection import project
from communique.serving._selection import Selection
from communique.types import Place

__all__ = ["Arc", "Spot", "WorldMap", "world_map"]

_SMALLEST, _LARGEST = 3.0, 16.0
_MOST_ARCS = 300
"""Arcs that are drawn, the weightiest: more lie upon each other, and nobody follows one."""
_BEND = 0.18
"""How far an arc bows, as part of its length."""


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place with its events; ``query`` selects them."""

    name: str
    x: float
    y: float
    radius: float
    events: int
    query: str


class Arc(msgspec.Struct, frozen=True, kw_only=True):
    """Journeys from a country to a place: an SVG path, and how many events they are of."""

    path: str
    title: str
    events: int
    width: float


class _Where(NamedTuple):
    """A place without what varies between reports of it; a tuple, since thousands are counted."""

    name: str
    country: str | None
    lat: float
    lon: float


class WorldMap(msgspec.Struct, frozen=True, kw_only=True):
    """All that is drawn; ``unplaced`` counts the events without a known place."""

    spots: tuple[Spot, ...]
    arcs: tuple[Arc, ...]
    unplaced: int


def world_map(events: Iterable[Sketch], selection: Selection) -> WorldMap:
    """The map of the events of a selection: the larger spots first, so that smaller ones lie upon them."""
    told = list(events)
    placed = [(event, place) for event in told if (place := _spot_of(event.place)) is not None]
    places = Counter(place for _, place in placed)
    journeys = Counter((country, place) for event, place in placed for country in sorted(_origins(event, place)))
    unplaced = len(told) - len(placed)
    return WorldMap(spots=tuple(_spots(places, selection)), arcs=tuple(_arcs(journeys)), unplaced=unplaced)


def _spot_of(place: Place | None) -> _Where | None:
    """Where the place is; null where nobody knows."""
    if place is None:
        return None
    if place.lat is not None and place.lon is not None:
        return _Where(place.name, place.country, place.lat, place.lon)
    point = _centres().get(place.country or "")
    return _Where(place.name, place.country, *point) if point is not None else None


@cache
def _centres() -> dict[str, tuple[float, float]]:
    return {c.code: (c.lat, c.lon) for c in countries() if c.lat is not None and c.lon is not None}


def _origins(event: Sketch, place: _Where) -> set[str]:
    coming = (p.actor.country for p in event.participants if p.role not in ("host", "venue-state"))
    return {country for country in coming if country and country != place.country and country in _centres()}


def _spots(places: Counter[_Where], selection: Selection) -> Iterator[Spot]:
    most = max(places.values(), default=1)
    at = selection.changing("place")
    for place, events in places.most_common():
        x, y = project(place.lat, place.lon)
        radius = _SMALLEST + (_LARGEST - _SMALLEST) * sqrt(events / most)
        yield Spot(name=place.name, x=x, y=y, radius=round(radius, 1), events=events, query=at(place.name))


def _arcs(journeys: Counter[tuple[str, _Where]]) -> Iterator[Arc]:
    most = max(journeys.values(), default=1)
    for (country, place), events in journeys.most_common(_MOST_ARCS):
        start, end = project(*_centres()[country]), project(place.lat, place.lon)
        width = round(0.6 + 3 * sqrt(events / most), 2)
        yield Arc(path=_curve(start, end), title=f"{country} → {place.name}", events=events, width=width)


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A curve that bows to the north, so that ways there and back lie apart only where their ends do."""
    (x1, y1), (x2, y2) = start, end
    lift = _BEND * hypot(x2 - x1, y2 - y1)
    return f"M{x1},{y1}Q{round((x1 + x2) / 2, 1)},{round((y1 + y2) / 2 - lift, 1)} {x2},{y2}"
