"""The clause of an event: its words, the verbs over it, and the tense in which they tell of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.codebook import narration
from communique.coding.tree import Tree
from communique.linking.times import Tense
from communique.types import Span

__all__ = ["FUTURE", "Clause", "clause_of"]

FUTURE = frozenset({"will", "shall", "wo", "would"})


class Clause(msgspec.Struct, frozen=True):
    """An event's words in a tree (``anchors``), and the ``verbs`` over it, its own first."""

    text: str
    tree: Tree
    anchors: Sequence[int]
    verbs: Sequence[int]
    tense: Tense | None

    @property
    def at(self) -> int:
        """The event's own verb or noun."""
        return self.anchors[0]

    def word(self, index: int) -> Span:
        """A token with where it stands."""
        token = self.tree.token(index)
        return Span.of(self.text, token.start, token.end)


def clause_of(text: str, tree: Tree, anchors: Sequence[int]) -> Clause:
    """The clause of the event that ``anchors`` tell."""
    verbs = _verbs(tree, anchors)
    tense = _tense(tree, verbs or _governing(tree, anchors)) or _of_participle(tree, verbs)
    return Clause(text, tree, anchors, verbs, tense)


def _verbs(tree: Tree, anchors: Sequence[int]) -> list[int]:
    """The verbs of the event's clause, each with those that govern it as an infinitive, or by it as a means."""
    found = [a for a in anchors if tree.token(a).pos in ("VERB", "AUX")]
    chains = [v for verb in found for v in tree.chain(verb)]
    ends = [above for v in chains for above in _by_which(tree, v)]
    return list(dict.fromkeys([*chains, *(v for end in ends for v in tree.chain(end))]))


def _by_which(tree: Tree, verb: int) -> list[int]:
    """ "Would open a front by attacking Peru": the verb of what is done by a gerund's deed."""
    token = tree.token(verb)
    if token.tag != "VBG" or token.dep != "advcl" or tree.token(token.head).pos != "VERB":
        return []
    marks = {tree.token(i).text.lower() for i in tree.children(verb, "mark", "case")}
    return [token.head] if not marks.isdisjoint(narration().words["means"]) else []


def _governing(tree: Tree, anchors: Sequence[int]) -> list[int]:
    above = tree.governing_verb(anchors[0])
    return tree.chain(above) if above is not None else []


def _tense(tree: Tree, verbs: Sequence[int]) -> Tense | None:
    for verb in reversed(verbs):
        group = tree.group(verb)
        words = {t.text.lower() for t in group}
        if words & FUTURE or "'ll" in words or "’ll" in words:
            return "future"
        if any(t.tag == "VBD" for t in group):
            return None if _was_to(tree, verb) else "past"  # "was to meet in May": before or after, who knows
        if any(t.lemma == "have" for t in group if t.pos == "AUX"):
            return "past"
        if any(t.tag in ("VBZ", "VBP", "MD") for t in group):
            ahead = len(verbs) > 1 and verb != verbs[0] and tree.token(verb).lemma not in narration().words["going-on"]
            return "future" if ahead else "present"
    if verbs and tree.token(verbs[0]).tag in ("VBN", "VBD"):
        return "past"
    if verbs and tree.token(verbs[-1]).tag == "VB":  # a headline's infinitive, "Rao to visit Oslo", or present
        told = tree.children(verbs[-1], "nsubj") and not tree.infinitive(verbs[-1])
        return "present" if told else "future"
    return None


def _of_participle(tree: Tree, verbs: Sequence[int]) -> Tense | None:
    """ "Leaders, meeting in Lima, agreed", "recalled its envoy, accusing Peru": the tense of the verb above."""
    bare = verbs and tree.token(verbs[-1]).tag == "VBG" and not tree.children(verbs[-1], "aux", "aux:pass")
    above = tree.governing_verb(verbs[-1]) if bare else None
    tense = _tense(tree, tree.chain(above)) if above is not None else None
    return None if tense == "future" and tree.children(verbs[-1], "mark") else tense  # "will talk it out of leaving"


def _was_to(tree: Tree, verb: int) -> bool:
    """ "was to meet", "were due to meet"."""
    return tree.token(verb).lemma == "be" and bool(tree.children(verb, "xcomp"))
