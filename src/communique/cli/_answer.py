"""The answer to a question in SQL, written in the form that is asked for, batch by batch."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

import msgspec
from rich.text import Text

from communique.cli._terminal import ruled_table, show
from communique.exporting import spreadsheet_safe

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["AnswerFormat", "write_answer"]

AnswerFormat = Literal["table", "csv", "jsonl", "parquet"]
_SHOWN = 200
"""Rows of a table for people."""
_SHOWN_LETTERS = 300
# Sums of whole numbers are decimals in DuckDB, and JSON has them as numbers.
_encode = msgspec.json.Encoder(decimal_format="number").encode
_Reader = Any


def write_answer(found: _Reader, format: AnswerFormat, stream: BinaryIO) -> None:
    """Writes the batches of a ``pyarrow.RecordBatchReader`` to ``stream``."""
    _WRITERS[format](found, stream)


def _rows(found: _Reader) -> Iterator[tuple[Any, ...]]:
    batch: pa.RecordBatch
    for batch in found:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _print(found: _Reader, stream: BinaryIO) -> None:
    table = ruled_table()
    rows = list(islice(_rows(found), _SHOWN + 1))
    for place, name in enumerate(found.schema.names):
        numbers = all(isinstance(row[place], int | float | Decimal | None) for row in rows)
        table.add_column(Text(name), justify="right" if numbers and rows else "left", overflow="fold")
    for row in rows[:_SHOWN]:
        table.add_row(*(Text(_cell(value)) for value in row))
    show(table)
    if len(rows) > _SHOWN:
        print(f"only the first {_SHOWN} rows are shown; --format csv, jsonl or parquet gives all", file=sys.stderr)


def _cell(value: object) -> str:
    words = str(_flat(value))
    return words if len(words) <= _SHOWN_LETTERS else f"{words[:_SHOWN_LETTERS]} …"


def _write_csv(found: _Reader, stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(found.schema.names)
    writer.writerows([spreadsheet_safe(_flat(value)) for value in row] for row in _rows(found))
    text.detach()


def _flat(value: object) -> str | int | float | date:
    """A value as one cell: lists of words joined, other things within things as JSON, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "; ".join(value)
    if isinstance(value, list | dict):
        return _encode(value).decode()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value if isinstance(value, str | int | float | date) else str(value)


def _write_jsonl(found: _Reader, stream: BinaryIO) -> None:
    names = found.schema.names
    for row in _rows(found):
        stream.write(_encode(dict(zip(names, row, strict=True))) + b"\n")


def _write_parquet(found: _Reader, stream: BinaryIO) -> None:
    from pyarrow.parquet import ParquetWriter

    with ParquetWriter(stream, found.schema, compression="zstd") as writer:
        for batch in found:
            writer.write_batch(batch)


_WRITERS: Mapping[AnswerFormat, Callable[[_Reader, BinaryIO], None]] = MappingProxyType(
    {"table": _print, "csv": _write_csv, "jsonl": _write_jsonl, "parquet": _write_parquet}
)
