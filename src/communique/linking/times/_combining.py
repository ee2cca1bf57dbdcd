"""From the expressions that belong to one event to its first and last day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypeAlias

import msgspec

from communique.linking.times._calendar import Interval, make_day, month_days, weekday_after, weekday_before
from communique.linking.times._resolving import Reference, days_of, is_whole
from communique.linking.times._values import (
    Anchored,
    Bound,
    Day,
    Duration,
    Month,
    Point,
    Range,
    Relative,
    Season,
    Tense,
    TimeExpression,
    Value,
    Weekday,
    Year,
)
from communique.types.claim import Clue
from communique.types.edtf import when, write_edtf
from communique.types.span import Span
from communique.types.when import Basis, When

__all__ = ["Resolved", "resolve_times"]

_LONGEST_REFERENCE = 366  # days; a publication date less certain than a year dates nothing
_WIDEST = 31  # days; possible answers spread wider say less than the words themselves
_LARGEST_SET = 3  # days written one by one
_ANCHOR_REACH = 2  # years; weekday and day of the month meet again after five at the earliest
_WEEK = 7
_STORY = timedelta(days=183)  # from one event of a story to the next, which is told without its year


class Resolved(msgspec.Struct, frozen=True):
    """First and last day of an event, ``None`` where the words do not tell, and what they say besides."""

    start: When | None
    end: When | None
    clues: tuple[Clue, ...] = ()


class _Frame(msgspec.Struct, frozen=True):
    """From where an event is seen: the possible days of writing (``None`` for unknown), tense and anchor."""

    days: tuple[date | None, ...]
    tense: Tense | None
    anchor: When | None
    basis: Basis


_Stretch: TypeAlias = tuple[When | None, When | None]


def resolve_times(
    expressions: Sequence[TimeExpression],
    *,
    published: When | None,
    tense: Tense | None,
    anchor: When | None = None,
) -> Resolved:
    """When the event was that ``expressions`` belong to, the nearest to it first.

    ``published`` is the date of the report, ``tense`` that of the event's clause and ``anchor`` the
    date of another event, from which "the same day" or "a week later" is counted. The first
    expression decides; later ones make it more precise or give its end, and are left aside where
    they contradict it.
    """
    frame = _frame(published, tense, anchor)
    points = _folded([one for one in expressions if not isinstance(one.value, Duration)])
    durations = [one for one in expressions if isinstance(one.value, Duration)]
    start, end = _combined(_stretch(one, frame) for one in points)
    if end is None and start is not None:
        end = _end_by_duration(start, durations)
    if start is not None and end is not None and not _ordered(start, end):
        end = None
    return Resolved(start, end, _clues(points, durations, start, end))


def _frame(published: When | None, tense: Tense | None, anchor: When | None) -> _Frame:
    basis: Basis = "inferred" if published is not None and published.basis == "inferred" else "relative"
    return _Frame(_possible_days(published), tense, anchor, basis)


def _possible_days(published: When | None) -> tuple[date | None, ...]:
    if published is None or published.earliest is None or published.latest is None:
        return (None,)
    if published.earliest == published.latest:
        return (published.earliest,)
    span = (published.latest - published.earliest).days
    if span >= _LONGEST_REFERENCE:
        return (None,)
    return tuple(published.earliest + timedelta(days=shift) for shift in range(span + 1))


# --- before resolving: values that complete each other ----------------------------------------


def _folded(points: list[TimeExpression]) -> list[TimeExpression]:
    """Values completed by others of the same event: "last week" by "Tuesday", "April 8" by "2024"."""
    values = [one.value for one in points]
    weeks = (value.offset for value in values if isinstance(value, Relative) and _is_week(value))
    years = (value.year for value in values if isinstance(value, Year) and value.years == 1)
    week, year = next(weeks, None), next(years, None)
    if week is None and year is None:
        return points
    return [TimeExpression(one.span, _completed(one.value, week, year)) for one in points]


def _is_week(value: Relative) -> bool:
    return value.unit == "week" and value.part is None


def _completed(value: Value, week: int | None, year: int | None) -> Value:
    if isinstance(value, Weekday) and week is not None and (value.modifier, value.weeks, value.side) == (None,) * 3:
        return msgspec.structs.replace(value, weeks=week)
    if (
        isinstance(value, Range)
        and isinstance(value.first, Weekday)
        and isinstance(value.last, Weekday)
        and week is not None
    ):
        first, last = (_completed(one, week, year) for one in (value.first, value.last))
        return msgspec.structs.replace(value, first=first, last=last)
    if isinstance(value, Day | Month) and year is not None and _lacks_year(value):
        return msgspec.structs.replace(value, year=year)
    return value


def _lacks_year(value: Day | Month) -> bool:
    modified = isinstance(value, Month) and value.modifier is not None
    return value.year is None and value.year_offset is None and not value.anchored and not modified


# --- one expression ---------------------------------------------------------------------------


def _stretch(expression: TimeExpression, frame: _Frame) -> _Stretch:
    value, span = expression.value, expression.span
    if isinstance(value, Range):
        return _range(value, span, frame)
    if isinstance(value, Bound):
        return _bound(value, span, frame)
    if isinstance(value, Duration):
        return None, None
    return _point(value, span, frame), None


def _references(value: Point | Range, frame: _Frame) -> list[Reference]:
    """Every place from which the value may be seen: each possible day of writing, each possible tense."""
    tenses: tuple[Tense | None, ...] = (frame.tense,)
    first = value.first if isinstance(value, Range) else value
    if frame.tense is None and isinstance(first, Weekday):
        tenses = ("past", "future")
    anchor = _anchor_day(value, frame.anchor)
    told = len(frame.days) == 1 and frame.basis == "relative"
    return [Reference(day, tense, anchor, told) for day in frame.days for tense in tenses]


def _anchor_day(value: Point | Range, anchor: When | None) -> date | None:
    """The anchor's day; of an anchor of which only the year or month is known, some day of it for "that year"."""
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return None
    if anchor.day is not None:
        return anchor.day
    of_year = getattr(value, "anchored", False) or (isinstance(value, Anchored) and value.unit == "year")
    if isinstance(value, Anchored) and value.unit == "month" and anchor.earliest.month == anchor.latest.month:
        of_year = True  # "a month later", of what was in April
    return anchor.earliest if of_year and anchor.earliest.year == anchor.latest.year else None


def _point(value: Point, span: Span, frame: _Frame) -> When | None:
    choices = [days_of(value, at) for at in _references(value, frame)]
    made = _when(choices, _basis(value, frame), span, value)
    return _by_anchor(value, span, frame) if made is None else made


def _basis(value: Point, frame: _Frame) -> Basis:
    if is_whole(value):
        return "stated"
    return "relative" if isinstance(value, Anchored) and value.of is None else frame.basis


def _when(choices: list[Interval | None], basis: Basis, span: Span, value: Point | None = None) -> When | None:
    """One ``When`` that covers all possible answers, if there is one for each case and they lie close."""
    if len(choices) == 1:
        (only,) = choices
        return when(*only, basis, span, _edtf([only], value)) if only is not None else None
    distinct = sorted({days for days in choices if days is not None})
    if None in choices or not distinct:
        return None
    earliest, latest = distinct[0][0], max(days[1] for days in distinct)
    if not _lie_close(distinct):
        return None
    return when(earliest, latest, basis, span, _edtf(distinct, value))


def _lie_close(distinct: list[Interval]) -> bool:
    """Whether possible answers lie within a month, or are nearly the same ("later this year", seen from two days)."""
    firsts, lasts = [days[0] for days in distinct], [days[1] for days in distinct]
    if len(distinct) == 1 or (max(lasts) - min(firsts)).days < _WIDEST:
        return True
    spread = max((max(firsts) - min(firsts)).days, (max(lasts) - min(lasts)).days)
    return max(firsts) <= min(lasts) and spread <= _WEEK


def _edtf(distinct: list[Interval], value: Point | None) -> str | None:
    """A season by its number, one of a few days as a set; else ``None`` for the shortest form."""
    if len(distinct) == 1:
        season = value.season if isinstance(value, Season) and value.part is None else None
        return None if season is None else f"{distinct[0][0].year:04d}-{season}"
    if len(distinct) <= _LARGEST_SET and all(first == last for first, last in distinct):
        return f"[{','.join(write_edtf(*days) for days in distinct)}]"
    return None


def _by_anchor(value: Point, span: Span, frame: _Frame) -> When | None:
    """A weekday with a day and month fixes the year among those near the anchor.

    Without a weekday, in a report of which nobody knows when it was written, a story goes on from what was told last.
    """
    if not isinstance(value, Day) or value.month is None or not _lacks_year(value):
        return None
    if frame.anchor is None or frame.anchor.earliest is None or frame.anchor.latest is None:
        return None
    if value.weekday is None:
        return _going_on(value, span, frame.anchor.day) if frame.days == (None,) else None
    years = range(frame.anchor.earliest.year - _ANCHOR_REACH, frame.anchor.latest.year + _ANCHOR_REACH + 1)
    days = [day for year in years if (day := make_day(year, value.month, value.day)) is not None]
    fitting = [day for day in days if day.isoweekday() == value.weekday]
    return when(fitting[0], fitting[0], "inferred", span) if len(fitting) == 1 else None


def _going_on(value: Day, span: Span, told: date | None) -> When | None:
    """The first such day from the one told before on, if it is not far."""
    if told is None or value.month is None:
        return None
    days = (make_day(told.year + shift, value.month, value.day) for shift in (0, 1))
    later = next((day for day in days if day is not None and day >= told), None)
    near = later is not None and later - told <= _STORY
    return when(later, later, "inferred", span) if near else None


# --- two ends ---------------------------------------------------------------------------------


def _range(value: Range, span: Span, frame: _Frame) -> _Stretch:
    pairs = [_range_days(value, at) for at in _references(value, frame)]
    firsts = [None if pair is None else pair[0] for pair in pairs]
    lasts = [None if pair is None else pair[1] for pair in pairs]
    basis = _basis(value.last, frame)
    if value.joined == "or":
        return _when([pair and (pair[0][0], pair[1][1]) for pair in pairs], basis, span), None
    return _when(firsts, basis, span), _when(lasts, basis, span)


def _range_days(value: Range, at: Reference) -> tuple[Interval, Interval] | None:
    """The days of both ends, the last not before the first."""
    if isinstance(value.first, Weekday) and isinstance(value.last, Weekday):
        return _weekday_range(value.first, value.last, at)
    first = days_of(value.first, at)
    last = None if first is None else _last_days(first, value.last, at)
    return None if first is None or last is None or last[1] < first[0] else (first, last)


def _last_days(first: Interval, last: Point, at: Reference) -> Interval | None:
    """The end of a range; where its year is not told, the earliest after ``first``."""
    if isinstance(last, Day) and last.month is not None and _lacks_year(last):
        ends = [make_day(first[0].year + shift, last.month, last.day) for shift in (0, 1)]
        return next(((day, day) for day in ends if day is not None and day >= first[0]), None)
    if isinstance(last, Month) and _lacks_year(last) and last.part is None:
        return month_days(first[0].year + (last.month < first[0].month), last.month)
    return days_of(last, at)


def _weekday_range(first: Weekday, last: Weekday, at: Reference) -> tuple[Interval, Interval] | None:
    """Both weekdays in one run of days, which may pass a Sunday; what is past has ended."""
    if at.tense == "past" and (first.modifier, first.weeks) == (None, None) and at.now is not None:
        ends = weekday_before(at.now, last.weekday)
        starts = weekday_before(ends, first.weekday)
    else:
        start = days_of(first, at)
        if start is None:
            return None
        starts = start[0]
        ends = weekday_after(starts, last.weekday)
    return (starts, starts), (ends, ends)


def _bound(value: Bound, span: Span, frame: _Frame) -> _Stretch:
    """What bounds an event on one side: it began then, ended then, or lies before or after."""
    limit = _point(value.of, span, frame)
    if limit is None:
        return None, None
    match value.bound:
        case "since" | "from":
            return limit, None
        case "until":
            return None, limit
        case "after":
            after = None if limit.latest is None else limit.latest + timedelta(days=1)
            return when(after, None, limit.basis, span), None
        case "before":
            before = None if limit.earliest is None else limit.earliest - timedelta(days=1)
            return when(None, before, limit.basis, span), None
        case "by":
            return _deadline(limit, frame, span), None


def _deadline(limit: When, frame: _Frame, span: Span) -> When:
    """Between the day of writing, if the event lies ahead, and the end of ``limit``."""
    now = frame.days[0] if frame.tense == "future" else None
    ahead = now is not None and limit.latest is not None and now <= limit.latest
    return when(now if ahead else None, limit.latest, limit.basis, span)


# --- all expressions --------------------------------------------------------------------------


def _combined(stretches: Iterable[_Stretch]) -> _Stretch:
    start: When | None = None
    end: When | None = None
    for first, last in stretches:
        if start is None or (first is not None and _refines(first, start)):
            start, end = first or start, last or end
        elif end is None and last is not None and (first is None or first.day == start.day):
            end = last
    return start, end


def _refines(new: When, old: When) -> bool:
    """Whether ``new`` lies within ``old`` and is narrower."""
    if new.earliest is None or new.latest is None or not new.compatible(old):
        return False
    if old.earliest is None or old.latest is None:
        return True
    return old.earliest <= new.earliest and new.latest <= old.latest and _width(new) < _width(old)


def _width(value: When) -> int:
    assert value.earliest is not None
    assert value.latest is not None
    return (value.latest - value.earliest).days


def _ordered(start: When, end: When) -> bool:
    """Whether ``end`` can be on or after ``start``."""
    return start.earliest is None or end.latest is None or start.earliest <= end.latest


def _length(duration: Value) -> int | None:
    """Days of a duration told in days or weeks."""
    if not isinstance(duration, Duration) or duration.unit not in ("day", "week"):
        return None
    return duration.count * (_WEEK if duration.unit == "week" else 1)


def _end_by_duration(start: When, durations: list[TimeExpression]) -> When | None:
    """The last day of what began on a known day and takes days; the first day counts."""
    for one in durations:
        if (
            start.day is not None
            and isinstance(one.value, Duration)
            and one.value.unit == "day"
            and one.value.count > 1
        ):
            last = start.day + timedelta(days=one.value.count - 1)
            return when(last, last, "inferred", one.span)
    return None


# --- clues ------------------------------------------------------------------------------------


def _clues(
    points: list[TimeExpression], durations: list[TimeExpression], start: When | None, end: When | None
) -> tuple[Clue, ...]:
    """What the words say beyond the dates: of a start not known to the day, of an end not known."""
    clues: list[Clue] = []
    if start is None or start.day is None:
        clues += [clue for one in points for clue in _point_clues(one)]
    if end is None:
        lengths = ((_length(one.value), one.span) for one in durations)
        clues += [Clue("duration", length, span) for length, span in lengths if length]
    return tuple(dict.fromkeys(clues))


def _point_clues(expression: TimeExpression) -> list[Clue]:
    value, span = expression.value, expression.span
    if isinstance(value, Range):
        value = value.first
    match value:
        case Weekday(side=None):
            return [Clue("weekday", value.weekday, span)]
        case Day():
            return _day_clues(value, span)
        case Month():
            return [Clue("month", value.month, span)]
    return []


def _day_clues(value: Day, span: Span) -> list[Clue]:
    clues = [] if value.weekday is None else [Clue("weekday", value.weekday, span)]
    if value.month is not None:
        clues.append(Clue("month", value.month, span))
    return [*clues, Clue("day", value.day, span)]
