"""What it is about: topics whose words stand in the sentences that tell of an event."""

from __future__ import annotations

from functools import cache

from communique.codebook import topics as entries
from communique.codebook.words import WordFinder
from communique.types import Span, Topic

__all__ = ["topics"]


@cache
def _names() -> tuple[WordFinder, dict[str, str]]:
    names = {word: entry.name for entry in entries() for word in entry.words}
    return WordFinder(names), names


def topics(text: str, start: int, end: int) -> tuple[Topic, ...]:
    """Each topic once, with the first words of ``text[start:end]`` that name it."""
    finder, names = _names()
    found: dict[str, Topic] = {}
    for word, first, last in finder.find(text[start:end]):
        found.setdefault(names[word], Topic(names[word], Span.of(text, start + first, start + last)))
    return tuple(found.values())
