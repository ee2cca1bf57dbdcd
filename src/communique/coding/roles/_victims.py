"""Whom a deed befell that somebody judges: "condemned the expulsion of the Chilean envoy by Peru" is said of Peru."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook import word_classes
from communique.coding.tree import Tree
from communique.types import Participant, Role

__all__ = ["without_victims"]

_JUDGING = frozenset({"condemnation", "protest"})


def without_victims(
    tree: Tree, kind: str, slots: Sequence[tuple[Role, int]], found: Sequence[Participant]
) -> list[Participant]:
    """Those found but for the targets whom the judged deed befell: it is not of them that somebody complains."""
    if kind not in _JUDGING:
        return list(found)
    hurt = {token for role, index in slots if role == "target" for token in _hurt(tree, index)}
    struck = [tree.token(i) for i in hurt]
    return [p for p in found if p.role != "target" or not any(p.evidence.overlaps(token) for token in struck)]


def _hurt(tree: Tree, deed: int) -> Iterator[int]:
    """The words behind "the killing of", "the shelling of", but for those behind "by"."""
    if tree.token(deed).lemma.lower() not in word_classes()["befalling"]:
        return
    for victim in tree.behind(deed, ("of",)):
        doers = tree.agents(victim)
        yield from (
            i
            for i in range(deed + 1, len(tree.tokens))
            if tree.lies_under(i, victim) and not any(tree.lies_under(i, doer) for doer in doers)
        )
