"""Where envoys serve: "Peru's ambassador to Chile was summoned" leaves out who summoned her, and tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook import Kind
from communique.coding._mention_index import MentionIndex
from communique.coding._tree import Tree
from communique.types import Participant

__all__ = ["hosts_of_envoys"]

_SERVING = frozenset({"to", "in"})


def hosts_of_envoys(
    tree: Tree, kind: Kind, found: Sequence[Participant], mentions: MentionIndex
) -> Iterator[Participant]:
    """The state in which an envoy serves, where an act that befalls envoys at their post names nobody who does it.

    By article 9 of the Vienna Convention on Diplomatic Relations (1961) the receiving state sends envoys away.
    """
    if kind.seat != "actor" or any(p.role == "actor" for p in found):
        return
    for envoy in (p for p in found if p.role == "target" and p.actor.kind != "state"):
        post = _post(tree, envoy)
        host = mentions.state_at(tree, post) if post is not None else None
        if host is not None and host[0].country != envoy.actor.country:
            yield Participant("actor", *host)


def _post(tree: Tree, envoy: Participant) -> int | None:
    """The token that names where an envoy serves, in the title or right behind it: "the ambassador of Peru in Lima"."""
    inside = [i for i, token in enumerate(tree.tokens) if envoy.evidence.overlaps(token)]
    around = [*inside, *range(inside[-1] + 1, inside[-1] + 3)] if inside else []
    serving = [i for i in around if i + 1 < len(tree.tokens) and tree.token(i).text.lower() in _SERVING]
    return next((i + 1 for i in serving if i <= inside[-1] + 1 and tree.token(i + 1).pos == "PROPN"), None)
