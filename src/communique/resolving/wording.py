"""What of a text is compared with other texts: hashes of its words, cut into sentences, shingles, frames and bands.

Hashes stand in records, so they must never depend on the process, the machine or a library's version: words are
hashed here, by prefix sums over the bytes of the text, and ``WORDING_VERSION`` names rules and sketch.
A tiny example: of "Ministers met. Ministers met again." the sentences are "ministers met" and "ministers met again",
and with shingles of two words the text is {ministers met, met ministers, met again}.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

__all__ = ["WORDING_VERSION", "Wording", "Words", "is_copy", "words_of"]

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]
Marks = NDArray[np.bool_]
_Number = TypeVar("_Number", np.uint32, np.uint64)

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
_SENTENCE = 6
"""Words of a sentence that a site can be known by; shorter ones ("He said.") are anyone's."""
_OWN_WORDS, _OWN_PART = 12, 0.2
_SWAPPED, _SWAPPED_MORE = 0.1, 2.0
"""By how much more has to be shared where one frame holds another value, and for each part of frames that do too."""

_LETTERS = {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "œ": "oe"}
_FOREIGN = re.compile(r"[^\x00-\x7f]+")

_MULTIPLIER = 0x9E37_79B9_7F4A_7C15
_INVERSE = pow(_MULTIPLIER, -1, 1 << 64)
_BASE = np.uint64(_MULTIPLIER)
_MIX_1, _MIX_2 = np.uint64(0xBF58_476D_1CE4_E5B9), np.uint64(0x94D0_49BB_1331_11EB)
_27, _30, _31, _32 = (np.uint64(n) for n in (27, 30, 31, 32))
_NONE = np.zeros(2, np.uint64)
_BYTES = [chr(byte) if byte < 128 else "é" for byte in range(256)]
_IN_WORD = np.array([letter.isalnum() or letter == "_" for letter in _BYTES])
_DIGIT = np.array([letter.isdigit() for letter in _BYTES])
_CAPITAL = np.array([letter.isupper() for letter in _BYTES])
_STOP = np.array([letter in ".!?\n" for letter in _BYTES], np.uint8)
_LETTER = np.array([(n + 1 + 32 * _CAPITAL[n]) * _IN_WORD[n] for n in range(256)], np.uint64)
"""What a byte adds to the hash of its word: the same for both cases, nothing for what stands between words."""


class Words(msgspec.Struct, frozen=True):
    """A text as words: a hash each, the first word of each sentence, and which words are values.

    Values are numbers and words with a capital that does not merely begin a sentence.
    """

    hashes: Hashes
    begins: Places
    values: Marks

    def sentences(self, site: str) -> Hashes:
        """A hash of ``site`` and words for each sentence; 0 for those too short to be known again."""
        if not len(self.hashes):
            return np.zeros(0, np.uint64)
        powers, inverses = _powers(len(self.hashes))
        sums = np.add.reduceat(self.hashes * powers, self.begins) * inverses[self.begins]
        found = _mixed(sums ^ np.uint64(_hash_of(site)))
        found[self._lengths() < _SENTENCE] = 0
        return found

    def wording(self, worn: Marks | None = None, credit: str | None = None) -> Wording:
        """What is the text's own: without the sentences that are ``worn``, which its site adds to many texts.

        Where hardly anything would be left, the site repeats the story, and all of it is the text's own.
        ``credit`` is the agency that the text credits.
        """
        own = np.ones(len(self.hashes), bool)
        if worn is not None and worn.any():
            own = np.repeat(~worn, self._lengths())
            if own.sum() < max(_OWN_WORDS, _OWN_PART * len(own)):
                own[:] = True
        kept = self.hashes[own]
        return Wording(
            exact=_whole_hash(kept),
            credit=_hash_of(credit) if credit else 0,
            bands=_bands(kept, self.values[own]),
            shingles=_shingles(self.hashes, own),
            frames=_frames(kept, self.values[own]),
        )

    def _lengths(self) -> Places:
        return np.append(self.begins[1:], len(self.hashes)) - self.begins


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
    shared, shorter = len(_common(one.shingles, other.shingles)), min(len(one.shingles), len(other.shingles))
    needed = _COPIED_WITH_CREDIT if one.credit and one.credit == other.credit else _COPIED
    if not shared or shared < needed * shorter:
        return False
    return shared >= (needed + _swapped(one.frames, other.frames)) * shorter


def _swapped(one: Hashes, other: Hashes) -> float:
    """What values that differ in the frames of both texts add to the part that has to be shared."""
    frames = len(_common(_distinct(one >> _32), _distinct(other >> _32)))
    swapped = frames - len(_distinct(_common(one, other) >> _32))
    return _SWAPPED + _SWAPPED_MORE * (swapped - 1) / frames if swapped else 0.0


def _distinct(numbers: NDArray[_Number]) -> NDArray[_Number]:
    """Sorted, each once: what ``np.unique`` gives, in a fifth of its time for so few."""
    ordered: NDArray[_Number] = np.sort(numbers)
    first: Marks = np.concatenate([[True], ordered[1:] != ordered[:-1]])
    kept: NDArray[_Number] = ordered[first[: len(ordered)]]
    return kept


def _common(one: NDArray[_Number], other: NDArray[_Number]) -> NDArray[_Number]:
    """The numbers of both, each of which has a number once."""
    ordered = np.sort(np.concatenate([one, other]))
    both: NDArray[_Number] = ordered[:-1][ordered[1:] == ordered[:-1]]
    return both


def words_of(text: str) -> Words:
    """The words of ``text``, whatever its case, accents and signs."""
    raw = np.frombuffer(f" {_plain(text)}".encode(), np.uint8)
    inside = _IN_WORD[raw]
    starts = np.flatnonzero(inside[1:] > inside[:-1]) + 1
    if not len(starts):
        return Words(np.zeros(0, np.uint64), starts, np.zeros(0, bool))
    powers, inverses = _powers(len(raw))
    hashes = _mixed(np.add.reduceat(_LETTER[raw] * powers, starts) * inverses[starts])
    first = np.concatenate([[True], np.add.reduceat(_STOP[raw], starts)[:-1] > 0])
    capital = _CAPITAL[raw[starts]]
    followed = np.append(capital[1:] & ~first[1:], False)
    values: Marks = _DIGIT[raw[starts]] | (capital & (~first | followed))
    return Words(hashes, np.flatnonzero(first), values)


def _plain(text: str) -> str:
    """Letters without accents; signs that are not ASCII are blanks, so that bytes tell where words end."""
    return text if text.isascii() else _FOREIGN.sub(lambda run: _plain_run(run[0]), text)


@lru_cache(maxsize=4_096)
def _plain_run(run: str) -> str:
    """Of a run of characters that are not ASCII: those that have a case in ASCII keep it."""
    letters = unicodedata.normalize("NFKD", "".join(_LETTERS.get(letter, letter) for letter in run))
    kept = "".join(letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter))
    return kept if kept.isascii() else kept.lower()


def _powers(count: int) -> tuple[Hashes, Hashes]:
    """The first ``count`` powers (or more) of the base, and of its inverse, modulo 2⁶⁴."""
    powers, inverses = _many_powers(max(10, count.bit_length()))
    return powers[:count], inverses[:count]


@lru_cache
def _many_powers(bits: int) -> tuple[Hashes, Hashes]:
    factors = np.array([[_MULTIPLIER], [_INVERSE]], np.uint64).repeat(1 << bits, axis=1)
    factors[:, 0] = 1
    powers, inverses = np.cumprod(factors, axis=1)
    return powers, inverses


def _mixed(hashes: Hashes) -> Hashes:
    """All bits depend on all bits: the finaliser of SplitMix64 (Steele, Lea, Flood, 2014)."""
    hashes = (hashes ^ (hashes >> _30)) * _MIX_1
    hashes = (hashes ^ (hashes >> _27)) * _MIX_2
    return hashes ^ (hashes >> _31)


@lru_cache(maxsize=4_096)
def _hash_of(name: str) -> int:
    return _whole_hash(words_of(name).hashes)


def _whole_hash(words: Hashes) -> int:
    """63 bits for all the words in their order."""
    powers, _ = _powers(len(words) + 1)
    total = (words * powers[: len(words)]).sum(dtype=np.uint64, initial=0)
    return int(_mixed(powers[len(words) :][:1] ^ total)[0]) >> 1


def _grams(words: Hashes, size: int) -> Hashes:
    """Hashes of all sequences of ``size`` words; of a shorter text, of all its words."""
    size = min(size, len(words))
    powers, _ = _powers(size)
    count = len(words) - size + 1
    found = np.zeros(count if size else 0, np.uint64)
    for place in range(size):
        found += words[place : place + count] * powers[place]
    return _mixed(found)


def _shingles(words: Hashes, own: Marks) -> NDArray[np.uint32]:
    """The sequences of six words that are all the text's own."""
    size = min(_SHINGLE, len(words))
    kept = _grams(words, size)[_counts(own, size) == size]
    return _distinct((kept >> _32).astype(np.uint32))


def _counts(marks: Marks, size: int) -> Places:
    """How many of each ``size`` neighbours are marked."""
    sums: Places = np.concatenate([[0], np.cumsum(marks)])
    return (sums[size:] - sums[: len(sums) - size])[: len(marks)]


def _bands(words: Hashes, values: Marks) -> Hashes:
    """Keys of MinHash over the 3-word sequences in which a value stands: of the whole text, and of its lead.

    Texts from one mould share the other sequences, and a series has thousands of them that would all meet.
    """
    if not len(words):
        return words
    grams = _grams(words, _GRAM)
    telling = np.flatnonzero(_counts(values, min(_GRAM, len(words))))
    if len(telling) < max(_FEWEST_GRAMS, len(grams) // _GRAMS_PART):
        telling = np.arange(len(grams))
    lead = telling[: max(_FEWEST_GRAMS, int(np.searchsorted(telling, _LEAD_WORDS)))]
    return np.concatenate([_sketch(grams[telling], _SLOTS), _sketch(grams[lead], _LEAD_SLOTS)])


def _sketch(grams: Hashes, slots: int) -> Hashes:
    ends = np.array([0, len(grams)], np.uint64)
    sketch = RMinHash.digest_matrix_from_flat_token_hashes(grams, ends, slots, _SEED).to_rows()[0]
    powers, _ = _powers(_ROWS + 1)
    banded = np.array(sketch, np.uint64).reshape(-1, _ROWS) @ powers[:_ROWS]
    return _mixed(banded + np.arange(slots, slots + len(banded), dtype=np.uint64) * powers[_ROWS])


def _frames(hashes: Hashes, values: Marks) -> Hashes:
    """Each run of values, framed by two words on either side in which other values are blanks."""
    if not values.any():
        return np.zeros(0, np.uint64)
    begins = np.flatnonzero(np.concatenate([[True], ~(values[1:] & values[:-1])]))
    powers, inverses = _powers(len(hashes))
    runs = np.add.reduceat(hashes * powers, begins) * inverses[begins]
    is_value = values[begins]
    blanked = np.concatenate([_NONE, np.where(is_value, np.uint64(1), runs), _NONE])
    at = np.flatnonzero(is_value)
    sides = blanked[at] + blanked[at + 1] * _BASE + _mixed(blanked[at + 3] + blanked[at + 4] * _BASE)
    return _distinct((_mixed(sides) >> _32 << _32) | (_mixed(runs[at]) >> _32))
