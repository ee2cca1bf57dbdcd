"""What changed: the rows of the log, and the summary of one run."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal

import msgspec

from communique.types import InputError, Status, When

__all__ = ["ChangeName", "Changes", "Entry", "EventHit", "Hit", "Reading", "Recoding"]

ChangeName = Literal[
    "added", "updated", "merged", "split", "withdrawn", "rejected", "restored", "judged", "replaced", "recoded"
]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the change log. ``at`` is UTC in ISO 8601; ``detail`` depends on the change.

    ``added`` and ``split`` (from another event) bring an event into being, ``updated`` names the
    fields that moved, ``merged`` the event it became part of, ``withdrawn`` that no report is left, both with its
    last title and dates; ``rejected`` that it was judged to be no event, ``restored`` that it is one again;
    ``judged`` tells of a judgement on it. ``replaced`` is of a document that came again with another text,
    ``recoded`` of one that was coded anew.
    """

    at: str
    change: ChangeName
    event: str | None
    document: str | None
    detail: dict[str, Any]


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """The ids of the events that one run of resolving changed."""

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()

    def then(self, later: Changes) -> Changes:
        """Both runs as one: an event is named by how it came to be, unless it has gone since."""
        gone = {*later.merged, *later.withdrawn}
        added = _first(self.added, later.added, without=gone)
        split = _first(self.split, later.split, without=gone)
        return Changes(
            added=added,
            split=split,
            updated=_first(self.updated, later.updated, without={*gone, *added, *split}),
            rejected=_first(self.rejected, later.rejected, without={*gone, *later.restored}),
            restored=_first(self.restored, later.restored, without={*gone, *later.rejected}),
            merged=_first(self.merged, tuple(e for e in later.merged if e not in self.added), without=()),
            withdrawn=_first(self.withdrawn, tuple(e for e in later.withdrawn if e not in self.added), without=()),
        )


def _first(one: tuple[str, ...], other: tuple[str, ...], *, without: Collection[str]) -> tuple[str, ...]:
    return tuple(event for event in dict.fromkeys((*one, *other)) if event not in without)


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What one run of reading brought: ids of new documents, how many were known, what failed."""

    documents: tuple[str, ...]
    known: int
    failed: tuple[InputError, ...]
    changes: Changes


class Recoding(msgspec.Struct, frozen=True, kw_only=True):
    """What coding anew brought: ids of documents that say something else now, how many say the same."""

    documents: tuple[str, ...]
    unchanged: int
    changes: Changes


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A document in which the words stand. ``snippet`` marks them with ``[`` and ``]``."""

    document: str
    title: str | None
    publisher: str | None
    published: str | None
    events: tuple[str, ...]
    snippet: str


class EventHit(msgspec.Struct, frozen=True, kw_only=True):
    """An event in whose title, people, place or topics the words stand; ``snippet`` marks them with ``[`` and ``]``."""

    event: str
    title: str
    kind: str
    status: Status
    start: When | None
    end: When | None
    snippet: str
