"""Parquet: one row an event, typed, with its reports and their evidence nested. Needs pyarrow, an extra."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec
from msgspec import inspect

from communique.exporting._format import Context, Format, needs_extra
from communique.types import Event

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["FORMAT", "arrow_type"]

_ROWS = 1024
"""Events of a row group, the number that is in memory at a time: some MB with their reports."""


def _write(events: Iterable[Event], stream: BinaryIO, context: Context) -> None:
    with needs_extra("parquet", "pyarrow", "arrow"):
        import pyarrow as pa
        import pyarrow.parquet as pq

    schema = pa.schema(arrow_type(inspect.type_info(Event)).fields)
    rows = (msgspec.to_builtins(event, builtin_types=(date,)) for event in events)
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for batch in _batches(rows):
            writer.write_table(pa.Table.from_pylist(batch, schema=schema))


def _batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(rows, _ROWS)):
        yield batch


def arrow_type(told: inspect.Type) -> pa.DataType:
    """The Arrow type of a type of ours, so that what a record gains is exported without being named here again.

    ``TypeError`` where Arrow has none for it.
    """
    import pyarrow as pa

    match told:
        case inspect.UnionType():
            (known,) = (one for one in told.types if not isinstance(one, inspect.NoneType))
            return arrow_type(known)
        case inspect.StructType():
            return pa.struct([(field.encode_name, arrow_type(field.type)) for field in told.fields])
        case inspect.VarTupleType() | inspect.ListType():
            return pa.list_(arrow_type(told.item_type))
        case inspect.StrType() | inspect.LiteralType():
            return pa.string()
    plain = {
        inspect.IntType: pa.int64(),
        inspect.FloatType: pa.float64(),
        inspect.BoolType: pa.bool_(),
        inspect.DateType: pa.date32(),
    }
    if type(told) not in plain:
        raise TypeError(f"Arrow has no column for {told}")
    return plain[type(told)]


FORMAT = Format(
    name="parquet",
    suffix=".parquet",
    summary="Parquet, one row an event with typed columns, reports and evidence nested as lists and structs: for "
    "DuckDB, polars, pandas and R's arrow.",
    loses="Nothing of an event. What it is part of, its series, and the texts and statements of the reports are not "
    "part of it.",
    write=_write,
)
