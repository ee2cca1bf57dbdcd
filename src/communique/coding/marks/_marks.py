"""The words of a document that likely tell of acts, with who likely takes part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from communique.codebook import Kind
from communique.coding.marks._heads import Heads, distances
from communique.coding.marks._model import model
from communique.coding.parts import named_in, roles_of
from communique.coding.roles import MentionIndex
from communique.coding.tree import Tree
from communique.coding.triggers import kind_named
from communique.linking import Mention
from communique.types import Role

__all__ = ["Mark", "Marked", "marked_in", "telling"]

Floats = NDArray[np.float32]
SURE = 0.5
"""How likely a word must tell of an act of one kind. Half of what lies between this and 0.75 is wrong; how the clause
tells it says which half (`communique.coding.confidence`)."""
SURE_OF_PART = 0.8
"""How likely somebody must have a part in it, or in an act that a frame tells of and whose clause leaves the part open:
so 42 events more are found in the five read sets for 21 wrong ones."""
_TELLING = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN"})
_SIDES = 2  # names at least, so that one may act on another
_SHORTEST, _LONGEST = 4, 90  # words


class Mark(msgspec.Struct, frozen=True):
    """The word ``at`` tells of an act of the kind; who is named at the words of ``parts`` has these roles in it."""

    at: int
    kind: Kind
    parts: tuple[tuple[Role, int], ...]


class Marked(msgspec.Struct, frozen=True):
    """What the model reads in a sentence: the vectors of its words, and who is named in it at which of them.

    ``kinds`` are the chances of each word to tell of an act of each kind, ``sides`` what is read of the names: both
    are asked for by every act of the sentence, and made once (a twentieth of the time of dense news).
    """

    heads: Heads
    tree: Tree
    names: Sequence[tuple[Mention, int]]
    vectors: Floats
    kinds: Floats
    sides: Floats

    @classmethod
    def of(cls, heads: Heads, tree: Tree, names: Sequence[tuple[Mention, int]], vectors: Floats) -> Marked:
        """With all that does not depend on the act that is asked about."""
        sides = heads.sides_of(vectors[[i for _, i in names]])
        return cls(heads, tree, names, vectors, heads.kinds_of(vectors), sides)

    def marks(self) -> Iterator[Mark]:
        """The words that tell of acts."""
        for at in telling(self.tree):
            number = 1 + int(self.kinds[at, 1:].argmax())
            if self.kinds[at, number] >= SURE:
                kind = kind_named(self.heads.kinds[number])
                yield Mark(at, kind, tuple((role, i) for role, _, _, i in self._parts(at, kind)))

    def likely(self, at: int, kind: Kind) -> Iterator[tuple[Role, Mention]]:
        """Who likely has a part in an act of that kind at ``at``, whatever tells of it, the likeliest first."""
        for role, _, mention, _ in sorted(self._parts(at, kind), key=lambda part: -part[1]):
            yield role, mention

    def chance(self, at: int, kind: Kind) -> float:
        """How likely the word ``at`` tells of an act of that kind."""
        return float(self.kinds[at, self.heads.kinds.index(kind.kind)])

    def _parts(self, at: int, kind: Kind) -> Iterator[tuple[Role, float, Mention, int]]:
        """The role of each who is named and surely has one that the kind knows, with its chance."""
        words = [i for _, i in self.names]
        shares = self.heads.parts_of(
            self.vectors[at], self.heads.kinds.index(kind.kind), self.sides, distances(at, words)
        )
        for (mention, i), row in zip(self.names, shares, strict=True):
            best = 1 + int(row[1:].argmax())
            role = self.heads.roles[best]
            if row[best] >= SURE_OF_PART and role is not None and role in roles_of(kind):
                yield role, float(row[best]), mention, i


def marked_in(trees: Mapping[int, Tree], mentions: MentionIndex) -> Mapping[int, Marked]:
    """What is read in each sentence that names somebody, by its number; nothing without the model's extra."""
    known = model()
    if known is None:
        return {}
    inside = {n: mentions.within(tree.sentence.start, tree.sentence.end) for n, tree in trees.items()}
    named = {n: tuple(named_in(tree, inside[n])) for n, tree in trees.items()}
    read = [n for n, names in named.items() if len(names) >= _SIDES and _fits(trees[n])]
    vectors = known.encoder.vectors([[token.text for token in trees[n].tokens] for n in read]) if read else []
    return {n: Marked.of(known.heads, trees[n], named[n], words) for n, words in zip(read, vectors, strict=True)}


def _fits(tree: Tree) -> bool:
    return _SHORTEST <= len(tree.tokens) <= _LONGEST


def telling(tree: Tree) -> list[int]:
    """The words of a sentence that may tell of an act: verbs, nouns and adjectives."""
    auxiliary = (token.pos == "AUX" and token.dep.startswith("aux") for token in tree.tokens)
    return [i for i, aux in enumerate(auxiliary) if tree.token(i).pos in _TELLING and not aux]
