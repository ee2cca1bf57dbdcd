"""What persons decided, laid over what the program decided.

``event_claims`` has the ``event`` of each claim and, where a judgement holds it elsewhere than the program has it, the
program's own event too (``home``). The program goes on from its own as if nobody had judged, so that a judgement
taken back leads to where it would be without. Events hang together by judgements on their claims and by
claims that are elsewhere for the program; each such neighbourhood is parted and united anew when a claim of it moves.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from communique.record._anchors import bound
from communique.record._assignment import assign
from communique.record._index import read_traits
from communique.record._moves import Homes, Moves
from communique.resolving import UNCONSTRAINED, Constraints, Group, Traits, constrain, part

__all__ = ["outrank"]


def outrank(connection: sqlite3.Connection, moves: Moves, in_use: Callable[[str], bool]) -> tuple[Moves, Constraints]:
    """Writes where claims belong by ``moves``, those of the program, and by judgements; gives what moved in the end.

    ``in_use`` tells whether an id is or was an event's.
    """
    if connection.execute(_ANY_JUDGED).fetchone() is None:
        _write_events(connection, moves, moves.after)
        return moves, UNCONSTRAINED
    before = _events(connection, moves.numbers)
    _write_homes(connection, moves)
    near = _neighbourhood(connection, {*moves.before.values(), *moves.after.values(), *moves.emptied})
    others = {label: claim for label, claim in near.numbers.items() if label not in moves.numbers}
    before |= _events(connection, others)
    judgements = bound(connection, near.numbers.values())
    constraints = constrain(judgements)
    after = _named(near.groups, part(near.groups.values(), constraints), before, in_use)
    judged = frozenset(label for one in judgements for side in one.sides for label in side)
    made = msgspec.structs.replace(
        moves,
        numbers={**moves.numbers, **others},
        before=before,
        after={**moves.after, **after},
        fresh=moves.fresh | judged,
    )
    _write_events(connection, made, {**moves.after, **near.homes()})
    return made, constraints


class _Near(msgspec.Struct, frozen=True):
    """Groups of claims by the program's event, and the claims by their labels."""

    groups: Mapping[str, Group]
    numbers: Mapping[str, int]

    def homes(self) -> dict[str, str]:
        """Label → the program's event."""
        return {trait.label: event for event, group in self.groups.items() for trait in group}


def _events(connection: sqlite3.Connection, numbers: Mapping[str, int]) -> dict[str, str]:
    """Label of each claim that has an event → the event."""
    ask = "SELECT event FROM event_claims WHERE claim = ?"
    rows = ((label, connection.execute(ask, (claim,)).fetchone()) for label, claim in numbers.items())
    return {label: row[0] for label, row in rows if row is not None}


def _write_homes(connection: sqlite3.Connection, moves: Moves) -> None:
    """Writes where the program has the claims; the events that they are in stay for now."""
    connection.executemany(
        "INSERT INTO event_claims (claim, event) VALUES (?, ?) ON CONFLICT (claim) DO UPDATE SET home = excluded.event",
        ((moves.numbers[label], e) for label, e in moves.after.items() if moves.before.get(label) != e),
    )


def _write_events(connection: sqlite3.Connection, moves: Moves, homes: Homes) -> None:
    connection.executemany(
        "INSERT INTO event_claims (claim, event, home) VALUES (?1, ?2, nullif(?3, ?2))"
        " ON CONFLICT (claim) DO UPDATE SET event = excluded.event, home = excluded.home",
        (
            (moves.numbers[label], event, homes[label])
            for label, event in moves.after.items()
            if moves.before.get(label) != event or moves.after is not homes
        ),
    )


def _neighbourhood(connection: sqlite3.Connection, events: Iterable[str]) -> _Near:
    """All claims of the judged ones of ``events``, and of those that hang together with them."""
    groups: defaultdict[str, list[Traits]] = defaultdict(list)
    numbers: dict[str, int] = {}
    waiting = [event for event in events if connection.execute(_IS_JUDGED, (event,)).fetchone() is not None]
    seen = set(waiting)
    while waiting:
        event = waiting.pop()
        for claim, home in connection.execute(_MEMBERS, (event,)).fetchall():
            trait = read_traits(connection, claim)
            if trait.label not in numbers:
                numbers[trait.label] = claim
                groups[home].append(trait)
        linked = {one for row in connection.execute(_LINKED, (event,)) for one in row} - seen
        seen |= linked
        waiting.extend(linked)
    return _Near({event: tuple(group) for event, group in sorted(groups.items())}, numbers)


def _named(
    own: Mapping[str, Group], groups: Sequence[Group], before: Homes, in_use: Callable[[str], bool]
) -> dict[str, str]:
    """Label → event: a group that the program made so has its event, the others go on as one that they were."""
    whole = {frozenset(trait.label for trait in group): event for event, group in own.items()}
    told = [frozenset(trait.label for trait in group) for group in groups]
    kept = [whole.get(labels) for labels in told]
    free = [sorted(labels) for labels, event in zip(told, kept, strict=True) if event is None]
    open_events = {label: event for label, event in before.items() if event not in kept}
    taken = set(kept)
    given = iter(assign(free, open_events, lambda minted: minted in taken or in_use(minted)))
    named = [event if event is not None else next(given) for event in kept]
    return {label: event for labels, event in zip(told, named, strict=True) for label in labels}


_ANY_JUDGED = (
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM anchor_claims) OR EXISTS (SELECT 1 FROM event_claims WHERE home IS NOT NULL)"
)
_IS_JUDGED = (
    "SELECT 1 FROM event_claims WHERE (event = ?1 OR home = ?1)"
    " AND (home IS NOT NULL OR claim IN (SELECT claim FROM anchor_claims)) LIMIT 1"
)
_MEMBERS = "SELECT claim, coalesce(home, event) FROM event_claims WHERE event = ?1 OR home = ?1"
_LINKED = (
    "SELECT there.event, coalesce(there.home, there.event) FROM event_claims AS here"
    " JOIN judged_claims AS own ON own.claim = here.claim"
    " JOIN judged_claims AS other ON other.judgement = own.judgement"
    " JOIN event_claims AS there ON there.claim = other.claim WHERE here.event = ?1 OR here.home = ?1"
    " UNION SELECT event, coalesce(home, event) FROM event_claims WHERE event = ?1 OR home = ?1"
)
