"""The noun that a number counts, read from words, and from their tags where there are any."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from communique.codebook import countries, units
from communique.parsing import Sentence, Token

__all__ = ["FUNCTION_WORDS", "FURTHER", "Words", "is_plural", "noun_behind"]

FUNCTION_WORDS = frozenset(
    "a an the this that these those of in on at to for from by with without within into onto over under "
    "between among after before since until till during about against per as than via amid across through "
    "around and or but nor so yet if when while where which who whom whose what because though although "
    "whether i you he she it we they me him her us them his its their our my your is are was were be been "
    "being am has have had do does did will would shall should can could may might must not no said says say "
    "also ago later earlier already still now then there here each every both all any another other such only "
    "just up down out off away back too very more most less least well even ever never however including "
    "despite toward towards".split()
)
FURTHER = frozenset({"other", "more", "further"})
"""Words between a number and its noun that say that there are others: "20 more people"."""
_WHOLES = frozenset({"its", "the", "their", "his", "her", "our", "these", "those"})
_REACH = 7
_NAME = re.compile(r"[^\W\d_]+-\d+[A-Za-z]{0,3}|[A-Z]+[a-z]?\d+[A-Za-z]{0,3}")


class Words:
    """The words of a sentence by their characters."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens: Sequence[Token] = sentence.tokens
        self._starts = [token.start for token in self.tokens]

    def index(self, offset: int) -> int:
        """The first token that begins at ``offset`` or later."""
        return bisect_left(self._starts, offset)

    def before(self, offset: int) -> Token | None:
        """The last token that ends at ``offset`` or earlier."""
        place = self.index(offset) - 1
        while place >= 0 and self.tokens[place].end > offset:
            place -= 1
        return self.tokens[place] if place >= 0 else None

    def lower(self, index: int) -> str:
        """A token in lower case, ``""`` outside the sentence."""
        return self.tokens[index].text.lower() if 0 <= index < len(self.tokens) else ""


def noun_behind(words: Words, after: int) -> tuple[int, int, str] | None:
    """The noun counted behind a number: the last of the first plurals, with nothing but its modifiers before it."""
    index = words.index(after)
    if index >= len(words.tokens) or words.text[after : words.tokens[index].start].strip(" \t\n\u00a0\u202f"):
        return None
    index = _partitive(words, index)
    index += words.lower(index) in FURTHER
    found: Token | None = None
    for place in range(index, min(index + _REACH, len(words.tokens))):
        token = words.tokens[place]
        if _stops(words, place, index):
            break
        plural = is_plural(token)
        if found is not None and not plural:
            break
        if plural:
            found = token
    if found is None:
        return _people_by_name(words, index)
    return found.start, found.end, _unit_of(found)


def _partitive(words: Words, index: int) -> int:
    """ "14 of its 22 reactors", "five of 11 sets": behind the whole, of which a part is counted."""
    whole = words.lower(index + 1)
    if words.lower(index) != "of" or not (whole in _WHOLES or whole.isdigit()):
        return index
    if whole.isdigit():
        return index + 2
    place = index + 2
    while words.lower(place)[:1].isdigit():
        place += 1
    return place


def _people_by_name(words: Words, index: int) -> tuple[int, int, str] | None:
    """ "Three million Vietnamese", "12 Su-34": names that take no s in the plural."""
    if index >= len(words.tokens):
        return None
    token = words.tokens[index]
    if token.text in _demonyms() and _stops(words, index + 1, index):
        return token.start, token.end, "people"
    if _NAME.fullmatch(token.text):
        return token.start, token.end, token.text
    return None


def _stops(words: Words, place: int, first: int) -> bool:
    if place >= len(words.tokens):
        return True
    token = words.tokens[place]
    lower = token.text.lower()
    if lower == "and":
        near = words.tokens[place - 1 : place + 2]
        return place == first or len(near) < 3 or not (near[0].text[0].isupper() and near[2].text[0].isupper())
    if lower in FUNCTION_WORDS or not token.text[0].isalnum():
        return True
    return token.tag in ("VBD", "VBZ", "VBP", "VB", "MD", "RB", "IN") and lower not in units().plurals


def is_plural(token: Token) -> bool:
    """Whether a word looks like a noun in the plural."""
    if token.tag in ("NNS", "NNPS"):
        return True
    lower = token.text.lower()
    if lower in units().plurals or lower in units().people:
        return lower != "person"
    tagged = token.tag and not token.tag.startswith("NN")
    ending = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous", "'s", "’s"))
    return ending and len(lower) > 3 and not tagged


def _unit_of(token: Token) -> str:
    lower = token.text.lower()
    if lower in units().people or token.text in _demonyms():
        return "people"
    if any(c.isdigit() for c in lower):
        return token.text.removesuffix("s")
    return lower


@cache
def _demonyms() -> frozenset[str]:
    """Names of peoples, in the plural."""
    found = {name for country in countries() for name in (*country.demonyms, *country.adjectives)}
    return frozenset({*found, *(name + "s" for name in found)})
