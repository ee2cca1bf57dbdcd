"""What is doubtful of events, kept: near misses of joining, and events on weak claims of one source.

Events that came or changed wait in ``unasked`` until they are looked at, the latest first. A pair is found by the keys
under which firm claims meet, or by the two events that fit a loose claim; it is held against each other anew when
either of its events changes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import msgspec

from communique.record._index import read_traits
from communique.record.question import Doubtful
from communique.resolving import Comparison, Traits, bonds, compare

__all__ = ["LIKE", "MISS", "changed", "look", "most_doubtful", "reasons_of"]

_COMPARED = 3
"""Claims of each event that are held against those of the other."""
_CROWD = 30
"""Claims that tell of one pair of states and day from which on its near misses are not looked for: too many meet."""
MISS = 0.7
"""What one reason against them leaves of the doubt that two events are two."""
LIKE = 0.5
"""Least score of a pair that is worth a question."""
_SURE = 0.8
"""An event of one source is asked about below this confidence; above it nine in ten are right (docs/confidence.md)."""
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(tuple[str, ...]).decode


def changed(connection: sqlite3.Connection, events: Iterable[str]) -> None:
    """Events that came, changed or went wait to be looked at."""
    connection.executemany("INSERT OR REPLACE INTO unasked (event) VALUES (?)", ((event,) for event in events))


def look(connection: sqlite3.Connection, limit: int) -> int:
    """Looks at ``limit`` of the events that wait, the latest first, and says at how many; the caller holds the
    transaction."""
    rows = connection.execute("SELECT event FROM unasked ORDER BY number DESC LIMIT ?", (limit,)).fetchall()
    done: set[tuple[str, str]] = set()
    for (event,) in rows:
        _look_at(connection, event, done)
        connection.execute("DELETE FROM unasked WHERE event = ?", (event,))
    return len(rows)


def most_doubtful(connection: sqlite3.Connection, limit: int) -> Iterator[Doubtful]:
    """What was found, the most doubtful first."""
    rows = connection.execute(
        "SELECT doubt, one, other, reasons FROM doubtful ORDER BY doubt DESC, one, other LIMIT ?", (limit,)
    )
    for doubt, one, other, reasons in rows:
        yield Doubtful(doubt=doubt, events=(one, other) if other else (one,), reasons=_decode(reasons))


def reasons_of(comparison: Comparison) -> tuple[str, ...]:
    """What speaks against it, what is open, what speaks for it."""
    order = ("against", "open", "for")
    told = sorted(comparison.reasons, key=lambda reason: order.index(reason.speaks))
    return tuple(f"{reason.speaks}: {reason.words}" for reason in told)


def _look_at(connection: sqlite3.Connection, event: str, done: set[tuple[str, str]]) -> None:
    """Looks at one event, without the pairs that are ``done``."""
    former = {other for (other,) in connection.execute(_FORMER, (event,)) if other}
    connection.execute("DELETE FROM doubtful WHERE one = ? AND other = ''", (event,))
    stands = _stands(connection, event)
    members = _members(connection, event) if stands else []
    near = _near(connection, event, members)
    for other in sorted(former | near):
        pair = (min(event, other), max(event, other))
        if pair in done:
            continue
        done.add(pair)
        connection.execute("DELETE FROM doubtful WHERE one = ? AND other = ?", pair)
        if stands and _may_be_asked(connection, event, other, near):
            _keep_pair(connection, pair, members, _members(connection, other))
    if stands:
        _keep_weak(connection, event)


def _near(connection: sqlite3.Connection, event: str, members: Sequence[Traits]) -> set[str]:
    """Events that one of these claims meets, or that fit one of its loose claims."""
    if not members:
        return set()
    torn = {other for (other,) in connection.execute(_TORN, (event,))}
    return torn | set(_meeting(connection, event, members))


def _may_be_asked(connection: sqlite3.Connection, event: str, other: str, near: set[str]) -> bool:
    """Whether the other stands, is near from one side at least, and no document tells the two apart."""
    if not _stands(connection, other) or _share_document(connection, event, other):
        return False
    return other in near or event in _near(connection, other, _members(connection, other))


def _stands(connection: sqlite3.Connection, event: str) -> bool:
    """Whether it is there and was not judged to be none."""
    return connection.execute("SELECT 1 FROM events WHERE id = ? AND NOT rejected", (event,)).fetchone() is not None


def _members(connection: sqlite3.Connection, event: str) -> list[Traits]:
    rows = connection.execute(
        "SELECT claim FROM event_claims JOIN claims ON number = claim WHERE event = ?"
        " ORDER BY firm DESC, claim LIMIT ?",
        (event, _COMPARED),
    )
    return [read_traits(connection, claim) for (claim,) in rows.fetchall()]


def _meeting(connection: sqlite3.Connection, event: str, members: Sequence[Traits]) -> list[str]:
    """Events of firm claims that share a pair of sides and a day, unless a crowd does."""
    keys = {key for trait in members if trait.firm for key in bonds(trait)}
    asked = {"keys": _encode(sorted(keys)).decode(), "event": event, "crowd": _CROWD}
    return [other for (other,) in connection.execute(_MEETING, asked)]


def _share_document(connection: sqlite3.Connection, one: str, other: str) -> bool:
    """Whether one document tells of both: then it tells them apart."""
    return connection.execute(_SHARED, (one, other)).fetchone() is not None


def _keep_pair(
    connection: sqlite3.Connection, pair: tuple[str, str], some: Sequence[Traits], others: Sequence[Traits]
) -> None:
    """The likest of their claims counts: fewest reasons against, then the highest score."""
    compared = (compare(one, other) for one, other in product(some, others))
    best = max(compared, key=lambda c: (-len(c.against), c.score))
    if best.score >= LIKE and len(best.against) <= 1:
        doubt = round(best.score * MISS ** len(best.against), 4)
        _keep(connection, doubt, pair, reasons_of(best))


def _keep_weak(connection: sqlite3.Connection, event: str) -> None:
    row = connection.execute(_WEAK, (event, _SURE)).fetchone()
    if row is not None:
        confidence, start = row
        undated = ("no date is told",) if start is None else ()
        reasons = (f"confidence {confidence:.2f}", "told by one source", *undated)
        _keep(connection, round(1 - confidence, 4), (event, ""), reasons)


def _keep(connection: sqlite3.Connection, doubt: float, events: tuple[str, str], reasons: tuple[str, ...]) -> None:
    connection.execute("INSERT INTO doubtful VALUES (?, ?, ?, ?)", (*events, doubt, _encode(reasons).decode()))


_FORMER = "SELECT other FROM doubtful WHERE one = ?1 UNION SELECT one FROM doubtful WHERE other = ?1"
# Loose claims that stay by themselves because several events fit: the program knows two of them.
_TORN = (
    "SELECT near.event FROM event_claims AS own CROSS JOIN prospects ON prospects.claim = own.claim"
    " CROSS JOIN event_claims AS near ON near.event IN (one, prospects.other) OR near.home IN (one, prospects.other)"
    " WHERE own.event = ?1 AND prospects.other IS NOT NULL AND near.event <> ?1"
)
_MEETING = (
    "SELECT DISTINCT event_claims.event FROM json_each(:keys) AS told CROSS JOIN bonds ON bonds.key = told.value"
    " CROSS JOIN event_claims ON event_claims.claim = bonds.claim WHERE event_claims.event <> :event"
    " AND (SELECT count(*) FROM (SELECT 1 FROM bonds AS met WHERE met.key = told.value LIMIT :crowd + 1)) <= :crowd"
)
_SHARED = (
    "SELECT 1 FROM event_claims AS a JOIN claims AS x ON x.number = a.claim"
    " JOIN claims AS y ON y.document = x.document JOIN event_claims AS b ON b.claim = y.number"
    " WHERE a.event = ? AND b.event = ? LIMIT 1"
)
_WEAK = (
    "SELECT json_extract(event, '$.confidence') AS confidence, start FROM events WHERE id = ? AND confidence < ?"
    " AND sources = 1 AND EXISTS (SELECT 1 FROM event_claims JOIN claims ON number = claim"
    "  WHERE event_claims.event = id AND json_extract(report, '$.claim.salience') = 'main')"
)
