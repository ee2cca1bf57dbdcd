"""Arithmetic of the calendar on intervals of days, both ends inclusive; weeks run from Monday (ISO 8601)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TypeAlias

from communique.linking.times._values import Part, Unit
from communique.types.edtf import SEASON_MONTHS

__all__ = [
    "Interval",
    "make_day",
    "month_days",
    "months_days",
    "part_days",
    "season_days",
    "shifted",
    "unit_days",
    "weekday_after",
    "weekday_before",
    "weeks_of",
    "year_days",
]

Interval: TypeAlias = tuple[date, date]

_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12}
_CELLS: dict[Part, tuple[float, float]] = {
    "early": (0, 1 / 3),
    "mid": (1 / 3, 2 / 3),
    "late": (2 / 3, 1),
    "start": (0, 1 / 4),
    "end": (3 / 4, 1),
}
"""The share of a period that a part of it takes. Convention: thirds, and quarters for its two ends;
TimeML (ISO 24617-1, MOD START, MID, END) names the parts and leaves their lengths open."""


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` where the month is too short for it."""
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def month_days(year: int, month: int) -> Interval:
    """The days of a month."""
    return months_days(year, month, 1)


def months_days(year: int, month: int, count: int) -> Interval:
    """The days of ``count`` months from ``month`` on; ``month`` may lie outside 1–12."""
    year, first = year + (month - 1) // 12, (month - 1) % 12 + 1
    last_year, last = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
    return date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1])


def year_days(year: int, count: int = 1) -> Interval:
    """The days of ``count`` years from ``year`` on."""
    return date(year, 1, 1), date(year + count - 1, 12, 31)


def season_days(year: int, season: int) -> Interval:
    """The days of an EDTF season (21–24); winter is named for the year in which it begins."""
    return months_days(year, SEASON_MONTHS[season], 3)


def shifted(day: date, unit: Unit, offset: int) -> date:
    """``day`` moved by ``offset`` units, to the month's last day where the month is too short."""
    if unit in ("day", "week"):
        return day + timedelta(days=offset * (7 if unit == "week" else 1))
    first, last = months_days(day.year, day.month + offset * _MONTHS[unit], 1)
    return first.replace(day=min(day.day, last.day))


def unit_days(day: date, unit: Unit) -> Interval:
    """The day, week, month or year in which ``day`` lies."""
    if unit == "day":
        return day, day
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "quarter":
        return months_days(day.year, day.month - (day.month - 1) % 3, 3)
    return month_days(day.year, day.month) if unit == "month" else year_days(day.year)


def weekday_before(day: date, weekday: int) -> date:
    """The latest such weekday (ISO) on or before ``day``."""
    return day - timedelta(days=(day.isoweekday() - weekday) % 7)


def weekday_after(day: date, weekday: int) -> date:
    """The earliest such weekday (ISO) on or after ``day``."""
    return day + timedelta(days=(weekday - day.isoweekday()) % 7)


def weeks_of(days: Interval) -> Interval:
    """Monday of the first and Sunday of the last week of a period: a week is of where its Thursday lies (ISO 8601)."""
    first, last = weekday_after(days[0], 4), weekday_before(days[1], 4)
    return first - timedelta(days=3), last + timedelta(days=3)


def part_days(days: Interval, part: Part | None, now: date) -> Interval:
    """The part of a period; "earlier" and "later" are before and after ``now``."""
    if part is None:
        return days
    if part == "earlier":
        return days[0], max(days[0], min(now, days[1]))
    if part == "later":
        return min(days[1], max(now, days[0])), days[1]
    first, last = _CELLS[part]
    return _cells(days, first, last)


def _cells(days: Interval, first: float, last: float) -> Interval:
    """From share ``first`` to share ``last`` of a period, in whole months if it is of whole years."""
    start, end = days
    years = end.year - start.year + 1
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        months = years * 12
        return months_days(start.year, 1 + round(months * first), round(months * (last - first)))
    length = (end - start).days + 1
    return start + timedelta(days=round(length * first)), start + timedelta(days=round(length * last) - 1)
