"""How the judgements of a record stand: what of them holds."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping

from communique.record._anchors import bound
from communique.record._judgements import home, read_judgements
from communique.record.judgement import Standing, StandingName
from communique.resolving import Bound, constrain

__all__ = ["overruled", "standings"]


def overruled(connection: sqlite3.Connection) -> dict[int, int]:
    """Judgement in force of which nothing holds → the later one that stands against it."""
    held = bound(connection)
    return {**constrain(held).overruled, **_outdated(connection, held)}


def standings(connection: sqlite3.Connection) -> Iterator[Standing]:
    """All judgements in their order."""
    rows = read_judgements(connection)
    in_force = {number for (number,) in connection.execute("SELECT judgement FROM in_force")}
    undone = {j.revokes: j.number for j in rows if j.revokes is not None and j.number in in_force}
    over = overruled(connection)
    sides = _sides(connection)
    events = _events(connection)
    for row in rows:
        waiting = sides.get(row.number, 0) < len(row.claims)
        yield Standing(
            judgement=row,
            standing=_named(row.number not in in_force, row.number in over, waiting),
            by=undone.get(row.number, over.get(row.number)),
            events=events.get(row.number, ()),
        )


def _named(undone: bool, overruled: bool, waiting: bool) -> StandingName:
    if undone:
        return "undone"
    if overruled:
        return "overruled"
    return "waiting" if waiting else "in force"


def _outdated(connection: sqlite3.Connection, held: list[Bound]) -> dict[int, int]:
    """Values that were set to a field of which a later judgement sets another."""
    latest: dict[tuple[str | None, str | None], int] = {}
    found: dict[int, int] = {}
    numbers = {one.number for one in held if one.verdict == "set"}
    fields = {row.number: row.field for row in read_judgements(connection, "verdict = 'set'")}
    for number in sorted(numbers, reverse=True):
        later = latest.setdefault((home(connection, number), fields[number]), number)
        if later != number:
            found[number] = later
    return found


def _sides(connection: sqlite3.Connection) -> Mapping[int, int]:
    """Judgement → the number of its events of which a claim is there."""
    return dict(connection.execute("SELECT judgement, count(DISTINCT side) FROM judged_claims GROUP BY judgement"))


def _events(connection: sqlite3.Connection) -> Mapping[int, tuple[str, ...]]:
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for number, event in connection.execute(
        "SELECT DISTINCT judgement, event FROM judged_claims JOIN event_claims USING (claim) ORDER BY judgement, event"
    ):
        found[number] = (*found[number], event)
    return found
