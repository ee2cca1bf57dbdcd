"""Questions in SQL, answered by DuckDB. Needs duckdb and pyarrow, an extra of this package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from communique.querying.snapshot import write_snapshot
from communique.record import Record
from communique.record.tables import TABLES
from communique.types import UsageError

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

__all__ = ["Answer", "answer"]

Answer = Any
"""A ``pyarrow.RecordBatchReader``: the columns of the answer, and its rows batch by batch."""
_BATCH_ROWS = 8192
_NO_DUCKDB = "SQL needs duckdb and pyarrow; run: pip install 'communique[sql]'"
_QUESTIONS = ("SELECT", "EXPLAIN", "MULTI")
"""DuckDB's types of statement that ask; MULTI is what PIVOT becomes."""
# What a query may do, told to DuckDB before it sees the query (https://duckdb.org/docs/stable/operations_manual/
# securing_duckdb/overview): the tables come from Python's side, so that DuckDB itself need not open any file.
_CLOSED = (
    "SET python_enable_replacements = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)


@contextmanager
def answer(source: Record | Path, query: str) -> Iterator[Answer]:
    """The answer to one query over ``source``, a record or the folder of a snapshot, as Arrow batches.

    The tables are those of docs/sql.md. Of a record those that the query names are written to a temporary snapshot
    first. Raises ``UsageError`` where the query is wrong or does more than ask, where the folder holds no snapshot,
    or where duckdb is missing.
    """
    _needed()
    with TemporaryDirectory(prefix="communique-") as scratch:
        if isinstance(source, Record):
            folder = Path(scratch) / "snapshot"
            write_snapshot(source, folder, tables=_named(query))
        else:
            folder = source
        with _explained(), _opened(folder, Path(scratch) / "spill") as connection:
            yield _asked(connection, query)


@contextmanager
def _explained() -> Iterator[None]:
    """What DuckDB objects to, before the answer or in the middle of it, as a ``UsageError``."""
    import duckdb
    from pyarrow import ArrowInvalid

    try:
        yield
    except (duckdb.Error, ArrowInvalid) as error:
        raise UsageError(f"the query cannot be answered: {error}") from error


def _needed() -> None:
    try:
        import duckdb  # noqa: F401
        import pyarrow.dataset  # noqa: F401
    except ImportError as error:
        raise UsageError(_NO_DUCKDB) from error


def _named(query: str) -> list[str]:
    """The tables that a query may read: those whose names stand in it, all where there is none."""
    words = set(re.findall(r"\w+", query.lower()))
    names = [table.name for table in TABLES]
    return [name for name in names if name in words] or names


@contextmanager
def _opened(folder: Path, spill: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that sees the tables in ``folder`` and can do nothing but read them."""
    import duckdb
    from pyarrow import ArrowException
    from pyarrow.dataset import dataset

    files = [folder / f"{table.name}.parquet" for table in TABLES]
    found = [path for path in files if path.is_file()]
    if not found:
        raise UsageError(f"{folder}: it holds no snapshot; make one with: communique snapshot {folder}")
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET temp_directory = ?", [str(spill)])
        for path in found:
            try:
                connection.register(path.stem, dataset(path))
            except ArrowException as error:
                raise UsageError(f"{path}: it is no Parquet file: {error}") from error
        for setting in _CLOSED:
            connection.execute(setting)
        yield connection


def _asked(connection: duckdb.DuckDBPyConnection, query: str) -> pa.RecordBatchReader:
    statements = connection.extract_statements(query)
    if len(statements) != 1:
        raise UsageError(f"one query at a time; there are {len(statements)}")
    kind = statements[0].type.name
    if kind not in _QUESTIONS:
        raise UsageError(f"a query can only ask (SELECT, FROM, PIVOT, DESCRIBE, SUMMARIZE …), and this is {kind}")
    return connection.sql(query).to_arrow_reader(_BATCH_ROWS)
