"""Who is named where in a document, as seen from the side of one who speaks in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from communique.coding.drafting import side
from communique.linking import Linked, Mention, state_of
from communique.types import Actor, Participant

__all__ = ["Cast", "named"]

_STANDING = frozenset({"pronoun", "reference"})  # they stand for somebody who is named elsewhere


class Cast:
    """Those ``named`` in a document, with the side of ``speaker`` told from the others."""

    def __init__(self, named: Sequence[Mention], speaker: Actor) -> None:
        self._named = named
        self._speaker = speaker
        self.side = side(speaker)

    def others(self, start: int, end: int) -> list[Participant]:
        """Those of other sides who are named between two characters, as whom something is aimed at."""
        there = ((m, actor) for m in self._within(start, end) for actor in _actors(m))
        return [Participant("target", actor, m.span) for m, actor in there if not self._is_own(actor)]

    def own(self, start: int, end: int) -> list[Mention]:
        """The mentions of the speaker's side there."""
        return [m for m in self._within(start, end) if any(map(self._is_own, _actors(m)))]

    def _within(self, start: int, end: int) -> Iterator[Mention]:
        first = bisect_left(self._named, start, key=_start)
        for mention in islice(self._named, first, None):
            if mention.span.start >= end:
                return
            if mention.span.end <= end:
                yield mention

    def _is_own(self, actor: Actor) -> bool:
        same = actor.country is not None and actor.country == self._speaker.country
        return same or side(actor) == self.side


def named(linked: Linked) -> list[Mention]:
    """The mentions of a document that name somebody themselves."""
    return [m for m in linked.mentions if m.form not in _STANDING]


def _start(mention: Mention) -> int:
    return mention.span.start


def _actors(mention: Mention) -> tuple[Actor, ...]:
    """Whom a mention may mean: of a place alone its state."""
    place = mention.place
    state = state_of(place.country) if not mention.actors and place is not None and place.country else None
    return mention.actors or ((state,) if state is not None else ())
