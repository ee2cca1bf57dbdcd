"""What came of a judgement, and how each stands now."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.record.log import Changes
from communique.types import Judgement

__all__ = ["Judged", "Standing", "StandingName"]

StandingName = Literal["in force", "overruled", "undone", "waiting"]


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement that was taken in, what it changed, and the numbers of those before it that it overrules."""

    judgement: Judgement
    changes: Changes
    overrules: tuple[int, ...] = ()


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How a judgement stands: in force, overruled or undone, each ``by`` a later one, or waiting.

    It waits where no claim is left of an event that it was made on: it holds again as soon as the words are told
    again. ``events`` are the ids of the events that its claims are in now.
    """

    judgement: Judgement
    standing: StandingName
    by: int | None
    events: tuple[str, ...]
