"""Where something was said whose clause names no place: where a verb over it says that who speaks was, or at home."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.codebook import word_classes
from communique.coding.places import standing_at
from communique.coding.roles import MentionIndex
from communique.coding.tree import Tree
from communique.linking import Linked, place_of
from communique.types import EventClaim, Participant, Place

__all__ = ["stage"]

_SPEAKING = frozenset({"speak", "address", "talk", "tell"})


def stage(claim: EventClaim, linked: Linked, mentions: MentionIndex, trees: Mapping[int, Tree]) -> Place | None:
    """The place of something said; null where the sentence tells none, and of all that is not said."""
    if claim.family != "statement" or claim.place is not None:
        return None
    number = bisect_right(linked.parse.sentences, claim.evidence.start, key=lambda s: s.start) - 1
    tree = trees.get(max(0, number))
    speakers = [p for p in claim.participants if p.role == "actor" and p.actor.country]
    if tree is None or not speakers:
        return None
    return _reported(claim, speakers, tree, mentions) or _at_home(claim, speakers[0], tree, mentions)


def _reported(claim: EventClaim, speakers: Sequence[Participant], tree: Tree, mentions: MentionIndex) -> Place | None:
    """ "In Lima a spokesman said that Peru condemned it": at a verb over the clause, of somebody of who speaks."""
    lands = {p.actor.country for p in speakers}
    over = [verb for verb in _over(claim, tree) if lands >= _lands(tree, verb, mentions)]
    return next((place for verb in over for place in standing_at(tree, verb, mentions)), None)


def _lands(tree: Tree, verb: int, mentions: MentionIndex) -> set[str | None]:
    """The states of who does something; of "a spokesman" none."""
    return {a.country for i in tree.subject(verb) for m in mentions.at(tree, i) for a in m.actors if a.country}


def _over(claim: EventClaim, tree: Tree) -> Iterator[int]:
    """The verb of a claim that is not under another of it, those of which it is what is said, and "speaking" beside."""
    told = [i for i, t in enumerate(tree.tokens) if claim.evidence.start <= t.start < claim.evidence.end]
    verbs = [i for i in told if tree.token(i).pos == "VERB"]
    above = next((i for i in verbs if tree.governing_verb(i) not in verbs), None)
    while above is not None:
        yield above
        yield from (c for c in tree.children(above, "advcl") if tree.token(c).lemma in _SPEAKING)
        above = tree.governing_verb(above) if tree.token(above).dep in ("ccomp", "conj") else None


def _at_home(claim: EventClaim, speaker: Participant, tree: Tree, mentions: MentionIndex) -> Place | None:
    """ "Told parliament", "at a cabinet meeting": in the country of who speaks."""
    heads = [h for verb in _over(claim, tree) for h in (*tree.objects(verb), *(h for _, h in tree.phrases(verb)))]
    land = place_of(speaker.actor.country or "")
    if land is None or not any(_is_own(tree, head, speaker, mentions) for head in heads):
        return None
    return msgspec.structs.replace(land, evidence=speaker.evidence)


def _is_own(tree: Tree, head: int, speaker: Participant, mentions: MentionIndex) -> bool:
    """Whether a noun is a body before which one speaks in one's own state."""
    words = [tree.token(i).lemma.lower() for i in (head, *tree.children(head, "compound"))]
    named = [a for m in mentions.at(tree, head) for a in m.actors if a.country]
    foreign = any(a.country != speaker.actor.country for a in named)
    return not foreign and any(word in word_classes()["own-bodies"] for word in words)
