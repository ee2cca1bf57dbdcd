"""What lies between an act and somebody who is named: the way through the tree, and the order of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from communique.codebook import Kind, codebook
from communique.coding.tree import Tree
from communique.linking import Mention
from communique.types import Role

__all__ = ["Pair", "between", "named_in", "roles_of"]

_LONGEST = 12  # steps upwards
_UP, _DOWN = 4, 3  # steps of a way that are told
_MOST = 5  # people, steps: more are told alike
_FINE = ("nsubj:pass", "acl:relcl", "nmod:poss")


class Pair(msgspec.Struct, frozen=True):
    """Somebody who is named at the word ``head``, and the signs of what lies between there and the act."""

    mention: Mention
    head: int
    signs: tuple[str, ...]


def between(tree: Tree, mentions: Sequence[Mention], at: int, kind: Kind) -> Iterator[Pair]:
    """A pair for each mention of an actor or a place with the act of that kind at ``at``."""
    named = named_in(tree, mentions)
    heads = [head for _, head in named]
    up = _upwards(tree, at)
    for number, (mention, head) in enumerate(named):
        first = _first_of_row(tree, head)
        way = _way(tree, _upwards(tree, first), up)
        rank = sum(min(head, at) < other < max(head, at) for other in heads)
        side = f"{'before' if head < at else 'behind'} {min(rank, _MOST)}"
        order = f"{min(number, _MOST)} of {min(len(heads), _MOST)} {side}"
        signs = (*_of_way(tree, at, kind, way, side), *_of_name(mention, kind), f"row {head != first}", order)
        yield Pair(mention, head, signs)


def named_in(tree: Tree, mentions: Sequence[Mention]) -> list[tuple[Mention, int]]:
    """The mentions of actors and places, each with the word at which it stands."""
    return [(m, head) for m in mentions if m.actors or m.place is not None for head in _head(tree, m)]


def _head(tree: Tree, mention: Mention) -> list[int]:
    """The first word of a mention that no other word of it governs."""
    inside = [i for i, token in enumerate(tree.tokens) if mention.span.overlaps(token)]
    tops = [i for i in inside if tree.token(i).head not in inside or tree.token(i).head == i]
    return tops[:1]


class _Way(msgspec.Struct, frozen=True):
    """The steps up from a name to the word over both, the steps down from there to the act, and how they meet."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    meeting: str


def _way(tree: Tree, named: Sequence[int], act: Sequence[int]) -> _Way:
    over = next((i for i in named if i in act), None)
    up = named if over is None else named[: named.index(over)]
    down = act if over is None else act[: act.index(over)]
    meeting = "act" if over == act[0] else "name" if over == named[0] else "above" if len(down) == 1 else "far"
    return _Way(tuple(_step(tree, i) for i in up), tuple(_step(tree, i).split(" ")[0] for i in down), meeting)


def _upwards(tree: Tree, index: int) -> list[int]:
    found = [index]
    while len(found) <= _LONGEST and (above := tree.parent(found[-1])) is not None:
        found.append(above)
    return found


def _first_of_row(tree: Tree, index: int) -> int:
    for _ in tree.tokens:
        if tree.token(index).dep != "conj":
            break
        index = tree.token(index).head
    return index


def _step(tree: Tree, index: int) -> str:
    dep = tree.token(index).dep
    short = dep if dep in _FINE else dep.split(":")[0]
    return f"{short} {tree.preposition(index)}" if short in ("obl", "nmod") else short


def _of_way(tree: Tree, at: int, kind: Kind, way: _Way, side: str) -> Iterator[str]:
    token = tree.token(at)
    sides = _sides(kind)
    voice = f"{'passive' if token.pos == 'VERB' and tree.passive(at) else 'active'} {sides}"
    first, last = (way.up[0], way.up[-1]) if way.up else ("-", "-")
    path = f"{'>'.join(way.up[:_UP])}|{'<'.join(way.down[:_DOWN])}"
    yield f"sides {sides}"
    yield f"kind {kind.kind}"
    yield f"path {path}"
    yield f"path {path} {voice}"
    yield f"first {first}"
    yield f"first {first} {kind.kind}"
    yield f"first {first} {voice} {way.meeting}"
    yield f"last {last} {voice} {way.meeting}"
    yield f"last {last} {kind.kind} {voice}"
    yield f"last {last} {token.lemma}"
    yield f"meet {way.meeting} {side} {sides}"
    yield f"long {min(len(way.up), _MOST)} {min(len(way.down), _MOST)}"
    yield f"side {side} {voice}"
    yield f"word {token.pos} {way.meeting} {side} {sides}"
    yield f"stand {token.dep} {side} {way.meeting}"
    yield f"lemma {token.lemma} {side} {sides}"


def _of_name(mention: Mention, kind: Kind) -> Iterator[str]:
    who = mention.actors[0].kind if mention.actors else "place"
    yield f"form {mention.form}"
    yield f"who {who} {_sides(kind)}"
    yield f"who {who} {kind.kind}"
    yield f"several {len(mention.actors) > 1}"


def _sides(kind: Kind) -> str:
    """Whether the sides of a kind are alike, or one comes to another, or acts on it."""
    if kind.family == "visit":
        return "journey"
    return "act" if "target" in roles_of(kind) else "pair"


def roles_of(kind: Kind) -> frozenset[Role]:
    """The roles that the codebook's examples of a kind know."""
    return _roles()[kind.kind]


@cache
def _roles() -> dict[str, frozenset[Role]]:
    return {k.kind: frozenset(role for e in k.examples for role in e.participants) for k in codebook().kinds}
