"""An undated report as the inference of its day sees it: its expressions of time, and the days in question."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from communique.linking.times._calendar import make_day
from communique.linking.times._resolving import Reference, days_of, is_whole
from communique.linking.times._stretches import ALWAYS, Stretches, common, holds
from communique.linking.times._values import Bound, Day, Duration, Month, Point, Range, TimeExpression, Value, Weekday
from communique.types.span import Span

__all__ = [
    "PARAGRAPH_END",
    "SENTENCE_END",
    "Report",
    "around",
    "bare_weekday",
    "dated",
    "is_ahead",
    "is_dateline",
    "is_said",
    "lacks_year",
    "neighbours",
    "newest_told",
    "read_report",
    "speaks_of_future",
]

_YEARS_ON = 2
"""Years after the newest past year named in which a report may have been written. News dates its
background ("in 2023", "since February 2022"), so the newest such year is mostly the current or the last
one; and a weekday meets its date again after five or six years, so that a wider window could not tell."""
_BESIDE = 14  # days
_SENTENCE = 300  # characters at most on either side

SENTENCE_END = re.compile(r"[.!?]['\"”’)]?\s+(?=['\"“‘(]?[A-Z])|\n\s*\n")
PARAGRAPH_END = re.compile(r"\n\s*\n")
_FUTURE = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:to|due|set|expected|scheduled|planned|going)"
    r"|to be held|upcoming|plans? to|(?:undertakes?|pledges|vows|promises) to)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|announced|told|stated|confirmed|declared|released|reported)\b[^.\n]{0,60}$")
_DATELINE = re.compile(r"(?:^|\n)[A-Z][\w.’' -]{1,30}(?:,[ ][A-Z][\w.’' -]{1,30}){0,2},[ ]$")
_AFTER_DATELINE = re.compile(
    r"[.,]?[ ]/[A-Z][\w-]{1,20}/|[ ]?\([A-Z][^()\n]{1,30}\)[ ](?=[A-Z])|[ ]?(?:\([^()\n]{1,30}\)[ ]?)?(?:[:–—-]|\n|$)"
)


class Report(msgspec.Struct, frozen=True):
    """A text with its expressions of time, and the days between which it may have been written.

    ``newest`` is the newest past date that it names with its year, and begins on ``since``; null where
    ``since`` is known from elsewhere. ``possible`` are the days that persons in office, occasions and the
    clock leave.
    """

    text: str
    expressions: tuple[TimeExpression, ...]
    newest: TimeExpression | None
    since: date
    until: date
    possible: Stretches = ALWAYS

    def days(self, day: Day) -> list[date]:
        """The dates that a day without a year may be, in the years in which the text may be written.

        A day that is told may lie some time before or after a day on which the text can be written.
        """
        if day.month is None:
            return []
        years = range(self.since.year, self.until.year + 1)
        made = (make_day(year, day.month, day.day) for year in years)
        return [day for day in made if day is not None and self._beside(day)]

    @property
    def beside(self) -> Stretches:
        """The days on which it may have been written and those around them: offices are also told of who just left."""
        if self.possible == ALWAYS:
            return ALWAYS
        near = common(self.possible, ((self.since, self.until),))
        return tuple((_moved(first, -_BESIDE), _moved(last, _BESIDE)) for first, last in near)

    def _beside(self, day: date) -> bool:
        return holds(self.beside, day)


def _moved(day: date, days: int) -> date:
    return day if day in (date.min, date.max) else day + timedelta(days=days)


def read_report(text: str, expressions: tuple[TimeExpression, ...], possible: Stretches) -> Report | None:
    """The report, ``None`` where nothing tells the first year in which it may have been written.

    ``possible`` are the days that are left from without.
    """
    not_before = None if possible[0][0] == date.min else possible[0][0]
    not_after = None if possible[-1][1] == date.max else possible[-1][1]
    past = [one for one in expressions if _is_past(one, not_after) and not is_ahead(text, one.span)]
    newest = max(past, key=lambda one: _first_day(one.value) or date.min, default=None)
    told = None if newest is None else _first_day(newest.value)
    since = max((day for day in (told, not_before) if day is not None), default=None)
    if since is None:
        return None
    window = date(since.year + _YEARS_ON, 12, 31) if since == told else None
    until = min((day for day in (window, not_after) if day is not None), default=None)
    if until is None or since > until:
        return None
    return Report(text, expressions, newest if since == told else None, since, until, possible)


def newest_told(text: str, expressions: Sequence[TimeExpression]) -> date | None:
    """The first day of the newest date that a text gives whole and tells as past: it was written later.

    Years alone do not count, as plans are told by them in many ways.
    """
    dates = (one for one in expressions if isinstance(dated(one.value), Day | Month))
    past = (one for one in dates if _is_past(one, None) and not is_ahead(text, one.span))
    return max((day for one in past if (day := _first_day(one.value)) is not None), default=None)


def dated(value: Value) -> Point | None:
    """The point in time that an expression names, the last of two."""
    match value:
        case Range():
            return value.last
        case Bound():
            return value.of
        case Duration():
            return None
        case _:
            return value


def _is_past(one: TimeExpression, until: date | None) -> bool:
    """Whether it names a date whole that can lie before the day of writing, and not up to when something lasts."""
    if isinstance(one.value, Bound) and one.value.bound in ("until", "by"):
        return False
    first = _first_day(one.value)
    return first is not None and (until is None or first <= until)


def _first_day(value: Value) -> date | None:
    """The first day of a date that the words give whole."""
    point = dated(value)
    days = days_of(point, Reference(None)) if point is not None and is_whole(point) else None
    return None if days is None else days[0]


def is_ahead(text: str, span: Span) -> bool:
    """Whether the sentence of ``span`` speaks of what is to come."""
    return speaks_of_future(text, around(text, span, SENTENCE_END))


def speaks_of_future(text: str, stretch: tuple[int, int]) -> bool:
    """Whether a word of the stretch tells of what is to come."""
    return _FUTURE.search(text, *stretch) is not None


def around(text: str, span: Span, ending: re.Pattern[str]) -> tuple[int, int]:
    """The stretch between two endings in which ``span`` lies."""
    low, high = max(0, span.start - _SENTENCE), min(len(text), span.end + _SENTENCE)
    start = low
    for match in ending.finditer(text, low, span.start):
        start = match.end()
    end = ending.search(text, span.end, high)
    return start, high if end is None else end.start()


def neighbours(report: Report, one: TimeExpression, ending: re.Pattern[str]) -> list[TimeExpression]:
    """The expressions between the same two endings as ``one``, itself included."""
    start, end = around(report.text, one.span, ending)
    first = bisect_left(report.expressions, start, key=lambda other: other.span.start)
    after = bisect_right(report.expressions, end, key=lambda other: other.span.end)
    return list(report.expressions[first:after])


def bare_weekday(value: Value) -> int | None:
    """The weekday that stands for itself: not "last Monday", nor part of a date."""
    if isinstance(value, Weekday) and (value.modifier, value.weeks, value.side) == (None, None, None):
        return value.weekday
    return None


def lacks_year(day: Day) -> bool:
    """Whether the words leave the year of a day open."""
    return day.year is None and day.year_offset is None and not day.anchored


def is_dateline(text: str, span: Span) -> bool:
    """Whether the day of ``span`` stands in a dateline: "Baku, Azerbaijan, May 12", "OSLO, May 3 (NTB) -"."""
    before = text[max(0, span.start - 100) : span.start]
    if not before.endswith((", ", ", \n")):
        return False
    return _DATELINE.search(before) is not None and _AFTER_DATELINE.match(text, span.end) is not None


def is_said(report: Report, one: TimeExpression) -> bool:
    """Whether the weekday is that of a statement: "announced in a press release on Sunday"."""
    return _SAID.search(report.text, max(0, one.span.start - 80), one.span.start) is not None
