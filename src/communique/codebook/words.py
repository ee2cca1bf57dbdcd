"""Finds the words of the codebook in a text: all of them in one pass, whole words only, whatever their case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

__all__ = ["WordFinder", "any_of", "fold", "lowered"]

# Letters that no decomposition turns into ASCII (Unicode has no canonical form for them).
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae",
                          "Æ": "Ae", "œ": "oe", "ð": "d",
                          "Ð": "D", "þ": "th", "Þ": "Th", "Œ": "Oe", "’": "'", "ʻ": "'", "`": "'"})  # fmt: skip

_FOREIGN = re.compile(r"[^\x00-\x7f]+")


def lowered(text: str) -> str:
    """Lower case of the same length (a few letters grow when lowered: İ), with straight apostrophes."""
    text = text.replace("’", "'")
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Lower case without diacritics: ``Recep Tayyip Erdoğan`` → ``recep tayyip erdogan``."""
    if name.isascii():
        return name.lower().replace("`", "'")
    return _FOREIGN.sub(lambda run: _folded(run[0]), name.replace("`", "'")).lower()


@lru_cache(maxsize=1 << 12)
def _folded(run: str) -> str:
    plain = unicodedata.normalize("NFKD", run.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def any_of(words: Iterable[str]) -> str:
    """A regular expression, to be put in a group, for any of some words or phrases: the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


class WordFinder:
    """An Aho–Corasick automaton over words and phrases; of those that overlap, the first and longest is found.

    >>> list(WordFinder(["visit", "state visit"]).find("A State Visit, revisited"))
    [('state visit', 2, 13)]
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted({lowered(word) for word in words})
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.Standard)

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """``(word as lowered, start, end)`` for each whole word found in ``text``, in order."""
        past = 0
        for start, end, index in self._whole(lowered(text)):
            if start >= past:
                yield self._words[index], start, end
                past = end

    def all(self, text: str) -> Iterator[tuple[str, int, int]]:
        """As ``find``, but also those that overlap; of those that begin at one place the longest first."""
        for start, end, index in self._whole(lowered(text)):
            yield self._words[index], start, end

    def _whole(self, lower: str) -> list[tuple[int, int, int]]:
        """``(start, end, index)`` of all whole words, overlapping ones too, the longest of one start first.

        All are looked at, for a part of a word ("the quad" in "the quadrangle") may hide a whole one behind it.
        """
        hits = self._automaton.find_matches_as_indexes(lower, overlapping=True)
        # Most are parts of words, so no function is called for them; "$" stands alone in "$20m".
        whole = [
            (start, end, index)
            for index, start, end in hits
            if not (start and lower[start - 1].isalnum() and lower[start].isalnum())
            and not (lower[end : end + 1].isalnum() and lower[end - 1].isalnum())
        ]
        return sorted(whole, key=lambda hit: (hit[0], -hit[1]))
