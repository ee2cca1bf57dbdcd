"""Hashes of words and of runs of words, by sums over prefixes; modulo 2⁶⁴ throughout.

A run's hash is the sum of its elements, each times a power of the base; it is the same wherever the run stands, so
that many texts are hashed as one array. An array with ``bounds``, where each part begins and the last one ends, holds
many parts, each of which may be empty.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "BASE",
    "Hashes",
    "Marks",
    "Places",
    "common",
    "distinct",
    "mixed",
    "part_hashes",
    "parts",
    "powers",
    "runs",
    "within",
]

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]
Marks = NDArray[np.bool_]
_Number = TypeVar("_Number", np.uint32, np.uint64)

_MULTIPLIER = 0x9E37_79B9_7F4A_7C15
_INVERSE = pow(_MULTIPLIER, -1, 1 << 64)
BASE = np.uint64(_MULTIPLIER)
_MIX_1, _MIX_2 = np.uint64(0xBF58_476D_1CE4_E5B9), np.uint64(0x94D0_49BB_1331_11EB)
_27, _30, _31 = (np.uint64(n) for n in (27, 30, 31))


def powers(count: int) -> tuple[Hashes, Hashes]:
    """The first ``count`` powers of the base, and of its inverse."""
    of_base, of_inverse = _many_powers(max(10, count.bit_length()))
    return of_base[:count], of_inverse[:count]


@lru_cache
def _many_powers(bits: int) -> tuple[Hashes, Hashes]:
    factors = np.array([[_MULTIPLIER], [_INVERSE]], np.uint64).repeat(1 << bits, axis=1)
    factors[:, 0] = 1
    of_base, of_inverse = np.cumprod(factors, axis=1)
    return of_base, of_inverse


def mixed(hashes: Hashes) -> Hashes:
    """All bits depend on all bits: the finaliser of SplitMix64 (Steele, Lea, Flood, 2014)."""
    found = hashes >> _30
    found ^= hashes
    found *= _MIX_1
    found ^= found >> _27
    found *= _MIX_2
    found ^= found >> _31
    return found


def runs(elements: Hashes, begins: Places) -> Hashes:
    """The hash of each run that begins at one of ``begins``; none of them is empty."""
    if not len(begins):
        return np.zeros(0, np.uint64)
    of_base, of_inverse = powers(len(elements))
    return np.add.reduceat(elements * of_base, begins) * of_inverse[begins]


def part_hashes(elements: Hashes, bounds: Places) -> Hashes:
    """The hash of each part, which tells as well how many elements it has."""
    of_base, of_inverse = powers(len(elements) + 1)
    totals = within(elements * of_base[:-1], bounds[:-1], bounds[1:]) * of_inverse[bounds[:-1]]
    return mixed(of_base[np.diff(bounds)] ^ totals)


def within(numbers: Hashes | Places | Marks, begins: Places, ends: Places) -> NDArray[np.uint64]:
    """The sum of the numbers from each of ``begins`` to before the end that stands at its place."""
    sums = np.zeros(len(numbers) + 1, np.uint64)
    np.cumsum(numbers, out=sums[1:])
    return sums[ends] - sums[begins]


def parts(numbers: NDArray[_Number], bounds: Places) -> list[NDArray[_Number]]:
    """One array for each part."""
    return [numbers[begin:end] for begin, end in pairwise(bounds.tolist())]


def distinct(numbers: NDArray[_Number]) -> NDArray[_Number]:
    """Sorted, each once: what ``np.unique`` gives, in a fifth of its time for so few."""
    ordered: NDArray[_Number] = np.sort(numbers)
    first: Marks = np.concatenate([[True], ordered[1:] != ordered[:-1]])
    kept: NDArray[_Number] = ordered[first[: len(ordered)]]
    return kept


def common(one: NDArray[_Number], other: NDArray[_Number]) -> NDArray[_Number]:
    """The numbers of both, each of which has a number once."""
    ordered = np.sort(np.concatenate([one, other]))
    both: NDArray[_Number] = ordered[:-1][ordered[1:] == ordered[:-1]]
    return both
