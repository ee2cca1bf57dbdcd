"""The publication date of a report that does not tell it, from the calendar alone.

A weekday and a day of the month fix the year among few. Which few the text tells: it was written
after every past date that it names with a year, and seldom long after the newest of them. One year
must remain, else there is no answer. The day is then bounded by how news names days: see
``_writing``. The captions of pictures, whose dates may be of any time, count only where the text has
the same day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import reduce

from communique.codebook.calendar import CALENDAR_WORDS
from communique.linking.times._calendar import make_day
from communique.linking.times._finding import find_times
from communique.linking.times._masthead import is_stamp, of_masthead
from communique.linking.times._occasions import Occasion
from communique.linking.times._report import (
    PARAGRAPH_END,
    SENTENCE_END,
    Report,
    around,
    bare_weekday,
    dated,
    is_ahead,
    is_dateline,
    lacks_year,
    neighbours,
    read_report,
)
from communique.linking.times._resolving import Reference, days_of
from communique.linking.times._stretches import ALWAYS, Stretches, common
from communique.linking.times._ties import ties
from communique.linking.times._values import Day, Month, Months, Range, Relative, TimeExpression, Value, Year
from communique.linking.times._writing import (
    days_of_writing,
    lies_ahead,
    news_weekday,
    told_ahead,
    written_after,
    written_on_opening,
)
from communique.types.edtf import read_edtf, when
from communique.types.span import Span
from communique.types.when import When

__all__ = ["infer_beside", "infer_published", "narrowed"]

_WEEK = timedelta(days=6)  # a bare weekday names one at most six days from writing
_FORTNIGHT = timedelta(days=14)  # a date without its year is recent or near
_TOGETHER = timedelta(days=60)  # dates without a year in one report lie close
_MONTH = 31  # days
_SOME_ITEMS = 2
_FEW_YEARS = 4  # more answers than these say nothing
_OF_CLUES = 366  # days; a wider answer says little
_LEAD = 700  # characters
_HEAD = 200  # characters
_ONE_DAY = timedelta(days=1)
_LAST_MONTH_COMPARED = 9  # later periods are often reported in the new year, when "last year" has moved on
_TODAY = re.compile(r"\btoday,?\s\(?(?:on\s)?$", re.IGNORECASE)
_NEAR = 12  # characters
_SAME_PERIOD = re.compile(
    r"\b(?:same|corresponding|comparable)\s(?:period|months?|quarter|time)\s(?:(?:of|in)\s)?(?:the\s)?$"
)
_PLUPERFECT = re.compile(r"\bhad\s(?:\w+\s){0,3}?(?:been|\w{2,}(?:ed|en|wn|un|ne|ld|nt|pt|ck|ung|et|ut|me))\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]{3,}")


def infer_published(
    text: str,
    expressions: Sequence[TimeExpression],
    *,
    possible: Stretches = ALWAYS,
    occasions: Sequence[Occasion] = (),
    captions: Sequence[str] = (),
) -> When | None:
    """The days on which ``text`` may have been published if the calendar leaves one year, else ``None``.

    ``expressions`` are all those of the text; ``possible`` are the days left from without (office-holders
    named, today), ``occasions`` clues that leave some of them. The answer's evidence is the expression that decided.
    """
    found = _inferred(text, expressions, possible, occasions, captions)
    return None if found is None else of_masthead(text, expressions, found)


def _inferred(
    text: str,
    expressions: Sequence[TimeExpression],
    possible: Stretches,
    occasions: Sequence[Occasion],
    captions: Sequence[str],
) -> When | None:
    bounds = Report(text, tuple(expressions), None, possible[0][0], possible[-1][1], possible)
    pictured = _by_captions(bounds, captions)
    if pictured is not None:
        return _clipped(pictured, bounds)
    since = _since_pictures(bounds, captions)
    left = reduce(common, (one.days for one in occasions), since)
    occasions = occasions if left else ()  # where they contradict one another none counts
    report = read_report(text, tuple(expressions), left or since)
    if report is None:
        return None
    for infer in (_by_items, _by_weekday_and_day, _by_dated_weekday, _by_comparison, _by_repeated_day, _by_filing):
        found = infer(report)
        if found is not None:
            return _clipped(_by_dateline(report, found), report)
    by_occasion = _by_occasion(report, occasions) if occasions else None
    return _narrower(by_occasion, _by_years(report)) or written_on_opening(report)


def _narrower(one: When | None, other: When | None) -> When | None:
    """Of two answers the narrower, where both can be true; else the first."""
    if one is None or other is None:
        return one or other
    return other if one.compatible(other) and _length(other) < _length(one) else one


def _length(found: When) -> timedelta:
    return (found.latest or date.max) - (found.earliest or date.min)


def _by_occasion(report: Report, occasions: Sequence[Occasion]) -> When | None:
    """The few days that clues leave, of them the one that is the weekday of the news."""
    days = common(report.possible, ((report.since, report.until),))
    if not days or (days[-1][1] - days[0][0]).days > _OF_CLUES:
        return None
    span = min(occasions, key=lambda one: sum((last - first).days for first, last in one.days)).span
    weekday = news_weekday(report)
    fitting = [day for day in _days_of(days) if weekday == day.isoweekday()]
    if weekday is not None and len(fitting) == 1:
        return _clipped(written_after(report, weekday, fitting[0], span), report)
    first, last = (fitting[0], min(fitting[-1] + _ONE_DAY, days[-1][1])) if fitting else (days[0][0], days[-1][1])
    return when(first, last, "inferred", span)


def _days_of(stretches: Stretches) -> Iterator[date]:
    for first, last in stretches:
        yield from (first + timedelta(days=n) for n in range((last - first).days + 1))


def _by_years(report: Report) -> When | None:
    """A day without its year, of the news, in each of the few years that persons in office leave.

    That it can be the weekday of the news does not say that it is. What had been planned or done before it is no
    day of the news.
    """
    told_days = (one for one in report.expressions if _first(one.value) is not None)
    one = next((one for one in told_days if not _is_recalled(report, one)), None)
    told = None if one is None else _first(one.value)
    if one is None or told is None or report.newest is not None or report.possible[-1][1] == date.max:
        return None
    ahead = told_ahead(report.text, one.span)
    weekdays = {tie.weekday for tie in ties(report) if tie.day == told}
    if weekdays and not any(day.isoweekday() in weekdays for day in report.days(told)):
        return None  # the persons in office are known wrongly, or not for all their terms
    near = (((day - _FORTNIGHT, day) if ahead else (day, day + _FORTNIGHT)) for day in report.days(told))
    days = common(tuple(near), common(report.possible, ((report.since, report.until),)))
    if not days or len(days) > _FEW_YEARS or one.span.start > _LEAD:
        return None
    if len(days) == 1:
        return when(*days[0], "inferred", one.span)
    edtf = f"[{','.join(dict.fromkeys(f'{day:%Y-%m}' for pair in days for day in pair))}]"
    return when(*read_edtf(edtf), "inferred", one.span, edtf)


def _is_recalled(report: Report, one: TimeExpression) -> bool:
    """ "Had invited her for May 2": told of a time before the news."""
    start, _ = around(report.text, one.span, SENTENCE_END)
    return _PLUPERFECT.search(report.text, start, one.span.start) is not None


def _first(value: Value) -> Day | None:
    """The day without a year that an expression names or begins with."""
    first = value.first if isinstance(value, Range) else value
    return first if isinstance(first, Day) and first.month is not None and lacks_year(first) else None


def _clipped(found: When, report: Report) -> When | None:
    """``found`` within the days on which the report may have been written."""
    if found.earliest is None or found.latest is None:
        return None
    told = ((found.earliest, found.latest),)
    days = common(report.possible, common(told, ((report.since, report.until),)))
    days = days or (common(report.beside, told) if found.day is not None else ())
    return when(days[0][0], days[-1][1], "inferred", found.evidence) if days else None


def _by_items(report: Report) -> When | None:
    """Several items under lines with one and the same day, which is the newest that is named."""
    lines = [one for one in report.expressions if isinstance(one.value, Day) and _stands_alone(report.text, one.span)]
    if len(lines) < _SOME_ITEMS or any(one.value != lines[0].value for one in lines):
        return None
    found = days_of(lines[0].value, Reference(None)) if isinstance(lines[0].value, Day) else None
    return when(*found, "inferred", lines[0].span) if found is not None and found[0] == report.since else None


def _heads_report(report: Report, span: Span) -> bool:
    """ "Friday 3 May" on a line of its own above the text: the day of a paper, a bulletin or a live page."""
    alone = _stands_alone(report.text, span) and not is_ahead(report.text, span)
    return alone and span.start < _HEAD and bool(report.text[_line_end(report.text, span) :].strip())


def _stands_alone(text: str, span: Span) -> bool:
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return not before.strip(" \t\r•*·–-|:") and is_stamp(text[span.end : _line_end(text, span)].rstrip("\r•*:"))


def _line_end(text: str, span: Span) -> int:
    end = text.find("\n", span.end)
    return len(text) if end < 0 else end


def _by_weekday_and_day(report: Report) -> When | None:
    """Each tie must fit one year, and all the same time of it; a day at the head of the page needs no others."""
    found = ties(report)
    head = next((tie for tie in found if _heads_report(report, tie.span)), None)
    found = found if head is None else [head]
    fits = [[day for day in report.days(tie.day) if day.isoweekday() == tie.weekday] for tie in found]
    if not found or any(len(days) != 1 for days in fits):
        return None
    days = [day for fit in fits for day in fit]
    if max(days) - min(days) > _TOGETHER:
        return None
    today = next((tie for tie in found if _is_today(report.text, tie.span)), head)
    if today is not None:
        return when(days[0], days[0], "inferred", today.span)
    if found[0].last:
        return when(days[0] + _ONE_DAY, days[0] + _ONE_DAY + _WEEK, "inferred", found[0].span)
    return days_of_writing(report, found[0].weekday, days[0], found[0].span, bare=found[0].bare)


def _is_today(text: str, span: Span) -> bool:
    """ "Today, Monday, 1 February"."""
    return _TODAY.search(text, max(0, span.start - _NEAR), span.start) is not None


def _by_dated_weekday(report: Report) -> When | None:
    """The newest date, told with its year, has its bare weekday beside it: it is within the week."""
    if report.newest is None or not isinstance(report.newest.value, Day):
        return None
    for newest in report.expressions:
        if newest.value != report.newest.value:
            continue
        for one in neighbours(report, newest, PARAGRAPH_END):
            if bare_weekday(one.value) == report.since.isoweekday():
                return days_of_writing(report, report.since.isoweekday(), report.since, one.span, bare=True)
    return None


def _by_comparison(report: Report) -> When | None:
    """The newest period is set against "the same period of last year": it is of the year of writing."""
    point = dated(report.newest.value) if report.newest is not None else None
    if not isinstance(point, Month | Months):
        return None
    ends = days_of(point, Reference(None))
    for one in report.expressions:
        last_year = isinstance(one.value, Relative) and (one.value.unit, one.value.offset) == ("year", -1)
        compared = last_year and _SAME_PERIOD.search(report.text, max(0, one.span.start - 40), one.span.start)
        if compared and ends is not None and ends[1].month <= _LAST_MONTH_COMPARED:
            return when(ends[1], date(ends[1].year, 12, 31), "inferred", one.span)
    return None


def _by_repeated_day(report: Report) -> When | None:
    """The newest date, told with its year, comes again without: it is recent."""
    point = dated(report.newest.value) if report.newest is not None else None
    if report.newest is None or not isinstance(point, Day) or report.newest.value != point:
        return None
    bare = Day(day=point.day, month=point.month)
    for one in report.expressions:
        if one.value == bare and not is_ahead(report.text, one.span):
            return _about(report, report.since, one.span)
    return None


def _by_filing(report: Report) -> When | None:
    """A dateline's day, in the only year left between those that are told by their numbers as past and as ahead.

    News calls the year of writing "this year", and gives the others their numbers.
    """
    filed = next((one for one in report.expressions if is_dateline(report.text, one.span)), None)
    if filed is None or not isinstance(filed.value, Day) or not lacks_year(filed.value):
        return None
    past, ahead = _years_told(report)
    last, first = max(past, default=0), min(ahead, default=date.max.year)
    days = [day for day in report.days(filed.value) if last < day.year < first]
    return when(days[0], days[0], "inferred", filed.span) if len(days) == 1 else None


def _years_told(report: Report) -> tuple[set[int], set[int]]:
    """The years told by their bare numbers: as past, and as still to come."""
    told = [(one.value, is_ahead(report.text, one.span)) for one in report.expressions]
    years = [(value.year, ahead) for value, ahead in told if isinstance(value, Year) and value.years == 1]
    return {year for year, ahead in years if not ahead}, {year for year, ahead in years if ahead}


def _about(report: Report, day: date, span: Span) -> When:
    """From the last past day told after ``day`` to the one before the first that lies ahead, within a fortnight."""
    told = [(made, lies_ahead(report.text, one.span)) for one in report.expressions for made in _near(one, day)]
    first = max((made for made, ahead in told if not ahead), default=day)
    last = min((made - _ONE_DAY for made, ahead in told if ahead and made > first), default=first + _FORTNIGHT)
    return when(first, last, "inferred", span)


def _near(one: TimeExpression, day: date) -> list[date]:
    """The day of an expression without a year, if it is in the fortnight from ``day``."""
    if not isinstance(one.value, Day) or one.value.month is None or not lacks_year(one.value):
        return []
    years = (day.year, day.year + 1)
    days = [made for year in years if (made := make_day(year, one.value.month, one.value.day)) is not None]
    return [made for made in days if day <= made <= day + _FORTNIGHT]


def _by_captions(report: Report, captions: Sequence[str]) -> When | None:
    """The days of the one date that captions give and the text confirms."""
    found = {when.edtf: when for caption in captions if (when := _by_caption(report, caption)) is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _by_caption(report: Report, caption: str) -> When | None:
    """The picture is of this news: it names who the text is about, and the weekday of the news or a day of its own."""
    times = find_times(caption)
    days = {days_of(one.value, Reference(None)) for one in times if isinstance(one.value, Day) and one.value.year}
    picture = days.pop() if len(days) == 1 else None
    if picture is None or not report.since <= picture[0] <= report.until or not _share_names(report.text, caption):
        return None
    day = picture[0]
    weekday = day.isoweekday()
    if news_weekday(report) == weekday and weekday in {_told_weekday(one.value) for one in times}:
        told = next(one for one in report.expressions if bare_weekday(one.value) == weekday)
        return written_after(report, weekday, day, told.span)
    same = Day(day=day.day, month=day.month)
    again = (one for one in report.expressions if one.value == same and not is_ahead(report.text, one.span))
    return next((_about(report, day, one.span) for one in again), None)


def _since_pictures(bounds: Report, captions: Sequence[str]) -> Stretches:
    """The possible days after the newest picture of whom the text is about; all of them where none is dated."""
    pictures = (_picture_day(bounds, caption) for caption in captions)
    newest = max((day for day in pictures if day is not None), default=date.min)
    return common(bounds.possible, ((newest, date.max),)) or bounds.possible


def _picture_day(bounds: Report, caption: str) -> date | None:
    """The one day, with its year, of a caption that shares names with the text."""
    found = (days_of(one.value, Reference(None)) for one in find_times(caption) if isinstance(one.value, Day))
    days = {pair[0] for pair in found if pair is not None}
    return days.pop() if len(days) == 1 and _share_names(bounds.text, caption) else None


def _told_weekday(value: Value) -> int | None:
    return value.weekday if isinstance(value, Day) else bare_weekday(value)


def _share_names(text: str, caption: str) -> bool:
    names = {word for word in _NAME.findall(caption) if word.lower() not in CALENDAR_WORDS}
    return any(word in names for word in _NAME.findall(text[:_LEAD]))


def infer_beside(text: str, told: Span, day: date) -> When | None:
    """The days of writing of a text that names ``day`` at ``told``, by a weekday or without its year."""
    report = Report(text, find_times(text), None, day, date.max)
    one = next((one for one in report.expressions if one.span.overlaps(told)), None)
    if one is None:
        return None
    if isinstance(one.value, Day):
        return _about(report, day, told)
    return days_of_writing(report, day.isoweekday(), day, told, bare=True)


def narrowed(text: str, expressions: Sequence[TimeExpression], published: When) -> When:
    """``published``, of which the month is known at best, from the last past day of it that the text names.

    The day of a dateline in that month is the day itself.
    """
    if published.day is not None or published.earliest is None or published.latest is None:
        return published
    past = [
        (made, one)
        for one in expressions
        if is_dateline(text, one.span) or not is_ahead(text, one.span)
        for made in _within(one, published)
    ]
    if not past:
        return published
    filed = next((found for found in past if is_dateline(text, found[1].span)), None)
    first, one = filed or max(past, key=lambda found: found[0])
    return when(first, first if filed else published.latest, "inferred", one.span)


def _within(one: TimeExpression, published: When) -> list[date]:
    """The day of an expression without a year, if it is one of the days of publication."""
    if not isinstance(one.value, Day) or one.value.month is None or not lacks_year(one.value):
        return []
    first, last = published.earliest, published.latest
    if first is None or last is None or (last - first).days > _MONTH:
        return []
    years = range(first.year, last.year + 1)
    days = [made for year in years if (made := make_day(year, one.value.month, one.value.day)) is not None]
    return [made for made in days if first <= made <= last]


def _by_dateline(report: Report, found: When) -> When:
    """The dateline's day, if there is one ("Baku, Azerbaijan, May 12") and it fits what was found."""
    for one in report.expressions:
        if not isinstance(one.value, Day) or not lacks_year(one.value) or not is_dateline(report.text, one.span):
            continue
        for day in report.days(one.value):
            if found.compatible(when(day - _WEEK, day + _WEEK, "inferred")):
                return when(day, day, "inferred", one.span)
    return found
