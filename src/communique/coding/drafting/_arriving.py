"""Journeys of which a clause leaves out where they lead, or who makes them.

They lead to where the story is: "Arrived for a two-day visit", "Rao came in April", "Silva, who had flown in on
Monday", "was there in May". And they are of who travels there: "A stop in Lima was scrapped".
"""

from __future__ import annotations

from communique.codebook import word_classes
from communique.coding.roles import Bound
from communique.coding.tree import Tree
from communique.parsing import is_time

__all__ = ["goes_to_the_story", "leaves_out_who"]

_ARRIVING = frozenset({"arrive", "land"})
_IN = frozenset({"fly", "touch", "turn", "show", "drop", "pop", "stop"})
"""Verbs of arriving with a particle: "flew in", "turned up"."""

_GOING = frozenset({"come", "go", "visit", "fly", "travel", "return"})
_STAYING = frozenset({"be"})
_POINTING = frozenset({"where", "there", "here"})
_BOUND = frozenset({"in", "at", "to", "into", "for"})  # "flew for hours"
_BESIDE = frozenset({"for", "with", "without", "by", "at", "aboard", "since", "after", "before", "during"})
_ACTS = ("obj", "xcomp", "ccomp", "compound:prt", "obl:npmod", "expl")
_ARTICLES = frozenset({"the", "this"})
_SCENES = frozenset({"capital", "city", "island", "country", "kingdom", "town"})
_ATTENDING = frozenset({"attend", "join", "participate"})
_STANDING = frozenset({"he", "she", "his", "her"})
_NONE = frozenset({"no", "not", "neither", "none"})


def goes_to_the_story(tree: Tree, bound: Bound) -> bool:
    """Whether a visitor is named, and nothing says where to."""
    frame, at = bound.trigger.verb, bound.trigger.at
    away = [i for role, i in bound.slots if role == "host" and not (is_time(tree.token(i)) or _is_the_scene(tree, i))]
    if {p.role for p in bound.participants} != {"visitor"} or away or (frame is not None and _is_nobody(tree, at)):
        return False
    if frame is None:
        return tree.token(at).lemma != "arrival" and not _points_to_place(tree, at)
    if any(tree.token(i).lemma in _ATTENDING for i in tree.children(at, "advcl", "xcomp")):
        return False  # "had arrived to attend the summit": with the others who met there
    bound_for = [(word, i) for word, i in tree.phrases(at) if word in _BOUND and not is_time(tree.token(i))]
    if any(_is_the_scene(tree, i) for _, i in bound_for):
        return all(word == "for" or _is_the_scene(tree, i) for word, i in bound_for)
    if frame.lemma in _ARRIVING or (frame.lemma in _IN and frame.particle is not None):
        return all(word == "for" for word, _ in bound_for)
    return _comes(tree, at, frame.lemma)


def _is_the_scene(tree: Tree, index: int) -> bool:
    """ "Arrived in the capital", "a trip to the island": where the story is, of which no more need be said."""
    words = [tree.token(i).text.lower() for i in tree.children(index)]
    token = tree.token(index)
    plain = all(word in (*_ARTICLES, "capital", tree.preposition(index)) for word in words)
    return token.lemma.lower() in _SCENES and token.tag == "NN" and plain and not _ARTICLES.isdisjoint(words)


def leaves_out_who(tree: Tree, bound: Bound) -> bool:
    """ "A stop in Lima was scrapped": whether a noun says where one goes and no word of the clause who does."""
    if bound.trigger.verb is not None or {p.role for p in bound.participants} != {"host"}:
        return False
    return not any(role == "visitor" and not _is_a_traveller(tree, i) for role, i in bound.slots)


def _is_a_traveller(tree: Tree, index: int) -> bool:
    """ "His tour": a word that stands for who was told of."""
    return tree.token(index).text.lower() in _STANDING


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
