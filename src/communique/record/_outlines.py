"""Events in outline, kept beside them: a map or a network draws a thousand, and would read forty times as much."""

from __future__ import annotations

import sqlite3

import msgspec

from communique.types import Actor, Event, Place, Role

__all__ = ["OUTLINES", "Side", "Sketch", "outline", "read_outline", "register"]


class Side(msgspec.Struct, frozen=True):
    """Who took part, and as what."""

    role: Role
    actor: Actor


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """As much of an event as a map or a network draws."""

    participants: tuple[Side, ...]
    place: Place | None


read_outline = msgspec.json.Decoder(Sketch).decode
OUTLINES = """
-- What a map or a network draws of an event: who took part, and where it was, without the words that say so.
CREATE TABLE outlines (event TEXT PRIMARY KEY, outline TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO outlines SELECT id, outline(event) FROM events ORDER BY id;
"""


def outline(found: Event) -> str:
    """An event's outline as it is kept."""
    sides = tuple(Side(participant.role, participant.actor) for participant in found.participants)
    return _kept(Sketch(participants=sides, place=found.place))


def register(connection: sqlite3.Connection) -> None:
    """Gives SQL the outline of an event in JSON, which a migration needs."""
    connection.create_function("outline", 1, _of_text, deterministic=True)


def _of_text(event: str) -> str | None:
    """Null where the event cannot be read, which a check of the record tells and mends."""
    try:
        return _kept(read_outline(event))
    except msgspec.DecodeError:
        return None


def _kept(sketch: Sketch) -> str:
    place = sketch.place
    bare = Place(place.name, place.country, place.lat, place.lon, place.id) if place is not None else None
    return msgspec.json.encode(msgspec.structs.replace(sketch, place=bare)).decode()
