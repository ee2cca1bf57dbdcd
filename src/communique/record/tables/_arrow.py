"""Records as Arrow: a schema, a stream of batches, a table. Needs pyarrow, an extra of this package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from communique.record.tables._table import ColumnType, Table
from communique.types import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["BATCH_ROWS", "arrow_batches", "arrow_schema", "arrow_table"]

T = TypeVar("T")
BATCH_ROWS = 8192
"""Rows of a batch, the number that is in memory at a time: some MB, also with whole texts."""
_NO_ARROW = "Arrow tables need pyarrow; run: pip install 'communique[arrow]'"


def arrow_schema(table: Table[T]) -> pa.Schema:
    """The Arrow schema of ``table``; ``UsageError`` where pyarrow is not installed."""
    arrow = _pyarrow()
    fields = [arrow.field(c.name, _type(c.type), metadata={"meaning": c.meaning}) for c in table.columns]
    return arrow.schema(fields, metadata={"table": table.name})


def arrow_batches(table: Table[T], records: Iterable[T], size: int = BATCH_ROWS) -> Iterator[pa.RecordBatch]:
    """The rows of ``records`` as batches of ``size`` rows, the last one shorter; none where there is no record."""
    arrow = _pyarrow()
    schema = arrow_schema(table)
    rows = chain.from_iterable(map(table.rows, records))
    while batch := list(islice(rows, size)):
        yield arrow.RecordBatch.from_pylist(batch, schema=schema)


def arrow_table(table: Table[T], records: Iterable[T]) -> pa.Table:
    """The rows of ``records`` as one Arrow table."""
    return _pyarrow().Table.from_batches(arrow_batches(table, records), schema=arrow_schema(table))


def _type(name: ColumnType) -> pa.DataType:
    arrow = _pyarrow()
    if name == "participants":
        return arrow.list_(arrow.struct(_participant()))
    types = {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "date": arrow.date32(),
        "time": arrow.timestamp("us", tz="UTC"),
        "strings": arrow.list_(arrow.string()),
    }
    return types[name]


def _participant() -> list[pa.Field]:
    arrow = _pyarrow()
    words = ("role", "actor", "name", "kind", "country", "office")
    places = ("evidence_start", "evidence_end")
    return [*(arrow.field(w, arrow.string()) for w in words), *(arrow.field(p, arrow.int64()) for p in places)]


def _pyarrow() -> pa:
    try:
        import pyarrow
    except ImportError as error:
        raise UsageError(_NO_ARROW) from error
    return pyarrow
