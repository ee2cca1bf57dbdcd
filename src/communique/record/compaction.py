"""Makes a record's file as small as its contents, and its full-text indexes quick; takes out what is left behind."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec

from communique.record._connection import connect, guarded, transaction
from communique.record._events import DEPENDENT
from communique.record._index import KEY_TABLES
from communique.record._links import LINK_COLUMNS
from communique.record.checking import word_indexes

__all__ = ["Compaction", "compact"]


class Compaction(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes of the file with its log before and after; ``log`` are those of the log that is left because another
    program still reads the record as it was. ``dropped`` are rows of what is gone."""

    before: int
    after: int
    log: int
    dropped: int


_LEFT_BEHIND = (
    *(("claim NOT IN (SELECT number FROM claims)", table) for table in KEY_TABLES),
    *(("event NOT IN (SELECT id FROM events)", table) for table in DEPENDENT),
    *((f"{column} NOT IN (SELECT id FROM events)", table) for table, column in LINK_COLUMNS),
    ("one NOT IN (SELECT id FROM events)", "doubtful"),
    ("document NOT IN (SELECT number FROM documents)", "wordings"),
    ("document NOT IN (SELECT document FROM wordings)", "bands"),
    ("document NOT IN (SELECT document FROM wordings)", "site_sentences"),
    ("document NOT IN (SELECT number FROM documents)", "copies"),
    ("head IN (SELECT head FROM copies GROUP BY head HAVING count(*) = 1)", "copies"),
    ("events = 0", "label_months"),
    ("number NOT IN (SELECT label FROM labelled)", "labels"),
)
"""Condition and table of rows that nothing leads to any more, those first that others are left behind by."""


def compact(path: Path, *, timeout: float = 10.0) -> Compaction:
    """Drops rows of what is gone, optimises the full-text indexes, packs the tables, and writes the log into the file.

    Others may go on reading. ``timeout`` is how many seconds to wait for a writer, and for readers to let go of the
    log. Raises ``RecordError`` where another program writes, or the disk has no room for a second copy of the file.
    """
    connection = connect(path, create=False, read_only=False, timeout=timeout)
    try:
        before = _size(path)
        with guarded(path):
            dropped = _drop_left_behind(connection)
            for name in word_indexes(connection):
                connection.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            log = _log_size(path)
    finally:
        connection.close()
    return Compaction(before=before, after=_size(path), log=log, dropped=dropped)


def _drop_left_behind(connection: sqlite3.Connection) -> int:
    with transaction(connection):
        return sum(
            connection.execute(f"DELETE FROM {table} WHERE {condition}").rowcount for condition, table in _LEFT_BEHIND
        )


def _size(path: Path) -> int:
    return path.stat().st_size + _log_size(path)


def _log_size(path: Path) -> int:
    log = Path(f"{path}-wal")
    return log.stat().st_size if log.exists() else 0
