"""The language of a text: those of much news by their function words, others by their character statistics."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

import msgspec

__all__ = ["FunctionWords", "function_words", "language_of", "of_function_words"]

_FEWEST_CHARACTERS = 200  # below, headlines full of names are taken for other languages
_ENOUGH_CHARACTERS = 600
_MORE_CHARACTERS = 1800  # where an opening of names and prices has too few function words
_SHARE = 0.25
"""Share of its function words from which a text is in a language. News has 0.35 to 0.45; languages that share a few of
them, as Dutch, Afrikaans and Scots do with English ("in", "is", "was"), stay below 0.2."""
_FEWEST_DIFFERENT = 4
_SMALLER_SHARE = 0.2
_MANY_DIFFERENT = 8
"""Where so many different ones stand, a smaller share tells as well: an opening that is full of names."""
_MARKS = ".,;:!?\"'“”‘’()"


class FunctionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One record of ``function_words.yaml``; its words are parted by blanks."""

    language: str
    words: str
    own: str
    examples: tuple[str, ...]
    counter: tuple[str, ...]


class _Known(msgspec.Struct, frozen=True):
    language: str
    words: frozenset[str]
    own: frozenset[str]


@cache
def function_words() -> tuple[FunctionWords, ...]:
    """The table, in the order of its file."""
    table = resources.files(__package__).joinpath("function_words.yaml").read_bytes()
    return msgspec.yaml.decode(table, type=tuple[FunctionWords, ...])


@cache
def _known() -> tuple[_Known, ...]:
    return tuple(
        _Known(one.language, frozenset(one.words.split()), frozenset(one.own.split())) for one in function_words()
    )


def language_of(body: str) -> str | None:
    """The ISO 639-1 code of ``body``; None where it is too short to tell.

    What most news is written in is known by its function words; all else is asked of py3langid.
    """
    if len(body) < _FEWEST_CHARACTERS:
        return None
    start = body[:_ENOUGH_CHARACTERS]
    return of_function_words(start) or of_function_words(body[:_MORE_CHARACTERS]) or _by_characters(start)


def of_function_words(text: str) -> str | None:
    """The language whose function words ``text`` has; None where it has those of none in the table.

    Figures and dashes are no words: openings full of dates and prices would be asked of py3langid else.
    """
    words = [word.strip(_MARKS) for word in text.lower().split() if any(map(str.isalpha, word))]
    return next((known.language for known in _known() if _has(words, known)), None)


def _has(words: Sequence[str], known: _Known) -> bool:
    if known.own.isdisjoint(words):
        return False
    found = [word for word in words if word in known.words]
    share, different = len(found) / len(words), len(set(found))
    told = share >= _SHARE and different >= _FEWEST_DIFFERENT
    return told or (share >= _SMALLER_SHARE and different >= _MANY_DIFFERENT)


def _by_characters(start: str) -> str:
    # Its table takes half a second to load, which most news need not pay.
    import py3langid

    language, _ = py3langid.classify(start)
    return str(language)
