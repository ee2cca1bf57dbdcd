"""Accords that are told by name and year alone: "the 1974 treaty between Peru and Chile", "the armistice of 1953"."""

from __future__ import annotations

import re
from functools import cache

from communique.codebook import word_classes
from communique.codebook.calendar import MONTHS
from communique.coding.tree import Tree

__all__ = ["dated_accord", "ending"]

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_BEFORE = ("nummod", "compound", "amod", "nmod:poss", "nmod:desc")
_OF = ("of", "from", "in")


def dated_accord(tree: Tree, noun: int) -> str | None:
    """The kind of an accord that a noun names with the year in which it was made; None of other nouns."""
    token = tree.token(noun)
    lemma = token.lemma.lower()
    if lemma not in _accords() or not _is_dated(tree, noun):
        return None
    return "ceasefire" if lemma in word_classes()["truce"] else "agreement"


@cache
def _accords() -> frozenset[str]:
    return frozenset(word for name in ("truce", "accord") for word in word_classes()[name])


def _is_dated(tree: Tree, noun: int) -> bool:
    before = tree.children(noun, *_BEFORE)
    dating = [i for i in tree.children(noun, "acl") if tree.token(i).lemma == "date"]
    behind = [i for top in (noun, *dating) for word, i in tree.phrases(top) if word in _OF]
    over = (i for verb in ending(tree, noun) for word, i in tree.phrases(verb) if word == "in")
    return any(_holds_year(tree, i) for i in (*before, *behind, *over))


def ending(tree: Tree, noun: int) -> list[int]:
    """The verb of what an accord ended, in whose year it was made: "The war ended in 1953 with an armistice"."""
    verb = tree.governing_verb(noun)
    if verb is None or tree.token(noun).dep != "obl" or tree.preposition(noun) not in ("with", "in", "by"):
        return []
    return [verb] if tree.token(verb).lemma in word_classes()["ending-by"] else []


def _holds_year(tree: Tree, index: int) -> bool:
    """A year, or a month with its year."""
    token = tree.token(index)
    if _YEAR.fullmatch(token.text):
        return True
    near = [*tree.children(index), token.head, *tree.children(token.head)] if token.text.lower() in MONTHS else []
    return any(_YEAR.fullmatch(tree.token(i).text) for i in near)
