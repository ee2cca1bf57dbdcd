"""Claims of a record as they stand in it, one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

import msgspec

from communique.record._index import claim_label
from communique.record.claim import ToldEvent
from communique.types import Report

__all__ = ["each_claim"]

_decode_report = msgspec.json.Decoder(Report).decode
_QUESTION = (
    "SELECT documents.id, claims.position, event_claims.event, claims.report FROM claims"
    " JOIN documents ON documents.number = claims.document"
    " LEFT JOIN event_claims ON event_claims.claim = claims.number"
    " {} ORDER BY claims.document, claims.position"
)


def each_claim(connection: sqlite3.Connection, where: str | None, values: Mapping[str, object]) -> Iterator[ToldEvent]:
    """The claims of the events that an SQL condition on ``events`` selects, by document; all where it is null."""
    condition = f"WHERE event_claims.event IN (SELECT id FROM events WHERE {where})" if where else ""
    for document, position, event, report in connection.execute(_QUESTION.format(condition), values):
        yield ToldEvent(id=claim_label(document, position), event=event, report=_decode_report(report))
