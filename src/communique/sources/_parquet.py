"""Parquet: one article a row, read by row groups. Needs pyarrow, an extra of this package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import TYPE_CHECKING

from communique.sources._columns import Columns
from communique.sources._reference import Found
from communique.sources._rows import has_article, missing_text, row_pages
from communique.types import InputError

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyarrow.parquet import ParquetFile

__all__ = ["parquet_pages"]

_BATCH_ROWS = 256
_NO_ARROW = "Parquet needs pyarrow; run: pip install 'communique[arrow]'"


def parquet_pages(stream: BufferedReader, place: str, columns: Columns) -> Iterator[Found]:
    """The pages of a Parquet file; the place of each is ``file:row``, counted from 1."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield InputError(place, _NO_ARROW)
        return
    try:
        yield from _table_pages(ParquetFile(stream), place, columns)
    except ArrowException as error:
        yield InputError(place, f"not a readable Parquet file: {error}")


def _table_pages(table: ParquetFile, place: str, columns: Columns) -> Iterator[Found]:
    found = table.schema_arrow.names
    names = columns.names(found)
    if not has_article(names):
        yield missing_text(place, found, columns)
        return
    if table.metadata.num_rows == 0:
        yield InputError(place, "empty; nothing to read")
    number = 0
    for batch in table.iter_batches(batch_size=_BATCH_ROWS, columns=list(names.values())):
        for row in _rows(batch):
            number += 1
            here = f"{place}:{number}"
            if isinstance(row, str):
                yield InputError(here, row)
            else:
                yield from row_pages({known: row[own] for known, own in names.items()}, here)


def _rows(batch: RecordBatch) -> Iterator[Mapping[str, object] | str]:
    """The rows of ``batch``; of one whose values are none of their types, why it cannot be read."""
    try:
        yield from batch.to_pylist()
    except (ValueError, OverflowError) as error:
        if batch.num_rows == 1:
            yield f"a value cannot be read: {error}"
        else:
            for index in range(batch.num_rows):
                yield from _rows(batch.slice(index, 1))
