"""Events: what is believed, derived from claims, with every report that it rests on."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.types.claim import EventClaim, Figure, Participant, Status, Topic
from communique.types.html import event_html
from communique.types.place import Place
from communique.types.when import When

__all__ = ["Disagreement", "Event", "EventFigure", "Report", "Rival", "Tie"]

Tie = Literal["sentence", "paragraph", "document"]
"""What a figure shares with a mention of the happening; ``document`` where the happening is the document's news."""


class EventFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that a document tells of the happening, and by what it is tied to it.

    ``measures`` is the codebook's name (``measured.yaml``) for what it measures: "killed", "length of the
    meeting"; null where no entry fits.
    """

    figure: Figure
    measures: str | None
    tie: Tie


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One document's claim of an event and the figures that go with it, with what is needed to cite the document."""

    document: str
    source: str
    url: str | None
    title: str | None
    publisher: str | None
    agency: str | None
    published: When | None
    claim: EventClaim
    figures: tuple[EventFigure, ...] = ()


class Rival(msgspec.Struct, frozen=True, kw_only=True):
    """A value that some reports give; ``reports`` are document ids."""

    value: str
    reports: tuple[str, ...]


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """Values of one field that cannot all be true, told by independent sources.

    ``about`` says of what, where a field has several: of ``figure`` what is measured ("killed"), of ``participants``
    the role, of ``office`` the person.
    """

    field: str
    values: tuple[Rival, ...]
    about: str | None = None


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
