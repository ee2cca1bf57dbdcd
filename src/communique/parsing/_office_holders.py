"""Persons of a text who hold an office, told by their names alone elsewhere: "President Okoye … Okoye met Tanaka"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import cache

from communique.codebook import offices
from communique.codebook.calendar import CALENDAR_WORDS
from communique.codebook.words import WordFinder

__all__ = ["office_holders"]

_WORD = r"[^\W\d_a-z][\w'’-]*"
_BEHIND = re.compile(rf"(?:,? (?:of|for) (?:the )?{_WORD}(?: {_WORD})?)?,? ((?:{_WORD} ?)+)")
_BEFORE = re.compile(rf"((?:{_WORD} )*{_WORD}), [^.;\n]{{0,60}}$")
_REACH = 120  # characters before a title in which the name can stand
_CAPITALS = re.compile(_WORD)


def office_holders(text: str, starts: Sequence[int], wanted: Set[int]) -> frozenset[int]:
    """Those of the ``wanted`` sentences, which begin at ``starts``, in which a word of such a name stands."""
    names = frozenset(_names(text))
    ends = (*starts[1:], len(text))
    return frozenset(i for i in wanted if not names.isdisjoint(_CAPITALS.findall(text, starts[i], ends[i])))


def _names(text: str) -> Iterable[str]:
    """Words with a capital right behind a title, or before a comma and a title, that are no other words."""
    for _, start, end in _titles().find(text):
        behind = _BEHIND.match(text, end)
        before = _BEFORE.search(text, max(0, start - _REACH), start)
        for found in (behind, before):
            words = _CAPITALS.findall(found[1]) if found is not None else ()
            yield from (word for word in words if word.lower() not in CALENDAR_WORDS and _is_name(text, word))


def _is_name(text: str, word: str) -> bool:
    """Whether a word never stands without its capital: "The" opens a sentence, "Okoye" is a name."""
    return f" {word.lower()} " not in text


@cache
def _titles() -> WordFinder:
    return WordFinder(title for office in offices() for title in (*office.titles, *office.plurals))
