"""Whether what somebody judges is a deed that was told before: "condemned the raid", "hailed it", "protested strongly".

By its nature such a deed is somebody else's, whom the story names.
"""

from __future__ import annotations

from communique.codebook import VerbTrigger, word_classes
from communique.coding.roles import Bound
from communique.coding.tree import Tree

__all__ = ["backs_what_is_told", "judges_what_is_told"]

_TOLD = frozenset("it this that they them these those".split())
_DEFINITE = frozenset("the this that these those such".split())
_SPOKEN_IN = frozenset({"call", "conversation", "meeting", "talk", "message", "letter"})
_TO_NOBODY = frozenset({"protest", "remonstrate", "complain"})
"""Verbs that need not say of what, or to whom: "Chile protested strongly"."""


def judges_what_is_told(tree: Tree, bound: Bound) -> bool:
    """ "Condemned the sanctions", "called this baseless": what is judged is the other side's by its nature."""
    frame, verb = bound.trigger.verb, bound.trigger.at
    objects = _judged(tree, bound)
    if _is_pronoun_behind(tree, verb):
        return True
    if not objects:
        worded = frame is not None and (frame.cue or frame.thing) is not None  # "spoke of a lynching", "voiced outrage"
        return worded or tree.token(verb).lemma in _TO_NOBODY
    judged = [tree.token(c) for i in objects for c in (i, *tree.children(i, "det"))]
    words = {word for token in judged for word in (token.lemma.lower(), token.text.lower())}
    deeds = {*_TOLD, *word_classes()["judged"], *word_classes()["accords"]}
    return not words.isdisjoint(deeds) or any(_is_deed_told(tree, i) for i in objects)


def backs_what_is_told(tree: Tree, bound: Bound) -> bool:
    """ "Welcomed the accord", "hailed it": not where somebody unknown is named to whom it goes.

    "In a call with Rao she conveyed her condolences": that is what the call was for.
    """
    frame = bound.trigger.verb
    thing = frame.thing if frame is not None else None
    unnamed = all(role != "target" for role, _ in bound.slots)
    spoken = any(tree.token(i).lemma in _SPOKEN_IN for _, i in tree.phrases(bound.trigger.at))
    if thing in ("stance", "accords") or (thing == "solidarity" and unnamed and not spoken):
        return True
    return frame is not None and frame.plain and _hails_deed(tree, frame, bound)


def _hails_deed(tree: Tree, frame: VerbTrigger, bound: Bound) -> bool:
    """ "Applauded the step", "hailed it": of a person one says "praised her"."""
    objects = _judged(tree, bound)
    return bool(objects) and all(
        tree.token(i).text.lower() in ("it", "this", "that") or _is_deed_told(tree, i) for i in objects
    )


def _judged(tree: Tree, bound: Bound) -> list[int]:
    """What is judged: where the frame has a place for it, else the object of its verb."""
    frame = bound.trigger.verb
    objects = [i for role, i in bound.slots if role == "target"]
    plain = frame is not None and frame.thing is None and frame.content is None
    return objects or (tree.objects(bound.trigger.at) if plain else [])


def _is_pronoun_behind(tree: Tree, verb: int) -> bool:
    """ "Branded it a stab in the back": the parser may find no object there."""
    return verb + 1 < len(tree.tokens) and tree.token(verb + 1).text.lower() in ("it", "this", "that")


def _is_deed_told(tree: Tree, index: int) -> bool:
    """ "The verdict", "such threats": a deed that was told of."""
    token = tree.token(index)
    told = {tree.token(i).text.lower() for i in tree.children(index, "det", "amod")}
    known = {*word_classes()["judged-deeds"], *word_classes()["told-deeds"]}
    return token.tag in ("NN", "NNS") and token.lemma.lower() in known and not told.isdisjoint(_DEFINITE)
