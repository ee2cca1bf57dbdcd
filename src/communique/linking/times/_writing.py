"""From a day that a report tells to the days on which it may have been written.

A bare weekday is one within a week of writing. The weekday of the news itself, told in the lead, is that day or
the day before; it is the day of writing where the report also speaks of it, or of the day after, as not yet over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from communique.linking.times._calendar import weekday_before
from communique.linking.times._report import (
    SENTENCE_END,
    Report,
    around,
    bare_weekday,
    is_ahead,
    is_said,
    speaks_of_future,
)
from communique.linking.times._values import Day, Range, Relative, TimeExpression
from communique.types.edtf import when
from communique.types.span import Span
from communique.types.when import When

__all__ = ["days_of_writing", "lies_ahead", "news_weekday", "told_ahead", "written_after", "written_on_opening"]

_WEEK = timedelta(days=6)  # a bare weekday names one at most six days from writing
_FORTNIGHT = timedelta(days=14)  # a date with its weekday ("Monday, April 8") and no year is recent or near
_NEXT_DAY = timedelta(days=1)  # a report that names the weekday of a statement is of that day or the next
_LEAD = 700  # characters in which the news itself is told
_RUN = 3  # days before that of the news which a report also calls by their weekdays
_OPENING = re.compile(
    r"(?:^|\n)[ \t]*(?:[A-Z][\w’' /-]{1,30}[–—:-]{1,2}[ ])?(?:On|In the (?:morning|afternoon|evening) of)[ ]$"
)
_HEAD = 400  # characters in which a release begins
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|goes?|meets?|sees?|opens?|starts?|begins?|hosts?|holds?|visits?|leaves?|arrives?|takes?|enters?)\b"
)
_WOULD = re.compile(r"\b(?:would|are to|is to|attends?)\b")
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|met|came|went|held|made|began|took|saw|left|gave"
    r"|(?!(?:expect|schedul|plann|slat|invit)ed\b)\w{2,}[^e\W]ed)\b"
)


def written_on_opening(report: Report) -> When | None:
    """The week from the day with which a release opens: "On April 6, 2023, the ministers met in Beijing".

    Ministries begin so, and put their releases out within days; a tale of old times begins so too, but goes on to
    newer dates.
    """
    first = next((one for one in report.expressions if isinstance(one.value, Day)), None)
    if first is None or report.newest is None or first.value != report.newest.value or first.span.start > _HEAD:
        return None
    if _OPENING.search(report.text, 0, first.span.start) is None or is_ahead(report.text, first.span):
        return None
    return when(report.since, report.since + _WEEK, "inferred", first.span)


def days_of_writing(report: Report, weekday: int, day: date, span: Span, *, bare: bool) -> When:
    """The days from which ``day``, a ``weekday`` told at ``span``, could be named so; ``bare`` by its weekday alone."""
    ahead = is_ahead(report.text, span)
    if ahead:
        told = news_weekday(report)
        if told is not None and told != weekday:
            return _written_before(report, told, day, span)
        reach = _WEEK if bare else _FORTNIGHT
        days = day - reach, day
    elif news_weekday(report) == weekday:
        return written_after(report, weekday, day, span)
    else:
        days = day, day + (_WEEK if bare or weekday in _past(report) else _FORTNIGHT)
    said = {bare_weekday(one.value) for one in report.expressions if is_said(report, one)} - {None}
    other = said.pop() if len(said) == 1 else None
    if other is not None and (other != weekday if ahead else 0 < (other - weekday) % 7 <= _RUN):
        latest = weekday_before(days[1], other)
        if days[0] <= latest and latest - timedelta(days=7) < days[0]:
            days = latest, min(latest + _NEXT_DAY, days[1])
    return when(*days, "inferred", span)


def _written_before(report: Report, told: int, day: date, span: Span) -> When:
    """From the last day of the weekday of the news before one that lies ahead: on that or the next."""
    news = weekday_before(day, told)
    return when(news, min(written_after(report, told, news, span).latest or news, day), "inferred", span)


def written_after(report: Report, weekday: int, day: date, span: Span) -> When:
    """The day of the news or, where nothing of it lies ahead, that or the next."""
    ahead = set(_ahead(report))
    open_still = weekday in ahead or weekday % 7 + 1 in ahead
    return when(day, day if open_still else day + _NEXT_DAY, "inferred", span)


def news_weekday(report: Report) -> int | None:
    """The weekday of the news: the first past one of the lead, if the others told lie just before it."""
    told = [w for one, w in _weekdays(report) if one.span.start < _LEAD and not is_ahead(report.text, one.span)]
    if not told or _is_of_yesterday(report) or any((told[0] - other) % 7 > _RUN for other in _past(report)):
        return None
    return told[0]


def _is_of_yesterday(report: Report) -> bool:
    """ "Trump led the charge yesterday", told before all weekdays: these are of the days before."""
    times = (one for one in report.expressions if one.span.start < _LEAD)
    first = next((one.value for one in times if isinstance(one.value, Relative) or bare_weekday(one.value)), None)
    return isinstance(first, Relative) and (first.unit, first.offset) == ("day", -1)


def _weekdays(report: Report) -> Iterator[tuple[TimeExpression, int]]:
    """The bare weekdays of a report, of a run the first."""
    for one in report.expressions:
        value = one.value.first if isinstance(one.value, Range) else one.value
        weekday = bare_weekday(value)
        if weekday is not None:
            yield one, weekday


def _past(report: Report) -> set[int]:
    """The weekdays that a report speaks of as past."""
    ahead = {one.span.start for one, _ in _weekdays(report) if lies_ahead(report.text, one.span)}
    return {weekday for one, weekday in _weekdays(report) if one.span.start not in ahead}


def _ahead(report: Report) -> Iterator[int]:
    """The weekdays that it speaks of as not yet over."""
    return (weekday for one, weekday in _weekdays(report) if lies_ahead(report.text, one.span))


def lies_ahead(text: str, span: Span) -> bool:
    """Whether the sentence speaks of what is to come, by its words or by a present tense: "starts on Monday"."""
    stretch = around(text, span, SENTENCE_END)
    if speaks_of_future(text, stretch):
        return True
    clause = text[stretch[0] : stretch[1]].split(", he said")[0].split(", she said")[0]
    return _PRESENT.search(clause) is not None and _PAST.search(clause) is None


def told_ahead(text: str, span: Span) -> bool:
    """The same, also of what was said to come: "they said they would meet at the summit on May 19"."""
    start, _ = around(text, span, SENTENCE_END)
    return lies_ahead(text, span) or _WOULD.search(text, start, span.start) is not None
