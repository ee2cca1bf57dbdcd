"""A moment as metadata write it: ISO 8601, or RFC 2822 as in feeds and letters."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime

__all__ = ["moment_of"]


def moment_of(told: str) -> datetime | None:
    """The moment, or the beginning of the day, that is ``told``; None where that is in another form."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(told)
        except (ValueError, IndexError):
            continue
    return None
