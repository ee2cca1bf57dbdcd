"""Events under their labels: by what a filter asks for them (the tables are told of in ``_schema``)."""

from __future__ import annotations

import sqlite3

__all__ = ["ROWS", "has_its_labels", "label"]

ROWS = (
    "SELECT DISTINCT labels.number, coalesce(start_earliest, ''), event_labels.event, status, last_day, sources"
    " FROM event_labels CROSS JOIN events ON id = event_labels.event CROSS JOIN labels USING (sort, value, rejected)"
    " WHERE event_labels.event = ?"
)


def label(connection: sqlite3.Connection, event: str) -> None:
    """Puts an event, which its other rows tell, under its labels."""
    connection.execute(
        "INSERT OR IGNORE INTO labels (sort, value, rejected)"
        " SELECT sort, value, rejected FROM event_labels CROSS JOIN events ON id = event_labels.event"
        " WHERE event_labels.event = ?",
        (event,),
    )
    connection.execute(f"INSERT INTO labelled {ROWS}", (event,))


def has_its_labels(connection: sqlite3.Connection, event: str) -> bool:
    """Whether the event is under its labels and no others."""
    held = connection.execute("SELECT * FROM labelled WHERE event = ?", (event,))
    return set(held) == set(connection.execute(ROWS, (event,)))
