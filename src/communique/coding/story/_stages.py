"""Where something was said whose clause names no place: where a verb over it says that who speaks was, or at home."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

import msgspec

from communique.codebook import word_classes
from communique.coding.places import standing_at
from communique.coding.roles import MentionIndex
from communique.coding.tree import Tree
from communique.linking import Linked, place_of
from communique.types import EventClaim, Participant, Place

__all__ = ["stage"]

_HELD = frozenset({"happened", "ongoing"})
_SPEAKING = frozenset({"speak", "address", "talk", "tell"})
_SAYING = _SPEAKING | {"say", "declare", "announce", "state", "warn"}
_FEW = 4  # sentences
_FRESH = 3  # days


def stage(
    claim: EventClaim, linked: Linked, mentions: MentionIndex, trees: Mapping[int, Tree], scenes: Sequence[EventClaim]
) -> Place | None:
    """The place of something said; null where the text tells none, and of all that is not said.

    ``scenes`` are encounters with their places.
    """
    if claim.family != "statement" or claim.place is not None or claim.status != "happened":
        return None
    number = bisect_right(linked.parse.sentences, claim.evidence.start, key=lambda s: s.start) - 1
    tree = trees.get(max(0, number))
    speakers = [p for p in claim.participants if p.role == "actor" and p.actor.country]
    if tree is None or not speakers:
        return None
    told = _reported(claim, speakers, tree, mentions) or _at_home(claim, speakers[0], tree, mentions)
    told = told or _met(claim, speakers, linked, scenes)
    return told or (_spoke(speakers, max(0, number), trees, mentions) if _is_news(claim, linked) else None)


def _met(
    claim: EventClaim, speakers: Sequence[Participant], linked: Linked, scenes: Sequence[EventClaim]
) -> Place | None:
    """ "Rao met Silva in Lima and urged Peru to": at an encounter of the same person that is told right before."""
    persons = {p.actor.id for p in speakers if p.actor.kind == "person"}
    near = [s for s in scenes if s.status in _HELD and _is_right_before(claim, s, linked) and not _is_apart(claim, s)]
    there = [
        s.place for s in near if s.place is not None and not persons.isdisjoint(p.actor.id for p in s.participants)
    ]
    return there[-1] if len({place.country for place in there}) == 1 else None


def _spoke(
    speakers: Sequence[Participant], number: int, trees: Mapping[int, Tree], mentions: MentionIndex
) -> Place | None:
    """ "Rao told reporters in Lima that … She urged Chile to": where the same person spoke a few sentences before."""
    persons = {p.actor.id for p in speakers if p.actor.kind == "person"}
    for before in range(number, max(-1, number - _FEW - 1), -1):
        tree = trees.get(before)
        verbs = _spoken_by(persons, tree, mentions) if tree is not None and persons else []
        places = [place for verb in verbs for place in _standing(tree, verb, mentions)] if tree is not None else []
        if places:
            return places[0] if len({place.country for place in places}) == 1 else None
    return None


def _standing(tree: Tree, verb: int, mentions: MentionIndex) -> Iterator[Place]:
    """Where a verb of speaking, or those spoken to, stood: "told her cabinet in Lima"."""
    yield from (place for i in (verb, *tree.objects(verb)) for place in standing_at(tree, i, mentions))


def _is_news(claim: EventClaim, linked: Linked) -> bool:
    """Whether nothing tells that it was long before the report."""
    published, start = linked.document.published, claim.start
    if published is None or published.earliest is None or start is None or start.latest is None:
        return True
    return start.latest >= published.earliest - timedelta(_FRESH)


def _spoken_by(persons: set[str], tree: Tree, mentions: MentionIndex) -> list[int]:
    """The verbs of speaking of which one of the persons is the subject."""
    verbs = [i for i, t in enumerate(tree.tokens) if t.pos == "VERB" and t.lemma in _SAYING]
    return [v for v in verbs if not persons.isdisjoint(_subjects(tree, v, mentions))]


def _subjects(tree: Tree, verb: int, mentions: MentionIndex) -> set[str]:
    return {actor.id for i in tree.subject(verb) for m in mentions.at(tree, i) for actor in m.actors}


def _is_right_before(claim: EventClaim, scene: EventClaim, linked: Linked) -> bool:
    """Whether an encounter is told in the same sentence, or in the same paragraph in the one before."""
    sentences, text = linked.parse.sentences, linked.document.text
    ends = [s.end for s in sentences]
    for span in scene.mentions or (scene.evidence,):
        apart = bisect_right(ends, claim.evidence.start) - bisect_right(ends, span.start)
        between = text[min(span.start, claim.evidence.start) : claim.evidence.start]
        if apart == 0 or (apart == 1 and "\n" not in between):
            return True
    return False


def _is_apart(claim: EventClaim, scene: EventClaim) -> bool:
    return claim.start is not None and scene.start is not None and claim.start.edtf != scene.start.edtf


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
