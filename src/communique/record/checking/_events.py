"""Events: each has claims and is what they derive to, and all claims joined anew give the same events."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from communique.record._copies import start_over
from communique.record._events import DEPENDENT, derive, matches_rows
from communique.record._index import KEY_TABLES
from communique.record._judgements import judged_events
from communique.record._links import LINK_COLUMNS
from communique.record._resolution import resolve
from communique.record.checking._copies import recompared_otherwise
from communique.record.checking.fault import Fault

__all__ = ["derived_otherwise", "left_behind", "made_otherwise", "without_claims"]


def without_claims(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Events that no claim tells of."""
    rows = connection.execute(
        "SELECT id FROM events WHERE NOT EXISTS (SELECT 1 FROM event_claims WHERE event = id)"
        " AND id NOT IN (SELECT event FROM pending_events) ORDER BY number"
    )
    for (id,) in rows:
        yield Fault(table="events", id=id, problem="no claim tells of it", remedy="repair")


def left_behind(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Actors, topics, labels and links of events that are not there."""
    for table, column in (*((table, "event") for table in DEPENDENT), *LINK_COLUMNS):
        gone = f"SELECT DISTINCT {column} FROM {table} WHERE {column} NOT IN (SELECT id FROM events)"
        rows = connection.execute(gone).fetchall()
        for (id,) in rows:
            yield Fault(table=table, id=id, problem="belongs to an event that is not there", remedy="repair")


def derived_otherwise(connection: sqlite3.Connection, sample: int | None) -> Iterator[Fault]:
    """Events whose rows are not what their claims derive to; about ``sample`` of them are looked at, or all."""
    (count,) = connection.execute("SELECT count(*) FROM events").fetchone()
    step = max(1, count // sample) if sample else 1
    ids = connection.execute("SELECT id FROM events WHERE number % ? = 0 ORDER BY number", (step,)).fetchall()
    judgements = judged_events(connection)
    for (id,) in ids:
        found = derive(connection, id, judgements(id))
        if found is not None and not matches_rows(connection, found):  # one without claims is named already
            yield Fault(table="events", id=id, problem="is not what its claims derive to", remedy="repair")


def made_otherwise(connection: sqlite3.Connection) -> Iterator[Fault]:
    """What is another when all texts are compared and all claims joined anew, in a copy of the file."""
    with (
        TemporaryDirectory(prefix="communique-") as folder,
        closing(sqlite3.connect(Path(folder) / "copy.db", isolation_level=None)) as copy,
    ):
        connection.backup(copy)
        start_over(copy)
        _forget_events(copy)
        resolve(copy, "")
        if _rules(copy) == _rules(connection):
            yield from recompared_otherwise(connection, copy)
        fresh = set(_groups(copy).values())
    for event, claims in sorted(_groups(connection).items()):
        if claims not in fresh:
            yield Fault(table="event_claims", id=event, problem="other claims belong together", remedy="repair")


def _rules(connection: sqlite3.Connection) -> list[tuple[str]]:
    """By which rules texts were compared."""
    return connection.execute("SELECT version FROM wording_version").fetchall()


def _forget_events(connection: sqlite3.Connection) -> None:
    for table in ("event_claims", "prospects", *DEPENDENT, "events", *KEY_TABLES):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("UPDATE claims SET traits = NULL")
    connection.execute("INSERT OR IGNORE INTO pending_claims SELECT number FROM claims")


def _groups(connection: sqlite3.Connection) -> dict[str, frozenset[int]]:
    groups: defaultdict[str, set[int]] = defaultdict(set)
    for event, claim in connection.execute("SELECT event, claim FROM event_claims"):
        groups[event].add(claim)
    return {event: frozenset(claims) for event, claims in groups.items()}
