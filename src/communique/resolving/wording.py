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

import msgspec
import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

__all__ = ["WORDING_VERSION", "Wording", "Words", "is_copy", "words_of"]

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]
Marks = NDArray[np.bool_]

WORDING_VERSION = f"1.{RMinHash.ALGORITHM_VERSION}"
"""Stored hashes of another version cannot be compared with today's: ours, then that of rensa's sketch."""

_SHINGLE = 6
_COPIED = 0.6
"""Part of the shorter text's 6-word shingles found in the other from which on it is a copy."""
_COPIED_WITH_CREDIT = 0.4
"""The same for texts that credit the same agency: desks cut and reword what they pay for."""
_GRAM = 3
_SLOTS, _ROWS = 128, 4
"""32 bands of 4: two texts meet in one with a chance of 0.87 at a Jaccard index of 0.5, 0.99 at 0.6
(Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, section 3.4)."""
_LEAD_WORDS = 80
_LEAD_SLOTS, _LEAD_ROWS = 24, 3
"""A text cut to its first paragraphs is too unlike the whole; their leads, 8 bands of 3, are not."""
_SEED = 20_240_408
_SENTENCE = 6
"""Words of a sentence that a site can be known by; shorter ones ("He said.") are anyone's."""
_OWN_WORDS, _OWN_PART = 12, 0.2
_SWAPPED_COST = 2.0
"""By how much more has to be shared, for each part of the frames that hold another value; one may, for an edit."""

_LETTERS = {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "œ": "oe"}
_ODD = re.compile(f"[{''.join(_LETTERS)}]")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_SIGNS = re.compile(r"[^\x00-\x7f\w]+")

_MULTIPLIER = 0x9E37_79B9_7F4A_7C15
_INVERSE = pow(_MULTIPLIER, -1, 1 << 64)
_BASE = np.uint64(_MULTIPLIER)
_MIX_1, _MIX_2 = np.uint64(0xBF58_476D_1CE4_E5B9), np.uint64(0x94D0_49BB_1331_11EB)
_27, _30, _31, _32 = (np.uint64(n) for n in (27, 30, 31, 32))
_LOWER = np.arange(256, dtype=np.uint8)
_LOWER[ord("A") : ord("Z") + 1] += 32
_IN_WORD = np.array([chr(b).isalnum() or b == ord("_") or b > 127 for b in range(128)] + [True] * 128)
_DIGIT = np.array([chr(b).isdigit() and b < 128 for b in range(256)])
_CAPITAL = np.array([ord("A") <= b <= ord("Z") for b in range(256)])
_STOP = np.array([b in b".!?\n" for b in range(256)])


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
            bands=np.concatenate([_bands(kept, _SLOTS, _ROWS), _bands(kept[:_LEAD_WORDS], _LEAD_SLOTS, _LEAD_ROWS)]),
            shingles=_shingles(self.hashes, own),
            frames=_frames(kept, self.values[own]),
        )

    def _lengths(self) -> Places:
        return np.diff(self.begins, append=len(self.hashes))


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
    shorter = min(len(one.shingles), len(other.shingles))
    shared = len(np.intersect1d(one.shingles, other.shingles, assume_unique=True))
    needed = _COPIED_WITH_CREDIT if one.credit and one.credit == other.credit else _COPIED
    if not shared or shared < needed * shorter:
        return False
    return shared >= (needed + _SWAPPED_COST * _swapped(one.frames, other.frames)) * shorter


def _swapped(one: Hashes, other: Hashes) -> float:
    """The part of the frames of two texts that hold other values, the first of them not counted."""
    frames = len(np.intersect1d(one >> _32, other >> _32))
    kept = len(np.unique(np.intersect1d(one, other, assume_unique=True) >> _32))
    return (frames - kept - 1) / frames if frames > kept else 0.0


def words_of(text: str) -> Words:
    """The words of ``text``, whatever its case, accents and signs."""
    raw = np.frombuffer(_plain(text).encode(), np.uint8)
    inside = np.concatenate([[False], _IN_WORD[raw], [False]])
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    stops = np.concatenate([[0], np.cumsum(_STOP[raw])])
    first = np.concatenate([[True], stops[starts[1:]] > stops[ends[:-1]]])[: len(starts)]
    capital = _CAPITAL[raw[starts]]
    followed = np.append(capital[1:] & ~first[1:], False)[: len(starts)]
    values = _DIGIT[raw[starts]] | (capital & (~first | followed))
    return Words(_word_hashes(_LOWER[raw], starts, ends), np.flatnonzero(first), values)


def _plain(text: str) -> str:
    """Letters without accents; signs that are not ASCII are blanks, so that bytes tell where words end."""
    if text.isascii():
        return text
    if _ODD.search(text):
        text = _ODD.sub(lambda letter: _LETTERS[letter[0]], text)
    return _SIGNS.sub(" ", _MARKS.sub("", unicodedata.normalize("NFKD", text)))


def _word_hashes(lower: NDArray[np.uint8], starts: Places, ends: Places) -> Hashes:
    """Polynomial hashes modulo 2⁶⁴ of the words between ``starts`` and ``ends``, all at once by prefix sums."""
    powers, inverses = _powers(len(lower) + 1)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum((lower + np.uint64(1)) * powers[: len(lower)])])
    return _mixed((sums[ends] - sums[starts]) * inverses[starts])


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
    sums = np.concatenate([[0], np.cumsum(own)])
    kept = _grams(words, size)[(sums[size:] - sums[: len(sums) - size] == size)[: len(words)]]
    return np.unique((kept >> _32).astype(np.uint32))


def _bands(words: Hashes, slots: int, rows: int) -> Hashes:
    """The MinHash of the 3-word sequences, ``rows`` slots to a key."""
    if not len(words):
        return words
    grams = _grams(words, _GRAM)
    ends = np.array([0, len(grams)], np.uint64)
    sketch = RMinHash.digest_matrix_from_flat_token_hashes(grams, ends, slots, _SEED).to_rows()[0]
    powers, _ = _powers(rows + 1)
    banded = np.array(sketch, np.uint64).reshape(-1, rows) @ powers[:rows]
    return _mixed(banded + np.arange(slots, slots + len(banded), dtype=np.uint64) * powers[rows])


def _frames(hashes: Hashes, values: Marks) -> Hashes:
    """Each run of values, framed by two words on either side in which other values are blanks."""
    if not values.any():
        return np.zeros(0, np.uint64)
    begins = np.flatnonzero(np.concatenate([[True], ~(values[1:] & values[:-1])]))
    powers, inverses = _powers(len(hashes))
    runs = np.add.reduceat(hashes * powers, begins) * inverses[begins]
    is_value = values[begins]
    blanked = np.pad(np.where(is_value, np.uint64(1), runs), 2)
    at = np.flatnonzero(is_value)
    sides = blanked[at] + blanked[at + 1] * _BASE + _mixed(blanked[at + 3] + blanked[at + 4] * _BASE)
    return np.unique((_mixed(sides) >> _32 << _32) | (_mixed(runs[at]) >> _32))
