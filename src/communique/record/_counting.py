"""How many of the chosen events there are, by month and status: known where they have a label, else counted."""

from __future__ import annotations

import sqlite3
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from communique.record._selecting import Choice
from communique.types import Status

__all__ = ["Count", "counted", "tally"]


class Count(msgspec.Struct, frozen=True):
    """How many ``events`` of a ``status`` may have begun in a ``month`` ("2024-05", empty for undated ones)."""

    month: str
    status: Status
    events: int


def counted(connection: sqlite3.Connection, choice: Choice) -> list[Count]:
    """The counts of all chosen events, by month and status."""
    if choice.label is not None:
        return sorted(_known(connection, choice, choice.label), key=_by_month)
    sql = f"SELECT substr(day, 1, 7) AS month, status, count(*) FROM ({choice.rows}) GROUP BY month, status"
    rows = connection.execute(f"{sql} ORDER BY month, status", choice.values)
    return [Count(month, status, events) for month, status, events in rows]


def tally(rows: Sequence[tuple[str, str, Status]]) -> list[Count]:
    """The counts of events that are given by day, id and status."""
    found = Counter((day[:7], status) for day, _, status in rows)
    return sorted((Count(month, status, events) for (month, status), events in found.items()), key=_by_month)


def _by_month(count: Count) -> tuple[str, str]:
    return count.month, count.status


def _known(connection: sqlite3.Connection, choice: Choice, label: int) -> Iterator[Count]:
    """What is known of whole months; those that a bound may cut are counted."""
    first, last, status = (str(choice.values.get(name, "")) for name in ("from_", "to", "status"))
    rows = connection.execute(
        "SELECT month, status, events, reach FROM label_months WHERE label = ? AND events > 0", (label,)
    ).fetchall()
    cut: set[str] = set()
    for month, own, events, reach in rows:
        if (status and own != status) or ((first or last) and not month) or (first and reach < first):
            continue
        if (first and f"{month}-01" < first) or (last and _last_day(month) > last):
            cut.add(month)
        else:
            yield Count(month, own, events)
    for month in cut:
        yield from _within(connection, choice, month)


def _last_day(month: str) -> str:
    year, number = map(int, month.split("-"))
    return f"{month}-{monthrange(year, number)[1]}"


def _within(connection: sqlite3.Connection, choice: Choice, month: str) -> Iterator[Count]:
    rows = connection.execute(
        f"SELECT status, count(*) FROM ({choice.rows} AND own.day BETWEEN :month AND :month || '-31') GROUP BY status",
        {**choice.values, "month": month},
    )
    return (Count(month, status, events) for status, events in rows)
