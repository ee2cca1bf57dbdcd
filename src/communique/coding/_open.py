"""Which roles a clause leaves out, so that the reader takes them from what was told before."""

from __future__ import annotations

from communique.coding._binding import Bound
from communique.coding._tree import Tree
from communique.types import Role

__all__ = ["open_roles"]

# Nouns that name a side only to who knows the story: "the foreign ministry summoned the ambassador of Israel".
_STORY = frozenset(
    "ministry government authority side two both they neighbour neighbor ambassador envoy capital parliament".split()
)


def open_roles(tree: Tree, bound: Bound) -> tuple[Role, ...]:
    """The roles that may be implied, that nobody fills, and that no other words of the clause stand for.

    A noun only names an event ("the attack"); it takes a verb to tell one.
    """
    kind, verb = bound.trigger.kind, bound.trigger.verb
    if verb is None or not (bound.participants or _is_thing_told(tree, bound)):
        return ()
    return tuple(role for role in kind.implied if _is_open(tree, bound, role, kind.requires[role]))


def _is_thing_told(tree: Tree, bound: Bound) -> bool:
    """ "Relations were restored": the clause has all but the sides."""
    frame = bound.trigger.verb
    return frame is not None and frame.thing is not None and tree.passive(bound.trigger.at)


def _is_open(tree: Tree, bound: Bound, role: Role, count: int) -> bool:
    filled = {p.evidence.start for p in bound.participants if p.role == role}
    if len(filled) >= count:
        return False
    unknown = [i for r, i in bound.slots if r == role and not _resolved(tree, i, bound)]
    return all(_leaves_open(tree, i, role) for i in unknown)


def _resolved(tree: Tree, index: int, bound: Bound) -> bool:
    token = tree.token(index)
    return any(p.evidence.start < token.end and token.start < p.evidence.end for p in bound.participants)


def _leaves_open(tree: Tree, index: int, role: Role) -> bool:
    """Whether a word that nobody could resolve may be the side that the story tells of, or is no side at all."""
    token = tree.token(index)
    if token.lemma.lower() in _STORY or token.text.lower() in _STORY:
        return True
    thing = token.pos in ("NOUN", "ADJ") or token.text.lower() in ("it", "this", "that", "whatever", "its", "their")
    return role == "target" and thing and token.lemma not in ("country", "nation", "kingdom", "group", "state")
