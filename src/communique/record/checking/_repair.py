"""Derives anew what faults can be mended so: indexes from their tables, events from their claims."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import msgspec

from communique.record._connection import connect, guarded, transaction
from communique.record._copies import start_over
from communique.record._events import DEPENDENT, discard
from communique.record._index import KEY_TABLES
from communique.record._links import LINK_COLUMNS
from communique.record._resolution import resolve
from communique.record._told import TOLD_TABLES, insert_told
from communique.record._writing import insert_claims, leave_traces
from communique.record.checking._copies import COPY_TABLES
from communique.record.checking._sqlite import word_indexes
from communique.record.checking.fault import Fault
from communique.record.log import Changes
from communique.types import Coding, Event

__all__ = ["repair"]


def repair(path: Path, faults: Iterable[Fault], now: str, *, timeout: float = 10.0) -> Changes:
    """Mends the ``faults`` whose remedy is ``repair``; gives what changed about events, which the log tells too.

    ``now`` is UTC in ISO 8601. Raises ``RecordError`` where the file cannot be written.
    """
    mendable = [fault for fault in faults if fault.remedy == "repair"]
    connection = connect(path, create=False, read_only=False, timeout=timeout)
    try:
        with guarded(path):
            _remake_indexes(connection)
            with transaction(connection):
                _drop_dangling(connection)
                if any(fault.table in COPY_TABLES for fault in mendable):
                    start_over(connection)
                for fault in mendable:
                    _mark(connection, fault)
            return resolve(connection, now)
    finally:
        connection.close()


def _remake_indexes(connection: sqlite3.Connection) -> None:
    connection.execute("REINDEX")
    for name in word_indexes(connection):
        connection.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")


def _drop_dangling(connection: sqlite3.Connection) -> None:
    """Takes out rows of what is gone; events that lose claims so are derived again."""
    connection.execute(
        "INSERT OR IGNORE INTO pending_events SELECT event FROM event_claims"
        " LEFT JOIN claims ON claims.number = claim LEFT JOIN documents ON documents.number = claims.document"
        " WHERE documents.number IS NULL"
    )
    # Those of documents first: with their claims go the claims' own.
    for table, parent, column, key in (
        *((table, "documents", "document", "number") for table in ("claims", *TOLD_TABLES)),
        *((table, "claims", "claim", "number") for table in (*KEY_TABLES, *_of_claims(connection))),
    ):
        connection.execute(f"DELETE FROM {table} WHERE {column} NOT IN (SELECT {key} FROM {parent})")
    for table, column in (*((table, "event") for table in DEPENDENT), *LINK_COLUMNS):
        connection.execute(f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM events)")


def _of_claims(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT m.name FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f"
        " WHERE m.type = 'table' AND f.\"table\" = 'claims'"
    )
    return [name for (name,) in rows]


def _mark(connection: sqlite3.Connection, fault: Fault) -> None:
    """Leaves to resolving what a fault is about."""
    if fault.table == "claims" and fault.id is not None:
        _rewrite_claims(connection, fault.id.rsplit("#", 1)[0])
    elif fault.table in TOLD_TABLES and fault.id is not None:
        _tell_anew(connection, fault.id)
    elif fault.table in ("events", "event_claims") and fault.id is not None:
        connection.execute(
            "INSERT OR IGNORE INTO pending_claims SELECT claim FROM event_claims WHERE event = ?", (fault.id,)
        )
        connection.execute("INSERT OR IGNORE INTO pending_events VALUES (?)", (fault.id,))
        if not _is_readable(connection, fault.id):
            discard(connection, fault.id)


def _tell_anew(connection: sqlite3.Connection, document: str) -> None:
    number, coding = connection.execute("SELECT number, coding FROM documents WHERE id = ?", (document,)).fetchone()
    insert_told(connection, number, msgspec.json.decode(coding, type=Coding))


def _is_readable(connection: sqlite3.Connection, event: str) -> bool:
    row = connection.execute("SELECT event FROM events WHERE id = ?", (event,)).fetchone()
    try:
        return row is None or bool(msgspec.json.decode(row[0], type=Event))
    except msgspec.DecodeError:
        return False


def _rewrite_claims(connection: sqlite3.Connection, document: str) -> None:
    """Writes the claims of a document anew from what it says, all of them: their keys may be wrong as well.

    Each goes back to the event that it had, so that events keep their ids.
    """
    number, coding = connection.execute("SELECT number, coding FROM documents WHERE id = ?", (document,)).fetchone()
    homes = connection.execute(
        "SELECT event, home, position FROM claims JOIN event_claims ON claim = claims.number WHERE document = ?",
        (number,),
    ).fetchall()
    claims = [n for (n,) in connection.execute("SELECT number FROM claims WHERE document = ?", (number,))]
    leave_traces(connection, claims)
    connection.execute("DELETE FROM claims WHERE document = ?", (number,))
    insert_claims(connection, number, msgspec.json.decode(coding, type=Coding))
    connection.executemany(
        "INSERT INTO event_claims (event, home, claim)"
        " SELECT ?, ?, number FROM claims WHERE document = ? AND position = ?",
        ((event, home, number, position) for event, home, position in homes),
    )
