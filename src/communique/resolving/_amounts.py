"""Whether two figures of one thing can both hold: rounding and "more than" are no disagreement.

Every number is read as the stretch that it leaves open. Two can both hold where the number of one lies in the
stretch of the other.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from communique.codebook import measured_things
from communique.codebook.words import any_of
from communique.types import Figure

__all__ = ["can_both_hold"]

_ABOUT = 0.1
"""The part of a number that "about" leaves open at most on either side."""
_ROUNDED = 0.05
"""The same of a large number that is told bare: news rounds it to its last figure that is not 0."""
_EXACT_BELOW = 1_000
"""Smaller numbers told bare are meant as they stand."""
_A_GOOD_DEAL = 2
"""A number told as the least or the most is told because it is near: it is less than that many times off."""


def can_both_hold(one: Figure, other: Figure) -> bool:
    """Whether the values of two figures of one thing in one unit can both be true."""
    return _leaves_open(one, other.value) or _leaves_open(other, one.value)


def _leaves_open(figure: Figure, value: float) -> bool:
    low, high = _stretch(figure)
    return value == figure.value or low <= value < high


def _stretch(figure: Figure) -> tuple[float, float]:
    """From the least value, which may be true, to the bound that may not."""
    told = abs(figure.value)
    step = _step(told)
    match _bound(figure.evidence.text):
        case "more":
            return told, told + step
        case "less":
            return told - min(step, told * _ABOUT), told
        case "least":
            return told, told * _A_GOOD_DEAL
        case "most":
            return told / _A_GOOD_DEAL, told
        case "about":
            width = min(step / 2, told * _ABOUT)
        case _:
            width = min(step / 2, told * _ROUNDED) if told >= _EXACT_BELOW else 0.0
    return told - width, told + width


def _step(value: float) -> float:
    """The place of the last figure that is not 0: 10,000 for 270,000; 0.01 for 1.15."""
    return float(10.0 ** int(Decimal(f"{value:.12g}").normalize().as_tuple().exponent))


def _bound(words: str) -> str | None:
    match = _bounds().match(words)
    return match.lastgroup if match else None


@cache
def _bounds() -> re.Pattern[str]:
    sorts = msgspec.structs.asdict(measured_things().bounds)
    return re.compile("|".join(rf"(?P<{name}>(?:{any_of(words)})\b)" for name, words in sorts.items()), re.IGNORECASE)
