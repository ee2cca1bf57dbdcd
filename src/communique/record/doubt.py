"""What a person should look at: pairs of events that may be one, and events that may be none."""

from __future__ import annotations

import msgspec

from communique.types import Event

__all__ = ["Doubt"]


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """A question for a person: of two ``events``, whether they are one; of one, whether it is an event, as it is told.

    ``doubt`` is 0–1, more for what is less sure; ``reasons`` say to a reader what speaks for and against.
    """

    doubt: float
    events: tuple[Event, ...]
    reasons: tuple[str, ...]
