"""Which events a filter asks for, as SQL: from its rarest label on, the others looked up beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from communique.record._queries import match_expression, prefix_expression
from communique.record.filter import Filter

__all__ = ["BOUNDS", "LATEST", "Choice", "choose", "of_actor"]

_Connection = sqlite3.Connection
_Labels = tuple[int, ...]

# Condition of the filter → sorts of labels that it may be.
_NAMED = {"country": "country", "partner": "country", "kind": "kind", "type": "type", "status": "status"}
_UPPER = frozenset({"country", "partner", "type"})
# Condition → the sort of which it is the whole, if there is one, and the sort of which it is the beginnings of words.
_WORDED = {"actor": ("actor", "name"), "place": ("land", "place"), "topic": (None, "topic")}
_LEAST = (10, 5, 3, 2)
"""Numbers of sources that events have a label for: they have as many or more."""
BOUNDS = {
    "from_": "own.day > '' AND coalesce(own.last_day, own.day) >= :from_",
    "to": "own.day > '' AND own.day <= :to",
    "status": "own.status = :status",
    "sources": "own.sources >= :sources",
}
"""Condition → what it asks of a row of ``labelled``. A period is met by what may have gone on in it; ``last_day`` is
null for what is over the day it begins."""
_COUNTED = frozenset({"from_", "to", "status"})
"""Bounds within which the events of a label are counted by month."""
_WITH_TEXT = (
    "(SELECT coalesce(start_earliest, '') AS day, id AS event, status, last_day, sources"
    " FROM events INDEXED BY events_glance WHERE rejected = :rejected AND id IN ("
    "SELECT event_claims.event FROM documents_fts CROSS JOIN claims ON claims.document = documents_fts.rowid"
    " CROSS JOIN event_claims ON event_claims.claim = claims.number WHERE documents_fts MATCH :text"
    " UNION SELECT id FROM events_fts CROSS JOIN events ON events.number = events_fts.rowid"
    " WHERE events_fts MATCH :text))"
)
_BESIDE = "EXISTS (SELECT 1 FROM labelled WHERE label {} AND day = own.day AND event = own.event)"

LATEST = 1_000
"""Events with words that stand in a great part of all reports: only so many, the latest, are looked for."""
_FREQUENT = 2_000
"""Reports, or events, from which on words are frequent: finding all of their events would take over 20 ms."""
_WALKED = 3_000
"""Events among which the latest with frequent words are looked for: of 100,000, one in fifty has a word that is just
frequent."""
_HOLDS = {
    "events_fts": "(SELECT number FROM events INDEXED BY events_glance WHERE id = own.event) IN"
    " (SELECT rowid FROM events_fts WHERE events_fts MATCH :text)",
    "documents_fts": "EXISTS (SELECT 1 FROM event_claims CROSS JOIN claims ON claims.number = event_claims.claim"
    " WHERE event_claims.event = own.event AND claims.document IN"
    " (SELECT rowid FROM documents_fts WHERE documents_fts MATCH :text))",
}
"""Index of words → what tells that an event's own words, or those of its reports, hold them."""


class Choice(msgspec.Struct, frozen=True):
    """Events as SQL that gives their ``day``, ``event`` (id) and ``status``, with its values.

    ``label`` is the only condition but for days and status, if it is a single label: how many there are is known
    then. ``latest`` gives the latest ``LATEST`` of them and one more, in their order, where to find all takes long.
    """

    rows: str
    values: dict[str, str | int]
    label: int | None = None
    latest: str | None = None

    @property
    def condition(self) -> str:
        """The same as a condition on the rows of ``events``."""
        return f"id IN (SELECT event FROM ({self.rows}))"


def choose(connection: _Connection, wanted: Filter) -> Choice:
    """The events that meet all conditions. ``UsageError`` where a condition has no words."""
    sets, values = _split(connection, wanted)
    if not all(sets):
        return Choice("SELECT '' AS day, '' AS event, '' AS status WHERE 0", {})
    if wanted.text is not None:
        return _with_text(connection, wanted, sets, values)
    rarest, *others = sorted(sets, key=lambda labels: _size(connection, labels)) if len(sets) > 1 else sets
    alone = rarest[0] if len(rarest) == 1 and not others and values.keys() <= _COUNTED else None
    return Choice(_sql("labelled", rarest, others, values), values, alone)


def of_actor(connection: _Connection, actor: str) -> Choice | None:
    """The events of the actor of an id; null where there is none."""
    labels = _exactly(connection, "actor", actor, rejected=False)
    return Choice(_sql("labelled", labels, (), ()), {}, labels[0]) if labels else None


def _split(connection: _Connection, wanted: Filter) -> tuple[list[_Labels], dict[str, str | int]]:
    """The conditions as sets of labels, of each of which an event has one, and as bounds on what stands beside them."""
    asked = {name: str(value) for name in _ASKED if (value := getattr(wanted, name)) is not None}
    country, partner = (asked.get(name, "").upper() for name in ("country", "partner"))
    sets = [_labels(connection, name, value, wanted.rejected) for name, value in _labelled(asked)]
    if country and partner and country != partner:
        sets.append(_exactly(connection, "pair", " ".join(sorted((country, partner))), wanted.rejected))
    values: dict[str, str | int] = {name: asked[name] for name in ("from_", "to") if name in asked}
    if wanted.sources is not None:
        least = next((number for number in _LEAST if number <= wanted.sources), None)
        sets += [_exactly(connection, "sources", str(least), wanted.rejected)] if least is not None else []
        values |= {"sources": wanted.sources} if least != wanted.sources else {}
    if wanted.status is not None and sets:
        values["status"] = wanted.status
    elif wanted.status is not None:
        sets.append(_exactly(connection, "status", wanted.status, wanted.rejected))
    return sets or [_exactly(connection, "any", "", wanted.rejected)], values


def _labelled(asked: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The conditions that are labels by themselves."""
    paired = len({asked[name].upper() for name in ("country", "partner") if name in asked}) == 2
    apart = ("status", "country", "partner") if paired else ("status",)
    return [(name, asked[name]) for name in (*_NAMED, *_WORDED) if name in asked and name not in apart]


_ASKED = (*_NAMED, *_WORDED, "from_", "to")


def _with_text(
    connection: _Connection, wanted: Filter, sets: Sequence[_Labels], values: Mapping[str, str | int]
) -> Choice:
    told = {**values, "text": match_expression(wanted.text or ""), "rejected": int(wanted.rejected)}
    narrowing = [] if _is_any(wanted) else sets
    rows = _sql(_WITH_TEXT, [], narrowing, values)
    found = {table: _matches(connection, table, told["text"]) for table in _HOLDS}
    if max(found.values()) < _FREQUENT:
        return Choice(rows, told)
    holds = " OR ".join(_HOLDS[table] for table, matches in found.items() if matches)
    rarest, *others = sorted(sets, key=lambda labels: _size(connection, labels))
    walked = f"{_sql('labelled', rarest, others, values)} ORDER BY day DESC, event LIMIT {_WALKED}"
    return Choice(rows, told, latest=f"SELECT * FROM ({walked}) AS own WHERE {holds} LIMIT {LATEST + 1}")


def _is_any(wanted: Filter) -> bool:
    """Whether the words are the only condition that is a label."""
    return all(getattr(wanted, name) is None for name in (*_NAMED, *_WORDED, "sources"))


def _matches(connection: _Connection, table: str, expression: str | int) -> int:
    """How many texts of an index of words hold them, ``_FREQUENT`` at most."""
    (matches,) = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT {_FREQUENT})", (expression,)
    ).fetchone()
    return int(matches)


def _sql(table: str, labels: Sequence[int], others: Iterable[Sequence[int]], bounds: Iterable[str]) -> str:
    own = [f"own.label {_among(labels)}"] if labels else []
    beside = (_BESIDE.format(_among(each)) for each in others)
    conditions = " AND ".join((*own, *(BOUNDS[name] for name in bounds), *beside)) or "1"
    once = "DISTINCT " if len(labels) > 1 else ""  # an event may be under several of them
    return f"SELECT {once}own.day, own.event, own.status FROM {table} AS own WHERE {conditions}"


def _among(labels: Sequence[int]) -> str:
    return f"= {labels[0]}" if len(labels) == 1 else f"IN ({', '.join(map(str, labels))})"


def _labels(connection: _Connection, condition: str, value: str, rejected: bool) -> _Labels:
    """The labels that meet a condition."""
    if condition in _NAMED:
        named = value.upper() if condition in _UPPER else value
        return _exactly(connection, _NAMED[condition], named, rejected)
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
