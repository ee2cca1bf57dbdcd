"""Parquet: one article a row, read by row groups. Needs pyarrow, an extra of this package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from communique.sources._files import open_file, place_of
from communique.sources._rows import column_names, has_article, missing_text, row_pages
from communique.types import InputError, Page

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

__all__ = ["parquet_pages"]

_BATCH_ROWS = 256
_NO_ARROW = "Parquet needs pyarrow; run: pip install 'communique[arrow]'"


def parquet_pages(path: Path) -> Iterator[Page | InputError]:
    """The pages of a Parquet file; the place of each is ``file:row``, counted from 1."""
    place = place_of(path)
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield InputError(place, _NO_ARROW)
        return
    with open_file(path) as stream:
        try:
            yield from _table_pages(ParquetFile(stream), place)
        except ArrowException as error:
            yield InputError(place, f"not a readable Parquet file: {error}")


def _table_pages(table: ParquetFile, place: str) -> Iterator[Page | InputError]:
    found = table.schema_arrow.names
    names = column_names(found)
    if not has_article(names):
        yield missing_text(place, found)
        return
    if table.metadata.num_rows == 0:
        yield InputError(place, "empty; nothing to read")
    number = 0
    for batch in table.iter_batches(batch_size=_BATCH_ROWS, columns=list(names.values())):
        for row in batch.to_pylist():
            number += 1
            yield from row_pages({known: row[own] for known, own in names.items()}, f"{place}:{number}")
