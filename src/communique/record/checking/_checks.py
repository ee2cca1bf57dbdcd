"""All checks in their order."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from communique.record._connection import connect, guarded
from communique.record.checking._claims import astray, told_otherwise
from communique.record.checking._copies import grouped_wrongly, keyed_otherwise, worded_otherwise
from communique.record.checking._documents import misquoting, untold
from communique.record.checking._events import derived_otherwise, left_behind, made_otherwise, without_claims
from communique.record.checking._log import leading_nowhere, unaccounted
from communique.record.checking._sqlite import damaged_pages, dangling, stale_words
from communique.record.checking._versions import misversioned
from communique.record.checking.fault import Fault

__all__ = ["Checked", "check"]

_COUNTED = ("documents", "claims", "events", "changes")
_SAMPLE = 1000


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found. ``skipped`` says in words what could not be looked at; the numbers are rows (null where
    they cannot be counted)."""

    faults: tuple[Fault, ...]
    skipped: tuple[str, ...]
    documents: int | None
    claims: int | None
    events: int | None
    changes: int | None


def check(path: Path, *, deep: bool = False, timeout: float = 10.0) -> Checked:
    """Looks for faults in the record at ``path`` and changes nothing.

    Events are derived again from their claims to be compared: about 1,000 of them, all with ``deep``, which also
    compares all texts and joins all claims anew in a temporary copy of the file. Raises ``RecordError`` where the file
    cannot be opened.
    """
    connection = connect(path, create=False, read_only=True, timeout=timeout)
    try:
        with guarded(path):
            connection.execute("BEGIN")  # all of it at one moment, whatever others write
            faults, skipped = _look(connection, path, deep=deep, timeout=timeout)
            counts = {table: _count(connection, table) for table in _COUNTED}
    finally:
        connection.close()
    return Checked(faults=tuple(faults), skipped=tuple(skipped), **counts)


def _look(connection: sqlite3.Connection, path: Path, *, deep: bool, timeout: float) -> tuple[list[Fault], list[str]]:
    faults, skipped = [*_read("file", damaged_pages, connection)], []
    stale, unasked = stale_words(path, timeout)
    faults += stale
    skipped += unasked
    for table, found in (
        ("file", dangling),
        ("documents", misquoting),
        ("statements", untold),
        ("versions", misversioned),
        ("wordings", worded_otherwise),
        ("bands", keyed_otherwise),
        ("copies", grouped_wrongly),
        ("claims", told_otherwise),
        ("event_claims", astray),
        ("events", without_claims),
        ("events", left_behind),
        ("redirects", leading_nowhere),
        ("changes", unaccounted),
    ):
        faults += _read(table, found, connection)
    if _pending(connection):
        skipped.append("events were not derived again: reading was cut short or is going on (communique read)")
    elif any("claims" in fault.table for fault in faults):
        skipped.append("events were not derived again: mend the claims first")
    else:
        faults += _read("events", lambda c: derived_otherwise(c, None if deep else _SAMPLE), connection)
        faults += _read("event_claims", made_otherwise, connection) if deep else ()
    return faults, skipped


def _read(
    table: str, found: Callable[[sqlite3.Connection], Iterator[Fault]], connection: sqlite3.Connection
) -> Iterator[Fault]:
    """The faults that one check finds; that it cannot go on is one more."""
    try:
        yield from found(connection)
    except (sqlite3.DatabaseError, msgspec.DecodeError, UnicodeDecodeError) as error:
        yield Fault(table=table, id=None, problem=f"cannot be read to its end: {error}", remedy="restore")


def _pending(connection: sqlite3.Connection) -> bool:
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'pending_*'")
    names = [name for (name,) in tables]
    return any(connection.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() for name in names)


def _count(connection: sqlite3.Connection, table: str) -> int | None:
    try:
        (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    except sqlite3.DatabaseError:
        return None
    return int(rows)
