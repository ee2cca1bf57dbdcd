"""Whether words that a clause tells without naming for whom they are make an act: "urged calm", "hailed the ballot"."""

from __future__ import annotations

from functools import cache

from communique.codebook import codebook, word_classes
from communique.coding.roles import Bound
from communique.coding.tree import Tree

__all__ = ["is_act_alone"]

_OWN = frozenset({"our", "my", "we", "i", "us"})
_JUDGING = frozenset({"condemnation", "support"})
_ASKING = frozenset({"request", "demand"})
_ANSWERING = frozenset({"rejection", "denial"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_TOLD = frozenset({"what", "it", "this", "that"})
_CLASSES = ("judged-deeds", "told-deeds", "stance", "accords", "told-sides")
_SHARED = frozenset({"meeting", "talks", "summit", "visit", "call", "agreement"})
_OF_DEEDS = ("ing", "ion", "ment", "al", "ance", "ence", "age")
"""Endings of nouns that are made of verbs: "the hanging", "the removal"."""


def is_act_alone(tree: Tree, bound: Bound) -> bool:
    """Not what "must not stop", whoever is to see to it; nor a welcome for a pact, which may be one's own."""
    frame, kind = bound.trigger.verb, bound.trigger.kind
    aimed = [i for role, i in bound.slots if role == "target" and tree.token(i).dep != "nmod:poss"]
    if frame is None or kind.family != "statement":
        return False
    if frame.cue == "hailing-as" and any(tree.token(i).lemma in _occasions() for i in aimed):
        return False  # "called the talks a success": his own
    if frame.content == "duties" or (frame.thing == "accords" and kind.kind == "support"):
        return False
    if not aimed and (kind.kind == "accusation" or frame.cue == "insults"):
        return False  # "'An insult,' Rao said"
    if not aimed and kind.kind in _ASKING and _tries(tree, bound.trigger.at):
        return False  # "sought to deepen ties", of which nobody is asked
    if kind.kind == "threat" and any(tree.token(i).pos == "PRON" for i in aimed):
        return False  # "warned everyone"
    if kind.kind in _ANSWERING and any(_is_definite(tree, i) for i in aimed):
        return False  # "rejected the accusation", of which nothing is told
    if kind.kind in _JUDGING and not all(_is_deed(tree, i) for i in aimed):
        return False
    return not any(_is_no_side(tree, i) for i in aimed)


def _tries(tree: Tree, verb: int) -> bool:
    return tree.token(verb).lemma == "seek" and any(tree.infinitive(i) for i in tree.children(verb, "xcomp", "ccomp"))


def _is_definite(tree: Tree, index: int) -> bool:
    return any(tree.token(i).text.lower() in _DEFINITE for i in tree.children(index, "det"))


def _is_deed(tree: Tree, index: int) -> bool:
    """ "The removal", "what it called a trick": what somebody did, or whom the story tells of; and no film."""
    token = tree.token(index)
    if token.pos != "NOUN":
        return token.text.lower() in _TOLD
    lemma = token.lemma.lower()
    return lemma in _deeds() or lemma.endswith(_OF_DEEDS)


@cache
def _deeds() -> frozenset[str]:
    listed = (word for name in _CLASSES for word in word_classes()[name])
    return frozenset({*listed, *(noun for kind in codebook().kinds for noun in kind.nouns)})


@cache
def _occasions() -> frozenset[str]:
    """What those who take part in it call good: "the talks", "the treaty", "the trip"."""
    kinds = (kind for kind in codebook().kinds if kind.family in _SHARED)
    return frozenset({"trip", *(noun.removesuffix("s") for kind in kinds for noun in kind.nouns)})


def _is_no_side(tree: Tree, index: int) -> bool:
    """ "Told reporters", "our history is painful": to whom one may speak, and what is one's own."""
    token, words = tree.token(index), (index, *tree.children(index, "nmod:poss"))
    own = any(tree.token(i).text.lower() in _OWN for i in words)
    return own or token.lemma.lower() in word_classes()["no-side"]
