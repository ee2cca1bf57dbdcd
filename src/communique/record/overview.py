"""Many events at a glance: a slice of a list, and how many there are over time."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from communique.record._counting import Count, counted, tally
from communique.record._outlines import Side, Sketch, read_outline
from communique.record._selecting import LATEST, Choice
from communique.types import Event, Status, When

__all__ = [
    "Bin",
    "Disputed",
    "Line",
    "Lines",
    "Side",
    "Sizes",
    "Sketch",
    "Sketches",
    "Slice",
    "read_bins",
    "read_lines",
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

    ``total`` counts all of them, ``offset`` those before the first of this slice. Where words were asked for that
    stand in a great part of all reports, only the latest are looked for, and there are ``more``.
    """

    events: tuple[Event, ...]
    total: int
    offset: int
    more: bool = False


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """How many events of one status may have begun in a month, given by its first day."""

    month: date
    status: Status
    events: int


class Disputed(msgspec.Struct, frozen=True):
    """A field on which reports disagree."""

    field: str


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """As much of an event as a list shows: who takes part, and none of the words that it rests on."""

    id: str
    title: str
    kind: str
    family: str
    status: Status
    start: When | None
    end: When | None
    participants: tuple[Side, ...]
    disagreements: tuple[Disputed, ...]
    sources: int
    independent_sources: int


class Lines(msgspec.Struct, frozen=True, kw_only=True):
    """A ``Slice`` of which each event is a line."""

    events: tuple[Line, ...]
    total: int
    offset: int
    more: bool = False


class Sketches(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the events that were asked for, latest first, and how many all of them are, as in ``Slice``."""

    events: tuple[Sketch, ...]
    total: int
    more: bool = False


_decode = msgspec.json.Decoder(Event).decode
_line = msgspec.json.Decoder(Line).decode
# Events are read when it is known which: those before the offset are passed over in the index alone.
_PAGE = (
    "SELECT told FROM (SELECT day, event FROM ({}) WHERE day BETWEEN :oldest AND :newest"
    " ORDER BY day DESC, event LIMIT :limit OFFSET :offset) AS page"
    " CROSS JOIN {} ON id = page.event ORDER BY page.day DESC, page.event"
)
_WHOLE = "(SELECT id, event AS told FROM events)"
_OUTLINES = "(SELECT event AS id, outline AS told FROM outlines)"


class _Page(msgspec.Struct, frozen=True):
    """The counts of what was chosen, whether there is ``more``, and a page: each event, or its outline, in JSON."""

    counts: list[Count]
    events: Sequence[str]
    more: bool = False

    @property
    def total(self) -> int:
        """All that were counted."""
        return sum(count.events for count in self.counts)


def read_slice(connection: sqlite3.Connection, choice: Choice, *, limit: int, offset: int) -> Slice:
    """``limit`` of the chosen events, from ``offset`` on."""
    return read_overview(connection, choice, limit=limit, offset=offset)[0]


def read_bins(connection: sqlite3.Connection, choice: Choice) -> tuple[Bin, ...]:
    """The counts of the chosen events by month and status; undated ones are in none."""
    return _bins(_page(connection, choice, 0, 0).counts)


def read_overview(
    connection: sqlite3.Connection, choice: Choice, *, limit: int, offset: int
) -> tuple[Slice, tuple[Bin, ...]]:
    """Both, chosen once."""
    page = _page(connection, choice, limit, offset)
    events = tuple(map(_decode, page.events))
    return Slice(events=events, total=page.total, offset=offset, more=page.more), _bins(page.counts)


def read_lines(
    connection: sqlite3.Connection, choice: Choice, *, limit: int, offset: int
) -> tuple[Lines, tuple[Bin, ...]]:
    """The same, each event as a line, which takes a quarter of the time to read."""
    page = _page(connection, choice, limit, offset)
    events = tuple(map(_line, page.events))
    return Lines(events=events, total=page.total, offset=offset, more=page.more), _bins(page.counts)


def read_sketches(connection: sqlite3.Connection, choice: Choice, limit: int) -> Sketches:
    """``limit`` of the chosen events, drawn in outline."""
    page = _page(connection, choice, limit, 0, _OUTLINES)
    return Sketches(events=tuple(map(read_outline, page.events)), total=page.total, more=page.more)


def _page(connection: sqlite3.Connection, choice: Choice, limit: int, offset: int, source: str = _WHOLE) -> _Page:
    if choice.latest is not None:
        return _latest(connection, choice.latest, choice.values, limit, offset, source)
    counts = counted(connection, choice)
    newest, rest = _seek(counts, offset)
    oldest = min((f"{count.month}-01" if count.month else "" for count in counts), default="")
    values = {**choice.values, "oldest": oldest, "newest": newest, "limit": limit, "offset": rest}
    return _Page(counts, [row for (row,) in connection.execute(_PAGE.format(choice.rows, source), values)])


def _seek(counts: Sequence[Count], offset: int) -> tuple[str, int]:
    """The end of the month in which the event after ``offset`` latest ones began, and how many of it come before."""
    months: Counter[str] = Counter()
    for count in counts:
        months[count.month] += count.events
    for month in sorted(months, reverse=True):
        if offset < months[month]:
            return (f"{month}-31" if month else ""), offset
        offset -= months[month]
    return "", offset


def _latest(
    connection: sqlite3.Connection, sql: str, values: Mapping[str, str | int], limit: int, offset: int, source: str
) -> _Page:
    rows = sorted(connection.execute(sql, values).fetchall(), key=lambda row: row[1])
    rows.sort(key=lambda row: row[0], reverse=True)
    shown = rows[:LATEST][offset : offset + limit]
    read = f"SELECT told FROM {source} WHERE id = ?"
    events = [connection.execute(read, (event,)).fetchone()[0] for _, event, _ in shown]
    return _Page(tally(rows[:LATEST]), events, more=len(rows) > LATEST)


def _bins(counts: Sequence[Count]) -> tuple[Bin, ...]:
    dated = (count for count in counts if count.month)
    return tuple(Bin(month=date.fromisoformat(f"{c.month}-01"), status=c.status, events=c.events) for c in dated)
