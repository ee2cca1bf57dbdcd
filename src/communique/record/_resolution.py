"""Pending claims → events, in one transaction: all of it is kept or none."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping

import msgspec

from communique.record._assignment import assign
from communique.record._connection import transaction
from communique.record._events import changed_fields, derive, erase, write_event
from communique.record._log import log
from communique.record._touched import Touched, touched
from communique.record.log import ChangeName, Changes
from communique.resolving import gather, settle
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
        near = touched(connection)
        before = _homes(connection, near)
        after = _regroup(connection, near, before)
        _move(connection, near, before, after)
        changes = _rewrite(connection, _Moves(before, after, _emptied(connection), near.fresh), now)
        for table in ("pending_claims", "pending_keys", "pending_events"):
            connection.execute(f"DELETE FROM {table}")
    return changes


class _Moves(msgspec.Struct, frozen=True):
    """Where claims were and are, and which events lost claims for good."""

    before: _Claims
    after: _Claims
    emptied: frozenset[str]
    fresh: frozenset[str]

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


def _homes(connection: sqlite3.Connection, near: Touched) -> dict[str, str]:
    labels = {number: label for label, number in near.numbers.items()}
    rows = connection.execute(
        "SELECT claim, event FROM event_claims WHERE claim IN"
        " (SELECT claim FROM near_firm UNION SELECT claim FROM near_loose)"
    )
    return {labels[claim]: event for claim, event in rows}


def _regroup(connection: sqlite3.Connection, near: Touched, before: _Claims) -> dict[str, str]:
    """Label of every touched claim → its event."""
    gathered = gather(near.firm)
    groups = settle(near.loose, [*gathered, *near.settled.values()])
    first, last = len(gathered), len(gathered) + len(near.settled)
    kept = list(zip(near.settled, groups[first:last], strict=True))
    free = [[trait.label for trait in group] for group in (*groups[:first], *groups[last:])]
    open_homes = {label: event for label, event in before.items() if event not in near.settled}
    ids = assign(free, open_homes, lambda minted: _in_use(connection, minted))
    after = {label: event for event, group in zip(ids, free, strict=True) for label in group}
    joined = {t.label: event for event, group in kept for t in group if t.label in near.numbers}
    return after | joined


def _in_use(connection: sqlite3.Connection, event: str) -> bool:
    """Whether the id is or was an event's: the log knows them all."""
    return connection.execute("SELECT 1 FROM changes WHERE event = ? LIMIT 1", (event,)).fetchone() is not None


def _move(connection: sqlite3.Connection, near: Touched, before: _Claims, after: _Claims) -> None:
    connection.executemany(
        "INSERT INTO event_claims VALUES (?, ?) ON CONFLICT (claim) DO UPDATE SET event = excluded.event",
        ((near.numbers[label], event) for label, event in after.items() if before.get(label) != event),
    )


def _emptied(connection: sqlite3.Connection) -> frozenset[str]:
    return frozenset(event for (event,) in connection.execute("SELECT event FROM pending_events"))


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
