"""Pending claims → events, in one transaction: all of it is kept or none."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from communique.record._assignment import assign
from communique.record._connection import transaction
from communique.record._events import changed_fields, derive, erase, write_event
from communique.record._log import log
from communique.record._touched import Claims, FirmReach, Stirred, loose_touched
from communique.record.log import ChangeName, Changes
from communique.resolving import Group, Traits, gather, settle
from communique.types import Event

__all__ = ["resolve"]

_Claims = Mapping[str, str]
"""Claim label → event id."""


def resolve(connection: sqlite3.Connection, now: str) -> Changes:
    """Joins what is pending with what is there, and says what changed.

    Killed at any moment it leaves the claims pending, and the next run starts over from them.
    """
    from communique.record._comparing import compare  # NumPy takes longer to load than most questions to answer

    with transaction(connection):
        compare(connection)
        regrouping = _regroup(connection)
        _move(connection, regrouping)
        changes = _rewrite(connection, regrouping, now)
        for table in ("pending_claims", "pending_keys", "pending_events"):
            connection.execute(f"DELETE FROM {table}")
    return changes


class _Moves(msgspec.Struct, frozen=True):
    """Where claims were and are, and which events lost claims for good.

    ``numbers`` gives a label's claim, ``fresh`` are the labels of claims never resolved before, ``prospects`` the
    events that fit each loose claim, two at most.
    """

    numbers: Mapping[str, int]
    before: _Claims
    after: _Claims
    emptied: frozenset[str]
    fresh: frozenset[str]
    prospects: Mapping[str, tuple[str, ...]]

    def stirred(self) -> list[str]:
        """Events whose claims are not what they were."""
        moved = {label for label in self.after if self.before.get(label) != self.after[label]}
        sides = (self.before.get(label) for label in moved), (self.after[label] for label in moved)
        found = {event for side in sides for event in side if event is not None}
        renewed = {self.after[label] for label in self.fresh}
        return sorted(found | renewed | self.emptied)

    def heirs(self) -> dict[str, str]:
        """Event → the event that most of its claims went to, where any went."""
        went: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for label, event in self.before.items():
            if self.after[label] != event:
                went[event][self.after[label]] += 1
        return {event: min(to, key=lambda e: (-to[e], e)) for event, to in went.items()}

    def parents(self) -> dict[str, str]:
        """Event → the event that one of its claims came from, where any came."""
        return {
            self.after[label]: event
            for label, event in sorted(self.before.items(), reverse=True)
            if self.after[label] != event
        }


def _regroup(connection: sqlite3.Connection) -> _Moves:
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
    pending = {claim for (claim,) in connection.execute("SELECT claim FROM pending_claims")}
    return _Moves(
        numbers=numbers,
        before=before,
        after={
            t.label: event for event, group in zip(ids, found.groups, strict=True) for t in group if t.label in numbers
        },
        emptied=emptied,
        fresh=frozenset(label for label, number in numbers.items() if number in pending),
        prospects={label: tuple(ids[number] for number in fits) for label, fits in found.fits.items()},
    )


def _gather(
    connection: sqlite3.Connection, reach: FirmReach, emptied: frozenset[str]
) -> tuple[Claims, dict[str, str], list[Group], Stirred]:
    """The firm claims that were reached, their events as they were, their groups as they are, what that stirs."""
    before = _homes(connection, reach.claims)
    gathered = gather(reach.claims.values())
    return reach.claims, before, gathered, _stirred(gathered, before, emptied)


def _homes(connection: sqlite3.Connection, claims: Claims) -> dict[str, str]:
    """Label of each claim that has an event → the event."""
    ask = "SELECT event FROM event_claims WHERE claim = ?"
    rows = ((trait.label, connection.execute(ask, (claim,)).fetchone()) for claim, trait in claims.items())
    return {label: row[0] for label, row in rows if row is not None}


def _stirred(groups: Sequence[Group], before: _Claims, emptied: frozenset[str]) -> Stirred:
    """Which groups of firm claims are the events that they were, and what is not."""
    sizes = Counter(before.values())
    kept: dict[str, str] = {}
    moved: list[Traits] = []
    for group in groups:
        home = before.get(group[0].label)
        same = home is not None and home not in emptied and sizes[home] == len(group)
        if same and all(before.get(trait.label) == home for trait in group):
            kept |= {trait.label: home for trait in group if home}
        else:
            moved.extend(group)
    return Stirred(frozenset(sizes.keys() - set(kept.values())) | emptied, tuple(moved), kept)


def _name(
    connection: sqlite3.Connection, groups: Sequence[Group], kept: Sequence[str | None], before: _Claims
) -> list[str]:
    """The event of each group: the first ones may have kept theirs, others go on as one or are new."""
    ids = [*kept, *(None for _ in groups[len(kept) :])]
    held = {event for event in kept if event is not None}
    free = [[trait.label for trait in group] for group, event in zip(groups, ids, strict=True) if event is None]
    open_homes = {label: event for label, event in before.items() if event not in held}
    given = iter(assign(free, open_homes, lambda minted: _in_use(connection, minted)))
    return [event if event is not None else next(given) for event in ids]


def _in_use(connection: sqlite3.Connection, event: str) -> bool:
    """Whether the id is or was an event's: the log knows them all."""
    return connection.execute("SELECT 1 FROM changes WHERE event = ? LIMIT 1", (event,)).fetchone() is not None


def _move(connection: sqlite3.Connection, moves: _Moves) -> None:
    connection.executemany(
        "INSERT INTO event_claims VALUES (?, ?) ON CONFLICT (claim) DO UPDATE SET event = excluded.event",
        ((moves.numbers[label], e) for label, e in moves.after.items() if moves.before.get(label) != e),
    )
    connection.executemany(
        "INSERT OR REPLACE INTO prospects VALUES (?, ?, ?)",
        ((moves.numbers[label], *(*events, None, None)[:2]) for label, events in moves.prospects.items()),
    )


def _rewrite(connection: sqlite3.Connection, moves: _Moves, now: str) -> Changes:
    heirs, parents = moves.heirs(), moves.parents()
    done: defaultdict[ChangeName, list[str]] = defaultdict(list)
    for event in moves.stirred():
        found = derive(connection, event)
        if found is None:
            change = _close(connection, event, heirs.get(event), now)
        else:
            change = _renew(connection, found, parents.get(event), now)
        if change is not None:
            done[change].append(event)
    return msgspec.convert({name: tuple(events) for name, events in done.items()}, Changes)


def _renew(connection: sqlite3.Connection, found: Event, parent: str | None, now: str) -> ChangeName | None:
    """Writes an event and logs what is new about it; null where nothing is."""
    former = write_event(connection, found)
    if former is None:
        change: ChangeName = "split" if parent and _lives(connection, parent) else "added"
        detail: dict[str, object] = {"title": found.title}
        if change == "split":
            detail["from"] = parent
    elif msgspec.structs.replace(found, reports=()) == former:
        return None
    else:
        change = "updated"
        detail = {"sources": found.sources, "fields": changed_fields(former, found)}
    log(connection, now, change, event=found.id, detail=detail)
    return change


def _lives(connection: sqlite3.Connection, event: str) -> bool:
    row = connection.execute("SELECT 1 FROM event_claims WHERE event = ? LIMIT 1", (event,)).fetchone()
    return row is not None


def _close(connection: sqlite3.Connection, event: str, heir: str | None, now: str) -> ChangeName | None:
    """Ends an event without claims: it leads on to its heir, or is withdrawn."""
    former = erase(connection, event)
    if former is None:
        return None
    # What is told of it elsewhere, in a calendar, is found again by its days.
    last = {"title": former.title, "start": former.start, "end": former.end}
    if heir is None:
        log(connection, now, "withdrawn", event=event, detail=last)
        return "withdrawn"
    connection.execute("INSERT OR REPLACE INTO redirects VALUES (?, ?)", (event, heir))
    log(connection, now, "merged", event=event, detail=last | {"into": heir})
    return "merged"
