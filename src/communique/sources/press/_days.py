"""Days as press databases write them."""

from __future__ import annotations

import re

from communique.codebook.calendar import MONTHS

__all__ = ["day_in"]

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = re.compile(
    rf"\b(?:{_MONTH}\s\d{{1,2}},?\s\d{{4}}|\d{{1,2}}\s{_MONTH},?\s\d{{4}}|\d{{4}}-\d\d-\d\d)(?!\d)", re.IGNORECASE
)


def day_in(line: str | None) -> str | None:
    """The words of the day in a short line, without the weekday and hour beside it; null where there is none."""
    found = _DAY.search(line) if line and len(line) <= 80 else None
    return found[0] if found else None
