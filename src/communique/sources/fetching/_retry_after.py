"""How long a site asks to be left alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["seconds_to_wait"]

_UNTOLD = 60.0
_LONGEST = 86_400.0
"""A day: a site that says more is asked again tomorrow all the same."""


def seconds_to_wait(headers: Mapping[str, str], now: datetime | None = None) -> float:
    """The seconds that ``Retry-After`` gives, as a number or as a moment (RFC 9110, 10.2.3); a minute where it is
    missing or says nothing that can be read, and a day at most."""
    told = headers.get("retry-after", "").strip()
    if told.isdecimal():
        return min(float(told[:9]), _LONGEST)
    try:
        moment = parsedate_to_datetime(told)
    except (ValueError, TypeError, OverflowError):
        return _UNTOLD
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    left = (moment - (now or datetime.now(UTC))).total_seconds()
    return min(max(left, 0.0), _LONGEST)
