"""Changes, a row each: the log of the record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec

from communique.record.log import Entry
from communique.record.tables._table import Column, Row, Table

__all__ = ["CHANGES"]


def _rows(entry: Entry) -> Iterator[Row]:
    yield {
        "changed_at": datetime.fromisoformat(entry.at),
        "change": entry.change,
        "event": entry.event,
        "document": entry.document,
        "detail": msgspec.json.encode(entry.detail).decode(),
    }


CHANGES: Table[Entry] = Table(
    "changes",
    "One row a change of the record, oldest first.",
    (
        Column("changed_at", "time", "when, UTC"),
        Column("change", "string", "added, updated, merged, split or withdrawn; replaced of a document"),
        Column("event", "string", "id of the event"),
        Column("document", "string", "id of the document"),
        Column("detail", "string", "JSON: what moved, from what to what"),
    ),
    _rows,
)
