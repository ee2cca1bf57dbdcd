"""Days and stretches of days, as matching needs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from communique.types import Clue, When

__all__ = ["DAY", "days", "distance", "fits_clues", "is_firm", "length"]

DAY = timedelta(days=1)
_FIRM_DAYS = 7
"""A start known to the week is firm: it tells one happening of a series from the next."""


def length(when: When) -> int | None:
    """The number of days that a date leaves open, 1 for a day; null for an open end."""
    if when.earliest is None or when.latest is None:
        return None
    return (when.latest - when.earliest).days + 1


def is_firm(when: When | None) -> bool:
    """Whether a date is known to the week or better."""
    known = length(when) if when is not None else None
    return known is not None and known <= _FIRM_DAYS


def days(first: date, last: date) -> Iterator[date]:
    """All days from ``first`` to ``last``, both inclusive."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def distance(one: When, other: When) -> int:
    """Days between two dates at the least; 0 where both can be true of one day."""
    if one.compatible(other):
        return 0
    gaps = [
        (later.earliest - sooner.latest).days
        for sooner, later in ((one, other), (other, one))
        if later.earliest is not None and sooner.latest is not None
    ]
    return max(gaps)


def fits_clues(clues: Iterable[Clue], first: date, last: date) -> bool:
    """Whether one day of the stretch has the weekday, the month and the day of the month of the clues.

    ``first`` and ``last`` are the first and last day on which the happening went on; a duration is
    checked by the caller, who knows whether the end is known.
    """
    wanted = [clue for clue in clues if clue.kind != "duration"]
    return not wanted or any(all(_has(day, clue) for clue in wanted) for day in days(first, last))


def _has(day: date, clue: Clue) -> bool:
    found = {"weekday": day.isoweekday(), "month": day.month, "day": day.day}
    return found[clue.kind] == clue.value
