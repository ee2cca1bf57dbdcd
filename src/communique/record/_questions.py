"""Asks what is most doubtful: what is kept of events, and reports that were joined with little reason."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import islice

from communique.record._doubts import LIKE, MISS, most_doubtful, reasons_of
from communique.record._events import read_events
from communique.record._joins import read_doubts
from communique.record.question import Doubtful, Question
from communique.types import Event

__all__ = ["ask", "doubtful"]

_SPARE = 4
"""Times as many are looked at as are asked for: some were answered."""


def doubtful(connection: sqlite3.Connection, limit: int) -> tuple[Doubtful, ...]:
    """The ``limit`` most doubtful, the most doubtful first, and as many again of which some were answered."""
    every = (*most_doubtful(connection, _SPARE * limit), *_reports(connection, 2 * limit))
    return tuple(nlargest(_SPARE * limit, every, key=lambda one: (one.doubt, one.events)))


def ask(connection: sqlite3.Connection, found: Iterable[Doubtful], limit: int) -> tuple[Question, ...]:
    """The first ``limit`` with their events; what was judged, or whose events are gone, is asked no more."""
    open_ones = (question for one in found if (question := _told(connection, one)) is not None)
    return tuple(islice(open_ones, limit))


def _told(connection: sqlite3.Connection, found: Doubtful) -> Question | None:
    events = [event for id in found.events for event in read_events(connection, "id = :id", {"id": id})]
    if len(events) < len(found.events) or _is_answered(events):
        return None
    return Question(doubt=found.doubt, events=tuple(events), reasons=found.reasons, document=found.document)


def _is_answered(events: Sequence[Event]) -> bool:
    if len(events) == 1:
        return bool(events[0].judgements)
    one, other = ({j.number for j in event.judgements if j.verdict == "different"} for event in events)
    return bool(one & other)


def _reports(connection: sqlite3.Connection, limit: int) -> Iterator[Doubtful]:
    """Reports that are in an event with little that speaks for it."""
    for doubt in read_doubts(connection, limit):
        score = doubt.comparison.score
        if doubt.other is None and score < LIKE:
            yield Doubtful(
                doubt=round((1 - score) * MISS, 4),
                events=(doubt.event,),
                reasons=reasons_of(doubt.comparison),
                document=doubt.document,
            )
