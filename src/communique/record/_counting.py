"""How many of the chosen events there are, by month and status: known where they have a label, else counted."""

from __future__ import annotations

import sqlite3
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from communique.record._label_tables import IS_LONG, LONG
from communique.record._selecting import BOUNDS, Choice
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
        return _summed(_known(connection, choice, choice.label))
    sql = f"SELECT substr(day, 1, 7) AS month, status, count(*) FROM ({choice.rows}) GROUP BY month, status"
    rows = connection.execute(f"{sql} ORDER BY month, status", choice.values)
    return [Count(month, status, events) for month, status, events in rows]


def tally(rows: Sequence[tuple[str, str, Status]]) -> list[Count]:
    """The counts of events that are given by day, id and status."""
    found = Counter((day[:7], status) for day, _, status in rows)
    return sorted((Count(month, status, events) for (month, status), events in found.items()), key=_by_month)


def _summed(counts: Iterable[Count]) -> list[Count]:
    """One count for each month and status."""
    found: Counter[tuple[str, Status]] = Counter()
    for count in counts:
        found[count.month, count.status] += count.events
    return sorted((Count(*told, events) for told, events in found.items()), key=_by_month)


def _by_month(count: Count) -> tuple[str, str]:
    return count.month, count.status


def _known(connection: sqlite3.Connection, choice: Choice, label: int) -> Iterator[Count]:
    """What is known of whole months; those that a bound may cut are counted."""
    first, last, status = (str(choice.values.get(name, "")) for name in ("from_", "to", "status"))
    near = _near(first) if first else ("", "")
    rows = connection.execute(
        "SELECT month, status, events FROM label_months WHERE label = ? AND events > 0 AND month >= ?", (label, near[1])
    ).fetchall()
    for month, own, events in rows:
        fits = (not status or own == status) and (month or not (first or last))
        if fits and (not last or _last_day(month) <= last):
            yield Count(month, own, events)
    if first:
        yield from _within(connection, choice, *near)
        yield from _long(connection, choice, label, near[0])
    if last and near[1] <= last[:7] and _last_day(last[:7]) != last:
        yield from _within(connection, choice, last[:7], f"{last[:7]}-32")


def _near(first: str) -> tuple[str, str]:
    """The day from which on what is not long and goes on at the day ``first`` began, and where whole months begin:
    with its month, or after the end of it."""
    begins = date.fromordinal(max(1, date.fromisoformat(first).toordinal() - LONG))
    return begins.isoformat(), first[:7] if first.endswith("-01") else f"{first[:7]}-32"


def _last_day(month: str) -> str:
    year, number = map(int, month.split("-"))
    return f"{month}-{monthrange(year, number)[1]}"


def _within(connection: sqlite3.Connection, choice: Choice, start: str, end: str) -> Iterator[Count]:
    """What began from a day on and before another one."""
    rows = connection.execute(
        f"SELECT substr(day, 1, 7) AS month, status, count(*) FROM ({choice.rows} AND own.day >= :start"
        " AND own.day < :end) GROUP BY month, status",
        {**choice.values, "start": start, "end": end},
    )
    return (Count(month, status, events) for month, status, events in rows)


def _long(connection: sqlite3.Connection, choice: Choice, label: int, start: str) -> Iterator[Count]:
    """What began before a day, and may go on for so long that it is among the long ones."""
    bounds = " AND ".join(BOUNDS[name] for name in choice.values)
    rows = connection.execute(
        "SELECT substr(day, 1, 7) AS month, status, count(*) FROM labelled AS own INDEXED BY labelled_long"
        f" WHERE label = :label AND last_day >= :from_ AND day < :start AND {bounds} AND {IS_LONG}"
        " GROUP BY month, status",
        {**choice.values, "label": label, "start": start},
    )
    return (Count(month, status, events) for month, status, events in rows)
