"""Days of a month tied to a weekday by the words: together they fix the year among few."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

import msgspec

from communique.linking.times._calendar import make_day
from communique.linking.times._report import (
    PARAGRAPH_END,
    SENTENCE_END,
    Report,
    around,
    bare_weekday,
    is_ahead,
    is_dateline,
    is_said,
    lacks_year,
    neighbours,
)
from communique.linking.times._values import Day, Duration, Range, Relative, TimeExpression, Weekday
from communique.linking.times._words import COUNT, S, count_of
from communique.linking.times._writing import lies_ahead, news_weekday
from communique.types.span import Span

__all__ = ["Tie", "ties"]

_DAYS_ON = re.compile(rf"\b{COUNT}{S}days{S}on\b(?=[,.;:)]|$)", re.IGNORECASE)
"""Said of now, with the day that it is counted from in the same sentence: "ten days on, the votes of May 7"."""
_BESIDE = re.compile(r",?\s\(?")
_LEAP_YEAR = 2024
_TODAY = Relative(unit="day", offset=0)


class Tie(msgspec.Struct, frozen=True):
    """A day of a month and the weekday that it was; ``bare`` if the weekday also stands without it.

    ``last`` marks "last Friday, 10 March", which is said in the week after.
    """

    day: Day
    weekday: int
    bare: bool
    span: Span
    last: bool = False


def ties(report: Report) -> list[Tie]:
    """The ties of a report, those whose weekday stands by itself first."""
    found = (
        *_last_ties(report),
        *_dateline_ties(report),
        *_run_ties(report),
        *_arrival_ties(report),
        *_elapsed_ties(report),
        *_named_ties(report),
    )
    return sorted(found, key=lambda tie: not tie.bare)


def _last_ties(report: Report) -> Iterator[Tie]:
    """ "Last Friday, 10 March"."""
    for one, other in pairwise(report.expressions):
        if not (isinstance(one.value, Weekday) and one.value.modifier == "last" and isinstance(other.value, Day)):
            continue
        if lacks_year(other.value) and _BESIDE.fullmatch(report.text, one.span.end, other.span.start):
            yield Tie(other.value, one.value.weekday, True, other.span, last=True)


def _dateline_ties(report: Report) -> Iterator[Tie]:
    """The dateline's day and the one weekday past of its paragraph: agencies file on the day of which they tell."""
    for one in report.expressions:
        if not isinstance(one.value, Day) or not lacks_year(one.value) or not is_dateline(report.text, one.span):
            continue
        beside = [other for other in neighbours(report, one, PARAGRAPH_END) if other.span.start > one.span.start]
        weekdays = {bare_weekday(other.value) for other in beside if not is_ahead(report.text, other.span)} - {None}
        weekday = weekdays.pop() if len(weekdays) == 1 else None
        if weekday is None and not any(bare_weekday(other.value) for other in beside):
            weekday = _told_today(report)
        if weekday is not None:
            yield Tie(one.value, weekday, True, one.span)
        return


def _told_today(report: Report) -> int | None:
    """The only weekday past of a report that tells of "today", the one after it being still ahead."""
    today = any(isinstance(one.value, Relative) and one.value == _TODAY for one in report.expressions)
    told = [(weekday, lies_ahead(report.text, one.span)) for one in report.expressions for weekday in _weekday(one)]
    past, ahead = {day for day, is_next in told if not is_next}, {day for day, is_next in told if is_next}
    weekday = past.pop() if len(past) == 1 else None
    return weekday if today and weekday is not None and weekday % 7 + 1 in ahead else None


def _weekday(one: TimeExpression) -> Iterator[int]:
    weekday = bare_weekday(one.value)
    if weekday is not None:
        yield weekday


def _elapsed_ties(report: Report) -> Iterator[Tie]:
    """The weekday of the news, and the day so many days after one of which it says how long ago it was."""
    weekday = news_weekday(report)
    for one in report.expressions:
        if weekday is None or not isinstance(one.value, Day) or one.value.month is None or not lacks_year(one.value):
            continue
        elapsed = _DAYS_ON.search(report.text, *around(report.text, one.span, SENTENCE_END))
        day = make_day(_LEAP_YEAR, one.value.month, one.value.day)
        if elapsed is not None and day is not None:
            now = day + timedelta(days=count_of(elapsed["count"]))
            yield Tie(Day(day=now.day, month=now.month), weekday, True, one.span)


def _named_ties(report: Report) -> Iterator[Tie]:
    """Days that the words give with their weekday: "Monday, April 8"."""
    for one in report.expressions:
        value = one.value.first if isinstance(one.value, Range) else one.value
        if isinstance(value, Day) and value.weekday is not None and lacks_year(value):
            yield Tie(value, value.weekday, False, one.span)


def _run_ties(report: Report) -> Iterator[Tie]:
    """As many weekdays as days of a month elsewhere: "Monday and Tuesday", "April 8 and 9".

    Only where the text has no other runs of that length, so that they must be the same.
    """
    weekdays = dict(reversed(list(_weekday_runs(report))))
    days = dict(reversed(list(_day_runs(report))))
    lengths = Counter(length for _, length in weekdays), Counter(length for _, length in days)
    for (day, length), span in days.items():
        for weekday, other in weekdays:
            if length == other and lengths[0][length] == lengths[1][length] == 1:
                yield Tie(day, weekday, True, span)


def _arrival_ties(report: Report) -> Iterator[Tie]:
    """The one weekday and the one run of days in a sentence about what is to come: the run begins then.

    "is to land in Oslo on Monday for a visit on May 6 and 7"; not the weekday of a statement.
    """
    for one in report.expressions:
        run, weekday = one.value, None
        if not (isinstance(run, Range) and isinstance(run.first, Day) and lacks_year(run.first)):
            continue
        others = [other for other in neighbours(report, one, SENTENCE_END) if other != one]
        if len(others) == 1 and others[0].span.start < one.span.start and not is_said(report, others[0]):
            weekday = bare_weekday(others[0].value)
        if weekday is not None and is_ahead(report.text, one.span):
            yield Tie(run.first, weekday, True, one.span)


def _weekday_runs(report: Report) -> Iterator[tuple[tuple[int, int], Span]]:
    """First weekday and length of "Monday and Tuesday" and of "on Monday on a two-day visit" ahead."""
    for one in report.expressions:
        value = one.value
        if isinstance(value, Range) and isinstance(value.first, Weekday) and isinstance(value.last, Weekday):
            yield (value.first.weekday, (value.last.weekday - value.first.weekday) % 7 + 1), one.span
        elif (weekday := bare_weekday(value)) and is_ahead(report.text, one.span):
            length = _told_length(report, one)
            if length is not None:
                yield (weekday, length), one.span


def _told_length(report: Report, one: TimeExpression) -> int | None:
    """The days that the sentence of a weekday says something lasts, if it names no other weekday."""
    values = [other.value for other in neighbours(report, one, SENTENCE_END)]
    lengths = {value.count for value in values if isinstance(value, Duration) and value.unit == "day"}
    alone = sum(isinstance(value, Weekday) for value in values) == 1
    return lengths.pop() if alone and len(lengths) == 1 else None


def _day_runs(report: Report) -> Iterator[tuple[tuple[Day, int], Span]]:
    """First day and length of "April 8 and 9"."""
    for one in report.expressions:
        value = one.value
        if isinstance(value, Range) and isinstance(value.first, Day) and isinstance(value.last, Day):
            first, last = value.first, value.last
            if lacks_year(first) and first.month == last.month and value.joined != "or":
                yield (first, last.day - first.day + 1), one.span
