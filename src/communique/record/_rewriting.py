"""Events written anew where their claims moved, a batch at a time, and what that changes."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from communique.record._crew import Crew
from communique.record._dating import leave_to_dating
from communique.record._deriving import Derived, Telling, derive_all
from communique.record._events import changed_fields, erase, tell, write_rows
from communique.record._judgements import bearing
from communique.record._labels import Labeller
from communique.record._links import relink
from communique.record._log import log
from communique.record._moves import Moves
from communique.record.log import ChangeName, Changes
from communique.resolving import Constraints, event_traits
from communique.types import Event

__all__ = ["rewrite"]

_BATCH = 64
"""Events that are derived and written together: rows that lie near each other are written once."""
_DATED_BY: tuple[ChangeName, ...] = ("added", "updated", "split")
"""Changes of an event after which its reports may tell each other's dates."""


def rewrite(connection: sqlite3.Connection, moves: Moves, judged: Constraints, now: str, crew: Crew) -> Changes:
    """Derives the events that ``moves`` stirred, writes them with links and log, and says what changed."""
    rejected = {event for label, event in moves.after.items() if judged.bundles.get(label) in judged.rejected}
    ends = _Ends(moves.heirs(), moves.parents())
    done: defaultdict[ChangeName, list[str]] = defaultdict(list)
    tellings = ([_tell(connection, event, judged, event in rejected) for event in batch] for batch in _batches(moves))
    with Labeller(connection) as labeller:
        for told, found in crew.map(derive_all, tellings):
            for event, change in _write(connection, told, found, ends, labeller, now):
                done[change].append(event)
    return msgspec.convert({name: tuple(sorted(events)) for name, events in done.items()}, Changes)


class _Ends(msgspec.Struct, frozen=True):
    """Where events without claims lead on to, and which events others came from."""

    heirs: Mapping[str, str]
    parents: Mapping[str, str]


def _batches(moves: Moves) -> Iterator[list[str]]:
    rest = iter(moves.stirred())
    return iter(lambda: list(islice(rest, _BATCH)), [])


def _tell(connection: sqlite3.Connection, event: str, judged: Constraints, rejected: bool) -> Telling:
    return tell(connection, event, bearing(connection, event, overruled=judged.overruled, rejected=rejected))


def _write(
    connection: sqlite3.Connection,
    told: Sequence[Telling],
    found: Sequence[Derived | None],
    ends: _Ends,
    labeller: Labeller,
    now: str,
) -> Iterator[tuple[str, ChangeName]]:
    """Writes a batch; each event of which something changed, with what it is."""
    formers = [erase(connection, telling.id) for telling in told]
    write_rows(connection, [derived.rows for derived in found if derived is not None], labeller)
    for telling, derived, former in zip(told, found, formers, strict=True):
        relink(
            connection,
            event_traits(former) if former is not None else None,
            derived.traits if derived is not None else None,
        )
        if derived is None:
            change = _close(connection, telling.id, former, ends.heirs.get(telling.id), now)
        else:
            change = _renew(connection, derived, former, ends.parents.get(telling.id), now)
        if change is not None:
            yield telling.id, change


def _renew(
    connection: sqlite3.Connection, derived: Derived, former: Event | None, parent: str | None, now: str
) -> ChangeName | None:
    """Logs what is new about an event, and leaves it to dating; null where nothing is."""
    event = derived.id
    if former is None:
        change: ChangeName = "split" if parent and _lives(connection, parent) else "added"
        detail: dict[str, object] = {"title": derived.rows.event["title"]}
        if change == "split":
            detail["from"] = parent
        connection.execute("DELETE FROM redirects WHERE old = ?", (event,))
    else:
        found = derived.event
        if found == former:
            return None
        change = _named(former, found)
        detail = {"sources": found.sources, "fields": changed_fields(former, found)}
    log(connection, now, change, event=event, detail=detail)
    if derived.datable and change in _DATED_BY:
        leave_to_dating(connection, event)
    return change


def _named(former: Event, found: Event) -> ChangeName:
    if former.rejected == found.rejected:
        return "updated"
    return "rejected" if found.rejected else "restored"


def _lives(connection: sqlite3.Connection, event: str) -> bool:
    row = connection.execute("SELECT 1 FROM event_claims WHERE event = ? LIMIT 1", (event,)).fetchone()
    return row is not None


def _close(
    connection: sqlite3.Connection, event: str, former: Event | None, heir: str | None, now: str
) -> ChangeName | None:
    """Ends an event without claims, which is erased: it leads on to its heir, or is withdrawn."""
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
