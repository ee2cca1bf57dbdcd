"""Questions to a record: filters and words into SQL."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping

import msgspec

from communique.record.log import EventHit, Hit
from communique.resolving import plain
from communique.types import Event, UsageError

__all__ = [
    "conditions_of",
    "homes",
    "match_expression",
    "parts_of",
    "prefix_expression",
    "redirected",
    "search",
    "search_events",
]

_decode_event = msgspec.json.Decoder(Event).decode
_PHRASE = re.compile(r'"([^"]+)"|(\S+)')
_WORD = re.compile(r"\w")


def match_expression(words: str) -> str:
    """Words as an FTS5 query: all must stand in the text, those in double quotes side by side.

    Every word is quoted, so that none is read as FTS5's own syntax. Raises ``UsageError`` where there
    is no word.
    """
    return " ".join('"' + part.replace('"', "") + '"' for part in parts_of(words))


def prefix_expression(words: str) -> str:
    """Words as an FTS5 query: each must begin a word of the text. Raises ``UsageError`` where there is no word."""
    return " ".join(f'"{word}"*' for part in parts_of(words) for word in plain(part).split())


def parts_of(words: str) -> list[str]:
    """Words, and phrases that stand in double quotes; ``UsageError`` where there is none."""
    parts = (phrase or word for phrase, word in _PHRASE.findall(words.replace("\0", " ")))  # ends a string of SQLite
    found = [part for part in parts if _WORD.search(part)]
    if not found:
        raise UsageError(f"no words to search for in {words!r}")
    return found


def conditions_of(wanted: object, conditions: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The SQL ``conditions`` on the fields in which ``wanted`` has a value, all of them, and these values by field."""
    asked = {name: getattr(wanted, name) for name in conditions}
    values = {name: str(value) for name, value in asked.items() if value is not None}
    return " AND ".join(conditions[name] for name in values) or "1", values


_EACH_HIT = (
    "SELECT documents.id, documents.title, publisher, published,"
    " snippet(documents_fts, -1, '[', ']', '…', 24),"
    " (SELECT group_concat(event, ' ') FROM (SELECT DISTINCT event_claims.event AS event FROM event_claims"
    "   JOIN claims ON claims.number = claim JOIN events ON events.id = event_claims.event"
    "   WHERE claims.document = documents.number AND NOT rejected ORDER BY event))"
    " FROM documents_fts JOIN documents ON documents.number = documents_fts.rowid"
    " WHERE documents_fts MATCH ? AND documents_fts.rowid = ?"
)


def search(connection: sqlite3.Connection, words: str, limit: int, newest: int | None = None) -> tuple[Hit, ...]:
    """The documents in which the words stand, the best first (BM25); among the ``newest`` so many, where given."""
    expression = match_expression(words)
    ranked = connection.execute(
        "SELECT rowid, rank FROM documents_fts WHERE documents_fts MATCH ? AND rowid >= ? ORDER BY rank, rowid LIMIT ?",
        (expression, _oldest(connection, expression, newest) if newest is not None else 0, limit),
    ).fetchall()
    found = [(rank, connection.execute(_EACH_HIT, (expression, number)).fetchone()) for number, rank in ranked]
    return tuple(_hit(*row) for _, row in sorted(found, key=lambda pair: (pair[0], pair[1][0])))


def _oldest(connection: sqlite3.Connection, expression: str, newest: int) -> int:
    """The number of the document from which on the words stand in ``newest`` documents."""
    row = connection.execute(
        "SELECT rowid FROM documents_fts WHERE documents_fts MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
        (expression, newest - 1),
    ).fetchone()
    return int(row[0]) if row is not None else 0


def _hit(
    document: str, title: str | None, publisher: str | None, published: str | None, snippet: str, events: str | None
) -> Hit:
    return Hit(
        document=document,
        title=title,
        publisher=publisher,
        published=published,
        events=tuple(events.split()) if events else (),
        snippet=" ".join(snippet.split()),
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
