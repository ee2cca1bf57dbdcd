"""Actors, a row each."""

from __future__ import annotations

from collections.abc import Iterator

from communique.record.actor import ActorSeen
from communique.record.tables._table import Column, Row, Table

__all__ = ["ACTORS"]


def _rows(seen: ActorSeen) -> Iterator[Row]:
    actor = seen.actor
    yield {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "offices": list(seen.offices),
        "events": seen.events,
        "first_day": seen.first,
        "last_day": seen.last,
    }


ACTORS: Table[ActorSeen] = Table(
    "actors",
    "One row an actor that takes part in an event.",
    (
        Column("id", "string", "id of the actor: Wikidata's where it is known"),
        Column("name", "string", "the name that most events have"),
        Column("kind", "string", "person, state, government, organisation or group"),
        Column("country", "string", "ISO 3166-1 alpha-3"),
        Column("offices", "strings", "offices that events give a person, the most frequent first"),
        Column("events", "integer", "events that it takes part in"),
        Column("first_day", "date", "the first day of the earliest of them that is dated"),
        Column("last_day", "date", "the last day of the latest of them that is dated"),
    ),
    _rows,
)
