"""Groups told by no name: the rebels with whom a government signs, the militants whom an army strikes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook import word_classes
from communique.coding._mention_index import MentionIndex
from communique.coding._tree import Tree
from communique.coding._triggers import Trigger
from communique.linking import slug, state_of
from communique.types import Actor, Participant, Role

__all__ = ["donors", "unnamed_groups"]

_PARTS = ("amod", "compound", "nmod:desc")


def unnamed_groups(
    tree: Tree, slots: Sequence[tuple[Role, int]], found: Sequence[Participant], mentions: MentionIndex
) -> Iterator[Participant]:
    """The groups at ``slots`` that stand beside a state: "the Peruvian government and the rebels of the south".

    They are told by the country that they fight in, so where the clause names no one country there is none.
    If the document names one group of that country it is meant.
    """
    for role, index in slots:
        token = tree.token(index)
        if any(p.evidence.start < token.end and token.start < p.evidence.end and p.role == role for p in found):
            continue
        word = _group_word(tree, index)
        country = _country(tree, index, found, mentions) if word is not None else None
        state = state_of(country) if country is not None else None
        if word is not None and state is not None:
            named = mentions.groups(state.country)
            group = named[0] if len(named) == 1 else _group(word, state)
            yield Participant(role, group, mentions.span(token.start, token.end))


def donors(
    tree: Tree, trigger: Trigger, slots: Sequence[tuple[Role, int]], mentions: MentionIndex
) -> Iterator[Participant]:
    """Who gives where no one is named: "donors pledged", "dozens of nations promised", "a donors' conference"."""
    if trigger.kind.kind != "aid":
        return
    givers = [i for role, i in slots if role == "actor" and not mentions.at(tree, i)]
    for index in givers:
        counted = [i for word, i in tree.phrases(index) if word == "of"]
        around = (index, *counted, *tree.children(index, "compound", "nmod:poss"))
        if any(_gives(tree, i) for i in around):
            yield _donors(tree, index, mentions)
            return
    beside = [i for i, token in enumerate(tree.tokens) if token.lemma == "donor"]
    if beside and not any(role == "actor" for role, _ in slots):
        yield _donors(tree, beside[0], mentions)  # "millions were pledged when donors met"


def _gives(tree: Tree, index: int) -> bool:
    token = tree.token(index)
    return token.text.lower() in word_classes()["donors"] and (token.tag == "NNS" or token.lemma == "donor")


def _donors(tree: Tree, index: int, mentions: MentionIndex) -> Participant:
    token = tree.token(index)
    return Participant("actor", _DONORS, mentions.span(token.start, token.end))


_DONORS = Actor(slug("donors"), "donors", "group", None)


def _group_word(tree: Tree, index: int) -> str | None:
    """ "rebel" in "the rebels", "rebel leaders", "the breakaway region"."""
    classes = word_classes()
    if tree.token(index).lemma.lower() in classes["rebels"]:
        return tree.token(index).lemma.lower()
    if tree.token(index).lemma.lower() not in classes["led"]:
        return None
    parts = [tree.token(i).lemma.lower() for i in tree.children(index, *_PARTS)]
    return next((part for part in parts if part in classes["rebels"]), None)


def _country(tree: Tree, index: int, found: Sequence[Participant], mentions: MentionIndex) -> str | None:
    """The one country that modifies the group, else that of the one other side."""
    own = {actor.country for m in mentions.owners(tree, index) for actor in m.actors}
    countries = own or {p.actor.country for p in found}
    return next(iter(countries)) if len(countries) == 1 else None


def _group(word: str, state: Actor) -> Actor:
    return Actor(slug(f"{word}s", state.country), f"{word}s of {state.name}", "group", state.country)
