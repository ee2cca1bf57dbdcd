"""A word in a tree, and a small tree that fills a slot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

__all__ = ["DASHES", "Filler", "Token", "changed", "root_of"]


class Token(msgspec.Struct, frozen=True):
    """A word in a tree: ``head`` is an index in the same tree, -1 for the root; ``name`` is an IOB2 tag."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    dep: str
    space: bool = True
    name: str = "O"


Filler = tuple[Token, ...]
"""A tree of its own: one token's head is -1."""


DASHES = frozenset("-–")


def root_of(tokens: Sequence[Token]) -> int:
    return next(index for index, token in enumerate(tokens) if token.head < 0)


def changed(token: Token, **changes: Any) -> Token:
    return msgspec.structs.replace(token, **changes)
