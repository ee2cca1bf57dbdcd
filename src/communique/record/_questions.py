"""Finds what is most doubtful: near misses of joining, reports joined with little reason, events on weak claims."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import islice, product

from communique.record._events import read_events
from communique.record._index import read_traits
from communique.record._joins import read_doubts
from communique.record.question import Doubtful, Question
from communique.resolving import Comparison, Traits, compare
from communique.types import Event

__all__ = ["ask", "doubtful"]

_COMPARED = 3
"""Claims of each event that are held against those of the other."""
_CROWD = 30
"""Claims that tell of one pair of states and day from which on its near misses are not looked for: too many meet."""
_RECENT = 3_000
"""Claims, the last that came, in which questions are looked for: it takes under a second, however large the record.
What came before was asked about when it came."""
_MISS = 0.7
"""What one reason against them leaves of the doubt that two events are two."""
_LIKE = 0.5
"""Least score of a pair that is worth a question."""
_SPARE = 4
"""Times as many are looked at as are asked for: some were answered."""
_SURE = 0.8
"""An event of one source is asked about below this confidence; above it nine in ten are right (docs/confidence.md)."""


def doubtful(connection: sqlite3.Connection, limit: int) -> tuple[Doubtful, ...]:
    """The ``limit`` most doubtful, the most doubtful first, and as many again of which some were answered."""
    every = (*_pairs(connection), *_reports(connection, 2 * limit), *_events(connection))
    return tuple(nlargest(_SPARE * limit, every, key=lambda one: (one.doubt, one.events)))


def ask(connection: sqlite3.Connection, found: Iterable[Doubtful], limit: int) -> tuple[Question, ...]:
    """The first ``limit`` with their events; what was judged, or whose events are gone, is asked no more."""
    open_ones = (question for one in found if (question := _told(connection, one)) is not None)
    return tuple(islice(open_ones, limit))


def _told(connection: sqlite3.Connection, found: Doubtful) -> Question | None:
    events = [event for id in found.events for event in read_events(connection, "id = :id", {"id": id})]
    if len(events) < len(found.events) or _is_answered(events):
        return None
    return Question(doubt=found.doubt, events=tuple(events), reasons=found.reasons, document=found.document)


def _is_answered(events: Sequence[Event]) -> bool:
    if len(events) == 1:
        return bool(events[0].judgements)
    one, other = ({j.number for j in event.judgements if j.verdict == "different"} for event in events)
    return bool(one & other)


def _pairs(connection: sqlite3.Connection) -> Iterator[Doubtful]:
    best: dict[tuple[str, str], Comparison] = {}
    for one, other in {*connection.execute(_NEAR, (_RECENT, _CROWD)), *connection.execute(_PROSPECTS, (_RECENT,))}:
        pair = (min(one, other), max(one, other))
        if pair not in best and not _share_document(connection, pair):
            best[pair] = _compared(connection, pair)
    for pair, comparison in best.items():
        if comparison.score >= _LIKE and len(comparison.against) <= 1:
            yield Doubtful(doubt=_doubt(comparison), events=pair, reasons=_reasons(comparison))


def _doubt(comparison: Comparison) -> float:
    return round(comparison.score * _MISS ** len(comparison.against), 4)


def _reasons(comparison: Comparison) -> tuple[str, ...]:
    """What speaks against it, what is open, what speaks for it."""
    order = ("against", "open", "for")
    told = sorted(comparison.reasons, key=lambda reason: order.index(reason.speaks))
    return tuple(f"{reason.speaks}: {reason.words}" for reason in told)


def _compared(connection: sqlite3.Connection, pair: tuple[str, str]) -> Comparison:
    """The likest of their claims: fewest reasons against, then the highest score."""
    mine, theirs = (_members(connection, event) for event in pair)
    return max((compare(one, other) for one, other in product(mine, theirs)), key=lambda c: (-len(c.against), c.score))


def _members(connection: sqlite3.Connection, event: str) -> list[Traits]:
    rows = connection.execute(
        "SELECT claim FROM event_claims JOIN claims ON number = claim WHERE event = ?"
        " ORDER BY firm DESC, claim LIMIT ?",
        (event, _COMPARED),
    )
    return [read_traits(connection, claim) for (claim,) in rows.fetchall()]


def _share_document(connection: sqlite3.Connection, pair: Iterable[str]) -> bool:
    """Whether one document tells of both: then it tells them apart."""
    return connection.execute(_SHARED, tuple(pair)).fetchone() is not None


def _reports(connection: sqlite3.Connection, limit: int) -> Iterator[Doubtful]:
    """Reports that are in an event with little that speaks for it."""
    for doubt in read_doubts(connection, limit):
        score = doubt.comparison.score
        if doubt.other is None and score < _LIKE:
            yield Doubtful(
                doubt=round((1 - score) * _MISS, 4),
                events=(doubt.event,),
                reasons=_reasons(doubt.comparison),
                document=doubt.document,
            )


def _events(connection: sqlite3.Connection) -> Iterator[Doubtful]:
    for id, confidence, start in connection.execute(_WEAK, (_RECENT, _SURE)):
        undated = ("no date is told",) if start is None else ()
        reasons = (f"confidence {confidence:.2f}", "told by one source", *undated)
        yield Doubtful(doubt=round(1 - confidence, 4), events=(id,), reasons=reasons)


_SINCE = "(SELECT coalesce(max(number), 0) - ? FROM claims)"
_NEAR = (
    "SELECT DISTINCT a.event, b.event FROM (SELECT key FROM bonds WHERE key IN"
    f" (SELECT key FROM bonds WHERE claim > {_SINCE}) GROUP BY key HAVING count(*) BETWEEN 2 AND ?) AS met"
    " CROSS JOIN bonds AS x ON x.key = met.key CROSS JOIN bonds AS y ON y.key = met.key AND y.claim > x.claim"
    " CROSS JOIN event_claims AS a ON a.claim = x.claim CROSS JOIN event_claims AS b ON b.claim = y.claim"
    " CROSS JOIN events AS here ON here.id = a.event CROSS JOIN events AS there ON there.id = b.event"
    " WHERE a.event <> b.event AND NOT here.rejected AND NOT there.rejected"
)
# Loose claims that stay by themselves because several events fit: the program knows two of them.
_PROSPECTS = (
    "SELECT DISTINCT own.event, near.event FROM prospects JOIN event_claims AS own USING (claim)"
    " JOIN events AS here ON here.id = own.event"
    " JOIN event_claims AS near ON near.event IN (one, other) OR near.home IN (one, other)"
    " JOIN events AS there ON there.id = near.event"
    f" WHERE prospects.claim > {_SINCE} AND other IS NOT NULL AND near.event <> own.event"
    " AND NOT here.rejected AND NOT there.rejected"
)
_SHARED = (
    "SELECT 1 FROM event_claims AS a JOIN claims AS x ON x.number = a.claim"
    " JOIN claims AS y ON y.document = x.document JOIN event_claims AS b ON b.claim = y.number"
    " WHERE a.event = ? AND b.event = ? LIMIT 1"
)
_WEAK = (
    "SELECT id, json_extract(event, '$.confidence') AS confidence, start FROM events WHERE id IN"
    f" (SELECT event FROM event_claims WHERE claim > {_SINCE}) AND NOT rejected"
    " AND confidence < ? AND json_extract(event, '$.independent_sources') = 1"
    " AND EXISTS (SELECT 1 FROM event_claims JOIN claims ON number = claim WHERE event_claims.event = id"
    "  AND json_extract(report, '$.claim.salience') = 'main')"
)
