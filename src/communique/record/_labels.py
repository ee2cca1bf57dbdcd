"""Events under their labels: by what a filter asks for them (the tables are told of in ``_schema``)."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from communique.record._rows import Cell, Rows

__all__ = ["ROWS", "Label", "has_its_labels", "label"]

Label = tuple[str, str, Cell]
"""Sort, value, and whether it is of events that were rejected."""
_NUMBER = "SELECT number FROM labels WHERE sort = ? AND value = ? AND rejected = ?"
_BESIDE = ("id", "status", "last_day", "sources")
ROWS = (
    "SELECT DISTINCT labels.number, coalesce(start_earliest, ''), event_labels.event, status, last_day, sources"
    " FROM event_labels CROSS JOIN events ON id = event_labels.event CROSS JOIN labels USING (sort, value, rejected)"
    " WHERE event_labels.event = ?"
)


def label(connection: sqlite3.Connection, events: Sequence[Rows], numbers: dict[Label, int]) -> None:
    """Puts events under their labels, in the order in which the table lies; ``numbers`` are those known so far."""
    told = [(rows.event, (sort, value, rows.event["rejected"])) for rows in events for sort, value in rows.labels]
    new = sorted({name for _, name in told} - numbers.keys())
    connection.executemany("INSERT OR IGNORE INTO labels (sort, value, rejected) VALUES (?, ?, ?)", new)
    numbers.update((name, connection.execute(_NUMBER, name).fetchone()[0]) for name in new)
    connection.executemany(
        "INSERT INTO labelled VALUES (?, ?, ?, ?, ?, ?)",
        sorted(
            (numbers[name], row["start_earliest"] or "", *(row[column] for column in _BESIDE)) for row, name in told
        ),
    )


def has_its_labels(connection: sqlite3.Connection, event: str) -> bool:
    """Whether the event is under its labels and no others."""
    held = connection.execute("SELECT * FROM labelled WHERE event = ?", (event,))
    return set(held) == set(connection.execute(ROWS, (event,)))
