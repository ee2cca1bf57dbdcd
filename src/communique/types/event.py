"""Events: what is believed, derived from claims, with every report that it rests on."""

from __future__ import annotations

import msgspec

from communique.types.claim import EventClaim, Participant, Status, Topic
from communique.types.html import event_html
from communique.types.place import Place
from communique.types.when import When

__all__ = ["Disagreement", "Event", "Report", "Rival"]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One document's claim of an event, with what is needed to cite the document."""

    document: str
    source: str
    url: str | None
    title: str | None
    publisher: str | None
    agency: str | None
    published: When | None
    claim: EventClaim


class Rival(msgspec.Struct, frozen=True, kw_only=True):
    """A value that some reports give; ``reports`` are document ids."""

    value: str
    reports: tuple[str, ...]


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """Values of one field that cannot all be true, told by independent sources."""

    field: str
    values: tuple[Rival, ...]


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A happening. Fields hold the accepted values; ``reports`` all claims, ``disagreements`` the rivals.

    ``sources`` counts reports, ``independent_sources`` groups of reports that are not copies of
    each other.
    """

    id: str
    title: str
    kind: str
    family: str
    type: str
    mode: str | None
    cameo: str | None
    status: Status
    start: When | None
    end: When | None
    place: Place | None
    participants: tuple[Participant, ...]
    topics: tuple[Topic, ...]
    reports: tuple[Report, ...]
    disagreements: tuple[Disagreement, ...]
    sources: int
    independent_sources: int
    confidence: float

    def _repr_html_(self) -> str:
        return event_html(self)
