"""Where "the capital" is: in the country of the act, which the rest of the report may tell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from communique.coding.places._beside import STANDING
from communique.coding.roles import is_country
from communique.coding.tree import Tree
from communique.linking import Linked, capital_of
from communique.types import EventClaim, Place, Span

__all__ = ["in_its_capital"]

_MODIFIERS = ("amod", "compound", "nmod", "nmod:poss", "appos")


def in_its_capital(claim: EventClaim, linked: Linked, trees: Mapping[int, Tree]) -> Place | None:
    """ "Summoned the envoy to a meeting in the capital": the city, of an act of which the country is known."""
    land = claim.place
    if land is None or land.country is None or not is_country(land):
        return None
    sentences = linked.parse.sentences
    tree = trees.get(max(0, bisect_right(sentences, claim.evidence.start, key=lambda s: s.start) - 1))
    if tree is None:
        return None
    at = next((i for i, token in enumerate(tree.tokens) if token.lemma == "capital" and _stands(tree, i)), None)
    if at is None or tree.governing_verb(at) not in _verbs(tree, claim.evidence):
        return None
    token = tree.token(at)
    return capital_of(land.country, Span.of(linked.document.text, token.start, token.end))


def _stands(tree: Tree, noun: int) -> bool:
    """ "In the capital", of no other country."""
    return tree.preposition(noun) in STANDING and not tree.children(noun, *_MODIFIERS)


def _verbs(tree: Tree, evidence: Span) -> set[int | None]:
    """The verbs that tell of the act, or govern what tells of it."""
    told = [i for i, token in enumerate(tree.tokens) if evidence.start <= token.start < evidence.end]
    heads = [i for i in told if tree.token(i).head not in told or tree.token(i).dep == "root"]
    return {i if tree.token(i).pos == "VERB" else tree.governing_verb(i) for i in heads}
