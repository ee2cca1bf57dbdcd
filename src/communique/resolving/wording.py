"""What of a text is compared with other texts: hashes of its words, as shingles, frames and bands.

Hashes stand in records, so they must never depend on the process, the machine or a library's version: words are
hashed here, by sums over the bytes of the text, and ``WORDING_VERSION`` names rules and sketch.
A tiny example: of "Ministers met. Ministers met again." the sentences are "ministers met" and "ministers met again",
and with shingles of two words the text is {ministers met, met ministers, met again}.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from communique.resolving._hashing import (
    BASE,
    Hashes,
    Marks,
    Places,
    common,
    distinct,
    mixed,
    part_hashes,
    parts,
    powers,
    runs,
    within,
)
from communique.resolving._words import Words, hash_of, words_of

__all__ = ["WORDING_VERSION", "Wording", "Words", "is_copy", "wordings", "words_of"]

WORDING_VERSION = f"1.{RMinHash.ALGORITHM_VERSION}"
"""Stored hashes of another version cannot be compared with today's: ours, then that of rensa's sketch."""

_SHINGLE = 6
_COPIED = 0.5
"""Part of the shorter text's 6-word shingles found in the other from which on it is a copy."""
_COPIED_WITH_CREDIT = 0.4
"""The same for texts that credit the same agency: desks cut and reword what they pay for."""
_GRAM = 3
_SLOTS, _ROWS = 126, 3
"""42 bands of 3: two texts meet in one with a chance of 0.68 at a Jaccard index of 0.3, 0.94 at 0.4, 0.0003 at 0.02
(Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, section 3.4)."""
_LEAD_WORDS, _LEAD_SLOTS = 80, 24
"""A text cut to its first paragraphs is too unlike the whole; their leads, 8 bands of 3, are not."""
_FEWEST_GRAMS, _GRAMS_PART = 8, 6
"""Sequences with a value, as a number and as one in so many, below which a text is met by all its sequences."""
_SEED = 20_240_408
_SWAPPED, _SWAPPED_MORE = 0.1, 2.0
"""By how much more has to be shared where one frame holds another value, and for each part of frames that do too."""
_32 = np.uint64(32)


class Wording(msgspec.Struct, frozen=True):
    """A text's own words: a hash of all, bands under which copies meet, and what two that met are compared by.

    ``exact`` and ``credit``, a hash of the agency credited or 0, have 63 bits so that a table can hold them.
    ``shingles`` are the 6-word sequences, 32 bits each; ``frames`` the places in which a value stands, told by the
    two words on either side, in the upper 32 bits, and the value in the lower. Both are sorted.
    """

    exact: int
    credit: int
    bands: Hashes
    shingles: NDArray[np.uint32]
    frames: Hashes


def is_copy(one: Wording, other: Wording) -> bool:
    """Whether one text is made from the other: enough of the shorter one's shingles stand in the longer.

    Texts from one mould ("The minister received the ambassador of …") share words as well, but have other names,
    dates and numbers in the same frames; a copy that was edited has another value in few.
    """
    if one.exact == other.exact:
        return True
    shared, shorter = len(common(one.shingles, other.shingles)), min(len(one.shingles), len(other.shingles))
    needed = _COPIED_WITH_CREDIT if one.credit and one.credit == other.credit else _COPIED
    if not shared or shared < needed * shorter:
        return False
    return shared >= (needed + _swapped(one.frames, other.frames)) * shorter


def _swapped(one: Hashes, other: Hashes) -> float:
    """What values that differ in the frames of both texts add to the part that has to be shared."""
    frames = len(common(distinct(one >> _32), distinct(other >> _32)))
    swapped = frames - len(distinct(common(one, other) >> _32))
    return _SWAPPED + _SWAPPED_MORE * (swapped - 1) / frames if swapped else 0.0


def wordings(
    words: Words, worn: Sequence[Marks] | None = None, credits: Sequence[str | None] | None = None
) -> Iterator[Wording]:
    """What is each text's own: without its sentences that are ``worn`` (see ``Words.own``).

    ``credits`` are the agencies that the texts credit.
    """
    own = words.own(worn) if worn is not None else np.ones(len(words.hashes), bool)
    kept = words.kept(own)
    whole = part_hashes(kept.hashes, kept.bounds)
    credited = credits if credits is not None else [None] * len(whole)
    pieces = zip(whole.tolist(), credited, _bands(kept), _shingles(words, own), _frames(kept), strict=True)
    for exact, credit, bands, shingles, frames in pieces:
        yield Wording(exact >> 1, hash_of(credit) if credit else 0, bands, distinct(shingles), distinct(frames))


class _Grams(msgspec.Struct, frozen=True):
    """Hashes of sequences of words, where each begins and ends, and the first of each text (and their number)."""

    hashes: Hashes
    begins: Places
    ends: Places
    bounds: Places


def _grams(words: Words, size: int) -> _Grams:
    """All sequences of ``size`` words of each text; of a shorter text, of all its words."""
    left = np.repeat(words.bounds[1:], np.diff(words.bounds)) - np.arange(len(words.hashes))
    of_base, _ = powers(size)
    found = words.hashes.copy()
    for place in range(1, size):
        found[:-place] += words.hashes[place:] * of_base[place] * (left[:-place] > place)
    whole = left >= size
    whole[words.bounds[:-1][np.diff(words.bounds) > 0]] = True
    begins = np.flatnonzero(whole)
    ends = begins + np.minimum(left[begins], size)
    return _Grams(mixed(found[begins]), begins, ends, np.searchsorted(begins, words.bounds))


def _shingles(words: Words, own: Marks) -> list[NDArray[np.uint32]]:
    """For each text its sequences of six words that are all its own."""
    grams = _grams(words, _SHINGLE)
    kept = np.flatnonzero(within(own, grams.begins, grams.ends) == (grams.ends - grams.begins))
    return parts((grams.hashes[kept] >> _32).astype(np.uint32), np.searchsorted(kept, grams.bounds))


def _bands(words: Words) -> Iterator[Hashes]:
    """Keys of MinHash over the 3-word sequences in which a value stands: of the whole text, and of its lead.

    Texts from one mould share the other sequences, and a series has thousands of them that would all meet.
    """
    grams = _grams(words, _GRAM)
    telling = _telling(grams, words.values)
    bounds = np.searchsorted(telling, grams.bounds)
    place = telling - np.repeat(grams.bounds[:-1], np.diff(bounds))
    rank = np.arange(len(telling)) - np.repeat(bounds[:-1], np.diff(bounds))
    lead = telling[(place < _LEAD_WORDS) | (rank < _FEWEST_GRAMS)]
    whole_keys = _sketch(grams.hashes[telling], bounds, _SLOTS)
    lead_keys = _sketch(grams.hashes[lead], np.searchsorted(lead, grams.bounds), _LEAD_SLOTS)
    keys = np.concatenate([whole_keys, lead_keys], axis=1)
    return (row if count else row[:0] for row, count in zip(keys, np.diff(bounds), strict=True))


def _telling(grams: _Grams, values: Marks) -> Places:
    """The sequences with a value; of a text that has few of them, all."""
    marked = within(values, grams.begins, grams.ends) > 0
    totals = np.diff(grams.bounds)
    few = within(marked, grams.bounds[:-1], grams.bounds[1:]) < np.maximum(_FEWEST_GRAMS, totals // _GRAMS_PART)
    return np.flatnonzero(marked | np.repeat(few, totals))


def _sketch(grams: Hashes, bounds: Places, slots: int) -> Hashes:
    """For each text a row of keys; what stands for a text without sequences means nothing."""
    sketches = RMinHash.digest_matrix_from_flat_token_hashes(grams, bounds.astype(np.uint64), slots, _SEED).to_rows()
    of_base, _ = powers(_ROWS + 1)
    banded = np.array(sketches, np.uint64).reshape(len(sketches), slots // _ROWS, _ROWS) @ of_base[:_ROWS]
    return mixed(banded + np.arange(slots, slots + banded.shape[1], dtype=np.uint64) * of_base[_ROWS])


def _frames(words: Words) -> list[Hashes]:
    """For each text its runs of values, framed by two words on either side in which other values are blanks."""
    first = np.ones(len(words.values) + 1, bool)
    first[1:-1] = ~(words.values[1:] & words.values[:-1])
    first[words.bounds] = True
    begins = np.flatnonzero(first[:-1])
    is_value = words.values[begins]
    hashes = runs(words.hashes, begins)
    cuts = np.searchsorted(begins, words.bounds)
    padded, places = _padded(np.where(is_value, np.uint64(1), hashes), cuts)
    at = places[is_value]
    sides = padded[at - 2] + padded[at - 1] * BASE + mixed(padded[at + 1] + padded[at + 2] * BASE)
    found = (mixed(sides) >> _32 << _32) | (mixed(hashes[is_value]) >> _32)
    return parts(found, np.searchsorted(np.flatnonzero(is_value), cuts))


def _padded(runs: Hashes, bounds: Places) -> tuple[Hashes, Places]:
    """The runs of each text with two zeros before and behind, and where they stand there."""
    places = np.arange(len(runs)) + 2 * np.repeat(np.arange(1, len(bounds)), np.diff(bounds))
    padded = np.zeros(len(runs) + 2 * len(bounds), np.uint64)
    padded[places] = runs
    return padded, places
