"""A record's tables as Parquet files, all of one moment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from communique.exporting import output_to
from communique.record import Record
from communique.record.tables import DOCUMENTS, TABLES, Table, arrow_batches, arrow_schema
from communique.types import CommuniqueError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["SnapshotFile", "write_snapshot"]

_GROUP_ROWS = 65_536
_GROUP_BYTES = 64 * 2**20
"""A row group has the rows that DuckDB likes (https://duckdb.org/docs/stable/guides/performance/file_formats), but no
more text than fits into memory easily."""


class SnapshotFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was written: its table, rows, and bytes."""

    path: Path
    table: str
    rows: int
    size: int


def write_snapshot(
    record: Record, folder: Path, *, texts: bool = True, tables: Collection[str] | None = None
) -> tuple[SnapshotFile, ...]:
    """Writes each table of ``record`` to ``folder``, which is made where there is none, as ``events.parquet`` …

    All tables are of one moment. The files take the place of former ones when the last is complete, so a run that
    is cut short changes nothing. Without ``texts`` documents have no column ``text``; ``tables`` names those that are
    wanted, all where it is null. Raises ``CommuniqueError`` where it cannot be written, ``UsageError`` without pyarrow.
    """
    wanted = [table for table in TABLES if tables is None or table.name in tables]
    _make(folder)
    with record.frozen(), ExitStack() as files:
        written = [_write(record, table, folder / f"{table.name}.parquet", texts, files) for table in wanted]
    return tuple(
        SnapshotFile(path=path, table=table.name, rows=rows, size=path.stat().st_size)
        for table, (path, rows) in zip(wanted, written, strict=True)
    )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommuniqueError(f"{folder}: cannot be made: {error.strerror or error}") from error


def _write(record: Record, table: Table[Any], path: Path, texts: bool, files: ExitStack) -> tuple[Path, int]:
    """Writes one table to a file that ``files`` puts in place when all are written."""
    schema = arrow_schema(table)
    from pyarrow.parquet import ParquetWriter

    left_out = [] if texts or table.name != DOCUMENTS.name else ["text"]
    names = [name for name in schema.names if name not in left_out]
    schema = arrow_schema(table) if not left_out else _without(schema, names)
    stream = files.enter_context(output_to(path))
    rows = 0
    with ParquetWriter(stream, schema, compression="zstd") as writer:
        for group in _groups(arrow_batches(table, record.each(table))):
            writer.write_table(group.select(names))
            rows += group.num_rows
    return path, rows


def _without(schema: pa.Schema, names: list[str]) -> pa.Schema:
    import pyarrow

    return pyarrow.schema([schema.field(name) for name in names], metadata=schema.metadata)


def _groups(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Batches put together to row groups."""
    from pyarrow import Table

    waiting: list[pa.RecordBatch] = []
    for batch in batches:
        waiting.append(batch)
        if sum(b.num_rows for b in waiting) >= _GROUP_ROWS or sum(b.nbytes for b in waiting) >= _GROUP_BYTES:
            yield Table.from_batches(waiting)
            waiting = []
    if waiting:
        yield Table.from_batches(waiting)
