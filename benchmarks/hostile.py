"""The longest time that expressions of time take in strings made to be slow."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import product

import msgspec

from communique.linking.times import find_times

__all__ = ["Slowest", "hostile", "slowest"]

_CHARACTERS = 10_000  # a rule quadratic in the text would take seconds; a linear one takes some hundredths
_PIECES = (
    "April", "8", "8th", "Monday", "2024", "2024-", "Jan", "the", "last", "next", "of", "in", "two", "first", "week",
    "between", "and", "from", "to", ",", "-", "days", "ago", "twenty", "early", "two-day", "\n", "'",
)  # fmt: skip
"""Words of the grammar that begin or carry on an expression; alone and in pairs they make every rule start often."""


class Slowest(msgspec.Struct, frozen=True):
    """The piece that was repeated, and the seconds that its string took."""

    piece: str
    seconds: float
    strings: int


def hostile(characters: int = _CHARACTERS) -> Iterator[tuple[str, str]]:
    """Each piece of the grammar and each pair of them, with a string of about ``characters`` that repeats it."""
    pieces = [*_PIECES, *(f"{one} {other}" for one, other in product(_PIECES, repeat=2))]
    return ((piece, f"{piece} " * (characters // (len(piece) + 1))) for piece in pieces)


def slowest(characters: int = _CHARACTERS) -> Slowest:
    """Search every hostile string for expressions of time; the one that took longest."""
    times: list[tuple[float, str]] = []
    for piece, text in hostile(characters):
        began = time.process_time()
        find_times(text)
        times.append((time.process_time() - began, piece))
    seconds, piece = max(times)
    return Slowest(piece, seconds, len(times))
