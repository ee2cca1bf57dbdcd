"""Noun phrases around a place in a sentence, read from words, and from their tags where there are any."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.quantities._counting import FUNCTION_WORDS
from communique.parsing import Token

__all__ = ["phrase_behind", "phrase_up_to"]

_LONGEST = 12
_PAIR = 5
_WITHIN = frozenset(
    {
        "of",
        "the",
        "a",
        "an",
        "'s",
        "’s",
        "its",
        "their",
        "his",
        "her",
        "for",
        "in",
        "between",
        "to",
        "from",
        "on",
        "with",
        "at",
        "by",
        "under",
        "against",
    }
)
_BORDER = _WITHIN | {"and", "-", '"', "“"}
_TIMELY = frozenset({"all", "total", "today", "now", "yesterday", "tomorrow", "year", "month", "week", "day"})
_DETERMINERS = frozenset({"the", "a", "an"})
_FINITE = ("VBD", "VBZ", "VBP", "MD", "VB")
_VERBS = frozenset("said says was were is are has have had will would can could may might should must".split())


def phrase_behind(
    tokens: Sequence[Token], first: int, stops: frozenset[int] = frozenset(), *, bare: bool = False
) -> tuple[int, int] | None:
    """The first and the last word of the noun phrase with its complements that begins at ``first``.

    ``stops`` are words at which it ends at the latest: an expression of time, another figure; ``bare`` leaves out
    participles behind the noun.
    """
    last = first - 1
    for place in range(first, min(first + _LONGEST, len(tokens))):
        participle = bare and place > first and tokens[place].text.endswith(("ed", "ing"))
        if place in stops or participle or _ends(tokens, place, first):
            break
        last = place
    return _trimmed(tokens, first, last)


def phrase_up_to(tokens: Sequence[Token], last: int, stops: frozenset[int] = frozenset()) -> tuple[int, int] | None:
    """The first and the last word of the noun phrase that ends at ``last``."""
    first = last + 1
    for place in range(last, max(-1, last - _LONGEST), -1):
        if place in stops or _opens(tokens, place):
            break
        first = place
        if tokens[place].text.lower() in _DETERMINERS and not _carries_on(tokens, place - 1):
            break
    return _trimmed(tokens, first, last)


def _carries_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a preposition before an article ties its noun to one before it."""
    return place > 0 and (tokens[place].text.lower() in _WITHIN or _in_between(tokens, place))


def _in_between(tokens: Sequence[Token], place: int) -> bool:
    """Whether the "and" at a place is that of "trade between Peru and the United States"."""
    before = [token.text.lower() for token in tokens[max(0, place - _PAIR) : place]]
    return tokens[place].text.lower() == "and" and "between" in before


def _ends(tokens: Sequence[Token], place: int, first: int) -> bool:
    token = tokens[place]
    lower = token.text.lower()
    if lower == "and" and not _in_between(tokens, place):
        near = tokens[place - 1 : place + 2]
        return place == first or len(near) < 3 or not _are_alike(near[0], near[2])
    if lower in _WITHIN or lower == "and":
        return False
    if token.tag in _FINITE or lower in FUNCTION_WORDS or lower in _VERBS:
        return True
    return (not token.text[0].isalnum() and token.text not in ("-", "'", "’", "“", '"')) or token.text[0].isdigit()


def _are_alike(before: Token, after: Token) -> bool:
    """Whether "and" joins two words of one phrase: names, nouns in the plural, adjectives."""
    if before.tag and after.tag:
        return before.tag[:2] == after.tag[:2] and before.tag[:1] in "NJ"
    return (before.text[0].isupper() and after.text[0].isupper()) or (
        before.text.endswith("s") and after.text.endswith("s")
    )


def _opens(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    lower = token.text.lower()
    if lower == "and" and not _in_between(tokens, place):
        near = tokens[place - 1 : place + 2]
        return not place or len(near) < 3 or not _are_alike(near[0], near[2])
    if lower in _WITHIN or lower == "and" or lower in ("those", "these"):
        return False
    if token.tag in _FINITE or lower in FUNCTION_WORDS or lower in _VERBS:
        return True
    return not token.text[0].isalpha() and token.text not in ("-", "'", "’")


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Without articles and prepositions at its ends; None where no word with a capital or of two letters is left."""
    while first <= last and _is_small(tokens[first], _WITHIN | {"and", "-"}):
        first += 1
    while last > first and (_is_small(tokens[last], _BORDER) or _is_participle(tokens, last)):
        last -= 1
    small = first > last or _is_small(tokens[last], _BORDER)
    return (first, last) if not small and tokens[last].text.lower() not in _TIMELY else None


def _is_participle(tokens: Sequence[Token], place: int) -> bool:
    """ "100 boxers representing Peru", and not "in the fighting"."""
    return tokens[place].text.endswith("ing") and tokens[place - 1].text.lower() not in _WITHIN


def _is_small(token: Token, words: frozenset[str]) -> bool:
    return token.text.lower() in words or token.text in _DETERMINERS
