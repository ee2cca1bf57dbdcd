"""Claims: they are those of their documents, and each belongs to one event."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import msgspec

from communique.record._index import claim_label
from communique.record.checking.fault import Fault
from communique.types import Coding, Report

__all__ = ["astray", "told_otherwise"]

_decode_coding = msgspec.json.Decoder(Coding).decode
_decode_report = msgspec.json.Decoder(Report).decode
_QUESTION = (
    "SELECT documents.id, coding, position, report FROM documents"
    " LEFT JOIN claims ON claims.document = documents.number ORDER BY documents.number, position"
)


def told_otherwise(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Claims that are missing, or are not what their documents say."""
    for (id, coding), rows in groupby(connection.execute(_QUESTION), key=itemgetter(0, 1)):
        held = {position: report for _, _, position, report in rows if position is not None}
        try:
            told = dict(enumerate(_decode_coding(coding).events))
        except msgspec.DecodeError:
            continue  # the check of documents names it
        for position in sorted(told.keys() | held.keys()):
            problem = _problem(told.get(position), held.get(position), id)
            if problem is not None:
                yield Fault(table="claims", id=claim_label(id, position), problem=problem, remedy="repair")


def _problem(told: object, held: str | None, document: str) -> str | None:
    if held is None:
        return "is missing, and its document tells of it"
    if told is None:
        return "its document tells of no such claim"
    try:
        report = _decode_report(held)
    except msgspec.DecodeError as error:
        return f"cannot be read: {error}"
    return None if (report.claim, report.document) == (told, document) else "is not what its document says"


def astray(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Claims without an event, and claims of events that are not there."""
    rows = connection.execute(
        "SELECT documents.id, position, home.event FROM claims JOIN documents ON documents.number = claims.document"
        " LEFT JOIN event_claims AS home ON home.claim = claims.number"
        " WHERE (home.event IS NULL AND claims.number NOT IN (SELECT claim FROM pending_claims))"
        " OR (home.event IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events WHERE events.id = home.event))"
        " ORDER BY claims.number"
    )
    for document, position, event in rows:
        problem = "belongs to no event" if event is None else f"belongs to event {event}, which is not there"
        yield Fault(table="claims", id=claim_label(document, position), problem=problem, remedy="repair")
