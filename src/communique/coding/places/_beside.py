"""Places that a clause names at something else than its verb: "after talks at a hotel in Lima", "meeting in Lima"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.codebook import word_classes
from communique.coding.roles import Bound
from communique.coding.tree import Tree
from communique.parsing import is_time

__all__ = ["STANDING", "beside", "missions", "named_after"]

STANDING = frozenset({"in", "at", "near", "outside"})
_AT_POST = STANDING | {"to"}
_GATHERING = frozenset("meet gather sit convene assemble".split())
_SAID_TO_BE_DONE = frozenset({"relations", "sanction"})
"""Families of acts that are done by being announced: "said in Lima that they would resume ties"."""

_UNPLACED = frozenset({"visit", "force", "recall", "expulsion"})
"""Families of acts whose place is not that of what else is told in the clause."""


def beside(tree: Tree, bound: Bound) -> Iterator[int]:
    """The heads of the phrases that say where, and that hang on an occasion in the clause or on who acts."""
    kind = bound.trigger.kind
    if kind.family in _UNPLACED or (kind.family == "relations" and kind.owner != "party"):
        return
    for index in range(len(tree.tokens)):
        inside = tree.parent(index) not in bound.anchors
        if inside and _says_where(tree, index) and _leads_to_event(tree, index, bound):
            yield index


def _says_where(tree: Tree, index: int) -> bool:
    """ "In Lima", "a visit to Lima"."""
    word, above = tree.preposition(index), tree.token(tree.token(index).head).lemma
    return word in STANDING or (word == "to" and above in word_classes()["journey"])


def _leads_to_event(tree: Tree, index: int, bound: Bound) -> bool:
    above = tree.parent(index)
    while above is not None and above not in bound.anchors:
        if _gathers_actors(tree, above, bound) or _announces(tree, above, bound):
            return True
        if not _is_occasion(tree, above, bound):
            return False
        above = tree.parent(above)
    return above is not None


def _is_occasion(tree: Tree, index: int, bound: Bound) -> bool:
    """Something held, or a time: "after six days of talks in Lima"; of agreements what is agreed on."""
    lemma, classes = tree.token(index).lemma.lower(), word_classes()
    agreed = bound.trigger.kind.family == "agreement" and lemma in (*classes["treaties"], *classes["truce"])
    return agreed or lemma in classes["occasion"] or is_time(tree.token(index))


def _gathers_actors(tree: Tree, verb: int, bound: Bound) -> bool:
    """ "Leaders of the bloc, meeting in Lima, agreed": a clause about who acts says where they were."""
    token = tree.token(verb)
    if token.dep not in ("acl", "acl:relcl") or token.lemma not in _GATHERING:
        return False
    return any(token.head == actor for anchor in bound.anchors for actor in tree.subject(anchor))


def _announces(tree: Tree, verb: int, bound: Bound) -> bool:
    done = bound.trigger.kind.family in _SAID_TO_BE_DONE
    return done and any(tree.token(a).dep == "ccomp" and tree.token(a).head == verb for a in bound.anchors)


def missions(tree: Tree, bound: Bound) -> Iterator[int]:
    """Where the embassy is that is opened or closed, and to where an ambassador returns."""
    if bound.trigger.kind.family != "relations" and bound.trigger.kind.kind != "mission-closed":
        return
    for anchor in bound.anchors:
        returning = tree.token(anchor).lemma in word_classes()["returning"]
        things = word_classes()["foreign-envoy" if returning else "embassy"]
        of = [head for word, head in tree.phrases(anchor) if word == "of"]  # "the closure of the consulate"
        for index in (*tree.objects(anchor), *tree.subject(anchor), *of):
            if tree.token(index).lemma in things:
                yield from (head for top in (index, anchor) for word, head in tree.phrases(top) if word in _AT_POST)


def named_after(tree: Tree, accord: int) -> Iterator[int]:
    """What stands in the name of an accord: "the 2015 Lima agreement", "the Treaty of Lima"."""
    yield from tree.children(accord, "compound")
    yield from (head for word, head in tree.phrases(accord) if word == "of" and tree.token(accord).tag == "NNP")
