"""Which events a filter asks for, as SQL: from its rarest label on, the others looked up beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from communique.record._queries import match_expression, prefix_expression
from communique.record.filter import Filter

__all__ = ["Choice", "choose", "of_actor"]

_Connection = sqlite3.Connection
_Labels = tuple[int, ...]

# Condition of the filter → sorts of labels that it may be.
_NAMED = {"country": ("country",), "partner": ("country",), "kind": ("kind",), "type": ("type",), "status": ("status",)}
_UPPER = frozenset({"country", "partner", "type"})
# Condition → the sort of which it is the whole, if there is one, and the sort of which it is the beginnings of words.
_WORDED = {"actor": ("actor", "name"), "place": ("land", "place"), "topic": (None, "topic")}
# A period is met by what may have gone on in it; ``last_day`` is null for what is over the day it begins.
_BOUNDS = {
    "from_": "own.day <> '' AND coalesce(own.last_day, own.day) >= :from_",
    "to": "own.day <> '' AND own.day <= :to",
    "sources": "own.sources >= :sources",
}
_WITH_TEXT = (
    "(SELECT coalesce(start_earliest, '') AS day, id AS event, status, last_day, sources"
    " FROM events INDEXED BY events_glance WHERE rejected = :rejected AND id IN ("
    "SELECT event_claims.event FROM documents_fts CROSS JOIN claims ON claims.document = documents_fts.rowid"
    " CROSS JOIN event_claims ON event_claims.claim = claims.number WHERE documents_fts MATCH :text"
    " UNION SELECT id FROM events_fts CROSS JOIN events ON events.number = events_fts.rowid"
    " WHERE events_fts MATCH :text))"
)
_BESIDE = "EXISTS (SELECT 1 FROM labelled WHERE label {} AND day = own.day AND event = own.event)"


class Choice(msgspec.Struct, frozen=True):
    """Events as SQL that gives their ``day``, ``event`` (id) and ``status``, with its values.

    ``label`` is the only condition, if it is a single label: how many there are is known then.
    """

    rows: str
    values: dict[str, str | int]
    label: int | None = None

    @property
    def condition(self) -> str:
        """The same as a condition on the rows of ``events``."""
        return f"id IN (SELECT event FROM ({self.rows}))"


def choose(connection: _Connection, wanted: Filter) -> Choice:
    """The events that meet all conditions. ``UsageError`` where a condition has no words."""
    asked = {name: str(value) for name in _ASKED if (value := getattr(wanted, name)) is not None}
    sets = [_labels(connection, name, value, wanted.rejected) for name, value in asked.items() if name in _LABELLED]
    if not sets and wanted.text is None:
        sets = [_exactly(connection, "any", "", wanted.rejected)]
    bounds = [sql for name, sql in _BOUNDS.items() if name in asked]
    values: dict[str, str | int] = {name: value for name, value in asked.items() if name in _BOUNDS}
    if not all(sets):
        return Choice("SELECT '' AS day, '' AS event, '' AS status WHERE 0", {})
    if wanted.sources is not None:
        values["sources"] = wanted.sources
    if wanted.text is not None:
        told: dict[str, str | int] = {"text": match_expression(wanted.text), "rejected": int(wanted.rejected)}
        return Choice(_sql(_WITH_TEXT, [], sets, bounds), values | told)
    rarest, *others = sorted(sets, key=lambda labels: _size(connection, labels)) if len(sets) > 1 else sets
    alone = rarest[0] if len(rarest) == 1 and not others and not bounds else None
    return Choice(_sql("labelled", rarest, others, bounds), values, alone)


def of_actor(connection: _Connection, actor: str) -> Choice | None:
    """The events of the actor of an id; null where there is none."""
    labels = _exactly(connection, "actor", actor, rejected=False)
    return Choice(_sql("labelled", labels, (), ()), {}, labels[0]) if labels else None


_LABELLED = (*_NAMED, *_WORDED)
_ASKED = (*_LABELLED, *_BOUNDS)


def _sql(table: str, labels: Sequence[int], others: Iterable[Sequence[int]], bounds: Iterable[str]) -> str:
    own = [f"own.label {_among(labels)}"] if labels else []
    conditions = " AND ".join((*own, *bounds, *(_BESIDE.format(_among(each)) for each in others))) or "1"
    once = "DISTINCT " if len(labels) > 1 else ""  # an event may be under several of them
    return f"SELECT {once}own.day, own.event, own.status FROM {table} AS own WHERE {conditions}"


def _among(labels: Sequence[int]) -> str:
    return f"= {labels[0]}" if len(labels) == 1 else f"IN ({', '.join(map(str, labels))})"


def _labels(connection: _Connection, condition: str, value: str, rejected: bool) -> _Labels:
    """The labels that meet a condition."""
    if condition in _NAMED:
        (sort,) = _NAMED[condition]
        return _exactly(connection, sort, value.upper() if condition in _UPPER else value, rejected)
    whole, worded = _WORDED[condition]
    exact = _exactly(connection, whole, value.upper() if whole == "land" else value, rejected) if whole else ()
    return (*exact, *_beginning(connection, worded, value, rejected))


def _exactly(connection: _Connection, sort: str, value: str, rejected: bool) -> _Labels:
    rows = connection.execute(
        "SELECT number FROM labels WHERE sort = ? AND value = ? AND rejected = ?", (sort, value, rejected)
    )
    return tuple(number for (number,) in rows)


def _beginning(connection: _Connection, sort: str, words: str, rejected: bool) -> _Labels:
    """Labels of which all ``words`` begin a word, whatever case and accents."""
    rows = connection.execute(
        "SELECT number FROM labels_fts CROSS JOIN labels ON number = labels_fts.rowid"
        " WHERE labels_fts MATCH ? AND sort = ? AND rejected = ?",
        (prefix_expression(words), sort, rejected),
    )
    return tuple(number for (number,) in rows)


def _size(connection: _Connection, labels: _Labels) -> int:
    """The number of events under the labels, those under two counted twice."""
    (events,) = connection.execute(f"SELECT sum(events) FROM label_months WHERE label {_among(labels)}").fetchone()
    return events or 0
