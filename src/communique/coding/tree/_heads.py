"""Questions of tokens and their heads that are asked before and after a tree is made of them."""

from __future__ import annotations

from collections.abc import Sequence

from communique.parsing import Token

__all__ = ["lies_under"]


def lies_under(tokens: Sequence[Token], index: int, top: int) -> bool:
    """Whether ``top`` is ``index`` or governs it, at any distance: to hang it there would close a circle."""
    for _ in tokens:
        if index == top:
            return True
        if tokens[index].head == index:
            return False
        index = tokens[index].head
    return False
