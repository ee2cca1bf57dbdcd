"""On whose word: the clause or phrase that reports an event."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.codebook import sayings
from communique.coding.roles._mention_index import MentionIndex
from communique.coding.tree import Tree
from communique.types import Attribution, Span

__all__ = ["attribution"]

_CITING = frozenset({"quote", "cite"})


def attribution(text: str, tree: Tree, anchors: Sequence[int], mentions: MentionIndex) -> Attribution | None:
    """Who says so in this sentence; None where the outlet itself does."""
    verb = _reporting_verb(tree, anchors)
    if verb is not None:
        subjects = tree.subject(verb)
        if subjects and not tree.passive(verb):
            return _source(text, tree, subjects[0], mentions)
    return _according(text, tree, mentions)


@cache
def _saying() -> frozenset[str]:
    """Verbs whose clause is what somebody says; a verb of thinking tells of no word."""
    told = {verb for s in sayings().sayings if s.kind != "think" for verb in s.verbs}
    return (sayings().verbs("clause", "bare") & told) | _CITING


def _reporting_verb(tree: Tree, anchors: Sequence[int]) -> int | None:
    """The nearest verb of saying that governs the event's clause as its content, or stands beside it (", Rao said")."""
    current: int | None = anchors[-1]
    while current is not None:
        beside = [c for c in tree.children(current, "parataxis") if tree.token(c).lemma in _saying()]
        if beside:
            return beside[-1]
        above = tree.parent(current)
        content = tree.token(current).dep in ("ccomp", "xcomp", "obj", "conj", "advcl", "parataxis")
        if above is not None and content and tree.token(above).lemma in _saying() and above not in anchors:
            return above
        current = above
    return None


def _source(text: str, tree: Tree, index: int, mentions: MentionIndex) -> Attribution | None:
    found = mentions.at(tree, index)
    if found and found[0].actors:
        return Attribution(found[0].actors[0], found[0].span)
    token = tree.token(index)
    if token.pos == "PRON":
        return None
    start = min([index, *tree.children(index, "det", "amod", "compound", "nmod:poss")])
    return Attribution(None, Span.of(text, tree.token(start).start, token.end))


def _according(text: str, tree: Tree, mentions: MentionIndex) -> Attribution | None:
    for index, token in enumerate(tree.tokens[:-2]):
        if token.text.lower() == "according" and tree.token(index + 1).text == "to":
            start = tree.token(index + 2).start
            found = mentions.within(start, min(start + 60, tree.sentence.end))
            if found and found[0].actors:
                return Attribution(found[0].actors[0], found[0].span)
            noun = next((t for t in tree.tokens[index + 2 :] if t.pos in ("NOUN", "PROPN")), None)
            return Attribution(None, Span.of(text, start, noun.end)) if noun else None
    return None
