"""The change log by event: when each came and last changed, and what became of those that are gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

import msgspec

from communique.record import Entry, Record
from communique.types import When

__all__ = ["Gone", "History", "Life", "history"]

_ENDS = frozenset({"merged", "withdrawn", "rejected"})
_SAID_OF_IT = frozenset({"judged"})
"""Changes that neither end an event nor bring it back."""


class Life(msgspec.Struct, frozen=True):
    """When an event came and when it last changed (UTC), and how many times it changed since it came."""

    first: datetime
    last: datetime
    changes: int


class Gone(msgspec.Struct, frozen=True, kw_only=True):
    """An event that is no more: part of another (``into``, which is there today), withdrawn, or judged to be none.

    ``title``, ``start`` and ``end`` are its last.
    """

    event: str
    title: str
    life: Life
    into: str | None
    start: When | None
    end: When | None


class History(msgspec.Struct, frozen=True):
    """All events that ever were, and those that are gone, by id."""

    lives: Mapping[str, Life]
    gone: Mapping[str, Gone]

    def gone_from(self, chosen: Collection[str]) -> Iterator[Gone]:
        """What is gone into the events of these ids; and what was withdrawn, if they are all that there are.

        Nothing is left of a withdrawn event that could tell whether it is of a selection.
        """
        whole = all(event in chosen for event in self.lives if event not in self.gone)
        return (gone for gone in self.gone.values() if (whole if gone.into is None else gone.into in chosen))


def history(record: Record) -> History:
    """The log of ``record``, read once."""
    lives: dict[str, Life] = {}
    ends: dict[str, Entry] = {}
    for entry in record.changes():
        if entry.event is None:
            continue
        lives[entry.event] = _lived(lives.get(entry.event), datetime.fromisoformat(entry.at))
        if entry.change in _ENDS:
            ends[entry.event] = entry
        elif entry.change not in _SAID_OF_IT:
            ends.pop(entry.event, None)
    return History(lives, {event: _gone(record, event, lives[event], ends) for event in ends})


def _lived(life: Life | None, at: datetime) -> Life:
    return Life(at, at, 0) if life is None else Life(life.first, at, life.changes + 1)


def _gone(record: Record, event: str, life: Life, ends: Mapping[str, Entry]) -> Gone:
    detail = ends[event].detail
    into: str | None = detail.get("into")
    while into is not None and into in ends:
        into = ends[into].detail.get("into")
    if "title" in detail:
        start, end = (msgspec.convert(detail.get(name), When | None) for name in ("start", "end"))
        return Gone(event=event, title=detail["title"], life=life, into=into, start=start, end=end)
    left = record.event(event)  # one that was judged to be none is still there
    title, start, end = (left.title, left.start, left.end) if left is not None else (event, None, None)
    return Gone(event=event, title=title, life=life, into=into, start=start, end=end)
