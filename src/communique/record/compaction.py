"""Makes a record's file as small as its contents, and its full-text indexes quick."""

from __future__ import annotations

from pathlib import Path

import msgspec

from communique.record._connection import connect, guarded
from communique.record.checking import word_indexes

__all__ = ["Compaction", "compact"]


class Compaction(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes of the file with its log before and after; ``log`` are those of the log that is left because another
    program still reads the record as it was."""

    before: int
    after: int
    log: int


def compact(path: Path, *, timeout: float = 10.0) -> Compaction:
    """Optimises the full-text indexes, packs the tables, and writes the log back into the file.

    Others may go on reading. ``timeout`` is how many seconds to wait for a writer, and for readers to let go of the
    log. Raises ``RecordError`` where another program writes, or the disk has no room for a second copy of the file.
    """
    connection = connect(path, create=False, read_only=False, timeout=timeout)
    try:
        before = _size(path)
        with guarded(path):
            for name in word_indexes(connection):
                connection.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            log = _log_size(path)
    finally:
        connection.close()
    return Compaction(before=before, after=_size(path), log=log)


def _size(path: Path) -> int:
    return path.stat().st_size + _log_size(path)


def _log_size(path: Path) -> int:
    log = Path(f"{path}-wal")
    return log.stat().st_size if log.exists() else 0
