"""The publication date of a report that does not tell it, from the calendar alone.

A weekday and a day of the month fix the year among few. Which few the text tells: it was written
after every past date that it names with a year, and seldom long after the newest of them. One year
must remain, else there is no answer. The day is then bounded by how news names days: a bare weekday
is one within a week of writing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec

from communique.linking._time_calendar import make_day, weekday_before
from communique.linking._time_resolving import Reference, days_of, is_whole
from communique.linking._time_values import (
    Bound,
    Day,
    Duration,
    Month,
    Months,
    Point,
    Range,
    Relative,
    TimeExpression,
    Value,
    Weekday,
)
from communique.types.edtf import when
from communique.types.span import Span
from communique.types.when import When

__all__ = ["infer_published", "is_ahead", "is_dateline"]

_YEARS_ON = 2
"""Years after the newest past year named in which a report may have been written. News dates its
background ("in 2023", "since February 2022"), so the newest such year is mostly the current or the last
one; and a weekday meets its date again after five or six years, so that a wider window could not tell."""
_WEEK = timedelta(days=6)  # a bare weekday names one at most six days from writing
_FORTNIGHT = timedelta(days=14)  # a date with its weekday ("Monday, April 8") and no year is recent or near
_NEXT_DAY = timedelta(days=1)  # a report that names the weekday of a statement is of that day or the next
_TOGETHER = timedelta(days=60)  # dates without a year in one report lie close
_LAST_MONTH_COMPARED = 9  # later periods are often reported in the new year, when "last year" has moved on
_SENTENCE = 300  # characters at most on either side

_SENTENCE_END = re.compile(r"[.!?]['\"”’)]?\s+(?=['\"“‘(]?[A-Z])|\n\s*\n")
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_FUTURE = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:to|due|set|expected|scheduled|planned|going)"
    r"|to be held|upcoming|plans? to)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|announced|told|stated|confirmed|declared|released|reported)\b[^.\n]{0,60}$")
_DATELINE = re.compile(r"(?:^|\n)[A-Z][\w.’' -]{1,30}(?:,[ ][A-Z][\w.’' -]{1,30}){0,2},[ ]$")
_AFTER_DATELINE = re.compile(r"[ ]?(?:\([^()\n]{1,30}\)[ ]?)?(?:[:–—-]|\n|$)")
_SAME_PERIOD = re.compile(
    r"\b(?:same|corresponding|comparable)\s(?:period|months?|quarter|time)\s(?:(?:of|in)\s)?(?:the\s)?$"
)


class _Report(msgspec.Struct, frozen=True):
    """A text with its expressions of time, and the days between which it may have been written.

    ``newest`` is the newest past date that it names with its year, and begins on ``since``; null where
    ``since`` is known from elsewhere.
    """

    text: str
    expressions: tuple[TimeExpression, ...]
    newest: TimeExpression | None
    since: date
    until: date

    def days(self, day: Day) -> list[date]:
        """The dates that a day without a year may be, in the years in which the text may be written."""
        if day.month is None:
            return []
        years = range(self.since.year, self.until.year + 1)
        return [made for year in years if (made := make_day(year, day.month, day.day)) is not None]


def infer_published(
    text: str, expressions: Sequence[TimeExpression], *, not_after: date | None, not_before: date | None = None
) -> When | None:
    """The days on which ``text`` may have been published if the calendar leaves one year, else ``None``.

    ``expressions`` are all those of the text; ``not_before`` and ``not_after`` bound the day from without
    (office-holders named, today). The answer's evidence is the expression that decided.
    """
    report = _read_report(text, tuple(expressions), not_before, not_after)
    if report is None:
        return None
    for infer in (_by_weekday_and_day, _by_dated_weekday, _by_comparison, _by_repeated_day):
        found = infer(report)
        if found is not None:
            return _clipped(_by_dateline(report, found), report)
    return None


def _clipped(found: When, report: _Report) -> When | None:
    """``found`` within the days on which the report may have been written."""
    if found.earliest is None or found.latest is None:
        return None
    earliest, latest = max(found.earliest, report.since), min(found.latest, report.until)
    return when(earliest, latest, "inferred", found.evidence) if earliest <= latest else None


# --- the years --------------------------------------------------------------------------------


def _read_report(
    text: str, expressions: tuple[TimeExpression, ...], not_before: date | None, not_after: date | None
) -> _Report | None:
    past = [one for one in expressions if _first_day(one.value) is not None and not is_ahead(text, one.span)]
    newest = max(past, key=lambda one: _first_day(one.value) or date.min, default=None)
    told = None if newest is None else _first_day(newest.value)
    since = max((day for day in (told, not_before) if day is not None), default=None)
    if since is None:
        return None
    window = date(since.year + _YEARS_ON, 12, 31) if since == told else None
    until = min((day for day in (window, not_after) if day is not None), default=None)
    if until is None or since > until:
        return None
    return _Report(text, expressions, newest if since == told else None, since, until)


def _dated(value: Value) -> Point | None:
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


def _first_day(value: Value) -> date | None:
    """The first day of a date that the words give whole."""
    point = _dated(value)
    days = days_of(point, Reference(None)) if point is not None and is_whole(point) else None
    return None if days is None else days[0]


def is_ahead(text: str, span: Span) -> bool:
    """Whether the sentence of ``span`` speaks of what is to come."""
    return _FUTURE.search(text, *_around(text, span, _SENTENCE_END)) is not None


def _around(text: str, span: Span, ending: re.Pattern[str]) -> tuple[int, int]:
    """The stretch between two endings in which ``span`` lies."""
    low, high = max(0, span.start - _SENTENCE), min(len(text), span.end + _SENTENCE)
    start = max((match.end() for match in ending.finditer(text, low, span.start)), default=low)
    end = ending.search(text, span.end, high)
    return start, high if end is None else end.start()


def _neighbours(report: _Report, one: TimeExpression, ending: re.Pattern[str]) -> list[TimeExpression]:
    start, end = _around(report.text, one.span, ending)
    first = bisect_left(report.expressions, start, key=lambda other: other.span.start)
    after = bisect_right(report.expressions, end, key=lambda other: other.span.end)
    return list(report.expressions[first:after])


# --- a weekday tied to a day of a month -------------------------------------------------------


class _Tie(msgspec.Struct, frozen=True):
    """A day of a month and the weekday that it was; ``bare`` if the weekday also stands without it."""

    day: Day
    weekday: int
    bare: bool
    span: Span


def _by_weekday_and_day(report: _Report) -> When | None:
    """Each tie must fit one year, and all the same time of it."""
    ties = sorted((*_run_ties(report), *_arrival_ties(report), *_named_ties(report)), key=lambda tie: not tie.bare)
    fits = [[day for day in report.days(tie.day) if day.isoweekday() == tie.weekday] for tie in ties]
    if not ties or any(len(days) != 1 for days in fits):
        return None
    days = [day for fit in fits for day in fit]
    return _near(report, ties[0], days[0]) if max(days) - min(days) <= _TOGETHER else None


def _near(report: _Report, tie: _Tie, day: date) -> When:
    """The days of writing from which ``day`` could be named so."""
    reach = _WEEK if tie.bare else _FORTNIGHT
    days = (day - reach, day) if is_ahead(report.text, tie.span) else (day, day + reach)
    said = {_bare_weekday(one.value) for one in report.expressions if _is_said(report, one)} - {None}
    weekday = said.pop() if len(said) == 1 else None
    if weekday is not None and weekday != tie.weekday:
        latest = weekday_before(days[1], weekday)
        if days[0] <= latest and latest - timedelta(days=7) < days[0]:
            days = latest, min(latest + _NEXT_DAY, days[1])
    return when(*days, "inferred", tie.span)


def _is_said(report: _Report, one: TimeExpression) -> bool:
    """Whether the weekday is that of a statement: "announced in a press release on Sunday"."""
    return _SAID.search(report.text, max(0, one.span.start - 80), one.span.start) is not None


def _bare_weekday(value: Value) -> int | None:
    """The weekday that stands for itself: not "last Monday", nor part of a date."""
    if isinstance(value, Weekday) and (value.modifier, value.weeks, value.side) == (None, None, None):
        return value.weekday
    return None


def _named_ties(report: _Report) -> Iterator[_Tie]:
    """Days that the words give with their weekday: "Monday, April 8"."""
    for one in report.expressions:
        value = one.value.first if isinstance(one.value, Range) else one.value
        if isinstance(value, Day) and value.weekday is not None and _lacks_year(value):
            yield _Tie(value, value.weekday, False, one.span)


def _lacks_year(day: Day) -> bool:
    return day.year is None and day.year_offset is None and not day.anchored


def _run_ties(report: _Report) -> Iterator[_Tie]:
    """As many weekdays as days of a month elsewhere: "Monday and Tuesday", "April 8 and 9".

    Only where the text has no other runs of that length, so that they must be the same.
    """
    weekdays = dict(reversed(list(_weekday_runs(report))))
    days = dict(reversed(list(_day_runs(report))))
    lengths = Counter(length for _, length in weekdays), Counter(length for _, length in days)
    for (day, length), span in days.items():
        for weekday, other in weekdays:
            if length == other and lengths[0][length] == lengths[1][length] == 1:
                yield _Tie(day, weekday, True, span)


def _arrival_ties(report: _Report) -> Iterator[_Tie]:
    """The one weekday and the one run of days in a sentence about what is to come: the run begins then.

    "is to land in Oslo on Monday for a visit on May 6 and 7"; not the weekday of a statement.
    """
    for one in report.expressions:
        run, weekday = one.value, None
        if not (isinstance(run, Range) and isinstance(run.first, Day) and _lacks_year(run.first)):
            continue
        others = [other for other in _neighbours(report, one, _SENTENCE_END) if other != one]
        if len(others) == 1 and others[0].span.start < one.span.start and not _is_said(report, others[0]):
            weekday = _bare_weekday(others[0].value)
        if weekday is not None and is_ahead(report.text, one.span):
            yield _Tie(run.first, weekday, True, one.span)


def _weekday_runs(report: _Report) -> Iterator[tuple[tuple[int, int], Span]]:
    """First weekday and length of "Monday and Tuesday" and of "on Monday on a two-day visit" ahead."""
    for one in report.expressions:
        value = one.value
        if isinstance(value, Range) and isinstance(value.first, Weekday) and isinstance(value.last, Weekday):
            yield (value.first.weekday, (value.last.weekday - value.first.weekday) % 7 + 1), one.span
        elif (weekday := _bare_weekday(value)) and is_ahead(report.text, one.span):
            length = _told_length(report, one)
            if length is not None:
                yield (weekday, length), one.span


def _told_length(report: _Report, one: TimeExpression) -> int | None:
    """The days that the sentence of a weekday says something lasts, if it names no other weekday."""
    values = [other.value for other in _neighbours(report, one, _SENTENCE_END)]
    lengths = {value.count for value in values if isinstance(value, Duration) and value.unit == "day"}
    alone = sum(isinstance(value, Weekday) for value in values) == 1
    return lengths.pop() if alone and len(lengths) == 1 else None


def _day_runs(report: _Report) -> Iterator[tuple[tuple[Day, int], Span]]:
    """First day and length of "April 8 and 9"."""
    for one in report.expressions:
        value = one.value
        if isinstance(value, Range) and isinstance(value.first, Day) and isinstance(value.last, Day):
            first, last = value.first, value.last
            if _lacks_year(first) and first.month == last.month and value.joined != "or":
                yield (first, last.day - first.day + 1), one.span


# --- other ways -------------------------------------------------------------------------------


def _by_dated_weekday(report: _Report) -> When | None:
    """The newest date, told with its year, has its bare weekday beside it: it is within the week."""
    if report.newest is None or not isinstance(report.newest.value, Day):
        return None
    for dated in report.expressions:
        if dated.value != report.newest.value:
            continue
        for one in _neighbours(report, dated, _PARAGRAPH_END):
            if _bare_weekday(one.value) == report.since.isoweekday():
                return when(report.since, report.since + _WEEK, "inferred", one.span)
    return None


def _by_comparison(report: _Report) -> When | None:
    """The newest period is set against "the same period of last year": it is of the year of writing."""
    point = _dated(report.newest.value) if report.newest is not None else None
    if not isinstance(point, Month | Months):
        return None
    ends = days_of(point, Reference(None))
    for one in report.expressions:
        last_year = isinstance(one.value, Relative) and (one.value.unit, one.value.offset) == ("year", -1)
        compared = last_year and _SAME_PERIOD.search(report.text, max(0, one.span.start - 40), one.span.start)
        if compared and ends is not None and ends[1].month <= _LAST_MONTH_COMPARED:
            return when(ends[1], date(ends[1].year, 12, 31), "inferred", one.span)
    return None


def _by_repeated_day(report: _Report) -> When | None:
    """The newest date, told with its year, comes again without: it is recent."""
    point = _dated(report.newest.value) if report.newest is not None else None
    if report.newest is None or not isinstance(point, Day) or report.newest.value != point:
        return None
    bare = Day(day=point.day, month=point.month)
    for one in report.expressions:
        if one.value == bare and not is_ahead(report.text, one.span):
            return when(report.since, report.since + _FORTNIGHT, "inferred", one.span)
    return None


def _by_dateline(report: _Report, found: When) -> When:
    """The dateline's day, if there is one ("Baku, Azerbaijan, May 12") and it fits what was found."""
    for one in report.expressions:
        if not isinstance(one.value, Day) or not _lacks_year(one.value) or not is_dateline(report.text, one.span):
            continue
        for day in report.days(one.value):
            if found.compatible(when(day - _WEEK, day + _WEEK, "inferred")):
                return when(day, day, "inferred", one.span)
    return found


def is_dateline(text: str, span: Span) -> bool:
    """Whether the day of ``span`` stands in a dateline: "Baku, Azerbaijan, May 12", "OSLO, May 3 (NTB) -"."""
    before = text[max(0, span.start - 100) : span.start]
    return _DATELINE.search(before) is not None and _AFTER_DATELINE.match(text, span.end) is not None
