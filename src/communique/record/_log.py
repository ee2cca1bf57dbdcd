"""Appends to the change log and reads it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
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


def entries(
    connection: sqlite3.Connection, event: str | None = None, since: date | datetime | None = None
) -> tuple[Entry, ...]:
    """All rows, oldest first; those of one event where it is given, from a day or a moment on."""
    return tuple(each_entry(connection, event, since))


def each_entry(
    connection: sqlite3.Connection, event: str | None = None, since: date | datetime | None = None
) -> Iterator[Entry]:
    """The same one by one."""
    conditions = ["event = :event"] * (event is not None) + ["at >= :since"] * (since is not None)
    rows = connection.execute(
        "SELECT at, change, event, document, detail FROM changes"
        f" WHERE {' AND '.join(conditions) or '1'} ORDER BY number",
        {"event": event, "since": _moment(since) if since is not None else None},
    )
    for at, change, of, document, detail in rows:
        yield Entry(at=at, change=change, event=of, document=document, detail=msgspec.json.decode(detail))


def _moment(since: date | datetime) -> str:
    """As the log writes it: UTC, in whole seconds."""
    if not isinstance(since, datetime):
        return since.isoformat()
    known = since if since.tzinfo else since.replace(tzinfo=UTC)
    return known.astimezone(UTC).isoformat(timespec="seconds")
