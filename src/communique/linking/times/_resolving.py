"""Resolves the meaning of one expression to days, seen from one day of reference.

Rules of usage: a bare weekday lies within a week of the reference and on the side that the tense
tells; a date without a year is the nearest on that side. Reuters and AP handbooks tell writers to
name the year or "last" wherever that would mislead.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import singledispatch

import msgspec

from communique.linking.times._calendar import (
    Interval,
    make_day,
    month_days,
    months_days,
    part_days,
    season_days,
    shifted,
    unit_days,
    weekday_after,
    weekday_before,
    weeks_of,
    year_days,
)
from communique.linking.times._values import (
    Ahead,
    Anchored,
    Day,
    Month,
    Months,
    Nth,
    Point,
    Recent,
    Relative,
    Season,
    Tense,
    Weekday,
    Weekend,
    Year,
)

__all__ = ["Reference", "days_of", "is_whole"]

_SLIP = timedelta(days=14)
"""How far a day without a year may lie on the wrong side of the reference: a verb's tense is that of the
sentence ("was to arrive on 3 May"), and the other choice would be more than eleven months off."""
_FRIDAY = 5
_MONTHS_TO_A_WEEKDAY = 14
"""Within so many months each day of the month falls on each weekday, but for some of the 29th to 31st."""
_REFERENCE_YEARS = range(1800, 2200)
_ONE_DAY = timedelta(days=1)


class Reference(msgspec.Struct, frozen=True):
    """From where a time is counted: the day of writing, the tense, and the other event, each where known.

    ``told`` says that the report tells its day of writing, which else is one of those that it can have.
    """

    now: date | None
    tense: Tense | None = None
    anchor: date | None = None
    told: bool = False


def is_whole(value: Point) -> bool:
    """Whether the words give the date whole, with its year."""
    if isinstance(value, Year):
        return value.part not in ("earlier", "later")
    if isinstance(value, Nth):
        return is_whole(value.of)
    if isinstance(value, Day | Month | Months | Season):
        return value.year is not None and not (isinstance(value, Day) and value.month is None)
    return False


def days_of(value: Point, at: Reference) -> Interval | None:
    """The days that ``value`` means, or ``None`` if that cannot be told from ``at``."""
    for day in (at.now, at.anchor):
        if day is not None and day.year not in _REFERENCE_YEARS:
            return None
    return _days(value, at)


@singledispatch
def _days(value: Point, at: Reference) -> Interval | None:
    raise TypeError(f"not a point in time: {value!r}")


def _whole(day: date | None) -> Interval | None:
    return None if day is None else (day, day)


def _year_of(value: Day | Month | Months | Season, at: Reference) -> int | None:
    """The year that the words give, also by "last year" and "that year"."""
    if value.year is not None:
        return value.year
    if value.anchored:
        return None if at.anchor is None else at.anchor.year
    if value.year_offset is not None and at.now is not None:
        return at.now.year + value.year_offset
    return None


def _has_year(value: Day | Month | Months | Season) -> bool:
    return value.year is not None or value.anchored or value.year_offset is not None


def _nearest(choices: Iterable[Interval], at: Reference, slip: timedelta) -> Interval | None:
    """The nearest interval on the side that the tense tells, by at most ``slip`` beyond it; without a
    tense that tells, the nearest of all."""
    now = at.now
    if now is None:
        return None
    ordered = sorted(choices, key=lambda days: max(days[0] - now, now - days[1]))
    if at.tense == "past":
        ordered = [days for days in ordered if days[0] <= now + slip]
    elif at.tense == "future":
        ordered = [days for days in ordered if days[1] >= now - slip]
    return ordered[0] if ordered else None


# --- days -------------------------------------------------------------------------------------


@_days.register
def _(value: Day, at: Reference) -> Interval | None:
    if value.month is None:
        return _day_of_some_month(value, at)
    year = _year_of(value, at)
    if year is not None:
        return _whole(make_day(year, value.month, value.day))
    if at.now is None or _has_year(value):
        return None
    years = range(at.now.year - 1, at.now.year + 2)
    days = [day for year in years if (day := make_day(year, value.month, value.day)) is not None]
    nearest = _nearest([(day, day) for day in days], at, _SLIP)
    return nearest if nearest is None or value.weekday is None else _on_weekday(nearest, value.weekday, at)


def _on_weekday(days: Interval, weekday: int, at: Reference) -> Interval:
    """``days``, or the weekday's date if only the month was a slip ("Thursday, 7 October" for November)."""
    if days[0].isoweekday() == weekday:
        return days
    by_weekday = _days(Weekday(weekday=weekday), at)
    return by_weekday if by_weekday is not None and by_weekday[0].day == days[0].day else days


def _day_of_some_month(value: Day, at: Reference) -> Interval | None:
    """The nearest such day of any month on the side that the tense tells: "the 8th", "Monday the 8th"."""
    if at.now is None:
        return None
    reach = 1 if value.weekday is None else _MONTHS_TO_A_WEEKDAY
    months = (months_days(at.now.year, at.now.month + shift, 1)[0] for shift in range(-reach, reach + 1))
    days = (made for month in months if (made := make_day(month.year, month.month, value.day)) is not None)
    fitting = (day for day in days if value.weekday in (None, day.isoweekday()))
    return _nearest(((day, day) for day in fitting), at, timedelta() if value.weekday is None else _SLIP)


@_days.register
def _(value: Weekday, at: Reference) -> Interval | None:
    if value.side is not None:
        return _beside(value, at.anchor)
    if at.now is None:
        return None
    if value.weeks is not None:
        return _in_week(at.now, value.weekday, value.weeks)
    if value.modifier is not None:
        return _modified_weekday(value, at.now)
    return _bare_weekday(value.weekday, at.now, at)


def _beside(value: Weekday, anchor: date | None) -> Interval | None:
    if anchor is None:
        return None
    if value.side == "before":
        return _whole(weekday_before(anchor - _ONE_DAY, value.weekday))
    return _whole(weekday_after(anchor + _ONE_DAY, value.weekday))


def _in_week(now: date, weekday: int, weeks: int) -> Interval | None:
    monday = unit_days(now, "week")[0]
    return _whole(monday + timedelta(days=7 * weeks + weekday - 1))


def _modified_weekday(value: Weekday, now: date) -> Interval | None:
    match value.modifier:
        case "last":
            return _whole(weekday_before(now - _ONE_DAY, value.weekday))
        case "coming":
            return _whole(weekday_after(now + _ONE_DAY, value.weekday))
        case "next":
            return _in_week(now, value.weekday, 1)
        case _:
            return _in_week(now, value.weekday, 0)


def _bare_weekday(weekday: int, now: date, at: Reference) -> Interval | None:
    """By tense; the present takes the nearest, and without a tense it is only sure on the day itself.

    What a report tells as past of the weekday after its own was where that day had begun, east of its publisher: for
    a day six days gone news says "last Tuesday". From Friday on it may look back on the week and the weekend before.
    """
    before, after = weekday_before(now, weekday), weekday_after(now, weekday)
    if at.tense == "past" and at.told and after - now == _ONE_DAY and now.isoweekday() < _FRIDAY:
        return _whole(after)
    if at.tense == "past" or before == after:
        return _whole(before)
    if at.tense == "future":
        return _whole(after)
    if at.tense == "present":
        return _whole(before if now - before < after - now else after)
    return before, after


@_days.register
def _(value: Weekend, at: Reference) -> Interval | None:
    if value.weeks is not None:
        return None if at.anchor is None else _weekend_of(at.anchor + timedelta(days=7 * value.weeks))
    if at.now is None or (value.modifier is None and at.tense is None):
        return None
    shift = {"last": -1, "next": 1}.get(value.modifier or "", 0)
    if value.modifier in (None, "this") and at.tense == "past" and at.now < _weekend_of(at.now)[0]:
        shift = -1
    return _weekend_of(at.now + timedelta(days=7 * shift))


def _weekend_of(day: date) -> Interval:
    """Saturday and Sunday of the week of ``day``."""
    sunday = unit_days(day, "week")[1]
    return sunday - _ONE_DAY, sunday


# --- months, seasons, years -------------------------------------------------------------------


def _period(value: Month | Months | Season, at: Reference, years: list[Interval]) -> Interval | None:
    """The period among those of neighbouring years that modifier or tense tells."""
    now = at.now
    modifier = None if isinstance(value, Months) else value.modifier
    if now is None:
        return None
    match modifier:
        case "last":
            return max((days for days in years if days[1] < now), default=None)
        case "next" | "coming":
            return min((days for days in years if days[0] > now), default=None)
        case "this":
            return next((days for days in years if days[0].year == now.year), None)
        case _:
            return _nearest(years, at, timedelta())


@_days.register
def _(value: Month, at: Reference) -> Interval | None:
    year = _year_of(value, at)
    if year is not None:
        days: Interval | None = month_days(year, value.month)
    elif at.now is None or _has_year(value):
        return None
    else:
        days = _period(value, at, [month_days(at.now.year + shift, value.month) for shift in (-1, 0, 1)])
    return days and part_days(days, value.part, at.now or days[0])


@_days.register
def _(value: Months, at: Reference) -> Interval | None:
    year = _year_of(value, at)
    if year is not None:
        return months_days(year, value.first, value.count)
    if at.now is None or _has_year(value):
        return None
    return _period(value, at, [months_days(at.now.year + shift, value.first, value.count) for shift in (-1, 0, 1)])


@_days.register
def _(value: Season, at: Reference) -> Interval | None:
    year = _year_of(value, at)
    if year is not None:
        days: Interval | None = season_days(year, value.season)
    elif at.now is None or _has_year(value):
        return None
    else:
        days = _period(value, at, [season_days(at.now.year + shift, value.season) for shift in (-2, -1, 0, 1)])
    return days and part_days(days, value.part, at.now or days[0])


@_days.register
def _(value: Year, at: Reference) -> Interval | None:
    days = year_days(value.year, value.years)
    if value.part in ("earlier", "later"):
        return days
    return part_days(days, value.part, days[0])


# --- counted ----------------------------------------------------------------------------------


@_days.register
def _(value: Relative, at: Reference) -> Interval | None:
    if at.now is None:
        return None
    day = shifted(at.now, value.unit, value.offset)
    return (day, day) if value.exact else part_days(unit_days(day, value.unit), value.part, at.now)


@_days.register
def _(value: Anchored, at: Reference) -> Interval | None:
    named = None if value.of is None else days_of(value.of, at)
    anchor = at.anchor if value.of is None else None if named is None else named[0]
    if anchor is None:
        return None
    return unit_days(shifted(anchor, value.unit, value.offset), value.unit)


@_days.register
def _(value: Nth, at: Reference) -> Interval | None:
    period = days_of(value.of, at)
    if period is None:
        return None
    found = _placed_weekday(value, period) if value.weekday is not None else _placed(value, period)
    inside = found[0] <= period[1] and found[1] >= period[0]
    return found if inside and (value.unit == "week" or found[1] <= period[1]) else None


def _placed_weekday(value: Nth, period: Interval) -> Interval:
    assert value.weekday is not None
    if value.place < 0:
        day = weekday_before(period[1], value.weekday)
    else:
        day = weekday_after(period[0], value.weekday) + timedelta(days=7 * (value.place - 1))
    return day, day


def _placed(value: Nth, period: Interval) -> Interval:
    """So many units at their place in a period, counted from its last one if the place is negative."""
    first, last = weeks_of(period) if value.unit == "week" else period
    if value.place < 0:
        start = shifted(last + _ONE_DAY, value.unit, -value.count)
        return start, last
    start = shifted(first, value.unit, value.place - 1)
    return start, shifted(start, value.unit, value.count) - _ONE_DAY


@_days.register
def _(value: Ahead, at: Reference) -> Interval | None:
    if at.now is None or at.tense != "future":
        return None
    day = shifted(at.now, value.unit, value.count)
    return (day, day) if value.exact else unit_days(day, value.unit)


@_days.register
def _(value: Recent, at: Reference) -> Interval | None:
    now = at.anchor if value.anchored else at.now
    if now is None:
        return None
    if value.unit == "quarter":
        return _quarters(now, value)
    if value.ahead:
        return now, shifted(now, value.unit, value.count)
    return shifted(now, value.unit, -value.count), now


def _quarters(now: date, value: Recent) -> Interval:
    """Whole quarters: figures are told by them, before or after the one that runs."""
    first, last = unit_days(now, "quarter")
    if value.ahead:
        return last + _ONE_DAY, shifted(last + _ONE_DAY, "quarter", value.count) - _ONE_DAY
    return shifted(first, "quarter", -value.count), first - _ONE_DAY
