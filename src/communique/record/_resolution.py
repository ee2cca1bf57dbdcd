"""Pending claims → events, in one transaction: all of it is kept or none."""

from __future__ import annotations

import gc
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import msgspec

from communique.record._anchors import rebind
from communique.record._assignment import assign
from communique.record._connection import transaction
from communique.record._crew import Crew
from communique.record._dating import leave_copies_to_dating
from communique.record._doubts import changed as leave_doubts
from communique.record._joins import keep_joins
from communique.record._moves import Homes, Moves
from communique.record._outranking import outrank
from communique.record._rewriting import rewrite
from communique.record._touched import Claims, FirmReach, Stirred, loose_touched
from communique.record.log import Changes
from communique.resolving import Group, Traits, core, gather, settle

__all__ = ["resolve"]

_BULK_CACHE_KIB = 1024 * 1024
_MUCH = 5_000
"""Pending claims from which on helpers take less time than they need to start."""


def resolve(connection: sqlite3.Connection, now: str, *, workers: int = 1) -> Changes:
    """Joins what is pending with what is there, and says what changed; ``workers`` processes do it where it is much.

    Killed at any moment it leaves the claims pending, and the next run starts over from them.
    """
    from communique.record._comparing import compare  # NumPy takes longer to load than most questions to answer

    much = _is_much(connection)
    with transaction(connection), Crew(workers if much else 1) as crew, _in_bulk(connection, much=much):
        compare(connection)
        rebind(connection)
        regrouping = _regroup(connection, crew)
        _write_prospects(connection, regrouping)
        moves, judged = outrank(connection, regrouping.moves, lambda event: _in_use(connection, event))
        changes = rewrite(connection, moves, judged, now, crew)
        leave_doubts(connection, (*moves.stirred(), *_torn(connection, regrouping)))
        leave_copies_to_dating(connection)
        for table in ("pending_claims", "pending_keys", "pending_events"):
            connection.execute(f"DELETE FROM {table}")
    return changes


@contextmanager
def _in_bulk(connection: sqlite3.Connection, *, much: bool) -> Iterator[None]:
    """Where there is ``much`` to do: room for pages that are written again and again, and no search for cycles.

    There are none among claims, and of a million each search would walk them all.
    """
    if not much:
        yield
        return
    (kept,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size = -{_BULK_CACHE_KIB}")
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
        connection.execute(f"PRAGMA cache_size = {kept}")


def _is_much(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM pending_claims LIMIT 1 OFFSET ?", (_MUCH,)).fetchone() is not None


class _Regrouping(msgspec.Struct, frozen=True):
    """What the program makes of the claims: how they move, and the events that fit each loose one, two at most."""

    moves: Moves
    prospects: Mapping[str, tuple[str, ...]]


def _regroup(connection: sqlite3.Connection, crew: Crew) -> _Regrouping:
    """Where every touched claim belongs."""
    emptied = frozenset(event for (event,) in connection.execute("SELECT event FROM pending_events"))
    reach = FirmReach(connection)
    firm, before, gathered, stirred = _gather(connection, reach, emptied)
    while not reach.covers(stirred):
        reach.grow()
        firm, before, gathered, stirred = _gather(connection, reach, emptied)
    loose = loose_touched(connection, stirred)
    before |= _homes(connection, loose.claims)
    found = settle(loose.claims.values(), [*gathered, *loose.settled.values()])
    ids = _name(connection, found.groups, [*(stirred.kept.get(g[0].label) for g in gathered), *loose.settled], before)
    numbers = {trait.label: number for claims in (firm, loose.claims) for number, trait in claims.items()}
    named = list(zip(ids, found.groups, strict=True))
    unmoved = frozenset((*stirred.kept.values(), *loose.settled))
    keep_joins(connection, _joined(named, numbers, before, unmoved), crew)
    pending = {claim for (claim,) in connection.execute("SELECT claim FROM pending_claims")}
    moves = Moves(
        numbers=numbers,
        before=before,
        after={t.label: event for event, group in named for t in group if t.label in numbers},
        emptied=emptied,
        fresh=frozenset(label for label, number in numbers.items() if number in pending),
    )
    return _Regrouping(moves, {label: tuple(ids[number] for number in fits) for label, fits in found.fits.items()})


def _joined(
    groups: Iterable[tuple[str, Group]], numbers: Mapping[str, int], before: Homes, unmoved: frozenset[str]
) -> Iterator[tuple[int, Traits, Traits]]:
    """Each claim, by number, with the most telling one of its event, where either is not what it was."""
    for event, group in groups:
        most_telling = core(group)
        for trait in group:
            stays = event in unmoved and before.get(trait.label) == event
            if trait.label in numbers and not stays:
                yield numbers[trait.label], trait, most_telling


def _gather(
    connection: sqlite3.Connection, reach: FirmReach, emptied: frozenset[str]
) -> tuple[Claims, dict[str, str], list[Group], Stirred]:
    """The firm claims that were reached, their events as they were, their groups as they are, what that stirs."""
    before = _homes(connection, reach.claims)
    gathered = gather(reach.claims.values())
    return reach.claims, before, gathered, _stirred(gathered, before, emptied)


def _homes(connection: sqlite3.Connection, claims: Claims) -> dict[str, str]:
    """Label of each claim that has an event → the event, as the program has it."""
    ask = "SELECT coalesce(home, event) FROM event_claims WHERE claim = ?"
    rows = ((trait.label, connection.execute(ask, (claim,)).fetchone()) for claim, trait in claims.items())
    return {label: row[0] for label, row in rows if row is not None}


def _stirred(groups: Sequence[Group], before: Homes, emptied: frozenset[str]) -> Stirred:
    """Which groups of firm claims are the events that they were, and what is not."""
    sizes = Counter(before.values())
    kept: dict[str, str] = {}
    moved: list[Group] = []
    for group in groups:
        home = before.get(group[0].label)
        same = home is not None and home not in emptied and sizes[home] == len(group)
        if same and all(before.get(trait.label) == home for trait in group):
            kept |= {trait.label: home for trait in group if home}
        else:
            moved.append(group)
    return Stirred(frozenset(sizes.keys() - set(kept.values())) | emptied, tuple(moved), kept)


def _name(
    connection: sqlite3.Connection, groups: Sequence[Group], kept: Sequence[str | None], before: Homes
) -> list[str]:
    """The event of each group: the first ones may have kept theirs, others go on as one or are new."""
    ids = [*kept, *(None for _ in groups[len(kept) :])]
    held = {event for event in kept if event is not None}
    free = [[trait.label for trait in group] for group, event in zip(groups, ids, strict=True) if event is None]
    open_homes = {label: event for label, event in before.items() if event not in held}
    given = iter(assign(free, open_homes, lambda minted: _in_use(connection, minted)))
    return [event if event is not None else next(given) for event in ids]


def _in_use(connection: sqlite3.Connection, event: str) -> bool:
    """Whether the id is or was an event's: the log knows them all but those that a judgement hid from the start."""
    ask = "SELECT 1 FROM changes WHERE event = ?1 UNION ALL SELECT 1 FROM event_claims WHERE home = ?1 LIMIT 1"
    return connection.execute(ask, (event,)).fetchone() is not None


def _torn(connection: sqlite3.Connection, found: _Regrouping) -> Iterator[str]:
    """The events of loose claims that were looked at: what else fits them may be other events now."""
    ask = "SELECT event FROM event_claims WHERE claim = ?"
    for label in found.prospects:
        for (event,) in connection.execute(ask, (found.moves.numbers[label],)):
            yield event


def _write_prospects(connection: sqlite3.Connection, found: _Regrouping) -> None:
    numbers = found.moves.numbers
    connection.executemany(
        "INSERT OR REPLACE INTO prospects VALUES (?, ?, ?)",
        ((numbers[label], *(*events, None, None)[:2]) for label, events in found.prospects.items()),
    )
