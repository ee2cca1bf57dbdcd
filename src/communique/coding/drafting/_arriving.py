"""Journeys of which a clause does not say where they lead: to where the story is.

"Arrived for a two-day visit", "Rao came in April", "Silva, who had flown in on Monday", "was there in May".
"""

from __future__ import annotations

from communique.codebook import word_classes
from communique.coding.roles import Bound
from communique.coding.tree import Tree
from communique.parsing import is_time

__all__ = ["goes_to_the_story"]

_ARRIVING = frozenset({"arrive", "land"})
_IN = frozenset({"fly", "touch", "turn", "show", "drop", "pop", "stop"})
"""Verbs of arriving with a particle: "flew in", "turned up"."""

_GOING = frozenset({"come", "go", "visit", "fly", "travel", "return"})
_STAYING = frozenset({"be"})
_POINTING = frozenset({"where", "there", "here"})
_BOUND = frozenset({"in", "at", "to", "from", "into", "for"})  # "arrived from Lima", "flew for hours"
_BESIDE = frozenset({"for", "with", "without", "by", "at", "aboard", "since", "after", "before", "during"})
_ACTS = ("obj", "xcomp", "ccomp", "compound:prt", "obl:npmod", "expl")
_NONE = frozenset({"no", "not", "neither", "none"})


def goes_to_the_story(tree: Tree, bound: Bound) -> bool:
    """Whether a visitor is named, and nothing says where to."""
    frame, at = bound.trigger.verb, bound.trigger.at
    away = [i for role, i in bound.slots if role == "host" and not is_time(tree.token(i))]
    if {p.role for p in bound.participants} != {"visitor"} or away or (frame is not None and _is_nobody(tree, at)):
        return False
    if frame is None:
        return tree.token(at).lemma != "arrival" and not _points_to_place(tree, at)
    bound_for = [i for word, i in tree.phrases(at) if word in _BOUND and not is_time(tree.token(i))]
    if frame.lemma in _ARRIVING or (frame.lemma == "fly" and frame.particle == "in"):
        return not bound_for
    if frame.lemma in _IN and frame.particle is not None:
        return all(word == "for" for word, i in tree.phrases(at) if i in bound_for)
    return _comes(tree, at, frame.lemma)


def _comes(tree: Tree, verb: int, lemma: str) -> bool:
    """ "Rao came in April", "went there twice", "was there in May", and not "came out on top", "went to the polls"."""
    beside = [i for i in tree.children(verb, "advmod", "xcomp") if tree.token(i).pos == "ADV"]
    beside += [inner for i in beside for inner in tree.children(i, "advmod")]  # "was already there"
    adverbs = {tree.token(i).text.lower() for i in beside}
    there = not adverbs.isdisjoint(_POINTING)
    if lemma not in _GOING and not (lemma in _STAYING and there):
        return False
    phrases = list(tree.phrases(verb))
    timed = any(is_time(tree.token(i)) for _, i in phrases) or bool(tree.children(verb, "obl:tmod"))
    beside_it = _BESIDE - {"for"} if lemma == "go" else _BESIDE  # "goes for growth"
    only = all(is_time(tree.token(i)) or word in beside_it for word, i in phrases) and not _is_chosen(tree, verb)
    return (timed or there) and only and adverbs <= _alongside() and set(tree.children(verb, *_ACTS)) <= set(beside)


def _is_chosen(tree: Tree, verb: int) -> bool:
    """ "The minister came in last June": into office."""
    return [token.text.lower() for token in tree.tokens[verb + 1 : verb + 3]] in (["in", "last"], ["in", "next"])


def _is_nobody(tree: Tree, verb: int) -> bool:
    """ "Not one minister turned up"."""
    before = (c for i in tree.subject(verb) for c in tree.children(i, "det", "advmod"))
    return any(tree.token(c).text.lower() in _NONE for c in before)


def _alongside() -> frozenset[str]:
    """Adverbs that say no more of a journey than when, how often or with whom it was."""
    return frozenset(word_classes()["meanwhile"]) | _POINTING


def _points_to_place(tree: Tree, noun: int) -> bool:
    """ "Peru, where he is on a visit", "the first visit there"; nobody is said to make a visit that has no verb."""
    verb = tree.governing_verb(noun)
    if verb is None:
        return True
    adverbs = (tree.token(i).text.lower() for at in (verb, noun) for i in tree.children(at, "mark", "advmod"))
    return any(word in _POINTING for word in adverbs)
