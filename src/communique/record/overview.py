"""Many events at a glance: a slice of a list, and how many there are over time."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date

import msgspec

from communique.types import Event, Status

__all__ = ["Bin", "Sizes", "Slice", "read_bins", "read_slice"]

_decode = msgspec.json.Decoder(Event).decode


class Sizes(msgspec.Struct, frozen=True):
    """How much a record holds."""

    documents: int
    events: int


class Slice(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the events that were asked for, latest first, undated ones last; they carry no reports.

    ``total`` counts all of them, ``offset`` those before the first of this slice.
    """

    events: tuple[Event, ...]
    total: int
    offset: int


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """How many events of one status may have begun in a month, given by its first day."""

    month: date
    status: Status
    events: int


def read_slice(
    connection: sqlite3.Connection, where: str, values: Mapping[str, object], *, limit: int, offset: int
) -> Slice:
    """``limit`` events from ``offset`` on, of those that an SQL condition on ``events`` selects."""
    (total,) = connection.execute(f"SELECT count(*) FROM events WHERE {where}", values).fetchone()
    rows = connection.execute(
        f"SELECT event FROM events WHERE {where} ORDER BY start_earliest IS NULL, start_earliest DESC, id"
        " LIMIT :limit OFFSET :offset",
        {**values, "limit": limit, "offset": offset},
    )
    return Slice(events=tuple(_decode(row) for (row,) in rows), total=total, offset=offset)


def read_bins(connection: sqlite3.Connection, where: str, values: Mapping[str, object]) -> tuple[Bin, ...]:
    """The counts by month and status, of the dated events that an SQL condition on ``events`` selects."""
    rows = connection.execute(
        "SELECT substr(start_earliest, 1, 7) AS month, status, count(*) FROM events"
        f" WHERE start_earliest IS NOT NULL AND {where} GROUP BY month, status ORDER BY month, status",
        values,
    )
    return tuple(Bin(month=date.fromisoformat(f"{m}-01"), status=status, events=n) for m, status, n in rows)
