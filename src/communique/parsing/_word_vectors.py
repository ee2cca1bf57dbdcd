"""The model's vectors of words by themselves, kept from text to text.

Before it looks at their neighbours the model reads each word alone, by its spelling: its norm, its ends and its shape.
That is a third of the work of reading a sentence, and nine words in ten have been met before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

import numpy as np
from thinc.api import Model, chain

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.types import Floats2d

__all__ = ["MOST_WORDS", "WordVectors", "remember_words"]

MOST_WORDS = 1 << 15
"""Words whose vectors are kept, in 16 MB; when they are full all are forgotten and read again."""

_ALIKE = 32
"""Words read at once, at least. The matrix library multiplies smaller matrices in another order, so that a word would
have another vector in its last bits with the company in which it was met first."""


class WordVectors:
    """The vectors that ``embed``, the first layer of a model, gives to words: each is asked for once."""

    def __init__(self, embed: Model[list[Doc], list[Floats2d]], most: int = MOST_WORDS) -> None:
        self._embed = embed
        self._most = most
        self._places: dict[int, int] = {}
        self._vectors = np.zeros((0, 0), dtype="float32")

    @property
    def size(self) -> int:
        """How many words are kept now."""
        return len(self._places)

    def of(self, docs: Sequence[Doc]) -> list[Floats2d]:
        """The vectors of the words of each of the ``docs``, which are of one vocabulary."""
        words = [doc.to_array("ORTH").tolist() for doc in docs]
        unknown = {word for row in words for word in row} - self._places.keys()
        if unknown:
            if len(self._places) + len(unknown) > self._most:
                self._places.clear()
                unknown = {word for row in words for word in row}
            self._read(docs[0], sorted(unknown))
        places = self._places
        return [cast("Floats2d", self._vectors[[places[word] for word in row]]) for row in words]

    def _read(self, doc: Doc, words: Sequence[int]) -> None:
        from spacy.tokens import Doc

        written = [doc.vocab.strings[word] for word in words]
        written += written[-1:] * (_ALIKE - len(written))
        (read,) = self._embed.predict([Doc(doc.vocab, words=written)])
        first = len(self._places)
        self._make_room(first + len(words), read.shape[1])
        self._vectors[first : first + len(words)] = read[: len(words)]
        self._places.update(zip(words, range(first, first + len(words)), strict=True))

    def _make_room(self, rows: int, width: int) -> None:
        if rows > len(self._vectors):
            grown = np.zeros((max(rows, min(2 * len(self._vectors), self._most)), width), dtype="float32")
            if len(self._vectors):
                grown[: len(self._vectors)] = self._vectors
            self._vectors = grown


def remember_words(language: Language) -> None:
    """Let the language's ``tok2vec`` remember its words; it can be trained no more then."""
    from spacy.pipeline import Tok2Vec

    pipe = language.get_pipe("tok2vec")
    if not isinstance(pipe, Tok2Vec):
        raise TypeError("the language has no vectors of words as this was written for")
    embed, encode = pipe.model.layers
    vectors = WordVectors(embed)

    def forward(
        model: Model[list[Doc], list[Floats2d]], docs: list[Doc], is_train: bool
    ) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Doc]]]:
        return vectors.of(docs), lambda gradient: []

    pipe.model = chain(Model("remembered", forward), encode)
