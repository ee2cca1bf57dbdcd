"""Documents, a row each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from communique.record.kept import Kept
from communique.record.tables._table import Column, Row, Table, when_cells, when_columns

__all__ = ["DOCUMENTS"]


def _rows(kept: Kept) -> Iterator[Row]:
    document = kept.coding.document
    yield {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "agency": document.agency,
        "byline": document.byline,
        "dateline": document.dateline,
        "language": document.language,
        "url": document.url,
        "source": document.source,
        **when_cells("published", document.published),
        "events": len(kept.coding.events),
        "statements": len(kept.coding.statements),
        "figures": len(kept.coding.figures),
        "codebook": kept.codebook,
        "added_at": datetime.fromisoformat(kept.added_at),
        "text": document.text,
    }


DOCUMENTS: Table[Kept] = Table(
    "documents",
    "One row a document.",
    (
        Column("id", "string", "id of the document"),
        Column("title", "string", "headline"),
        Column("publisher", "string", "who published it"),
        Column("agency", "string", "news agency that it credits"),
        Column("byline", "string", "who wrote it"),
        Column("dateline", "string", "place that the dateline names"),
        Column("language", "string", "ISO 639-1 code"),
        Column("url", "string", "address"),
        Column("source", "string", "file, address or archive record that it was read from"),
        *when_columns("published", "when it was published"),
        Column("events", "integer", "claims of events in it"),
        Column("statements", "integer", "statements in it"),
        Column("figures", "integer", "figures in it"),
        Column("codebook", "string", "version of the codebook that it was coded with"),
        Column("added_at", "time", "when it came into the record, UTC"),
        Column("text", "string", "what was coded; all offsets are its characters"),
    ),
    _rows,
)
