"""Events in their tables: written from their claims, read back whole."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.record._copies import origins_of
from communique.record._deriving import Telling, derive_told
from communique.record._labels import Labeller, has_its_labels
from communique.record._rows import Rows, rows_of
from communique.record._versions import rival_tellings
from communique.resolving import canonical
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
    "tell",
    "write_event",
    "write_rows",
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
DEPENDENT = ("event_actors", "event_topics", "labelled", "outlines")
"""Tables with rows of an event beside its own; ``labelled`` is made of all others."""


def tell(connection: sqlite3.Connection, event: str, judgements: tuple[Judgement, ...] = ()) -> Telling:
    """What claims tell of an event now, and the ``judgements`` that bear on it."""
    rows = connection.execute(
        "SELECT report FROM event_claims CROSS JOIN claims ON number = claim WHERE event = ? ORDER BY claim", (event,)
    )
    return Telling(
        id=event,
        reports=tuple(report for (report,) in rows),
        origins=origins_of(connection, event),
        rivals=rival_tellings(connection, event),
        judgements=judgements,
    )


def derive(connection: sqlite3.Connection, event: str, judgements: tuple[Judgement, ...] = ()) -> Event | None:
    """The event as its claims and the judgements that bear on it tell it now; null where it has no claims."""
    return derive_told(tell(connection, event, judgements))


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


def write_event(connection: sqlite3.Connection, found: Event) -> None:
    """Writes the event in place of its former self."""
    discard(connection, found.id)
    with Labeller(connection) as labeller:
        write_rows(connection, [rows_of(found)], labeller)


def write_rows(connection: sqlite3.Connection, events: Sequence[Rows], labeller: Labeller) -> None:
    """Writes events of which nothing is there; the ``labeller`` may write their labels later."""
    if not events:
        return
    columns = events[0].event
    connection.executemany(
        f"INSERT INTO events ({', '.join(columns)}) VALUES ({', '.join(f':{name}' for name in columns)})",
        (rows.event for rows in events),
    )
    for table in events[0].dependent:
        if found := sorted(cells for rows in events for cells in rows.dependent[table]):
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)
    labeller.label(events)


def matches_rows(connection: sqlite3.Connection, found: Event) -> bool:
    """Whether the tables hold the event just as ``write_event`` would write it."""
    rows = rows_of(found)
    held = connection.execute(f"SELECT {', '.join(rows.event)} FROM events WHERE id = ?", (found.id,)).fetchone()
    return (
        held == tuple(rows.event.values())
        and all(
            set(connection.execute(f"SELECT * FROM {table} WHERE event = ?", (found.id,))) == cells
            for table, cells in rows.dependent.items()
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


def changed_fields(former: Event, found: Event) -> dict[str, list[object]]:
    """Field → its former and its present value, of the fields that a reader sees."""
    pairs = {name: [getattr(former, name), getattr(found, name)] for name in _SHOWN}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


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
