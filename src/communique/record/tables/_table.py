"""What a table is: a name, columns that say what they hold, and how a record becomes its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Generic, Literal, TypeVar

import msgspec

from communique.types import Place, When

__all__ = ["Column", "ColumnType", "Row", "Table", "place_cells", "place_columns", "when_cells", "when_columns"]

T = TypeVar("T")
Row = dict[str, Any]
"""Column → cell; a test holds the keys to the columns of the table."""
ColumnType = Literal["string", "integer", "number", "date", "time", "strings", "participants"]
"""``time`` is UTC to the second, ``strings`` a list, ``participants`` a list of structs with evidence."""


class Column(msgspec.Struct, frozen=True):
    """A column; ``meaning`` is what the documentation prints."""

    name: str
    type: ColumnType
    meaning: str


class Table(msgspec.Struct, Generic[T], frozen=True):
    """A table of records of type ``T``; ``rows`` gives those of one record, mostly one."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[T], Iterable[Row]]


def when_columns(name: str, what: str) -> tuple[Column, ...]:
    """The columns of a date: what was said, and the days that it leaves open."""
    return (
        Column(f"{name}_edtf", "string", f"{what}, in EDTF (ISO 8601-2): 2024-05-13, 2024-05, 2024-05-13/2024-05-20"),
        Column(f"{name}_earliest", "date", "the first day that it can be; null where that is open"),
        Column(f"{name}_latest", "date", "the last day that it can be; null where that is open"),
        Column(f"{name}_basis", "string", "stated, relative or inferred"),
    )


def when_cells(name: str, when: When | None) -> Row:
    """The cells of ``when_columns``."""
    cells: tuple[str | None, date | None, date | None, str | None] = (None, None, None, None)
    if when is not None:
        cells = (when.edtf, when.earliest, when.latest, when.basis)
    return dict(zip((f"{name}_edtf", f"{name}_earliest", f"{name}_latest", f"{name}_basis"), cells, strict=True))


def place_columns() -> tuple[Column, ...]:
    """The columns of a place."""
    return (
        Column("place", "string", "name of the place"),
        Column("country", "string", "country of the place, ISO 3166-1 alpha-3 (Kosovo XKX)"),
        Column("lat", "number", "degrees north, WGS 84"),
        Column("lon", "number", "degrees east, WGS 84"),
        Column("place_id", "string", "GeoNames or Wikidata id of the place"),
    )


def place_cells(place: Place | None) -> Row:
    """The cells of ``place_columns``."""
    if place is None:
        return dict.fromkeys(("place", "country", "lat", "lon", "place_id"))
    return {
        "place": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "place_id": place.id,
    }
