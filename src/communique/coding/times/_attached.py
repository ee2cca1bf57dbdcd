"""Which verb or noun of a sentence an expression of time hangs on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from communique.codebook import narration, word_classes
from communique.coding.tree import Tree
from communique.linking.times import Day, Month, Months, Range, TimeExpression, Weekday, Year
from communique.parsing import Sentence

__all__ = ["belongs", "is_dated", "is_of_noun", "is_of_outrage", "times_within", "trails", "verb_of"]

_CLEFT = frozenset({"csubj", "acl:relcl", "ccomp", "advcl"})


def times_within(sentence: Sentence, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Of all expressions of the document, which are in order, those of the sentence."""
    first = bisect_left(times, sentence.start, key=lambda t: t.span.start)
    after = bisect_left(times, sentence.end, key=lambda t: t.span.start)
    return [t for t in times[first:after] if t.span.end <= sentence.end]


def verb_of(tree: Tree, time: TimeExpression) -> int | None:
    """The verb of the clause in which an expression stands."""
    index = next((i for i, t in enumerate(tree.tokens) if t.start >= time.span.start), None)
    return None if index is None else tree.governing_verb(index)


def is_of_noun(
    tree: Tree, time: TimeExpression, anchors: frozenset[int], classes: frozenset[str] = frozenset({"NOUN"})
) -> bool:
    """Whether a noun, or a word of other classes, stands between an expression and the event in the tree."""
    inside = [i for i, t in enumerate(tree.tokens) if time.span.overlaps(t)]
    ways = [[*takewhile(lambda i: i not in anchors, tree.upwards(first))] for first in inside]
    return all(any(tree.token(i).pos in classes and i not in inside for i in way) for way in ways)


def is_of_outrage(tree: Tree, time: TimeExpression) -> bool:
    """ "Discussed the crash of a plane on May 3": a date behind what was done to somebody is when it was done.

    A weekday may be that of the words.
    """
    verb = verb_of(tree, time)
    if verb is None or not is_dated(time) or tree.token(verb).lemma in narration().words["doing"]:
        return False
    between = (i for i in range(verb + 1, len(tree.tokens)) if tree.token(i).end <= time.span.start)
    outrages = word_classes()["outrages"]
    return any(tree.token(i).pos == "NOUN" and tree.token(i).lemma in outrages for i in between)


def is_dated(time: TimeExpression) -> bool:
    """Whether it names a month or year, not only a weekday or how long ago it was."""
    value = time.value.first if isinstance(time.value, Range) else time.value
    return isinstance(value, Month | Months | Year) or (isinstance(value, Day) and value.month is not None)


def belongs(tree: Tree, time: TimeExpression, anchors: frozenset[int], barriers: frozenset[int]) -> bool:
    """Climb from the expression: the first verb, anchor or other event above it must be the event's."""
    stops = anchors | barriers
    tokens = [i for i, t in enumerate(tree.tokens) if time.span.overlaps(t)]
    if any(_is_cleft(tree, a, tokens) for a in anchors):
        return True
    for index in tokens:
        current = tree.parent(index)
        if index in anchors:
            return True
        while current is not None and current not in stops and tree.token(current).pos not in ("VERB", "AUX"):
            current = tree.parent(current)
        if current is not None and current in anchors:
            return True
    return False


def _is_cleft(tree: Tree, verb: int, time: Sequence[int]) -> bool:
    """ "It was on Monday that Rao left", whether the clause hangs on "was" or on "Monday"."""
    head = tree.token(verb).head
    be = tree.parent(head) if head in time else head
    if be is None or tree.token(be).lemma != "be" or tree.token(verb).dep not in _CLEFT:
        return False
    it = any(tree.token(i).text.lower() == "it" for i in tree.children(be, "expl", "nsubj"))
    return it and _any_under(tree, time, be)


def _any_under(tree: Tree, tokens: Sequence[int], head: int) -> bool:
    return any(i in tokens for i in tree.children(head, "obl", "obl:tmod", "nmod:tmod", "advmod"))


def trails(tree: Tree, time: TimeExpression, anchors: Sequence[int]) -> bool:
    """A time right behind a noun's phrase is the noun's: "his previous visit to China in October"."""
    if any(tree.token(a).pos in ("VERB", "AUX") for a in anchors) or _is_spoken_of(tree, anchors[0], time):
        return False
    end = max(t.end for i, t in enumerate(tree.tokens) if tree.lies_under(i, anchors[0]))
    between = [t for t in tree.tokens if end <= t.start < time.span.start]
    return end <= time.span.start and all(t.pos == "ADP" for t in between)


def _is_spoken_of(tree: Tree, noun: int, time: TimeExpression) -> bool:
    """ "Discussed the invasion on Monday": the weekday is that of the words, where "in 2022" is the invasion's."""
    verb = tree.governing_verb(noun) if isinstance(time.value, Weekday) else None
    return verb is not None and tree.token(verb).lemma in narration().words["speaking-of"]
