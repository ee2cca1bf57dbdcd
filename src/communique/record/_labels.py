"""Events under their labels: by what a filter asks for them (the tables are told of in ``_schema``)."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import TracebackType

from communique.record._rows import Cell, Rows

__all__ = ["ROWS", "Labeller", "has_its_labels"]

Label = tuple[str, str, Cell]
"""Sort, value, and whether it is of events that were rejected."""
_NUMBER = "SELECT number FROM labels WHERE sort = ? AND value = ? AND rejected = ?"
_MOST_WAITING = 100_000
_Glance = tuple[str, str, str, str | None, int]
"""An event's first day, id, status, last day and sources."""
_Labelled = tuple[int, str, str, str, str | None, int]
"""A row of the table: a label's number, and an event at a glance."""
_COUNT = (
    "INSERT INTO label_months VALUES (?, ?, ?, ?, ?) ON CONFLICT (label, month, status)"
    " DO UPDATE SET events = events + excluded.events, reach = max(reach, excluded.reach)"
)
ROWS = (
    "SELECT DISTINCT labels.number, coalesce(start_earliest, ''), event_labels.event, status, last_day, sources"
    " FROM event_labels CROSS JOIN events ON id = event_labels.event CROSS JOIN labels USING (sort, value, rejected)"
    " WHERE event_labels.event = ?"
)


class Labeller:
    """Puts events under their labels, many at a time and in the order in which the table lies.

    A label's events lie together, so that those of one event go to as many places as it has labels; of many events
    put there together, many go to one place. What waits is written when the context ends.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numbers: dict[Label, int] = {}
        self._waiting: list[_Labelled] = []

    def __enter__(self) -> Labeller:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._write()

    def label(self, events: Sequence[Rows]) -> None:
        """Puts events, of which nothing is in the table, under their labels."""
        named = [[(sort, value, rows.event["rejected"]) for sort, value in rows.labels] for rows in events]
        self._number(set(chain.from_iterable(named)) - self._numbers.keys())
        for rows, names in zip(events, named, strict=True):
            glance = _glance(rows.event)
            self._waiting += ((self._numbers[name], *glance) for name in names)
        if len(self._waiting) >= _MOST_WAITING:
            self._write()

    def _number(self, new: Iterable[Label]) -> None:
        names = sorted(new)
        insert = "INSERT OR IGNORE INTO labels (sort, value, rejected) VALUES (?, ?, ?)"
        self._connection.executemany(insert, names)
        self._numbers.update((name, self._connection.execute(_NUMBER, name).fetchone()[0]) for name in names)

    def _write(self) -> None:
        self._waiting.sort()
        self._connection.executemany("INSERT INTO labelled VALUES (?, ?, ?, ?, ?, ?)", self._waiting)
        self._connection.executemany(_COUNT, _by_month(self._waiting))
        self._waiting.clear()


def _glance(row: Mapping[str, Cell]) -> _Glance:
    last = row["last_day"]
    return (
        str(row["start_earliest"] or ""),
        str(row["id"]),
        str(row["status"]),
        str(last) if last is not None else None,
        int(row["sources"] or 0),
    )


def _by_month(rows: Iterable[_Labelled]) -> Iterator[tuple[int, str, str, int, str]]:
    """Rows by label, month and status: how many, and the last day of them all."""
    ends: defaultdict[tuple[int, str, str], list[str]] = defaultdict(list)
    for number, day, _, status, last, _ in rows:
        ends[number, day[:7], status].append(last or day)
    return ((*name, len(days), max(days)) for name, days in ends.items())


def has_its_labels(connection: sqlite3.Connection, event: str) -> bool:
    """Whether the event is under its labels and no others."""
    held = connection.execute("SELECT * FROM labelled WHERE event = ?", (event,))
    return set(held) == set(connection.execute(ROWS, (event,)))
