"""Judgements in their table, of which no row is ever changed."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

import msgspec

from communique.record._anchors import anchor, bound, stir
from communique.record._index import claim_label
from communique.record._log import log
from communique.resolving import constrain
from communique.types import Judgement, UsageError

__all__ = ["adopt", "append", "bearing", "home", "judged_events", "read_judgements"]

_COLUMNS = tuple(field.name for field in msgspec.structs.fields(Judgement))
_LISTS = ("events", "claims")


def append(connection: sqlite3.Connection, judgement: Judgement) -> Judgement:
    """Adds the row under the next number, and leaves its claims to resolving. The caller holds the transaction."""
    row = {name: getattr(judgement, name) for name in _COLUMNS if name != "number"}
    row |= {name: msgspec.json.encode(row[name]).decode() for name in _LISTS}
    columns, places = ", ".join(row), ", ".join(f":{name}" for name in row)
    number = connection.execute(f"INSERT INTO judgements ({columns}) VALUES ({places})", row).lastrowid
    added = msgspec.structs.replace(judgement, number=int(number or 0))
    connection.execute("INSERT INTO in_force VALUES (?)", (added.number,))
    anchor(connection, added)
    stir(connection, added.number)
    if added.revokes is not None:
        _revoke(connection, added.revokes)
    _log(connection, added)
    return added


def _revoke(connection: sqlite3.Connection, number: int) -> None:
    """Takes a judgement out of force; where that one is an undo, what it had revoked is in force again."""
    connection.execute("DELETE FROM in_force WHERE judgement = ?", (number,))
    (revoked,) = read_judgements(connection, "number = ?", (number,))
    if revoked.revokes is not None:
        connection.execute("INSERT OR IGNORE INTO in_force VALUES (?)", (revoked.revokes,))
        stir(connection, revoked.revokes)
    stir(connection, number)


def _log(connection: sqlite3.Connection, judgement: Judgement) -> None:
    """A row of the change log for each event that a judgement is about; one without where its claims are not there."""
    told = {name: getattr(judgement, name) for name in ("verdict", "field", "value", "revokes", "who", "note")}
    detail = {"judgement": judgement.number} | {name: value for name, value in told.items() if value is not None}
    events = connection.execute(
        "SELECT DISTINCT event FROM judged_claims JOIN event_claims USING (claim) WHERE judgement = ? ORDER BY event",
        (judgement.revokes or judgement.number,),
    ).fetchall()
    for (event,) in events or [(None,)]:
        log(connection, judgement.at, "judged", event=event, detail=detail)


def adopt(connection: sqlite3.Connection, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Adds rows of another record that are not there yet, under numbers of this one."""
    known: defaultdict[Judgement, list[int]] = defaultdict(list)
    for row in reversed(read_judgements(connection)):
        known[_identity(row)].append(row.number)
    numbers: dict[int, int] = {}
    added = []
    for row in judgements:
        revokes = numbers.get(row.revokes) if row.revokes is not None else None
        if row.revokes is not None and revokes is None:
            raise UsageError(f"judgement {row.number} undoes {row.revokes}, which is not among those before it")
        moved = msgspec.structs.replace(row, revokes=revokes)
        there = known[_identity(moved)]
        if not there:
            added.append(append(connection, moved))
        numbers[row.number] = there.pop() if there else added[-1].number
    return tuple(added)


def _identity(row: Judgement) -> Judgement:
    return msgspec.structs.replace(row, number=0, events=())


def read_judgements(
    connection: sqlite3.Connection, where: str = "1", values: Mapping[str, object] | tuple[object, ...] = ()
) -> tuple[Judgement, ...]:
    """The judgements that an SQL condition selects, in their order."""
    rows = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM judgements WHERE {where} ORDER BY number", values)
    found = (dict(zip(_COLUMNS, row, strict=True)) for row in rows)
    return tuple(
        msgspec.convert(row | {name: msgspec.json.decode(row[name]) for name in _LISTS}, Judgement) for row in found
    )


def bearing(
    connection: sqlite3.Connection, event: str, *, overruled: Collection[int], rejected: bool
) -> tuple[Judgement, ...]:
    """The judgements that bear on an event: those in force on its claims, of two values of one field the later.

    A value stays with the event that has most of the claims that it was given to.
    """
    found = read_judgements(connection, _ON_EVENT, {"event": event})
    held = [judgement.bare() for judgement in found if judgement.number not in overruled]
    fields = {j.field: j.number for j in held if j.verdict == "set" and home(connection, j.number) == event}
    return tuple(
        judgement
        for judgement in held
        if (judgement.verdict != "set" or fields.get(judgement.field) == judgement.number)
        and (judgement.verdict != "reject" or rejected)
    )


def judged_events(connection: sqlite3.Connection) -> Callable[[str], tuple[Judgement, ...]]:
    """For any event the judgements that bear on it, by all judgements as they are."""
    constraints = constrain(bound(connection))
    rows = connection.execute(
        "SELECT documents.id, position, event_claims.event FROM anchor_claims JOIN event_claims USING (claim)"
        " JOIN claims ON claims.number = claim JOIN documents ON documents.number = claims.document"
    )
    bundles = ((constraints.bundles.get(claim_label(id, position)), event) for id, position, event in rows)
    rejected = {event for bundle, event in bundles if bundle in constraints.rejected}
    return lambda event: bearing(connection, event, overruled=constraints.overruled, rejected=event in rejected)


_ON_EVENT = (
    "number IN (SELECT judgement FROM event_claims JOIN judged_claims USING (claim) JOIN in_force USING (judgement)"
    " WHERE event_claims.event = :event)"
)


def home(connection: sqlite3.Connection, judgement: int) -> str | None:
    """The event that has most of the claims of a judgement; null where none is left."""
    row = connection.execute(
        "SELECT event_claims.event FROM judged_claims JOIN event_claims USING (claim)"
        " JOIN claims ON claims.number = claim JOIN documents ON documents.number = claims.document"
        " WHERE judgement = ? GROUP BY event_claims.event ORDER BY count(*) DESC, min(documents.id), min(position)",
        (judgement,),
    ).fetchone()
    return row[0] if row is not None else None
