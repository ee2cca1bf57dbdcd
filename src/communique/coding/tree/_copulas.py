"""Clauses with "be" in which "be" governs, as other verbs do.

In Universal Dependencies what is said of the subject governs: in "Rao will be in Lima on Monday" Lima does.
Coding asks one question of all clauses, who does it, when and where, so there "be" takes its predicate's place.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.parsing import Token

__all__ = ["with_copulas_governing"]

# Dependents that are of the clause, not of the predicate's phrase.
_OF_CLAUSE = frozenset(
    "nsubj nsubj:pass csubj csubj:pass aux aux:pass mark expl advcl obl obl:tmod obl:npmod parataxis discourse "
    "vocative punct advmod ccomp".split()
)


def with_copulas_governing(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tree with every copula as the governor of its clause: its predicate is an ``obl`` or ``xcomp`` of it."""
    result = list(tokens)
    for index, token in enumerate(tokens):
        if token.dep == "cop" and tokens[token.head].dep != "cop":
            _raise(result, index)
    return tuple(result)


def _raise(tokens: list[Token], copula: int) -> None:
    predicate = tokens[copula].head
    if tokens[predicate].head == copula:
        return  # raised already: a second copula of the same predicate
    above, dep = tokens[predicate].head, tokens[predicate].dep
    placed = any(t.dep == "case" and t.head == predicate for t in tokens)
    for index, token in enumerate(tokens):
        if token.head == predicate and index not in (predicate, copula) and _moves(tokens, index, predicate):
            tokens[index] = msgspec.structs.replace(token, head=copula)
    tokens[copula] = msgspec.structs.replace(tokens[copula], head=copula if above == predicate else above, dep=dep)
    tokens[predicate] = msgspec.structs.replace(tokens[predicate], head=copula, dep="obl" if placed else "xcomp")


def _moves(tokens: Sequence[Token], index: int, predicate: int) -> bool:
    """Whether a dependent of the predicate is the clause's; conjuncts are where they are clauses themselves."""
    token = tokens[index]
    if token.dep in ("conj", "cc"):
        joined = index if token.dep == "conj" else _joined(tokens, index, predicate)
        return tokens[joined].pos in ("VERB", "AUX") and tokens[predicate].pos not in ("VERB", "AUX")
    if token.dep == "advmod" and tokens[predicate].pos in ("ADJ", "ADV"):
        return False  # "is very ready"
    return token.dep in _OF_CLAUSE


def _joined(tokens: Sequence[Token], conjunction: int, predicate: int) -> int:
    """The conjunct that "and" introduces, else the predicate."""
    later = (i for i, t in enumerate(tokens) if t.dep == "conj" and t.head == predicate and i > conjunction)
    return next(later, predicate)
