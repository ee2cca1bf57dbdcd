"""Calendars and chronologies of places: "LIMA - Rao meets Silva" says at the head of a line where it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from communique.coding.roles import MentionIndex
from communique.linking import Linked
from communique.types import EventClaim, Place

__all__ = ["LinePlaces"]

_HEAD = re.compile(
    r"^(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}\s)?(?P<place>[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+)*)[^-–—\n]{0,30}\s[-–—]+\s", re.M
)
_FEW = 2
"""Lines with a place at their head that make a list; one alone is a dateline."""


class LinePlaces:
    """The places at the heads of a document's lines."""

    def __init__(self, linked: Linked, mentions: MentionIndex) -> None:
        text = linked.document.text
        found = list(_heads(text, mentions))
        many = len({place.name for _, place in found}) >= _FEW
        self._lines = [(start, text.find("\n", start), place) for start, place in found] if many else []

    def of(self, claim: EventClaim) -> Place | None:
        """The place at the head of the line in which an event is told."""
        at = bisect_right(self._lines, claim.evidence.start, key=lambda line: line[0]) - 1
        if at < 0:
            return None
        _, end, place = self._lines[at]
        return place if claim.evidence.start < end or end < 0 else None


def _heads(text: str, mentions: MentionIndex) -> Iterator[tuple[int, Place]]:
    for match in _HEAD.finditer(text):
        places = [m.place for m in mentions.within(*match.span("place")) if m.place is not None]
        if places:
            yield match.start(), places[0]
