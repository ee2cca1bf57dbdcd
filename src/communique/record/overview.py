"""Many events at a glance: a slice of a list, and how many there are over time."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

import msgspec

from communique.record._selecting import Choice
from communique.types import Actor, Event, Place, Role, Status

__all__ = [
    "Bin",
    "Side",
    "Sizes",
    "Sketch",
    "Sketches",
    "Slice",
    "read_bins",
    "read_overview",
    "read_sketches",
    "read_slice",
]


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


class Side(msgspec.Struct, frozen=True):
    """Who took part, and as what."""

    role: Role
    actor: Actor


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """As much of an event as a map or a network draws."""

    participants: tuple[Side, ...]
    place: Place | None


class Sketches(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the events that were asked for, latest first, and how many all of them are."""

    events: tuple[Sketch, ...]
    total: int


_decode = msgspec.json.Decoder(Event).decode
_sketch = msgspec.json.Decoder(Sketch).decode
_Counts = list[tuple[str, Status, int]]
_COUNTS = "SELECT substr(day, 1, 7) AS month, status, count(*) FROM {} GROUP BY month, status ORDER BY month, status"
# Events are read when it is known which: those before the offset are passed over in the index alone.
_PAGE = (
    "SELECT events.event FROM (SELECT day, event FROM {} ORDER BY day DESC, event LIMIT :limit OFFSET :offset) AS page"
    " CROSS JOIN events ON id = page.event ORDER BY page.day DESC, page.event"
)


def read_slice(connection: sqlite3.Connection, choice: Choice, *, limit: int, offset: int) -> Slice:
    """``limit`` of the chosen events, from ``offset`` on."""
    return read_overview(connection, choice, limit=limit, offset=offset)[0]


def read_bins(connection: sqlite3.Connection, choice: Choice) -> tuple[Bin, ...]:
    """The counts of the chosen events by month and status; undated ones are in none."""
    if choice.label is not None:
        return _bins(_known_counts(connection, choice.label))
    return _bins(connection.execute(_COUNTS.format(f"({choice.rows})"), choice.values).fetchall())


def read_overview(
    connection: sqlite3.Connection, choice: Choice, *, limit: int, offset: int
) -> tuple[Slice, tuple[Bin, ...]]:
    """Both, chosen once."""
    counts, rows = _counted_page(connection, choice, limit, offset)
    events = tuple(map(_decode, rows))
    return Slice(events=events, total=_total(counts), offset=offset), _bins(counts)


def read_sketches(connection: sqlite3.Connection, choice: Choice, limit: int) -> Sketches:
    """``limit`` of the chosen events, drawn in outline."""
    counts, rows = _counted_page(connection, choice, limit, 0)
    return Sketches(events=tuple(map(_sketch, rows)), total=_total(counts))


def _counted_page(
    connection: sqlite3.Connection, choice: Choice, limit: int, offset: int
) -> tuple[_Counts, Sequence[str]]:
    """The counts of what was chosen, and a page of it, each event as JSON."""
    values = {**choice.values, "limit": limit, "offset": offset}
    if choice.label is not None:
        rows = connection.execute(_PAGE.format(f"({choice.rows})"), values).fetchall()
        return _known_counts(connection, choice.label), [row for (row,) in rows]
    both = connection.execute(
        f"WITH chosen AS MATERIALIZED ({choice.rows})"
        f" SELECT * FROM ({_COUNTS.format('chosen')})"
        f" UNION ALL SELECT NULL, event, 0 FROM ({_PAGE.format('chosen')})",
        values,
    ).fetchall()
    counts = [(month, status, events) for month, status, events in both if month is not None]
    return counts, [event for month, event, _ in both if month is None]


def _known_counts(connection: sqlite3.Connection, label: int) -> _Counts:
    """Month, empty for undated events, status and number of events."""
    sql = "SELECT month, status, events FROM label_months WHERE label = ? AND events > 0"
    return connection.execute(sql, (label,)).fetchall()


def _total(counts: _Counts) -> int:
    return sum(events for _, _, events in counts)


def _bins(counts: _Counts) -> tuple[Bin, ...]:
    return tuple(Bin(month=date.fromisoformat(f"{m}-01"), status=status, events=n) for m, status, n in counts if m)
