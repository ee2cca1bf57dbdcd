"""A sequence of records as an HTML table, for notebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any

from communique.record.tables import Table
from communique.types.html import grid

__all__ = ["table_html"]

_MOST_ROWS = 20
_MOST_LETTERS = 200
# Of wide tables the columns that tell most.
_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "events": ("id", "start_edtf", "end_edtf", "kind", "status", "title", "place", "sources", "disagreements"),
        "claims": ("id", "event", "kind", "status", "start_edtf", "place", "evidence"),
        "statements": ("published_edtf", "speaker", "kind", "text", "document"),
        "figures": ("value", "unit", "of", "period_edtf", "evidence", "document"),
        "actors": ("id", "name", "kind", "country", "offices", "events", "first_day", "last_day"),
    }
)


def table_html(table: Table[Any], records: Sequence[Any]) -> str:
    """The first rows of ``records``, and how many there are."""
    names = _COLUMNS[table.name]
    rows = chain.from_iterable(map(table.rows, records[:_MOST_ROWS]))
    cells = [[_words(row[name]) for name in names] for row in rows]
    rest = f" (the first {_MOST_ROWS} are shown)" if len(records) > _MOST_ROWS else ""
    headings = [name.removesuffix("_edtf") for name in names]
    return f"<div>{len(records)} {table.name}{rest}</div>{grid(headings, cells)}"


def _words(value: object) -> object:
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, str) and len(value) > _MOST_LETTERS:
        return f"{value[:_MOST_LETTERS]} …"
    return f"{value:,g}" if isinstance(value, float) else value
