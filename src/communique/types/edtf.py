"""Dates as text: the part of EDTF (ISO 8601-2:2019, levels 0–1, and one-of-a-set of level 2) that we use.

Read: ``2024``, ``2024-04``, ``2024-04-08`` (with a time of day, which is dropped), seasons
(``2024-21`` spring … ``2024-24`` winter), decades and centuries (``199X``, ``19XX``), intervals of
these, with ``..`` or nothing for an open or unknown end, and sets (``[2024-04-08,2026-04-13]``).
Source: Library of Congress, Extended Date/Time Format Specification, https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from communique.types.span import Span
from communique.types.when import Basis, When

__all__ = ["SEASON_MONTHS", "read_edtf", "when", "write_edtf"]

_POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d(?::\d\d)?)?)?)?)?",
    re.ASCII,
)
_UNSPECIFIED = re.compile(r"\d\d(?:\dX|XX)", re.ASCII)
_SET = re.compile(r"\[([^\[\]]+)\]")
SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
"""First month of a season. EDTF leaves the limits open; these are the meteorological ones of the north
(WMO), so that winter (24) of a year ends in the February after it."""
_OPEN = ("", "..")


def read_edtf(text: str) -> tuple[date | None, date | None]:
    """The first and the last day of ``text``, both inclusive; ``None`` for an open or unknown end.

    A set gives its bounds. Raises ``ValueError`` naming the text where it is not EDTF as we use it.
    """
    try:
        bounds = _read(text)
    except ValueError as error:
        raise ValueError(f"not a date in EDTF: {text!r}") from error
    if bounds[0] is not None and bounds[1] is not None and bounds[0] > bounds[1]:
        raise ValueError(f"not a date in EDTF: {text!r} ends before it begins")
    return bounds


def write_edtf(earliest: date | None, latest: date | None) -> str:
    """The shortest EDTF for the days ``earliest`` to ``latest``, ``None`` for an open end.

    A whole month is ``2024-04``, a whole year ``2024``, a decade ``202X``; a season is never written,
    since the same months may be meant as months. ``ValueError`` if the interval is reversed.
    """
    if earliest is None or latest is None:
        return f"{_write_open(earliest)}/{_write_open(latest)}"
    if earliest > latest:
        raise ValueError(f"the interval from {earliest} to {latest} is reversed")
    return _write_whole(earliest, latest) or _write_interval(earliest, latest)


def when(
    earliest: date | None,
    latest: date | None,
    basis: Basis,
    evidence: Span | None = None,
    edtf: str | None = None,
) -> When:
    """The ``When`` of these days; ``edtf``, if given, stands for the shortest form (a season, a set)."""
    return When(edtf or write_edtf(earliest, latest), earliest, latest, basis, evidence)


def _read(text: str) -> tuple[date | None, date | None]:
    if members := _SET.fullmatch(text):
        bounds = [_read_point(member.strip()) for member in members[1].split(",")]
        return min(first for first, _ in bounds), max(last for _, last in bounds)
    if "/" in text:
        start, _, end = text.partition("/")
        return (
            None if start in _OPEN else _read_point(start)[0],
            None if end in _OPEN else _read_point(end)[1],
        )
    return _read_point(text)


def _read_point(text: str) -> tuple[date, date]:
    if _UNSPECIFIED.fullmatch(text):
        return date(int(text.replace("X", "0")), 1, 1), date(int(text.replace("X", "9")), 12, 31)
    point = _POINT.fullmatch(text)
    if point is None:
        raise ValueError(text)
    year = int(point["year"])
    if point["month"] is None:
        return date(year, 1, 1), date(year, 12, 31)
    if point["day"] is None:
        return _read_month(year, int(point["month"]))
    day = date(year, int(point["month"]), int(point["day"]))
    return day, day


def _read_month(year: int, month: int) -> tuple[date, date]:
    if month not in SEASON_MONTHS:
        return date(year, month, 1), _month_end(date(year, month, 1))
    first = date(year, SEASON_MONTHS[month], 1)
    last_month = first.month + 2
    return first, _month_end(date(year + (last_month > 12), (last_month - 1) % 12 + 1, 1))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _write_open(day: date | None) -> str:
    return ".." if day is None else day.isoformat()


def _write_whole(earliest: date, latest: date) -> str | None:
    """The interval as one day, month, year, decade or century; ``None`` if it is none of them."""
    if earliest == latest:
        return earliest.isoformat()
    if latest == _month_end(earliest) and earliest.day == 1:
        return earliest.isoformat()[:7]
    if (earliest.month, earliest.day, latest.month, latest.day) != (1, 1, 12, 31):
        return None
    for years in (1, 10, 100):
        if earliest.year % years == 0 and latest.year - earliest.year == years - 1:
            return f"{earliest.year:04d}"[: 5 - len(str(years))].ljust(4, "X")
    return None


def _write_interval(earliest: date, latest: date) -> str:
    """The interval from year to year, month to month or day to day, whichever loses nothing."""
    width = 10
    if earliest.day == 1 and latest == _month_end(latest):
        width = 4 if earliest.month == 1 and latest.month == 12 else 7
    return f"{earliest.isoformat()[:width]}/{latest.isoformat()[:width]}"
