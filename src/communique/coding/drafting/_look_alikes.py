"""Words of a frame that tell of something else: "freed on bail", "a training base", "raged through the north"."""

from __future__ import annotations

from collections.abc import Callable

from communique.codebook import VerbTrigger, word_classes
from communique.coding.roles import Bound
from communique.coding.tree import Tree
from communique.coding.triggers import things

__all__ = ["is_look_alike"]

_WARNING = frozenset({"warn", "caution"})
_LOUD = frozenset({"condemnation", "support"})
_OWN = frozenset({"its", "their", "our"})


def is_look_alike(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """Whether the clause only has the words of a frame: each of the tests says what it tells instead."""
    return any(test(tree, bound, frame) for test in _TESTS)


def _is_on_bail(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "Was released on a $4 million bond": by a court, of which a state gives nobody anything."""
    freed = bound.trigger.kind.kind == "release" and bound.trigger.verb is frame
    return freed and any(tree.token(i).lemma in word_classes()["bail"] for i in tree.behind(bound.trigger.at, ("on",)))


def _is_at_an_embassy(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "Visited the Peruvian embassy in Lima to sign the book of condolence": nobody's journey abroad."""
    hosts = [i for role, i in bound.slots if role == "host"]
    visit = bound.trigger.kind.kind == "visit" and frame.subject == "visitor"
    return visit and any(tree.token(i).lemma.lower() in word_classes()["embassy"] for i in hosts)


def _is_civil_base(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "The team set up a training base", "buyers set up a base"."""
    if frame.thing != "base":
        return False
    around = [tree.token(c).lemma.lower() for i in things(tree, bound.trigger.at, frame) for c in tree.children(i)]
    doers = [i for i in tree.subject(bound.trigger.at) if tree.token(i).pos == "NOUN"]
    civil = any(tree.token(i).lemma in word_classes()["firms-and-people"] for i in doers)
    return civil or not set(around).isdisjoint(word_classes()["civil-bases"])


def _is_aimed_at_nobody(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "Has raged through the north", "stands for the welfare of all": of a frame that says at whom one word must."""
    words = {word for word, _ in frame.prepositions}
    if bound.trigger.kind.kind not in _LOUD or not frame.bare or not words:
        return False
    behind = [word for word, _ in tree.phrases(bound.trigger.at)]
    return bool(behind) and words.isdisjoint(behind)


def _is_of_a_firm(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "Avianca inaugurated flights between Lima and Quito": an airline, and no government."""
    if frame.thing != "link" or tree.passive(bound.trigger.at):
        return False
    doers = [i for i in tree.subject(bound.trigger.at) if i not in things(tree, bound.trigger.at, frame)]
    return bool(doers) and not any(p.evidence.overlaps(tree.token(i)) for p in bound.participants for i in doers)


def _is_as_required(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "As and when required to assist": what nobody asks of anybody."""
    token = tree.token(bound.trigger.at)
    bare = token.tag == "VBN" and token.dep in ("advcl", "acl", "conj") and not tree.children(bound.trigger.at, "aux")
    return bare and bound.trigger.kind.kind == "demand" and frame.then == "any" and not bound.participants


def _is_of_own_people(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "Told its diplomats in Kyiv to leave": who is taken out of danger is expelled by nobody."""
    if bound.trigger.kind.kind != "expulsion" or frame.then is None or frame.thing is None:
        return False
    theirs = [i for thing in things(tree, bound.trigger.at, frame) for i in tree.children(thing, "nmod:poss")]
    return any(tree.token(i).text.lower() in _OWN for i in theirs)


def _is_forecast(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "Warned that the war will bring hunger": of what may come, and nobody is warned."""
    warns = bound.trigger.kind.kind == "threat" and frame.plain and tree.token(bound.trigger.at).lemma in _WARNING
    at = bound.trigger.at
    return warns and bool(tree.children(at, "ccomp")) and not tree.children(at, "obj", "iobj") and not tree.passive(at)


def _is_in_favour(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "Stands well with both": is liked by them, and backs neither."""
    adverbs = (tree.token(i).text.lower() for i in tree.children(bound.trigger.at, "advmod"))
    return bound.trigger.kind.kind == "support" and frame.lemma == "stand" and "well" in adverbs


def _is_silence(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "Declined to comment", "refused to say who": who only tells nothing rejects nothing."""
    return bound.trigger.kind.kind == "rejection" and _is_to(tree, bound, frame, "not-telling")


def _is_of_encounter(tree: Tree, bound: Bound, frame: VerbTrigger) -> bool:
    """ "Promised to visit Lima": what is told is the visit."""
    return bound.trigger.kind.kind == "promise" and _is_to(tree, bound, frame, "encountering")


def _is_to(tree: Tree, bound: Bound, frame: VerbTrigger, name: str) -> bool:
    """Whether a verb that takes any infinitive takes one of this class: "refused to say"."""
    meant = tree.children(bound.trigger.at, "xcomp", "ccomp", "advcl")
    return frame.then == "any" and any(tree.token(i).lemma in word_classes()[name] for i in meant)


_TESTS: tuple[Callable[[Tree, Bound, VerbTrigger], bool], ...] = (
    _is_on_bail,
    _is_at_an_embassy,
    _is_civil_base,
    _is_aimed_at_nobody,
    _is_of_a_firm,
    _is_as_required,
    _is_of_own_people,
    _is_forecast,
    _is_in_favour,
    _is_silence,
    _is_of_encounter,
)
