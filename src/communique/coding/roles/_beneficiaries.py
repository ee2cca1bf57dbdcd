"""Where aid goes that is told by what it is for: "gave $5 million to help flood victims in Libya"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.coding.roles._mention_index import MentionIndex
from communique.coding.tree import Tree
from communique.linking import Mention, state_of
from communique.types import Actor, Participant

__all__ = ["beneficiaries"]

_PURPOSES = ("advcl", "acl", "xcomp")
_TOWARDS = frozenset({"for", "to", "toward", "towards", "into"})
_WHERE = frozenset({"in", "across", "throughout", "to", "for", "of", "towards", "toward"})


def beneficiaries(tree: Tree, verb: int, found: Sequence[Participant], mentions: MentionIndex) -> Iterator[Participant]:
    """The states named first in what is given and what it is for, where the clause does not name who gets it."""
    if any(p.role == "target" for p in found):
        return
    givers = {p.actor.country for p in found if p.role == "actor" and p.actor.country}
    for index in sorted(_inside(tree, verb)):
        states = [(state, m) for m in mentions.at(tree, index) if (state := _state(m)) is not None]
        if tree.preposition(index) in _WHERE and any(state.country not in givers for state, _ in states):
            yield from (
                Participant("target", s, m.span) for s, m in _row(tree, index, mentions) if s.country not in givers
            )
            return


def _inside(tree: Tree, verb: int) -> Iterator[int]:
    """Tokens of the objects, of what they are for, and of a place right behind those."""
    tops = [*tree.objects(verb), *tree.children(verb, *_PURPOSES)]
    tops += [head for word, head in tree.phrases(verb) if word in _TOWARDS or _is_sum(tree, verb, head)]
    under = {i for i in range(verb + 1, len(tree.tokens)) if any(i == top or tree.lies_under(i, top) for top in tops)}
    yield from under
    for word, head in tree.phrases(verb):
        if word == "in" and tree.opening(head) - 1 in under and tree.token(tree.opening(head) - 1).pos == "NOUN":
            yield from (i for i in range(verb, len(tree.tokens)) if i == head or tree.lies_under(i, head))


def _is_sum(tree: Tree, verb: int, head: int) -> bool:
    """ "Released $5 million in aid": the parser hangs "aid" on the verb."""
    return tree.preposition(head) in ("in", "of", "worth") and not tree.token(head).text[0].isupper() and head > verb


def _row(tree: Tree, index: int, mentions: MentionIndex) -> Iterator[tuple[Actor, Mention]]:
    for token in tree.with_conjuncts(index):
        for mention in mentions.at(tree, token):
            state = _state(mention)
            if state is not None:
                yield state, mention


def _state(mention: Mention) -> Actor | None:
    """The state in whose land a place lies, or whose body it is."""
    place = mention.place
    country = place.country if place is not None else next((a.country for a in mention.actors), None)
    return state_of(country) if country and (place is not None or mention.form == "body") else None
