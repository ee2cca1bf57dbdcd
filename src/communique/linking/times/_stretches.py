"""Sets of days as stretches: in order, apart from each other, both ends inclusive."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from communique.linking.times._calendar import Interval

__all__ = ["ALWAYS", "Stretches", "common", "holds", "joined"]

Stretches: TypeAlias = tuple[Interval, ...]

ALWAYS: Stretches = ((date.min, date.max),)


def common(one: Stretches, other: Stretches) -> Stretches:
    """The days that lie in both."""
    pairs = ((max(a[0], b[0]), min(a[1], b[1])) for a in one for b in other)
    return tuple(sorted(pair for pair in pairs if pair[0] <= pair[1]))


def joined(intervals: Iterable[Interval]) -> Stretches:
    """The days that lie in any of them; neighbours are one stretch."""
    found: list[Interval] = []
    for first, last in sorted(intervals):
        if found and (first - found[-1][1]).days <= 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def holds(stretches: Stretches, day: date) -> bool:
    """Whether ``day`` lies in one of them."""
    return any(first <= day <= last for first, last in stretches)
