"""Events in their tables: written from their claims, read back whole."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping

import msgspec

from communique.record._copies import origins_of
from communique.record._labels import has_its_labels, label
from communique.record._versions import rival_tellings
from communique.resolving import canonical, event
from communique.types import Event, Judgement, Report

__all__ = [
    "DEPENDENT",
    "bare_events",
    "changed_fields",
    "derive",
    "discard",
    "each_event",
    "erase",
    "matches_rows",
    "read_events",
    "write_event",
]

_decode_report = msgspec.json.Decoder(Report).decode
_decode_event = msgspec.json.Decoder(Event).decode
_SHOWN = (
    "title",
    "kind",
    "status",
    "start",
    "end",
    "place",
    "participants",
    "topics",
    "disagreements",
    "judgements",
)
_BY_DATE = "ORDER BY start_earliest IS NULL, start_earliest, id"
_BATCH = 500
DEPENDENT = ("event_actors", "event_topics", "labelled")
"""Tables with rows of an event beside its own; ``labelled`` is made of all others."""


def derive(connection: sqlite3.Connection, event_id: str, judgements: tuple[Judgement, ...] = ()) -> Event | None:
    """The event as its claims and the judgements that bear on it tell it now; null where it has no claims."""
    reports = _reports(connection, "event_claims.event = ?", (event_id,)).get(event_id)
    if not reports:
        return None
    origins, rivals = origins_of(connection, event_id), rival_tellings(connection, event_id)
    return event(reports, event_id, origins, rivals, judgements)


def read_events(connection: sqlite3.Connection, where: str, values: Mapping[str, object]) -> tuple[Event, ...]:
    """The events that an SQL condition on ``events`` selects, by date, undated ones last."""
    found = list(bare_events(connection, where, values))
    ids = f"event_claims.event IN (SELECT id FROM events WHERE {where})"
    reports = _reports(connection, ids, values)
    return tuple(msgspec.structs.replace(e, reports=tuple(canonical(reports[e.id]))) for e in found)


def bare_events(connection: sqlite3.Connection, where: str, values: Mapping[str, object]) -> Iterator[Event]:
    """The same events one by one, without their reports."""
    for (row,) in connection.execute(f"SELECT event FROM events WHERE {where} {_BY_DATE}", values):
        yield _decode_event(row)


def each_event(connection: sqlite3.Connection, where: str, values: Mapping[str, object]) -> Iterator[Event]:
    """The same events with their reports, of which a batch is in memory at a time."""
    cursor = connection.execute(f"SELECT id FROM events WHERE {where} {_BY_DATE}", values)
    while batch := cursor.fetchmany(_BATCH):
        ids = msgspec.json.encode([id for (id,) in batch]).decode()
        yield from read_events(connection, "id IN (SELECT value FROM json_each(:ids))", {"ids": ids})


def write_event(connection: sqlite3.Connection, found: Event) -> Event | None:
    """Writes the event in place of its former self, which is given back without reports."""
    former = erase(connection, found.id)
    row = _row(found)
    connection.execute(f"INSERT INTO events ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)})", row)
    for table, rows in _dependent_rows(found).items():
        for cells in rows:
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(cells))})", cells)
    label(connection, found.id)
    return former


def matches_rows(connection: sqlite3.Connection, found: Event) -> bool:
    """Whether the tables hold the event just as ``write_event`` would write it."""
    row = _row(found)
    held = connection.execute(f"SELECT {', '.join(row)} FROM events WHERE id = ?", (found.id,)).fetchone()
    return (
        held == tuple(row.values())
        and all(
            set(connection.execute(f"SELECT * FROM {table} WHERE event = ?", (found.id,))) == rows
            for table, rows in _dependent_rows(found).items()
        )
        and has_its_labels(connection, found.id)
    )


def erase(connection: sqlite3.Connection, event_id: str) -> Event | None:
    """Takes the event's rows out; gives the event that they held, without reports."""
    row = connection.execute("SELECT event FROM events WHERE id = ?", (event_id,)).fetchone()
    if row is None:
        return None
    discard(connection, event_id)
    return _decode_event(row[0])


def discard(connection: sqlite3.Connection, event_id: str) -> None:
    """Takes the event's rows out, whatever they hold."""
    for table in DEPENDENT:
        connection.execute(f"DELETE FROM {table} WHERE event = ?", (event_id,))
    connection.execute("DELETE FROM events WHERE id = ?", (event_id,))


def _dependent_rows(found: Event) -> dict[str, set[tuple[str | None, ...]]]:
    """Table → the event's rows in it; of an actor in several roles the first is written."""
    actors = {p.actor.id: (found.id, p.actor.id, p.actor.name, p.actor.country) for p in reversed(found.participants)}
    return {
        "event_actors": set(actors.values()),
        "event_topics": {(found.id, topic.name) for topic in found.topics},
    }


def changed_fields(former: Event, found: Event) -> dict[str, list[object]]:
    """Field → its former and its present value, of the fields that a reader sees."""
    pairs = {name: [getattr(former, name), getattr(found, name)] for name in _SHOWN}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _row(found: Event) -> dict[str, str | int | None]:
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
        "rejected": found.rejected,
        "sources": found.independent_sources,
    }


def _reports(
    connection: sqlite3.Connection, where: str, values: Mapping[str, object] | tuple[object, ...]
) -> dict[str, list[Report]]:
    rows = connection.execute(
        "SELECT event_claims.event, report FROM event_claims"
        f" JOIN claims ON claims.number = event_claims.claim WHERE {where}",
        values,
    )
    found: defaultdict[str, list[Report]] = defaultdict(list)
    for event_id, report in rows:
        found[event_id].append(_decode_report(report))
    return found
