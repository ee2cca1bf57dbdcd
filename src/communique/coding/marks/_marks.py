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
from communique.types import Role

__all__ = ["Mark", "marked_in", "telling"]

Floats = NDArray[np.float32]
SURE = 0.75
"""How likely a word must tell of an act of one kind; with 0.5, of what more is found as much is wrong as right."""
SURE_OF_PART = 0.8
"""How likely somebody must have a part in it."""
_TELLING = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN"})
_SIDES = 2  # names at least, so that one may act on another
_SHORTEST, _LONGEST = 4, 90  # words


class Mark(msgspec.Struct, frozen=True):
    """The word ``at`` tells of an act of the kind; who is named at the words of ``parts`` has these roles in it."""

    at: int
    kind: Kind
    parts: tuple[tuple[Role, int], ...]


def marked_in(trees: Mapping[int, Tree], mentions: MentionIndex) -> Mapping[int, Sequence[Mark]]:
    """Those of each sentence that names somebody, by the number of the sentence; none without the model's extra."""
    known = model()
    if known is None:
        return {}
    inside = {n: mentions.within(tree.sentence.start, tree.sentence.end) for n, tree in trees.items()}
    named = {n: [head for _, head in named_in(tree, inside[n])] for n, tree in trees.items()}
    read = [n for n, names in named.items() if len(names) >= _SIDES and _fits(trees[n])]
    vectors = known.encoder.vectors([[token.text for token in trees[n].tokens] for n in read]) if read else []
    return {
        n: tuple(_of_sentence(known.heads, trees[n], named[n], words)) for n, words in zip(read, vectors, strict=True)
    }


def _fits(tree: Tree) -> bool:
    return _SHORTEST <= len(tree.tokens) <= _LONGEST


def _of_sentence(heads: Heads, tree: Tree, names: Sequence[int], words: Floats) -> Iterator[Mark]:
    places = telling(tree)
    for at, chances in zip(places, heads.kinds_of(words[places]), strict=True):
        number = 1 + int(chances[1:].argmax())
        if chances[number] >= SURE:
            kind = kind_named(heads.kinds[number])
            shares = heads.parts_of(words[at], number, words[names], distances(at, names))
            yield Mark(at, kind, tuple(_parts(heads, kind, names, shares)))


def _parts(heads: Heads, kind: Kind, names: Sequence[int], shares: Floats) -> Iterator[tuple[Role, int]]:
    for at, row in zip(names, shares, strict=True):
        best = 1 + int(row[1:].argmax())
        role = heads.roles[best]
        if row[best] >= SURE_OF_PART and role is not None and role in roles_of(kind):
            yield role, at


def telling(tree: Tree) -> list[int]:
    """The words of a sentence that may tell of an act: verbs, nouns and adjectives."""
    auxiliary = (token.pos == "AUX" and token.dep.startswith("aux") for token in tree.tokens)
    return [i for i, aux in enumerate(auxiliary) if tree.token(i).pos in _TELLING and not aux]
