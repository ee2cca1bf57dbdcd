"""Questions to a record: filters and words into SQL."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable

import msgspec

from communique.record.filter import Filter
from communique.record.log import EventHit, Hit
from communique.types import Event, UsageError

__all__ = ["condition", "homes", "match_expression", "parts_of", "redirected", "search", "search_events"]

_decode_event = msgspec.json.Decoder(Event).decode
# Field of the filter → SQL condition on ``events``. A period is met by what may have gone on in it.
_CONDITIONS = {
    "actor": "id IN (SELECT event FROM event_actors WHERE actor = :actor OR holds(name, :actor))",
    "country": "(country = :country OR id IN (SELECT event FROM event_actors WHERE country = :country))",
    "partner": "(country = :partner OR id IN (SELECT event FROM event_actors WHERE country = :partner))",
    "kind": ":kind IN (kind, family)",
    "type": "type = :type",
    "status": "status = :status",
    "from_": "start_earliest IS NOT NULL AND coalesce(last_day, start_earliest) >= :from_",
    "to": "start_earliest <= :to",
    "place": "(country = upper(:place) OR holds(place, :place))",
    "topic": "id IN (SELECT event FROM event_topics WHERE holds(topic, :topic))",
    "sources": "json_extract(event, '$.independent_sources') >= CAST(:sources AS INTEGER)",
    "text": (
        "(number IN (SELECT rowid FROM events_fts WHERE events_fts MATCH :text)"
        " OR id IN (SELECT event_claims.event FROM documents_fts"
        " JOIN claims ON claims.document = documents_fts.rowid"
        " JOIN event_claims ON event_claims.claim = claims.number WHERE documents_fts MATCH :text))"
    ),
}
_VALUES: dict[str, Callable[[str], str]] = {
    "country": str.upper,
    "partner": str.upper,
    "type": str.upper,
}
_PHRASE = re.compile(r'"([^"]+)"|(\S+)')
_WORD = re.compile(r"\w")


def condition(wanted: Filter) -> tuple[str, dict[str, str]]:
    """The SQL condition on ``events`` and its values."""
    asked = {name: getattr(wanted, name) for name in _CONDITIONS}
    values = {name: _value(name, str(value)) for name, value in asked.items() if value is not None}
    shown = "rejected" if wanted.rejected else "NOT rejected"
    return " AND ".join((shown, *(_CONDITIONS[name] for name in values))), values


def _value(name: str, value: str) -> str:
    return match_expression(value) if name == "text" else _VALUES.get(name, str)(value)


def match_expression(words: str) -> str:
    """Words as an FTS5 query: all must stand in the text, those in double quotes side by side.

    Every word is quoted, so that none is read as FTS5's own syntax. Raises ``UsageError`` where there
    is no word.
    """
    return " ".join('"' + part.replace('"', "") + '"' for part in parts_of(words))


def parts_of(words: str) -> list[str]:
    """Words, and phrases that stand in double quotes; ``UsageError`` where there is none."""
    parts = (phrase or word for phrase, word in _PHRASE.findall(words.replace("\0", " ")))  # ends a string of SQLite
    found = [part for part in parts if _WORD.search(part)]
    if not found:
        raise UsageError(f"no words to search for in {words!r}")
    return found


def search(connection: sqlite3.Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """The documents in which the words stand, the best first (BM25)."""
    rows = connection.execute(
        "SELECT documents.id, documents.title, publisher, published,"
        " snippet(documents_fts, -1, '[', ']', '…', 24),"
        " (SELECT group_concat(event, ' ') FROM (SELECT DISTINCT event_claims.event AS event FROM event_claims"
        "   JOIN claims ON claims.number = claim JOIN events ON events.id = event_claims.event"
        "   WHERE claims.document = documents.number AND NOT rejected ORDER BY event))"
        " FROM documents_fts JOIN documents ON documents.number = documents_fts.rowid"
        " WHERE documents_fts MATCH ? ORDER BY rank, documents.id LIMIT ?",
        (match_expression(words), limit),
    )
    return tuple(
        Hit(
            document=document,
            title=title,
            publisher=publisher,
            published=published,
            events=tuple(events.split()) if events else (),
            snippet=" ".join(snippet.split()),
        )
        for document, title, publisher, published, snippet, events in rows
    )


def homes(connection: sqlite3.Connection, document: str) -> dict[int, str]:
    """Position of each claim of a document → its event."""
    rows = connection.execute(
        "SELECT position, event FROM documents JOIN claims ON claims.document = documents.number"
        " JOIN event_claims ON event_claims.claim = claims.number WHERE documents.id = ?",
        (document,),
    )
    return dict(rows.fetchall())


def search_events(connection: sqlite3.Connection, words: str, limit: int) -> tuple[EventHit, ...]:
    """The events in whose own words the words stand, the best first (BM25; the title counts most)."""
    rows = connection.execute(
        "SELECT event, snippet(events_fts, -1, '[', ']', '…', 24)"
        " FROM events_fts JOIN events ON events.number = events_fts.rowid"
        " WHERE events_fts MATCH ? AND NOT rejected ORDER BY bm25(events_fts, 4.0, 2.0, 1.0, 1.0), events.id LIMIT ?",
        (match_expression(words), limit),
    )
    return tuple(_event_hit(_decode_event(event), snippet) for event, snippet in rows)


def _event_hit(event: Event, snippet: str) -> EventHit:
    return EventHit(
        event=event.id,
        title=event.title,
        kind=event.kind,
        status=event.status,
        start=event.start,
        end=event.end,
        snippet=" ".join(snippet.split()),
    )


def redirected(connection: sqlite3.Connection, event: str) -> str:
    """The id that an event goes by now: merges leave redirects, which may follow one another."""
    row = connection.execute("SELECT new FROM redirects WHERE old = ?", (event,)).fetchone()
    return redirected(connection, row[0]) if row is not None else event
