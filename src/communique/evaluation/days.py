"""Partial dates of the gold set as intervals of days."""

from __future__ import annotations

import calendar
from datetime import date
from typing import NamedTuple

from communique.types import When

__all__ = ["Interval", "days", "same_days"]


class Interval(NamedTuple):
    """The first and the last day that a partial date may mean."""

    first: date
    last: date


def days(partial: str) -> Interval:
    """The days of ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or two of these with a slash between.

    >>> days("2024-02").last.day
    29
    """
    first, _, last = partial.partition("/")
    return Interval(_bounds(first).first, _bounds(last or first).last)


def same_days(partial: str, when: When) -> bool:
    """Whether ``when`` is exactly as precise as ``partial`` and means the same days."""
    return days(partial) == (when.earliest, when.latest)


def _bounds(partial: str) -> Interval:
    year, *rest = (int(part) for part in partial.split("-"))
    match rest:
        case []:
            return Interval(date(year, 1, 1), date(year, 12, 31))
        case [month]:
            return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        case [month, day]:
            return Interval(date(year, month, day), date(year, month, day))
    raise ValueError(f"not a partial date: {partial}")
