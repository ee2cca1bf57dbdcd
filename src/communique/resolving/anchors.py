"""A judged claim among the claims that its document has now: the same words, of the same sort, by the same sides."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from communique.resolving._kinds import domain
from communique.resolving._names import same_actor
from communique.resolving._traits import side_of
from communique.types import Anchor, EventClaim, Span

__all__ = ["locate"]

_SAME_WORDS = 85
"""Ratio (rapidfuzz, 0–100) from which on words in another version of a text are those that were judged: a date or a
word may have been put right, the sentence is still that one."""
_SHARED_SIDES = 2 / 3
"""A newer coder may miss a side or find one more; "visited Chile and Peru" is two visits in the same words."""


def locate(anchor: Anchor, text: str, claims: Sequence[EventClaim]) -> int | None:
    """The position in ``claims`` of the claim that ``anchor`` is now; null where none is left.

    ``text`` is that of the document. Of several the one that shares most of the words, then most of the actors, then
    the kind.
    """
    place = _place(anchor.evidence, text, claims)
    if place is None:
        return None
    ranked = [
        (words, _actors(anchor, claim), claim.kind == anchor.kind, -position)
        for position, claim in enumerate(claims)
        if (words := _words(place, claim)) and _fits(anchor, claim)
    ]
    return -max(ranked)[-1] if ranked else None


def _place(words: Span, text: str, claims: Sequence[EventClaim]) -> tuple[int, int] | None:
    """Where the words stand now: where they stood, else where the text has nearly the same."""
    if text[words.start : words.end] == words.text or any(claim.evidence == words for claim in claims):
        return words.start, words.end
    found = fuzz.partial_ratio_alignment(words.text, text, score_cutoff=_SAME_WORDS)
    return (found.dest_start, found.dest_end) if found is not None else None


def _words(place: tuple[int, int], claim: EventClaim) -> int:
    """Characters of the place that a claim was read from, in its best mention."""
    first, last = place
    shared = (min(last, span.end) - max(first, span.start) for span in (claim.evidence, *claim.mentions))
    return max(0, *shared)


def _fits(anchor: Anchor, claim: EventClaim) -> bool:
    alike = anchor.family == claim.family or domain(anchor.kind) == domain(claim.kind)
    here = {side_of(actor) for actor in anchor.actors}
    there = {side_of(participant.actor) for participant in claim.participants}
    return alike and len(here & there) >= min(len(here), len(there)) * _SHARED_SIDES


def _actors(anchor: Anchor, claim: EventClaim) -> int:
    there = [participant.actor for participant in claim.participants]
    return sum(any(same_actor(actor, other) for other in there) for actor in anchor.actors)
