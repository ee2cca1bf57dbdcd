"""Why reports are together, and what was nearly joined."""

from __future__ import annotations

import msgspec

from communique.resolving import Comparison

__all__ = ["Doubt", "Join", "NearMiss"]


class Join(msgspec.Struct, frozen=True, kw_only=True):
    """Why a claim is part of its event: how it compares to the most telling claim of the event.

    ``claim`` and ``beside`` are ids of claims; ``beside`` is null for that most telling claim itself, which is
    compared to none.
    """

    claim: str
    document: str
    beside: str | None
    comparison: Comparison | None


class NearMiss(msgspec.Struct, frozen=True, kw_only=True):
    """Another event that an event resembles, and why they are two: no reason ``against`` where several fit."""

    event: str
    title: str
    start: str | None
    comparison: Comparison


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that a person may want to look at, in its ``event``.

    ``other`` is an event that it may be part of as well, so that it joined neither; null where the doubt is
    whether it is rightly in its own.
    """

    claim: str
    document: str
    event: str
    other: str | None
    comparison: Comparison
