"""SQLite's own checks: pages and indexes, references between tables, full-text indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from communique.record._index import KEY_TABLES
from communique.record.checking.fault import Fault

__all__ = ["damaged_pages", "dangling", "stale_words", "word_indexes"]

_MOST = 100


def damaged_pages(connection: sqlite3.Connection) -> Iterator[Fault]:
    """What ``PRAGMA integrity_check`` says (https://sqlite.org/pragma.html#pragma_integrity_check)."""
    for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
        if line != "ok":
            mends = "index" in line and "row" in line  # an index is made of its table
            yield Fault(table="file", id=None, problem=line, remedy="repair" if mends else "restore")


def dangling(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Rows that refer to a row that is gone."""
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        place = None if row is None else f"row {row}"
        yield Fault(table=table, id=place, problem=f"belongs to a row of {parent} that is gone", remedy="repair")
    for table in KEY_TABLES:  # they are large, and SQLite does not watch over them
        gone = "SELECT count(*) FROM {} WHERE claim NOT IN (SELECT number FROM claims)"
        (rows,) = connection.execute(gone.format(table)).fetchone()
        if rows:
            yield Fault(table=table, id=None, problem=f"{rows} rows belong to claims that are gone", remedy="repair")


def word_indexes(connection: sqlite3.Connection) -> list[str]:
    """The names of the full-text indexes."""
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'")
    return [name for (name,) in rows]


def stale_words(path: Path, timeout: float) -> tuple[list[Fault], list[str]]:
    """Full-text indexes that do not hold the words of their tables, and in words why they could not be looked at.

    FTS5 takes its check as an ``INSERT`` (https://sqlite.org/fts5.html#the_integrity_check_command), which needs the
    right to write and the lock of a writer, though nothing is written.
    """
    try:
        with closing(sqlite3.connect(path, timeout=timeout, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            found = [fault for name in word_indexes(connection) for fault in _stale(connection, name)]
            connection.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:
        return [], [f"full-text indexes were not looked at: {error}"]
    return found, []


def _stale(connection: sqlite3.Connection, name: str) -> Iterator[Fault]:
    try:
        connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield Fault(table=name, id=None, problem=f"does not hold the words of its table: {error}", remedy="repair")
