"""Texts as words: a hash each, cut into sentences; many texts in one array, which NumPy is fast with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec
import numpy as np

from communique.resolving._hashing import Hashes, Marks, Places, mixed, part_hashes, parts, runs, within

__all__ = ["Words", "hash_of", "words_of"]

_SENTENCE = 6
"""Words of a sentence that a site can be known by; shorter ones ("He said.") are anyone's."""
_OWN_WORDS, _OWN_PART = 12, 0.2

_LETTERS = {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "œ": "oe"}
_FOREIGN = re.compile(r"[^\x00-\x7f]+")

_BYTES = [chr(byte) if byte < 128 else "é" for byte in range(256)]
_IN_WORD = np.array([letter.isalnum() or letter == "_" for letter in _BYTES])
_DIGIT = np.array([letter.isdigit() for letter in _BYTES])
_CAPITAL = np.array([letter.isupper() for letter in _BYTES])
_STOP = np.array([letter in ".!?\n" for letter in _BYTES])
_LETTER = np.array([(n + 1 + 32 * _CAPITAL[n]) * _IN_WORD[n] for n in range(256)], np.uint64)
"""What a byte adds to the hash of its word: the same for both cases, nothing for what stands between words."""


class Words(msgspec.Struct, frozen=True):
    """The words of several texts: a hash each, and which of them are values.

    Values are numbers and words with a capital that does not merely begin a sentence. ``begins`` are the first words
    of sentences, ``bounds`` those of the texts and the number of all words.
    """

    hashes: Hashes
    values: Marks
    begins: Places
    bounds: Places

    def sentences(self, sites: Sequence[str | None]) -> list[Hashes]:
        """For each text a hash of its site and words for each sentence; 0 for those too short to be known again.

        A text whose site is not known has no sentences to be known by.
        """
        cuts = np.searchsorted(self.begins, self.bounds)
        by_text = np.array([hash_of(site or "") for site in sites], np.uint64)
        found = mixed(runs(self.hashes, self.begins) ^ np.repeat(by_text, np.diff(cuts)))
        is_known = np.repeat(np.array([bool(site) for site in sites], bool), np.diff(cuts))
        found[~is_known | (self._lengths() < _SENTENCE)] = 0
        return parts(found, cuts)

    def own(self, worn: Iterable[Marks]) -> Marks:
        """The words that are the texts' own: not of sentences that are ``worn``, which a site adds to many texts.

        Where hardly anything would be left of a text, its site repeats the story, and all of it is the text's own.
        """
        found = np.repeat(~np.concatenate([*worn, np.zeros(0, bool)]), self._lengths())
        lengths = np.diff(self.bounds)
        left = within(found, self.bounds[:-1], self.bounds[1:])
        return found | np.repeat(left < np.maximum(_OWN_WORDS, _OWN_PART * lengths), lengths)

    def kept(self, marks: Marks) -> Words:
        """The words that are marked, of which it is not told any more where sentences begin."""
        bounds = np.concatenate([[0], np.cumsum(marks)])[self.bounds]
        return Words(self.hashes[marks], self.values[marks], np.zeros(0, np.int64), bounds)

    def _lengths(self) -> Places:
        return np.diff(self.begins, append=len(self.hashes))


def words_of(texts: Iterable[str]) -> Words:
    """The words of each of ``texts``, whatever their case, accents and signs."""
    coded = [f"\n{_plain(text)}".encode() for text in texts]
    raw = np.frombuffer(b"".join(coded), np.uint8)
    inside = _IN_WORD[raw]
    starts = np.flatnonzero(inside[1:] > inside[:-1]) + 1
    first = (
        np.concatenate([[True], np.logical_or.reduceat(_STOP[raw], starts)[:-1]]) if len(starts) else np.zeros(0, bool)
    )
    letters = raw[starts]
    capital = _CAPITAL[letters]
    followed = np.append(capital[1:] & ~first[1:], False)[: len(starts)]
    values = _DIGIT[letters] | (capital & (~first | followed))
    bounds = np.searchsorted(starts, np.cumsum([0, *map(len, coded)]))
    return Words(mixed(runs(_LETTER[raw], starts)), values, np.flatnonzero(first), bounds)


def _plain(text: str) -> str:
    """Letters without accents; signs that are not ASCII are blanks, so that bytes tell where words end."""
    return text if text.isascii() else _FOREIGN.sub(lambda run: _plain_run(run[0]), text)


@lru_cache(maxsize=4_096)
def _plain_run(run: str) -> str:
    """Of a run of characters that are not ASCII: those that have a case in ASCII keep it."""
    letters = unicodedata.normalize("NFKD", "".join(_LETTERS.get(letter, letter) for letter in run))
    kept = "".join(letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter))
    return kept if kept.isascii() else kept.lower()


@lru_cache(maxsize=4_096)
def hash_of(name: str) -> int:
    """63 bits for a name, whatever its case, accents and signs."""
    words = words_of([name])
    return int(part_hashes(words.hashes, words.bounds)[0]) >> 1
