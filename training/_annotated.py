"""One sentence as the trainers take it: words with a tree, with names, or with both."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

__all__ = ["UNKNOWN", "Annotated", "Names", "Tree", "spans"]

UNKNOWN = "?"
"""In place of a name's tag: nobody has said whether this word is of a name."""

Names = tuple[str, ...]
"""A tag a word: IOB2 with PER, ORG, LOC and NORP, or ``UNKNOWN``."""


class Tree(msgspec.Struct, frozen=True):
    """Tags and tree in the scheme of UD English EWT: a head is an index in the sentence, the root's its own.

    ``lemmas`` is empty where nobody has given them.
    """

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    lemmas: tuple[str, ...] = ()


class Annotated(msgspec.Struct, frozen=True):
    """A sentence of the treebank's tokens; ``tree`` or ``names`` is None where it has not been annotated."""

    words: tuple[str, ...]
    tree: Tree | None = None
    names: Names | None = None


def spans(names: Names) -> Iterator[tuple[int, int, str]]:
    """``(first word, word after the last, label)`` of each name, in order.

    >>> list(spans(("B-LOC", "I-LOC", "O", "B-PER")))
    [(0, 2, 'LOC'), (3, 4, 'PER')]
    """
    for start, tag in enumerate(names):
        if tag[0] == "B":
            end = start + 1
            while end < len(names) and names[end] == f"I{tag[1:]}":
                end += 1
            yield start, end, tag[2:]
