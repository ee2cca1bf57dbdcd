"""Which of several values to believe: the one that most independent sources support."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from communique.types import Report

__all__ = ["Origins", "count_origins", "most_supported", "published_order", "values_of"]

T = TypeVar("T")
Origins = Mapping[str, str]
"""Document id → id of the document that stands for its group of copies."""


def count_origins(reports: Iterable[Report], origins: Origins) -> int:
    """The number of independent sources among the reports."""
    return len({origins[report.document] for report in reports})


def published_order(report: Report) -> date:
    """The day by which the report was published; the first of all days where it is not known."""
    told = report.published
    return (told.latest or told.earliest or date.min) if told else date.min


def values_of(
    reports: Iterable[Report], value: Callable[[Report], T | None], key: Callable[[T], Hashable]
) -> list[tuple[T, list[Report]]]:
    """The distinct values (by ``key``) that reports give, each with its reports; nulls are left out."""
    firsts: dict[Hashable, T] = {}
    givers: defaultdict[Hashable, list[Report]] = defaultdict(list)
    for report in reports:
        found = value(report)
        if found is not None:
            firsts.setdefault(key(found), found)
            givers[key(found)].append(report)
    return [(firsts[name], givers[name]) for name in firsts]


def most_supported(
    values: Sequence[tuple[T, list[Report]]],
    agree: Callable[[T, T], bool],
    origins: Origins,
    finer: Callable[[T], tuple[int, ...]],
) -> T | None:
    """The value that most independent sources give or agree with; null where there is none.

    Ties go to the value that ranks first by ``finer`` (smaller is better), then to the one last
    published, then to the first in order.
    """

    def rank(entry: tuple[T, list[Report]]) -> tuple[int, tuple[int, ...], int]:
        value, reports = entry
        backing = [r for other, given in values if agree(value, other) for r in given]
        latest = max(published_order(report) for report in reports)
        return (-count_origins(backing, origins), finer(value), -latest.toordinal())

    return min(values, key=rank)[0] if values else None
