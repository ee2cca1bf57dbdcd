"""From what a person says of events to a judgement, or to what is wrong with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from getpass import getuser
from typing import NamedTuple

import msgspec

from communique.record._judgements import read_judgements
from communique.resolving import check_value, settable
from communique.types import Anchor, Coding, Event, Judgement, Report, UsageError, Verdict

__all__ = ["Finders", "draft", "draft_undo", "sign"]

_EVENTS = {"same": 2, "different": 2, "reject": 1, "keep": 1, "set": 1}
"""The number of events that each verdict is about."""


class Finders(NamedTuple):
    """How ids, or their beginnings, are looked up."""

    event: Callable[[str], Event | None]
    document: Callable[[str], Coding | None]


def draft(verdict: Verdict, named: Sequence[str], find: Finders, *, field: str | None, value: str | None) -> Judgement:
    """The judgement without number, person and time; ``UsageError`` says what is wrong.

    ``named`` are ids of events; the second of ``different`` may be a document's, whose report is then set apart.
    """
    if len(named) != _EVENTS.get(verdict):
        raise UsageError(f"{verdict} is about {'two events' if _EVENTS.get(verdict) == 2 else 'one event'}")
    if (verdict == "set") != (field is not None and value is not None):
        raise UsageError("set takes a field and its value, no other judgement does")
    first = _event(named[0], find, verdict)
    sides = [(first, first.reports)] if len(named) == 1 else _two(verdict, first, named[1], find)
    chosen = settable(field) if field is not None else None
    return Judgement(
        number=0,
        verdict=verdict,
        events=tuple(event.id for event, _ in sides),
        who="",
        at="",
        field=chosen,
        value=check_value(chosen, value) if chosen is not None and value is not None else None,
        claims=tuple(tuple(Anchor.of(r.document, r.claim) for r in reports) for _, reports in sides),
    )


def draft_undo(connection: sqlite3.Connection, number: int | None) -> Judgement:
    """The undo of a judgement in force, of the last one that is no undo where no number is given."""
    in_force = [n for (n,) in connection.execute("SELECT judgement FROM in_force ORDER BY judgement")]
    rows = {row.number: row for row in read_judgements(connection)}
    if number is None:
        number = next((n for n in reversed(in_force) if rows[n].verdict != "undo"), None)
        if number is None:
            raise UsageError("there is no judgement to undo")
    if number not in rows:
        raise UsageError(f"{number}: there is no such judgement; communique judge list shows all")
    if number not in in_force:
        raise UsageError(f"judgement {number} is undone already")
    return Judgement(number=0, verdict="undo", events=(), who="", at="", revokes=number)


def sign(judgement: Judgement, who: str | None, note: str | None) -> Judgement:
    """The judgement with who, by default the user of the system, and when."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return msgspec.structs.replace(judgement, who=who or _user(), at=now, note=note)


def _user() -> str:
    try:
        return getuser()
    except (KeyError, OSError) as error:  # a container may run as a number without a name
        raise UsageError("the system does not tell who you are; say who judges, with --by NAME") from error


_Side = tuple[Event, tuple[Report, ...]]


def _two(verdict: Verdict, first: Event, name: str, find: Finders) -> list[_Side]:
    if verdict == "different" and find.event(name) is None and (coding := find.document(name)) is not None:
        return _apart(first, coding.document.id)
    second = _event(name, find, verdict)
    if first.id == second.id:
        hint = "; to set a report apart name its document" if verdict == "different" else " already"
        raise UsageError(f"{name} and {first.id} are one event{hint}")
    return [(first, first.reports), (second, second.reports)]


def _apart(event: Event, document: str) -> list[_Side]:
    """A report against the others of its event."""
    own = tuple(report for report in event.reports if report.document == document)
    others = tuple(report for report in event.reports if report.document != document)
    if not own or not others:
        raise UsageError(f"{document}: {'it is the only report' if own else 'it is no report'} of {event.id}")
    return [(event, others), (event, own)]


def _event(name: str, find: Finders, verdict: Verdict) -> Event:
    event = find.event(name)
    if event is None:
        what = "a document" if find.document(name) is not None else "no event of the record"
        raise UsageError(f"{name}: it is {what}; {verdict} is about events")
    if event.rejected and verdict != "keep":
        number = next(j.number for j in event.judgements if j.verdict == "reject")
        raise UsageError(f"{event.id}: it was judged to be no event; first: communique judge undo {number}")
    return event
