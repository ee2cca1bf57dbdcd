"""An event as the tables hold it: its own row, and what it is found by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import msgspec

from communique.record._outlines import outline
from communique.types import Event

__all__ = ["Cell", "Rows", "rows_of"]

Cell = str | int | None


_LEAST = (2, 3, 5, 10)
"""Numbers of independent sources that an event may have as many of or more."""


class Rows(msgspec.Struct, frozen=True):
    """``event`` is the row of the event by its columns, ``dependent`` those of its actors, topics and outline by table.

    ``labels`` are what filters may ask for it by, as sort and value: those that the view ``event_labels`` gives it.
    """

    event: dict[str, Cell]
    dependent: dict[str, set[tuple[str | None, ...]]]
    labels: frozenset[tuple[str, str]]


def rows_of(found: Event) -> Rows:
    """The rows of an event."""
    return Rows(_row(found), _dependent(found), frozenset(_labels(found)))


def _row(found: Event) -> dict[str, Cell]:
    start = found.start
    last = found.end.latest if found.end and found.end.latest else start.latest if start else None
    return {
        "id": found.id,
        "title": found.title,
        "kind": found.kind,
        "family": found.family,
        "type": found.type,
        "status": found.status,
        "start": start.edtf if start else None,
        "start_earliest": start.earliest.isoformat() if start and start.earliest else None,
        "start_latest": start.latest.isoformat() if start and start.latest else None,
        "last_day": last.isoformat() if last else None,
        "place": found.place.name if found.place else None,
        "country": found.place.country if found.place else None,
        "people": ", ".join(p.actor.name for p in found.participants),
        "topics": ", ".join(topic.name for topic in found.topics),
        "event": msgspec.json.encode(msgspec.structs.replace(found, reports=())).decode(),
        "rejected": int(found.rejected),
        "sources": found.independent_sources,
    }


def _dependent(found: Event) -> dict[str, set[tuple[str | None, ...]]]:
    """Table → the event's rows in it."""
    return {
        "event_actors": _actors(found),
        "event_topics": {(found.id, topic.name) for topic in found.topics},
        "outlines": {(found.id, outline(found))},
    }


def _actors(found: Event) -> set[tuple[str | None, ...]]:
    """Of an actor in several roles the first is written."""
    actors = {p.actor.id: (found.id, p.actor.id, p.actor.name, p.actor.country) for p in reversed(found.participants)}
    return set(actors.values())


def _labels(found: Event) -> Iterator[tuple[str, str]]:
    """A kind is asked for by its own name or its family's; ``land`` is the country of the place."""
    yield from (("any", ""), ("kind", found.kind), ("kind", found.family), ("type", found.type))
    yield "status", found.status
    if found.place is not None:
        yield "place", found.place.name
        if found.place.country is not None:
            yield "land", found.place.country
    yield from (("sources", str(least)) for least in _LEAST if found.independent_sources >= least)
    yield from (("topic", topic.name) for topic in found.topics)
    for participant in found.participants:
        yield "actor", participant.actor.id
    yield from (("name", str(name)) for _, _, name, _ in _actors(found))
    yield from _of_countries(found)


def _of_countries(found: Event) -> Iterator[tuple[str, str]]:
    there = found.place.country if found.place is not None else None
    told = {str(country) for *_, country in _actors(found) if country is not None}
    countries = sorted(told | {there} if there is not None else told)
    yield from (("country", country) for country in countries)
    yield from (("pair", f"{one} {other}") for one, other in combinations(countries, 2))
