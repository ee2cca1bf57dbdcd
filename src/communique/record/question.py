"""What a person is asked: whether two events are one, a report is of its event, an event is one at all."""

from __future__ import annotations

import msgspec

from communique.types import Event

__all__ = ["Doubtful", "Question"]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question: of two ``events``, whether they are one; of one, whether it is an event as it is told, or, where a
    ``document`` is named, whether that document's report is of it.

    ``doubt`` is 0–1, more for what is less sure; ``reasons`` say to a reader what speaks for and against.
    """

    doubt: float
    events: tuple[Event, ...]
    reasons: tuple[str, ...]
    document: str | None = None


class Doubtful(msgspec.Struct, frozen=True, kw_only=True):
    """What may be asked, by ids: the same as a ``Question``, whose events stand as they were when it was found."""

    doubt: float
    events: tuple[str, ...]
    reasons: tuple[str, ...]
    document: str | None = None
