"""Why claims were joined: written as they are, read back, and those that nearly were or may wrongly be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from communique.record._crew import Crew
from communique.record._index import claim_label, read_traits
from communique.record.join import Doubt, Join, NearMiss
from communique.resolving import Comparison, Reason, Traits, compare, core, near_keys

__all__ = ["keep_joins", "read_doubts", "read_joins", "read_near_misses"]

_Told = tuple[str, str, str]
_Joined = tuple[int, Traits, Traits]
_Row = tuple[int, str | None, float | None, str | None]
_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder(list[_Joined]).decode
_BATCH = 256
"""Claims that are compared and written together."""
_decode = msgspec.json.Decoder(tuple[_Told, ...]).decode
_ALIKE = 0.5
"""The score from which on another event is worth telling of as a near miss."""
_MOST_LOOKED_AT = 400
_MOST_SHOWN = 3


def keep_joins(connection: sqlite3.Connection, joined: Iterable[_Joined], crew: Crew) -> None:
    """Writes for claims, by number, why they are in one event with the most telling claim of it."""
    for rows in _explained(joined, crew):
        connection.executemany("INSERT OR REPLACE INTO joins VALUES (?, ?, ?, ?)", rows)


def _explained(joined: Iterable[_Joined], crew: Crew) -> Iterator[list[_Row]]:
    rest = iter(joined)
    batches = iter(lambda: list(islice(rest, _BATCH)), [])
    if not crew.helped:
        return (_rows(batch) for batch in batches)
    return (rows for _, rows in crew.map(_packed_rows, map(_pack, batches)))


def _packed_rows(packed: bytes) -> list[_Row]:
    return _rows(_unpack(packed))


def _rows(joined: Iterable[_Joined]) -> list[_Row]:
    return [_row(*each) for each in joined]


def _row(claim: int, own: Traits, beside: Traits) -> _Row:
    if own.label == beside.label:
        return claim, None, None, None
    found = compare(own, beside)
    told = [(reason.field, reason.speaks, reason.words) for reason in found.reasons]
    return claim, beside.label, found.score, msgspec.json.encode(told).decode()


def read_joins(connection: sqlite3.Connection, event: str) -> tuple[Join, ...]:
    """Why each claim of an event is in it, in the order of the claims."""
    rows = connection.execute(
        "SELECT documents.id, position, beside, score, reasons FROM event_claims"
        " JOIN joins ON joins.claim = event_claims.claim JOIN claims ON claims.number = event_claims.claim"
        " JOIN documents ON documents.number = claims.document WHERE event = ? ORDER BY documents.id, position",
        (event,),
    )
    return tuple(
        Join(
            claim=claim_label(document, position),
            document=document,
            beside=beside,
            comparison=_comparison(score, reasons) if beside is not None else None,
        )
        for document, position, beside, score, reasons in rows
    )


def _comparison(score: float, reasons: str) -> Comparison:
    told = (Reason(field, speaks, words) for field, speaks, words in _decode(reasons))  # type: ignore[arg-type]
    return Comparison(score, tuple(told))


def read_near_misses(connection: sqlite3.Connection, event: str) -> tuple[NearMiss, ...]:
    """The events of its sides, near in time, that an event resembles most and is not one with."""
    own = _core(connection, event)
    if own is None:
        return ()
    compared = [
        (other, compare(own, trait)) for other in _near(connection, own, event) if (trait := _core(connection, other))
    ]
    alike = sorted((c for c in compared if c[1].score >= _ALIKE), key=lambda c: (-c[1].score, c[0]))
    return tuple(_near_miss(connection, *each) for each in alike[:_MOST_SHOWN])


def _near(connection: sqlite3.Connection, own: Traits, event: str) -> list[str]:
    found = {
        other
        for key in near_keys(own)
        for (other,) in connection.execute(
            "SELECT DISTINCT id FROM offers CROSS JOIN event_claims ON event_claims.claim = offers.claim"
            " CROSS JOIN events ON id = event_claims.event WHERE key = ? AND NOT rejected LIMIT ?",
            (key, _MOST_LOOKED_AT),
        )
    }
    return sorted(found - {event})


def _near_miss(connection: sqlite3.Connection, event: str, comparison: Comparison) -> NearMiss:
    title, start = connection.execute("SELECT title, start FROM events WHERE id = ?", (event,)).fetchone()
    return NearMiss(event=event, title=title, start=start, comparison=comparison)


def _core(connection: sqlite3.Connection, event: str) -> Traits | None:
    """The most telling claim of an event; null where it has none."""
    rows = connection.execute("SELECT claim FROM event_claims WHERE event = ?", (event,)).fetchall()
    return core([read_traits(connection, claim) for (claim,) in rows]) if rows else None


def read_doubts(connection: sqlite3.Connection, limit: int) -> tuple[Doubt, ...]:
    """Claims that joined an event with little that speaks for it, and such as fit two: turn by turn, worst first."""
    weak, torn = _weak(connection), _torn(connection)
    return tuple(islice((doubt for pair in _in_turn(weak, torn) for doubt in pair), limit))


def _in_turn(one: Iterator[Doubt], other: Iterator[Doubt]) -> Iterator[list[Doubt]]:
    while pair := [doubt for doubt in (next(one, None), next(other, None)) if doubt is not None]:
        yield pair


def _weak(connection: sqlite3.Connection) -> Iterator[Doubt]:
    rows = connection.execute(
        "SELECT documents.id, position, events.id, score, reasons FROM joins INDEXED BY joins_by_score"
        " CROSS JOIN event_claims ON event_claims.claim = joins.claim CROSS JOIN claims ON claims.number = joins.claim"
        " CROSS JOIN documents ON documents.number = claims.document"
        " CROSS JOIN events ON events.id = event_claims.event"
        " WHERE score IS NOT NULL AND NOT rejected ORDER BY score, joins.claim"
    )
    for document, position, event, score, reasons in rows:
        yield Doubt(
            claim=claim_label(document, position),
            document=document,
            event=event,
            other=None,
            comparison=_comparison(score, reasons),
        )


def _torn(connection: sqlite3.Connection) -> Iterator[Doubt]:
    """The latest first: what was read last is looked at first."""
    rows = connection.execute(
        "SELECT prospects.claim, id, one FROM prospects CROSS JOIN event_claims USING (claim)"
        " CROSS JOIN events ON id = event_claims.event WHERE other IS NOT NULL AND NOT rejected"
        " ORDER BY prospects.claim DESC"
    )
    for claim, event, other in rows:
        own, there = read_traits(connection, claim), _core(connection, other)
        if there is not None:
            yield Doubt(
                claim=own.label, document=own.document, event=event, other=other, comparison=compare(own, there)
            )
