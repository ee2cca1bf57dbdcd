"""Sentences without a tree get the teacher's, where it is one and the teacher is sure of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from training._annotated import Annotated, Tree
from training._teacher import Parser

__all__ = ["with_silver_trees"]

_SURE = -0.25
"""The least mean log probability of a sentence's arcs: what is below is mostly lists, scores and broken lines."""


def with_silver_trees(sentences: Sequence[Annotated], teacher: Parser) -> Iterator[Annotated]:
    """The sentences in their order; those that the teacher is not sure of stay without a tree."""
    trees: dict[int, Tree] = {
        index: tree for index, tree, sure in teacher.parse(sentences) if sure > _SURE and _is_tree(tree.heads)
    }
    for index, sentence in enumerate(sentences):
        yield msgspec.structs.replace(sentence, tree=trees.get(index))


def _is_tree(heads: Sequence[int]) -> bool:
    """One root, and from every word a way up to it."""
    roots = [index for index, head in enumerate(heads) if index == head]
    return len(roots) == 1 and all(_reaches_root(heads, index) for index in range(len(heads)))


def _reaches_root(heads: Sequence[int], index: int) -> bool:
    for _ in heads:
        if heads[index] == index:
            return True
        index = heads[index]
    return False
