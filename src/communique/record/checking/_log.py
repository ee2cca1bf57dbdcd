"""Redirects lead to events that live or were withdrawn, and the log accounts for every event."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from communique.record.checking.fault import Fault

__all__ = ["leading_nowhere", "unaccounted"]

_BIRTHS = ("added", "split")
_ENDS = ("merged", "withdrawn")


def leading_nowhere(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Redirects that go round in a circle, or to an id that never was an event."""
    onward = dict(connection.execute("SELECT old, new FROM redirects"))
    known = {id for (id,) in connection.execute("SELECT id FROM events UNION SELECT event FROM changes")}
    for old in sorted(onward):
        passed, at = {old}, onward[old]
        while at in onward and at not in passed:
            passed.add(at)
            at = onward[at]
        if at in passed:
            yield Fault(table="redirects", id=old, problem="leads round in a circle", remedy="restore")
        elif at not in known:
            yield Fault(table="redirects", id=old, problem=f"leads to {at}, which is no event", remedy="restore")


def unaccounted(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Events whose coming or going no row of the log tells."""
    # One that is not there and has claims is named with them, and comes back when it is derived.
    live = {id for (id,) in connection.execute("SELECT id FROM events UNION SELECT event FROM event_claims")}
    first, last = _ends_of_story(connection)
    for event in sorted(live | first.keys()):
        problem = _problem(event in live, first.get(event), last.get(event))
        if problem is not None:
            yield Fault(table="changes", id=event, problem=problem, remedy="restore")


def _ends_of_story(connection: sqlite3.Connection) -> tuple[dict[str, str], dict[str, str]]:
    """Event → its first change, and its last that tells whether it lives."""
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for event, change in connection.execute(
        "SELECT event, change FROM changes WHERE event IS NOT NULL ORDER BY number"
    ):
        first.setdefault(event, change)
        if change in (*_BIRTHS, *_ENDS, "updated"):
            last[event] = change
    return first, last


def _problem(lives: bool, first: str | None, last: str | None) -> str | None:
    if first is None:
        return "the log does not tell of this event"
    if first not in _BIRTHS:
        return "the log does not tell how this event came to be"
    if lives and last in _ENDS:
        return f"the log has this event {last}, and it is there"
    if not lives and last not in _ENDS:
        return "the log does not tell what became of this event, which is not there"
    return None
