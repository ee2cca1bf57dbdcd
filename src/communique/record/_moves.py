"""Where claims were and are: what one run of resolving moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

import msgspec

__all__ = ["Homes", "Moves"]

Homes = Mapping[str, str]
"""Claim label → event id."""


class Moves(msgspec.Struct, frozen=True):
    """Where claims were and are, and which events lost claims for good.

    ``numbers`` gives a label's claim; ``fresh`` are the labels of claims that were never resolved before, or that a
    judgement may be about.
    """

    numbers: Mapping[str, int]
    before: Homes
    after: Homes
    emptied: frozenset[str]
    fresh: frozenset[str]

    def stirred(self) -> list[str]:
        """Events whose claims, or the judgements on them, are not what they were, in the order of their claims.

        What was read together is of one time mostly, and lies together in the tables.
        """
        moved = {label for label in self.after if self.before.get(label) != self.after[label]}
        sides = (self.before.get(label) for label in moved), (self.after[label] for label in moved)
        found = {event for side in sides for event in side if event is not None}
        renewed = {self.after[label] for label in self.fresh}
        firsts = self._firsts()
        return sorted(found | renewed | self.emptied, key=lambda event: (firsts.get(event, 0), event))

    def _firsts(self) -> dict[str, int]:
        """Event → the first of its claims that were looked at."""
        found: dict[str, int] = {}
        for label, event in self.after.items():
            found[event] = min(self.numbers[label], found.get(event, self.numbers[label]))
        return found

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
