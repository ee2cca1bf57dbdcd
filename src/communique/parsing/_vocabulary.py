"""What spaCy remembers of the texts that it has read, kept to a bearable size.

It keeps each different word that it meets, names, figures and misspellings among them, for as long as the process
lives: a watch of months would grow and grow. Its memory zones (https://spacy.io/usage/memory-management) let it forget.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["MOST_STRINGS", "Vocabulary"]

MOST_STRINGS = 100_000
"""Strings that are kept beside the language's own: those of some thousands of articles, in about 50 MB. Most words of
a text are met again in the next, so that forgetting them seldom costs nothing that can be measured."""


class Vocabulary:
    """The vocabulary of ``language``, which forgets what it was not born with when that is more than ``most`` strings.

    One thread at a time may use the language, and nothing that it gave may be used after ``use``.
    """

    def __init__(self, language: Language, most: int = MOST_STRINGS) -> None:
        self._language = language
        self._lock = Lock()
        self._most = len(language.vocab.strings) + most
        self._zone = ExitStack()
        self._zone.enter_context(language.memory_zone())

    @property
    def size(self) -> int:
        """The number of strings that are kept now."""
        return len(self._language.vocab.strings)

    @contextmanager
    def use(self) -> Iterator[None]:
        """While it lasts the language may be used."""
        with self._lock:
            if self.size > self._most:
                self._zone.close()
                self._zone.enter_context(self._language.memory_zone())
            yield
