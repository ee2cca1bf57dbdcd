"""Several whom one person meets one after the other: "met Rao and, after that, Silva"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from communique.coding.drafting._agreement import TALKING
from communique.coding.roles import Bound
from communique.coding.tree import Tree
from communique.types import Participant

__all__ = ["met_apart"]

_LATER = frozenset("then later afterwards afterward subsequently thereafter".split())
_APART = frozenset("separately individually".split())


def met_apart(tree: Tree, bound: Bound) -> Sequence[Participant]:
    """Those whom the subject of a meeting met each on another occasion; none where it was one meeting."""
    verb = bound.trigger.at
    if bound.trigger.kind.kind not in TALKING or bound.trigger.verb is None:
        return ()
    company = [head for word, head in tree.phrases(verb) if word == "with"]
    objects = [*tree.objects(verb), *(i for head in company for i in tree.with_conjuncts(head))]
    met = [p for i in objects for p in bound.participants if _stands_at(tree, i, p)]
    return met if _is_told_apart(tree, verb, objects) else ()


def _stands_at(tree: Tree, index: int, participant: Participant) -> bool:
    token = tree.token(index)
    return participant.evidence.start <= token.start < participant.evidence.end


def _is_told_apart(tree: Tree, verb: int, objects: Sequence[int]) -> bool:
    """Whether an adverb says so: at the verb, or between the first and the last whom it met."""
    if any(tree.token(i).text.lower() in _APART for i in tree.children(verb, "advmod")):
        return True
    between = [t.text.lower() for t in tree.tokens[min(objects, default=0) : max(objects, default=0)]]
    after_that = any(pair == ("after", "that") for pair in pairwise(between))
    return after_that or not _LATER.isdisjoint(between)
