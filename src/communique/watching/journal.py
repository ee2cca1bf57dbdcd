"""What is said while a watch goes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

__all__ = ["Journal", "Note", "same_reason"]

_NUMBER = re.compile(r"\d+")


class Note(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened: when (UTC), what, to whom, and why."""

    at: datetime
    event: str
    place: str | None = None
    reason: str | None = None
    count: int | None = None


class Journal:
    """Passes notes on as they come."""

    def __init__(self, write: Callable[[Note], None]) -> None:
        self._write = write

    def note(
        self, event: str, place: str | None = None, *, reason: str | None = None, count: int | None = None
    ) -> None:
        """Says what happened now."""
        self._write(Note(at=datetime.now(UTC), event=event, place=place, reason=reason, count=count))

    def failed(self, event: str, place: str, reason: str, *, before: str | None) -> None:
        """Says what failed, unless it failed ``before`` for the same reason."""
        if not same_reason(reason, before):
            self.note(event, place, reason=reason)


def same_reason(one: str, other: str | None) -> bool:
    """Whether two reasons are the same but for their numbers, as of seconds to wait."""
    return other is not None and _NUMBER.sub("#", one) == _NUMBER.sub("#", other)
