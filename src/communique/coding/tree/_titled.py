"""Titled persons in a row, each "of" a state: "President Rao of Peru and President Silva of Chile".

A parser that hesitates before "of Peru and President" coordinates the state with the second president. Who has a
title goes with who has one.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.coding.tree._heads import lies_under
from communique.parsing import Token

__all__ = ["with_titled_in_a_row"]


def with_titled_in_a_row(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tree in which a titled name that hangs on "of …" behind another titled name is coordinated to that one."""
    result = list(tokens)
    for index, token in enumerate(tokens):
        if token.dep == "conj" and _is_titled(tokens, index) and not _is_titled(tokens, token.head):
            person = _whose_state(tokens, token.head)
            if person is not None:
                result[token.head] = msgspec.structs.replace(tokens[token.head], head=person, dep="nmod")
                result[index] = msgspec.structs.replace(token, head=person)
    return tuple(result)


def _is_titled(tokens: Sequence[Token], index: int) -> bool:
    """A title governs the name behind it (UD ``flat``)."""
    return any(token.dep == "flat" and token.head == index for token in tokens)


def _whose_state(tokens: Sequence[Token], state: int) -> int | None:
    """The titled person right before "of" and a state, where it does not itself depend on the state."""
    case = next((i for i, t in enumerate(tokens) if t.dep == "case" and t.head == state and t.text == "of"), None)
    if not case:
        return None
    before = tokens[case - 1]
    person = before.head if before.dep == "flat" else case - 1
    return person if _is_titled(tokens, person) and not lies_under(tokens, person, state) else None
