"""Whether a person is a woman or a man, as far as title, honorific and given name tell: what "he" and "she" ask."""

from __future__ import annotations

from functools import cache, lru_cache

from communique.codebook import Gender, given_names
from communique.codebook.words import WordFinder
from communique.linking._spelling import fold

__all__ = ["Gender", "given_name_gender", "told_gender"]


def given_name_gender(name: str) -> Gender | None:
    """What a given name tells: ``given_name_gender("Angela")`` → ``"women"``; null where it tells nothing."""
    return _names().get(fold(name).split("-")[0]) or _names().get(fold(name))


@lru_cache(maxsize=1 << 12)
def told_gender(words: str) -> Gender | None:
    """What the words before a name tell: "Ms.", "His Majesty King"; null where they tell nothing or both."""
    finder, sexes = _words()
    found = {sexes[word] for word, _, _ in finder.find(fold(words))}
    return found.pop() if len(found) == 1 else None


@cache
def _names() -> dict[str, Gender]:
    return {name: sex for sex, table in given_names().items() for name in table.names}


@cache
def _words() -> tuple[WordFinder, dict[str, Gender]]:
    sexes = {word: sex for sex, table in given_names().items() for word in table.words}
    return WordFinder(sexes), sexes
