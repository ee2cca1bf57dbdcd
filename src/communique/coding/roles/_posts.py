"""Who acts on envoys, where nobody is named who does: the state in which they serve, or to which they are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from communique.coding.roles._mention_index import MentionIndex
from communique.coding.tree import Tree
from communique.coding.triggers import Trigger
from communique.linking import state_of
from communique.types import Participant, Role

__all__ = ["hosts_of_envoys"]

_SERVING = frozenset({"to", "in"})


def hosts_of_envoys(
    tree: Tree,
    trigger: Trigger,
    slots: Sequence[tuple[Role, int]],
    found: Sequence[Participant],
    mentions: MentionIndex,
) -> Iterator[Participant]:
    """The state that acts, where an act that befalls envoys at their post names nobody who does it.

    By article 9 of the Vienna Convention on Diplomatic Relations (1961) the receiving state sends envoys away.
    """
    if trigger.kind.seat != "actor" or any(p.role == "actor" for p in found):
        return
    hosts = list(_at_posts(tree, found, mentions))
    if not hosts and trigger.kind.family == "summon" and trigger.verb is not None:
        hosts = list(islice(_calling(tree, trigger, slots, found, mentions), 1))
    yield from hosts


def _at_posts(tree: Tree, found: Sequence[Participant], mentions: MentionIndex) -> Iterator[Participant]:
    """ "Peru's ambassador to Chile was summoned"."""
    for envoy in (p for p in found if p.role == "target" and p.actor.kind != "state"):
        post = _post(tree, envoy)
        host = mentions.state_at(tree, post) if post is not None else None
        if host is not None and host[0].country != envoy.actor.country:
            yield Participant("actor", *host)


def _calling(
    tree: Tree,
    trigger: Trigger,
    slots: Sequence[tuple[Role, int]],
    found: Sequence[Participant],
    mentions: MentionIndex,
) -> Iterator[Participant]:
    """ "The ambassador was summoned to the ministry", "the envoy in Lima was called in": who calls is there."""
    heads = [trigger.at, *(i for role, i in slots if role == "target")]
    phrases = [i for head in heads for word, i in tree.phrases(head) if word in _SERVING]
    own = {p.actor.country for p in found}
    for mention in (m for i in phrases for m in mentions.at(tree, i)):
        state = state_of(mention.place.country) if mention.place is not None and mention.place.country else None
        called = (a for a in (*mention.actors[:1], state) if a is not None and a.country not in own)
        yield from (Participant("actor", actor, mention.span) for actor in called)


def _post(tree: Tree, envoy: Participant) -> int | None:
    """The token that names where an envoy serves, in the title or right behind it: "the ambassador of Peru in Lima"."""
    inside = [i for i, token in enumerate(tree.tokens) if envoy.evidence.overlaps(token)]
    around = [*inside, *range(inside[-1] + 1, inside[-1] + 3)] if inside else []
    serving = [i for i in around if i + 1 < len(tree.tokens) and tree.token(i).text.lower() in _SERVING]
    return next((i + 1 for i in serving if i <= inside[-1] + 1 and tree.token(i + 1).pos == "PROPN"), None)
