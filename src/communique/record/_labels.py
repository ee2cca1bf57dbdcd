"""Events under their labels: by what a filter asks for them (the tables are told of in ``_schema``)."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from communique.record._rows import Rows

__all__ = ["ROWS", "has_its_labels", "label"]

_NUMBER = "SELECT number FROM labels WHERE sort = ? AND value = ? AND rejected = ?"
_BESIDE = ("id", "status", "last_day", "sources")
ROWS = (
    "SELECT DISTINCT labels.number, coalesce(start_earliest, ''), event_labels.event, status, last_day, sources"
    " FROM event_labels CROSS JOIN events ON id = event_labels.event CROSS JOIN labels USING (sort, value, rejected)"
    " WHERE event_labels.event = ?"
)


def label(connection: sqlite3.Connection, events: Sequence[Rows]) -> None:
    """Puts events under their labels, in the order in which the table lies."""
    told = [(rows.event, sort, value) for rows in events for sort, value in rows.labels]
    wanted = {(sort, value, row["rejected"]) for row, sort, value in told}
    connection.executemany("INSERT OR IGNORE INTO labels (sort, value, rejected) VALUES (?, ?, ?)", sorted(wanted))
    numbers = {label: connection.execute(_NUMBER, label).fetchone()[0] for label in wanted}
    connection.executemany(
        "INSERT INTO labelled VALUES (?, ?, ?, ?, ?, ?)",
        sorted(
            (numbers[sort, value, row["rejected"]], row["start_earliest"] or "", *(row[name] for name in _BESIDE))
            for row, sort, value in told
        ),
    )


def has_its_labels(connection: sqlite3.Connection, event: str) -> bool:
    """Whether the event is under its labels and no others."""
    held = connection.execute("SELECT * FROM labelled WHERE event = ?", (event,))
    return set(held) == set(connection.execute(ROWS, (event,)))
