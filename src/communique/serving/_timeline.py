"""The view of a selection over time: rows by month, and a histogram."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import accumulate, groupby

import msgspec

from communique.record import Bin, Line, Lines
from communique.serving._selection import Selection

__all__ = ["Bar", "Histogram", "Timeline", "histogram", "timeline"]

PER_PAGE = 50
_MONTHS_SHOWN = 60
"""Months that still make bars wide enough to be hit; what is longer is shown by years."""
_NEARLY_A_MONTH = 61
"""Days that a start may be open for and still stand under the month in which they begin."""
_FEW = 0.03
"""Part of the events that are left out of a histogram where the others then have half its length at most."""
_YEAR = len("2024")
_AHEAD = frozenset({"planned", "hypothetical"})
_OFF = frozenset({"cancelled", "postponed", "denied"})


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """A month or a year, ``name`` in EDTF: how many happenings are done, ahead and off; ``query`` selects them."""

    start: date
    name: str
    label: str
    done: int
    ahead: int
    off: int
    query: str

    @property
    def total(self) -> int:
        """All of them."""
        return self.done + self.ahead + self.off


class Histogram(msgspec.Struct, frozen=True, kw_only=True):
    """Bars in order, without gaps; ``highest`` is the largest total.

    A few events long before all others are ``earlier``, and selected by ``earlier_query``.
    """

    bars: tuple[Bar, ...]
    highest: int
    by_year: bool
    earlier: int
    earlier_query: str


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """One page of a selection: events under the heading of their month; ``more`` than ``total`` where that is so."""

    months: tuple[tuple[str, tuple[Line, ...]], ...]
    total: int
    first: int
    last: int
    page: int
    pages: int
    more: bool


def timeline(found: Lines, page: int) -> Timeline:
    """The rows of a slice under their months."""
    months = tuple((heading, tuple(events)) for heading, events in groupby(found.events, key=_heading))
    return Timeline(
        months=months,
        total=found.total,
        first=found.offset + 1,
        last=found.offset + len(found.events),
        page=page,
        pages=max(1, -(-found.total // PER_PAGE)),
        more=found.more,
    )


def _heading(event: Line) -> str:
    start = event.start
    if start is None or start.earliest is None:
        return "Undated"
    if start.latest is None or (start.latest - start.earliest).days <= _NEARLY_A_MONTH:
        return f"{start.earliest:%B %Y}"
    return str(start.earliest.year) if start.latest.year == start.earliest.year else "Vague"


def histogram(bins: Sequence[Bin], selection: Selection) -> Histogram | None:
    """Bars by month, by year where there are too many months; null where nothing is dated."""
    if not bins:
        return None
    earlier = _earlier(bins)
    shown = bins[earlier:]
    first, last = shown[0].month, shown[-1].month
    by_year = _length(shown) > _MONTHS_SHOWN
    starts = list(_years(first, last) if by_year else _months(first, last))
    members: dict[date, list[Bin]] = {start: [] for start in starts}
    for bin in shown:
        members[bin.month.replace(month=1) if by_year else bin.month].append(bin)
    names = [_name(start, by_year) for start in members]
    within = selection.changing("from", "to")
    bars = tuple(map(_bar, members, names, map(within, names, names), members.values()))
    return Histogram(
        bars=bars,
        highest=max(bar.total for bar in bars),
        by_year=by_year,
        earlier=sum(bin.events for bin in bins[:earlier]),
        earlier_query=selection.query(to=_name(bars[0].start - timedelta(1), by_year)),
    )


def _earlier(bins: Sequence[Bin]) -> int:
    """How many of the first bins are few events long before all others."""
    room = _FEW * sum(bin.events for bin in bins)
    sums = accumulate(bin.events for bin in bins)
    few = sum(1 for events in sums if events <= room)
    while few > 0 and bins[few].month == bins[few - 1].month:  # a month has a bin for each status
        few -= 1
    return few if 2 * _length(bins[few:]) <= _length(bins) else 0


def _length(bins: Sequence[Bin]) -> int:
    """Months from the first to the last."""
    first, last = bins[0].month, bins[-1].month
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _years(first: date, last: date) -> Iterable[date]:
    return (date(year, 1, 1) for year in range(first.year, last.year + 1))


def _months(first: date, last: date) -> Iterable[date]:
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return (date(number // 12, number % 12 + 1, 1) for number in numbers)


def _name(start: date, by_year: bool) -> str:
    return f"{start.year:04}" if by_year else f"{start.year:04}-{start.month:02}"


def _bar(start: date, name: str, query: str, held: Sequence[Bin]) -> Bar:
    return Bar(
        start=start,
        name=name,
        label=name if len(name) == _YEAR else f"{start:%b %Y}",
        done=sum(bin.events for bin in held if bin.status not in _AHEAD | _OFF),
        ahead=sum(bin.events for bin in held if bin.status in _AHEAD),
        off=sum(bin.events for bin in held if bin.status in _OFF),
        query=query,
    )
