"""What a flat table is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

import msgspec

from communique.record import Links
from communique.types import Event

__all__ = ["Cell", "FlatTable", "Linking", "Row", "of_event"]

Cell = str | int | float | date | datetime | None
Row = dict[str, Cell]
"""Column → cell."""
Linking = Callable[[str], Links]
"""Gives the links of an event by its id."""


class FlatTable(msgspec.Struct, frozen=True):
    """A table: its columns, and the rows of an event in it. ``about`` says what a row is."""

    about: str
    columns: tuple[str, ...]
    rows: Callable[[Event, Linking], Iterator[Row]]


def of_event(rows: Callable[[Event], Iterator[Row]]) -> Callable[[Event, Linking], Iterator[Row]]:
    """Rows for which the event is enough."""
    return lambda event, _: rows(event)
