"""Whose it is that an act befalls, or that does it: "imposed sanctions on a Peruvian bank", "Peruvian jets entered"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook import word_classes
from communique.coding.roles._mention_index import MentionIndex, is_country
from communique.coding.tree import Tree
from communique.linking import Mention, state_of
from communique.types import Actor, Participant, Role

__all__ = ["local_forces", "owners_of_means", "owners_of_targets", "without_givers"]

_OWNING = ("amod", "compound", "nmod:poss", "appos")
_BEHIND = frozenset({"of", "from"})


def owners_of_targets(
    tree: Tree,
    slots: Sequence[tuple[Role, int]],
    found: Sequence[Participant],
    mentions: MentionIndex,
    *,
    persons: bool = False,
    of: Role = "target",
) -> Iterator[Participant]:
    """The states, and maybe persons, that own the nouns at a role's slots, where no one stands there by name."""
    for role, index in slots:
        token = tree.token(index)
        named = any(p.evidence.overlaps(token) for p in found)
        if role != of or named or token.pos not in ("NOUN", "SYM", "NUM") or mentions.at(tree, index):
            continue
        for mention in _owners(tree, index, mentions):
            actors = mention.actors or _state_at(mention)
            yield from (Participant(role, a, mention.span) for a in actors if persons or a.kind != "person")


def owners_of_means(tree: Tree, slots: Sequence[tuple[Role, int]], mentions: MentionIndex) -> Iterator[Participant]:
    """The states of what strikes or enters, where no one stands there by name: "killed by Peruvian fire"."""
    means = word_classes()["means"]
    for role, index in slots:
        if role != "target" and tree.token(index).lemma.lower() in means and not mentions.at(tree, index):
            named = ((a, m.span) for m in mentions.owners(tree, index) for a in m.actors if a.kind != "person")
            yield from (Participant(role, actor, span) for actor, span in named)


def local_forces(
    tree: Tree, slots: Sequence[tuple[Role, int]], found: Sequence[Participant], mentions: MentionIndex
) -> Iterator[Participant]:
    """The state whose police enter another's embassy: bare "police" are those of where it stands."""
    acting = [i for role, i in slots if role == "actor"]
    local = [i for i in acting if tree.token(i).lemma in word_classes()["local-forces"] and not mentions.at(tree, i)]
    sites = [i for role, i in slots if role == "target" and tree.token(i).lemma in word_classes()["embassy"]]
    sites += [tree.token(i).head for role, i in slots if role == "target" and tree.token(i).dep == "nmod:poss"]
    places = [m for s in sites for word, i in tree.phrases(s) if word == "in" for m in mentions.at(tree, i)]
    states = [(state, m.span) for m in places for state in _state_at(m)]
    if local and states and len({p.role for p in found}) == 1:
        yield Participant("actor", *states[0])


def _state_at(mention: Mention) -> tuple[Actor, ...]:
    """The state of a place: "for Lima's reconstruction"."""
    state = state_of(mention.place.country) if mention.place is not None and mention.place.country else None
    return (state,) if state is not None else ()


def without_givers(
    tree: Tree, slots: Sequence[tuple[Role, int]], found: Sequence[Participant]
) -> tuple[list[tuple[Role, int]], list[Participant]]:
    """ "Rao pledged $5 million for Peru", whose minister she is: for whom one gives in that sense gets nothing."""
    givers = {p.actor.country for p in found if p.role == "actor"}
    own = [p for p in found if p.role == "target" and p.actor.country is not None and p.actor.country in givers]
    kept = [p for p in found if p not in own]
    free = [(r, i) for r, i in slots if r != "target" or not any(p.evidence.overlaps(tree.token(i)) for p in own)]
    return free, kept


def _owners(tree: Tree, index: int, mentions: MentionIndex) -> list[Mention]:
    lemma, classes = tree.token(index).lemma, word_classes()
    words = _BEHIND | ({"in"} if lemma in classes["victims"] else set())  # "people in Yemen"
    words |= {"with"} if lemma in classes["border"] else set()  # "its border with Peru"
    words |= {"to"} if lemma in classes["imports"] else set()  # "exports to Peru"
    words |= {"in"} if lemma in classes["affairs"] or lemma in classes["prisons"] else set()  # "a coup in Peru"
    behind = [i for word, i in tree.phrases(index) if word in words]
    behind += _across(tree, index) if lemma in classes["border"] else []
    behind += [i for top in behind for word, i in tree.phrases(top) if word in words]  # "exports of chips to Peru"
    inner = [c for i in behind if not mentions.at(tree, i) for c in tree.children(i, "amod", "compound", "nmod:poss")]
    level = [*tree.children(index, *_OWNING), *behind, *inner]  # "imports of Peruvian gold"
    found = [(c, m) for i in level for c in tree.with_conjuncts(i) for m in mentions.at(tree, c)]
    return list(dict.fromkeys(m for c, m in found if not _is_named_after(tree, c, m)))


def _across(tree: Tree, border: int) -> list[int]:
    """ "Massed troops on its border with Peru": the parser may hang "with Peru" on the verb."""
    behind = border + 1
    return [tree.token(behind).head] if behind < len(tree.tokens) and tree.token(behind).text.lower() == "with" else []


def _is_named_after(tree: Tree, index: int, mention: Mention) -> bool:
    """ "The Lima agreement" is not Peru's."""
    place = mention.place
    return tree.token(index).dep == "compound" and place is not None and not is_country(place)
