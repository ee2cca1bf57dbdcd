"""The roles of an act with the words at which they likely stand."""

from __future__ import annotations

from collections.abc import Sequence

from communique.codebook import Kind
from communique.coding.parts._between import between, roles_of
from communique.coding.parts._network import network
from communique.coding.tree import Tree
from communique.linking import Mention
from communique.types import Role

__all__ = ["parts"]


def parts(tree: Tree, mentions: Sequence[Mention], at: int, kind: Kind, sure: float) -> tuple[tuple[Role, int], ...]:
    """Who of the ``mentions`` takes part in the act of that kind at ``at``, with a chance of at least ``sure``."""
    pairs = list(between(tree, mentions, at, kind))
    if not pairs:
        return ()
    chances = network().chances([pair.signs for pair in pairs], roles_of(kind))
    best = [1 + int(row[1:].argmax()) for row in chances]
    told = (
        (network().roles[n], pair.head) for n, row, pair in zip(best, chances, pairs, strict=True) if row[n] >= sure
    )
    return tuple((role, head) for role, head in told if role is not None)
