"""Appends to the change log and reads it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from communique.record.log import ChangeName, Entry

__all__ = ["each_entry", "entries", "log"]


def log(
    connection: sqlite3.Connection,
    at: str,
    change: ChangeName,
    *,
    event: str | None = None,
    document: str | None = None,
    detail: Mapping[str, Any],
) -> None:
    """Appends one row; ``at`` is UTC in ISO 8601."""
    connection.execute(
        "INSERT INTO changes (at, change, event, document, detail) VALUES (?, ?, ?, ?, ?)",
        (at, change, event, document, msgspec.json.encode(detail).decode()),
    )


def entries(connection: sqlite3.Connection, event: str | None = None) -> tuple[Entry, ...]:
    """All rows, oldest first; those of one event where it is given."""
    return tuple(each_entry(connection, event))


def each_entry(connection: sqlite3.Connection, event: str | None = None) -> Iterator[Entry]:
    """The same one by one."""
    rows = connection.execute(
        "SELECT at, change, event, document, detail FROM changes"
        " WHERE :event IS NULL OR event = :event ORDER BY number",
        {"event": event},
    )
    for at, change, of, document, detail in rows:
        yield Entry(at=at, change=change, event=of, document=document, detail=msgspec.json.decode(detail))
