"""Reports without a date that share events with dated ones: which may now be dated, and when.

Events that changed wait for it in the table ``datable``, so that a run that was killed is gone on with by the next.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from communique.resolving import copied_date, sister_date
from communique.types import Coding, Document, Report

__all__ = ["datable", "dated", "leave_copies_to_dating", "leave_to_dating", "newly_dated"]

_decode_coding = msgspec.json.Decoder(Coding).decode
_decode_report = msgspec.json.Decoder(Report).decode


def leave_to_dating(connection: sqlite3.Connection, event: str) -> None:
    """An event that came or changed waits for its reports to be dated."""
    connection.execute("INSERT OR IGNORE INTO datable VALUES (?)", (event,))


def leave_copies_to_dating(connection: sqlite3.Connection) -> None:
    """Events of undated copies that are being resolved wait too: another copy may be dated."""
    connection.execute(_OF_COPIES)


def datable(connection: sqlite3.Connection) -> list[str]:
    """The events that wait."""
    return [event for (event,) in connection.execute("SELECT event FROM datable ORDER BY event")]


def dated(connection: sqlite3.Connection, events: Iterable[str]) -> None:
    """Takes events off the list of those that wait."""
    connection.executemany("DELETE FROM datable WHERE event = ?", ((event,) for event in events))


def newly_dated(connection: sqlite3.Connection, events: Iterable[str]) -> Iterator[Document]:
    """The documents of ``events`` whose date their sisters tell or narrow, with it as ``published``."""
    for number, document, groups in _undated(connection, events):
        published = sister_date(document, groups)
        if published is None and document.published is None:
            published = copied_date(_copied(connection, number))
        if published is not None and published != document.published:
            yield msgspec.structs.replace(document, published=published)


def _copied(connection: sqlite3.Connection, number: int) -> list[date]:
    """The days on which copies of a document were published, as far as they are known to the day."""
    return [date.fromisoformat(day) for (day,) in connection.execute(_DAYS_OF_COPIES, (number,))]


def _undated(
    connection: sqlite3.Connection, events: Iterable[str]
) -> Iterator[tuple[int, Document, list[tuple[Report, ...]]]]:
    """Each document of the events that has no day of publication, by number, with the reports of all its events."""
    found: set[int] = set()
    for event in events:
        found |= {number for (number,) in connection.execute(_OF_EVENT, (event,))}
    for number in sorted(found):
        (coding,) = connection.execute("SELECT coding FROM documents WHERE number = ?", (number,)).fetchone()
        groups: defaultdict[str, list[Report]] = defaultdict(list)
        for event, report in connection.execute(_BESIDE, (number,)):
            groups[event].append(_decode_report(report))
        yield number, _decode_coding(coding).document, [tuple(groups[event]) for event in sorted(groups)]


_OF_EVENT = (
    "SELECT DISTINCT documents.number FROM event_claims"
    " JOIN claims ON claims.number = event_claims.claim"
    " JOIN documents ON documents.number = claims.document"
    " WHERE event_claims.event = ? AND (published IS NULL OR published_earliest <> published_latest)"
    " AND (EXISTS (SELECT 1 FROM event_claims AS other JOIN claims AS there ON there.number = other.claim"
    "  WHERE other.event = event_claims.event AND there.firm AND there.document <> claims.document)"
    " OR documents.number IN (SELECT document FROM copies))"
)
# Copies first: they are few, and whether a document has a date stands behind its text.
_OF_COPIES = (
    "INSERT OR IGNORE INTO datable SELECT own.event FROM (SELECT claim FROM pending_claims UNION"
    " SELECT claim FROM pending_events CROSS JOIN event_claims ON event_claims.event = pending_events.event) AS told"
    " CROSS JOIN claims ON claims.number = told.claim CROSS JOIN copies ON copies.document = claims.document"
    " CROSS JOIN documents ON documents.number = copies.document"
    " CROSS JOIN event_claims AS own ON own.claim = told.claim WHERE published IS NULL"
)
_DAYS_OF_COPIES = (
    "SELECT published_earliest FROM copies AS own JOIN copies AS other ON other.head = own.head"
    " JOIN documents ON documents.number = other.document"
    " WHERE own.document = ? AND published_earliest = published_latest"
)
_BESIDE = (
    "SELECT beside.event, there.report FROM claims"
    " JOIN event_claims AS own ON own.claim = claims.number"
    " JOIN event_claims AS beside ON beside.event = own.event"
    " JOIN claims AS there ON there.number = beside.claim"
    " WHERE claims.document = ? GROUP BY beside.event, there.number ORDER BY beside.event, there.number"
)
