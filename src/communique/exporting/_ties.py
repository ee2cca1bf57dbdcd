"""What events and articles are to each other: parts of a whole, one after another, copies of one text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

import msgspec

from communique.record import Links
from communique.types import Event

__all__ = ["Tie", "Ties"]


class Tie(msgspec.Struct, frozen=True):
    """``one`` is ``role`` (part of, follows, copy of) ``other``: ids of events, or of documents."""

    sort: Literal["event", "document"]
    one: str
    role: str
    other: str


class Ties:
    """Gathers ties event by event; only those whose both ends were written can be told."""

    def __init__(self) -> None:
        self._events: set[str] = set()
        self._found: dict[Tie, None] = {}

    def see(self, event: Event, links: Links) -> None:
        """Takes in an event that is written, with its links."""
        self._events.add(event.id)
        told = [Tie("event", event.id, "part of", whole.id) for whole in links.part_of]
        if links.series is not None and links.series.place > 1:
            told.append(Tie("event", event.id, "follows", links.series.events[links.series.place - 2].id))
        for copies in event.copies:
            if copies.origin is not None:
                told += [Tie("document", r, "copy of", copies.origin) for r in copies.reports if r != copies.origin]
        self._found |= dict.fromkeys(told)

    def between(self, articles: Collection[str]) -> Iterator[Tie]:
        """The ties between what was written: events that were seen, and ``articles``."""
        written = {"event": self._events, "document": articles}
        for tie in self._found:
            if tie.one in written[tie.sort] and tie.other in written[tie.sort]:
                yield tie
