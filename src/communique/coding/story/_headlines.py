"""Headlines without a verb that tell of a journey: "Rao in Cairo", "Peru's Rao in Oslo for talks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise, takewhile

from communique.coding.drafting import Draft, stands_alone
from communique.coding.roles import MentionIndex
from communique.coding.times import lead_of
from communique.coding.triggers import codes, kind_named
from communique.linking import Linked, Mention, state_of
from communique.parsing import Sentence
from communique.types import EventClaim, Participant, Span

__all__ = ["headline_visits"]

_IN = re.compile(r"\s+(?:arrives |lands |back )?in\s+")
_GOES_ON = re.compile(r"\s*(?:$|\n|[,:;–—]|(?:for|on|to|amid|as|ahead|after|with|today|this)\b)")
_BEFORE = re.compile(r"\s*(?:[A-Z][\w-]*['’]s?\s)?\s*")


def headline_visits(linked: Linked, mentions: MentionIndex) -> Mapping[int, list[Draft]]:
    """The visits that headlines tell by a person, "in" and a place abroad, by the numbers of their sentences."""
    lead = lead_of(linked.document.text)
    heads = takewhile(lambda one: lead is None or one[1].start < lead, enumerate(linked.parse.sentences))
    told = ((number, list(_told(linked, number, sentence, mentions))) for number, sentence in heads)
    return {number: drafts for number, drafts in told if drafts}


def _told(linked: Linked, number: int, sentence: Sentence, mentions: MentionIndex) -> Iterator[Draft]:
    text = linked.document.text
    for guest, place in pairwise(mentions.within(sentence.start, sentence.end)):
        opens = _BEFORE.fullmatch(text, sentence.start, guest.span.start) is not None
        joined = _IN.fullmatch(text, guest.span.end, place.span.start)
        if guest.form == "person" and opens and joined and _GOES_ON.match(text, place.span.end):
            claim = _visit(text, guest, place)
            if claim is not None and stands_alone(claim):
                yield Draft(claim=claim, sentence=number, current=True, tense="present")


def _visit(text: str, guest: Mention, place: Mention) -> EventClaim | None:
    host = state_of(place.place.country) if place.place is not None and place.place.country else None
    if host is None:
        return None
    return EventClaim(
        **codes(kind_named("visit")),
        status="happened",
        start=None,
        end=None,
        place=place.place,
        participants=(
            *(Participant("visitor", actor, guest.span) for actor in guest.actors),
            Participant("host", host, place.span),
        ),
        topics=(),
        attribution=None,
        evidence=Span.of(text, guest.span.start, place.span.end),
    )
