"""The words of units behind a number: "km", "US dollars"."""

from __future__ import annotations

from functools import cache

from communique.codebook import Measure, units
from communique.codebook.words import lowered

__all__ = ["unit_at", "unit_words"]

_GAPS = frozenset(" \t\u00a0\u202f\n-")
_LONGEST = 40  # characters


@cache
def unit_words() -> dict[str, Measure]:
    """Word or phrase behind a number → its unit."""
    return units().words()


@cache
def _unit_phrases() -> dict[str, tuple[str, ...]]:
    """The words of units in lower case by their first two characters, the longest first."""
    phrases = sorted({lowered(word) for word in unit_words()}, key=len, reverse=True)
    return {key: tuple(p for p in phrases if p[:2] == key) for key in {phrase[:2] for phrase in phrases}}


def unit_at(text: str, place: int) -> tuple[int, int] | None:
    """Where the longest words of a unit begin and end that stand at a place, or behind a blank or hyphen there."""
    start = place + (text[place : place + 1] in _GAPS)
    lower = lowered(text[start : start + _LONGEST])
    for phrase in (*_unit_phrases().get(lower[:2], ()), *_unit_phrases().get(lower[:1], ())):
        end = start + len(phrase)
        if lower.startswith(phrase) and not text[end : end + 1].isalnum():
            return start, end
    return None
