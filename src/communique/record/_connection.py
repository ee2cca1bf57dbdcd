"""Opens a record's file, or says in plain words why it cannot be opened."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.record._outlines import register as register_outlines
from communique.record._schema import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from communique.record._sides import register
from communique.resolving import plain
from communique.types import RecordError

__all__ = ["connect", "guarded", "transaction"]

# SQLite's messages (https://sqlite.org/rescode.html) → what the reader can do.
_REASONS = {
    "database or disk is full": "the disk is full; what was committed before is kept",
    "database is locked": "another program is writing to it; try again when it has finished",
    "attempt to write a readonly database": "no rights to write to it",
    "unable to open database file": "it cannot be opened: check that the folder exists and may be written to",
    "file is not a database": "it is not a SQLite file",
    "database disk image is malformed": "the file is damaged; restore it from a copy",
    "disk I/O error": "the disk cannot be read or written",
    "interrupted": "the question takes too long; ask for less",
}


_CACHE_KIB = 128 * 1024
"""Of pages that are written again and again: keys go to all places of their tables. SQLite takes 2 MiB by itself."""
_STEADY_CACHE_KIB = 16 * 1024
"""Of a writer that takes in a little at a time, for months: it is full, and grows no more, within minutes."""
_LOG_PAGES = 16_384
"""64 MiB of log before it is written into the file: pages that change with every batch are written there once."""


_READER_CACHE_KIB = 16 * 1024
"""Of pages that are read again and again; a server has a connection for each of its threads."""


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turns the errors of SQLite into a ``RecordError`` that names the file and the reason."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        said = str(error)
        raise RecordError(f"{path}: {_REASONS.get(said, said)}") from error


def connect(
    path: Path, *, create: bool, read_only: bool, timeout: float, shared: bool = False, steady: bool = False
) -> sqlite3.Connection:
    """A connection to the record at ``path``, its schema up to date.

    ``timeout`` is how many seconds to wait for another writer; a ``shared`` one may be used by one thread after
    another; a ``steady`` one takes in a little at a time, and holds less in memory. Raises ``RecordError``.
    """
    _check_file(path, create)
    with guarded(path):
        connection = _open(path, read_only, timeout, shared)
        connection.create_function("plain", 1, plain, deterministic=True)  # which a migration needs
        register_outlines(connection)
        try:
            _prepare(connection, path, create=create, read_only=read_only)
        except BaseException:
            connection.close()
            raise
        if steady:
            connection.execute(f"PRAGMA cache_size = -{_STEADY_CACHE_KIB}")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One write, wholly done or not at all; takes the write lock from the beginning."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite rolls back by itself when the disk is full
            connection.execute("ROLLBACK")
        raise


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise RecordError(f"{path}: it is a folder, not a record")
    if not path.exists() and not create:
        raise RecordError(f"{path}: there is no record; make one with: communique read SOURCE --record {path}")
    if path.exists() and not os.access(path, os.R_OK):
        raise RecordError(f"{path}: no rights to read it")


def _open(path: Path, read_only: bool, timeout: float, shared: bool) -> sqlite3.Connection:
    if not read_only:
        return sqlite3.connect(path, timeout=timeout, isolation_level=None, check_same_thread=not shared)
    # Beside a file in WAL mode SQLite has to write a -shm file; where it may not, and no writer has left
    # a log, the file stands still and can be read as it is (https://sqlite.org/wal.html#readonly).
    still = not os.access(path.absolute().parent, os.W_OK) and not Path(f"{path}-wal").exists()
    mode = "mode=ro&immutable=1" if still else "mode=ro"
    address = f"{path.absolute().as_uri()}?{mode}"
    return sqlite3.connect(address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=not shared)


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool, read_only: bool) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (objects,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID and (application or version or objects):
        raise RecordError(f"{path}: it is a SQLite file of another program, not a record")
    if version > SCHEMA_VERSION:
        raise RecordError(
            f"{path}: it was written by a newer version of this program "
            f"(schema {version}, known up to {SCHEMA_VERSION}); update communique"
        )
    if version < SCHEMA_VERSION and (read_only or not (create or version)):
        raise RecordError(f"{path}: it is no record yet, or an old one; communique read brings it up to date")
    connection.execute("PRAGMA foreign_keys = ON")
    register(connection)
    if read_only:
        connection.execute(f"PRAGMA cache_size = -{_READER_CACHE_KIB}")
    else:
        _bring_up_to_date(connection)


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
    with transaction(connection):
        (version,) = connection.execute("PRAGMA user_version").fetchone()  # under the lock
        for migration in MIGRATIONS[version:]:
            for statement in _statements(migration):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _statements(script: str) -> Iterator[str]:
    """The statements one by one: ``executescript`` would commit each, and a killed migration is half done."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
