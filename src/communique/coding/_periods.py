"""When a figure held: the expressions of time in its clause, or the date of the event that it is told of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from communique.coding._tree import Tree
from communique.linking import Linked
from communique.linking.times import Ahead, Bound, Duration, Tense, TimeExpression, resolve_times
from communique.parsing import Sentence
from communique.types import EventClaim, When
from communique.types.edtf import when as made

__all__ = ["Clause", "Periods"]

_BREAK = re.compile(r"[;:()–—]|, (?=(?:and|but|while|where|which|who|when|though|as|or|up|down|imports|exports)\b)|\b(?:and|but|while) (?=[a-z]+ed\b)")
_FUTURE = re.compile(r"\b(?:will|shall|would|to be|expects?|expected|aims?|seeks?|plans?|targets?|goal|forecast|in the coming|next)\b", re.IGNORECASE)


class Clause(msgspec.Struct, frozen=True):
    """The sentence of a figure, the characters of its quantity, and those of what its change is against."""

    sentence: Sentence
    start: int
    end: int
    against: tuple[int, int] | None = None


class Periods:
    """Finds the periods of the figures of a document, which are asked for in order."""

    def __init__(self, linked: Linked, events: Sequence[EventClaim]) -> None:
        self._text = linked.parse.text
        self._published = linked.document.published
        self._times = [t for t in linked.times if not isinstance(t.value, Duration)]
        self._starts = [t.span.start for t in self._times]
        self._events = events
        self._last: When | None = None

    def of(self, clause: Clause, tree: Tree | None) -> When | None:
        """The period of a figure, null where the words do not tell."""
        own = self._own(clause)
        found = self._resolved(own, clause) if own else None
        found = found or self._of_event(clause)
        self._last = found or self._last
        return found

    def _own(self, clause: Clause) -> list[TimeExpression]:
        """The nearest expressions in the figure's part of the sentence, else one that opens the sentence."""
        sentence = clause.sentence
        free = [t for t in self._within(sentence.start, sentence.end) if self._is_free(t, clause)]
        low, high = self._part(clause)
        here = [t for t in free if low <= t.span.start < high]
        if here:
            return sorted(here, key=lambda t: (_distance(t, clause), t.span.start))
        return [t for t in free if not self._text[sentence.start : t.span.start].strip("\"“ '")[12:] and t.span.start < clause.start][:1]

    def _within(self, start: int, end: int) -> list[TimeExpression]:
        return self._times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _is_free(self, time: TimeExpression, clause: Clause) -> bool:
        """Whether an expression is neither the figure itself nor what its change is against."""
        span = time.span
        if span.start < clause.end and clause.start < span.end and not isinstance(time.value, Bound):
            return False
        if isinstance(time.value, Ahead):
            return False
        if clause.start <= span.start < clause.end or (span.start < clause.start < span.end):
            return False
        against = clause.against
        return against is None or not (against[0] <= span.start < against[1])

    def _part(self, clause: Clause) -> tuple[int, int]:
        """The part of the sentence, between marks and conjunctions, in which the figure stands."""
        low, high = clause.sentence.start, clause.sentence.end
        for match in _BREAK.finditer(self._text, low, high):
            if match.end() <= clause.start:
                low = match.end()
            elif match.start() >= clause.end:
                high = match.start()
                break
        return low, high

    def _resolved(self, own: Sequence[TimeExpression], clause: Clause) -> When | None:
        tense: Tense = "future" if _FUTURE.search(self._text, clause.sentence.start, clause.start) else "past"
        found = resolve_times(own, published=self._published, tense=tense, anchor=self._last)
        return _joined(found.start, found.end)

    def _of_event(self, clause: Clause) -> When | None:
        """The date of the event whose words hold the figure."""
        for event in self._events:
            span = event.evidence
            if event.start is not None and span.start <= clause.start and clause.end <= span.end:
                return event.start
        return None


def _joined(start: When | None, end: When | None) -> When | None:
    if start is None or end is None:
        return start or end
    return made(start.earliest, end.latest, start.basis, start.evidence)


def _distance(time: TimeExpression, clause: Clause) -> int:
    return min(abs(time.span.start - clause.end), abs(clause.start - time.span.end))
