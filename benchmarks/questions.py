"""What readers ask of a record: every page and call, of things that it holds, the frequent and the rare."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path
from random import Random
from urllib.parse import quote, urlencode

import msgspec

from benchmarks.newsroom import word

__all__ = ["Question", "questions"]

_EACH = 24
"""Questions of a page, all different where the record has as many."""
_WORDS = ("visit", "sanction", *map(word, (0, 3, 30, 300, 3000)), f"{word(1)} {word(9)}")
"""Of titles of events, and of texts: from such as stand in nearly all to such as stand in one of a hundred."""


class Question(msgspec.Struct, frozen=True):
    """A ``path`` with its query, and the name of the ``page`` that it is of."""

    page: str
    path: str

    @property
    def pair(self) -> tuple[str, str]:
        """Both."""
        return self.page, self.path


def questions(record: Path) -> list[Question]:
    """As many of each page; the same for the same record."""
    chance = Random(1)
    with closing(sqlite3.connect(record)) as connection:
        values = {sort: _values(connection, sort) for sort in ("actor", "country", "kind", "status", "place", "topic")}
        events = _column(connection, "SELECT event FROM event_claims WHERE claim % 997 = 1")
        events += _column(connection, "SELECT event FROM event_claims GROUP BY event ORDER BY count(*) DESC LIMIT 4")
        documents = _column(connection, "SELECT id FROM documents WHERE number % 997 = 1")
        days = _column(connection, "SELECT DISTINCT month FROM label_months WHERE month <> '' ORDER BY month")
    pairs = [(one, other) for one in values["country"][:8] for other in values["country"][:8] if one < other]
    chance.shuffle(pairs)
    pages: dict[str, Iterator[str]] = {
        "timeline": cycle(["/"]),
        "timeline, later pages": cycle([f"/?page={page}" for page in (2, 3, 10, 100, 500, 1500)]),
        **{f"timeline by {sort}": _by(sort, own) for sort, own in values.items()},
        "timeline by pair": cycle([f"/?country={one}&partner={other}" for one, other in pairs]),
        "timeline by days": cycle([f"/?from={day}&to={day}" for day in days]),
        "timeline since": cycle([f"/?from={day}" for day in days]),
        "timeline by sources": cycle([f"/?sources={number}" for number in (2, 3, 5)]),
        "timeline by several": cycle(
            [f"/?country={one}&kind={kind}&status=happened" for one, _ in pairs for kind in values["kind"][:5]]
        ),
        "timeline by words": cycle([f"/?q={quote(words)}" for words in _WORDS]),
        "map": cycle(["/map", *(f"/map?country={one}" for one in values["country"])]),
        "network": cycle(["/network", "/network?by=person", *(f"/network?country={one}" for one in values["country"])]),
        "event": cycle([f"/events/{event}" for event in events]),
        "report": cycle([f"/reports?id={quote(id)}" for id in documents]),
        "actor": cycle([f"/actors/{quote(actor)}" for actor in values["actor"]]),
        "countries": cycle([f"/countries/{one}/{other}" for one, other in pairs]),
        "review": cycle(["/review"]),
        "subscribe": cycle([f"/subscribe?country={one}" for one in values["country"]]),
        "read": cycle(["/read"]),
        "static": cycle(["/static/style.css", "/static/charts.min.js"]),
        "api events": cycle(["/api/events", *(f"/api/events?country={one}&limit=100" for one in values["country"])]),
        "api event": cycle([f"/api/events/{event}" for event in events]),
        "api document": cycle([f"/api/documents?id={quote(id)}" for id in documents]),
        "api search": cycle([f"/api/search?words={quote(words)}" for words in _WORDS]),
        "export": cycle([f"/export/csv?country={one}&partner={other}&from={days[-1]}" for one, other in pairs[-3:]]),
    }
    return [Question(page, path) for page, paths in pages.items() for path in islice(paths, _EACH)]


def _by(field: str, values: list[str]) -> Iterator[str]:
    return cycle([f"/?{urlencode({field: value})}" for value in values])


def _values(connection: sqlite3.Connection, sort: str) -> list[str]:
    """What is most frequent, and some of what is rare."""
    found = _column(
        connection,
        "SELECT value FROM labels JOIN label_months ON label = number WHERE sort = ? AND NOT rejected"
        " GROUP BY number ORDER BY sum(events) DESC",
        sort,
    )
    return found[:8] + found[8 :: max(1, len(found) // 16)]


def _column(connection: sqlite3.Connection, sql: str, *values: str) -> list[str]:
    return [value for (value,) in connection.execute(sql, values)]
