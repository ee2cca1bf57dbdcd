"""Events: what is believed, derived from claims, with every report that it rests on."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.types.claim import EventClaim, Figure, Participant, Status, Topic
from communique.types.judgement import Judgement
from communique.types.place import Place
from communique.types.span import Span
from communique.types.when import When

__all__ = [
    "Confirmation",
    "Copies",
    "Disagreement",
    "Event",
    "EventFigure",
    "Framing",
    "FramingWord",
    "Report",
    "Rival",
    "SideWord",
    "Stage",
    "Tie",
]

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


class FramingWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word that a document uses for a thing that others call otherwise (``framing.yaml``).

    ``word`` is the variant, ``evidence`` where it stands; ``quoted`` tells that it stands in quotation marks, as
    somebody else's.
    """

    thing: str
    word: str
    evidence: Span
    quoted: bool


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One document's claim of an event with what is needed to cite the document.

    ``figures`` are those that go with the claim, ``words`` those by which the document frames it.
    """

    document: str
    source: str
    url: str | None
    title: str | None
    publisher: str | None
    agency: str | None
    published: When | None
    claim: EventClaim
    figures: tuple[EventFigure, ...] = ()
    words: tuple[FramingWord, ...] = ()


class Rival(msgspec.Struct, frozen=True, kw_only=True):
    """A value that some reports give; ``reports`` are document ids."""

    value: str
    reports: tuple[str, ...]


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """Values of one field that cannot all be true, told by independent sources.

    ``about`` says of what, where a field has several: of ``figure`` what is measured ("killed"), of ``office``
    the person, of ``participants`` "who invited".
    """

    field: str
    values: tuple[Rival, ...]
    about: str | None = None


class Framing(msgspec.Struct, frozen=True, kw_only=True):
    """What reports call one thing, or how they spell a person's name; different words, no disagreement.

    ``words`` are the variants with the reports that use them; one in quotation marks is somebody's word there, not
    the report's own.
    """

    thing: str
    words: tuple[Rival, ...]


class Copies(msgspec.Struct, frozen=True, kw_only=True):
    """Reports that are copies of each other, and count as one source.

    ``agency`` is the news agency that they credit, ``origin`` the report that the others probably copy: the agency's
    own, else the one published before all others. Both are null where that is not known.
    """

    reports: tuple[str, ...]
    agency: str | None
    origin: str | None


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """How it stood by reports that follow each other: ``status``, the day told for it, who said so, and when first.

    ``published`` is that of the first of the reports, null where none is known.
    """

    status: Status
    start: When | None
    published: When | None
    reports: tuple[str, ...]


class SideWord(msgspec.Struct, frozen=True, kw_only=True):
    """A side of the happening on whose own word reports tell of it, or that it did not take place.

    ``side`` is the country's code, or the id of an actor without a country.
    """

    side: str
    name: str
    denies: bool
    reports: tuple[str, ...]


class Confirmation(msgspec.Struct, frozen=True, kw_only=True):
    """Who tells of it: the first and the latest report, null where none is dated, and the sides themselves."""

    first: str | None
    first_published: When | None
    latest: str | None
    latest_published: When | None
    sides: tuple[SideWord, ...]


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A happening. Fields hold the accepted values; ``reports`` all claims, ``disagreements`` the rivals.

    ``sources`` counts reports, ``independent_sources`` groups of reports that are not copies of
    each other, ``confirmation`` says who tells of it. ``framing`` are the words that they use for one thing,
    ``history`` how it stood from the first report to the last, ``copies`` the groups of reports that count as one.
    ``judgements`` are those of persons that bear on it now: a field that one sets holds the person's value,
    whatever the reports say.
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
    framing: tuple[Framing, ...] = ()
    history: tuple[Stage, ...] = ()
    confirmation: Confirmation | None = None
    copies: tuple[Copies, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def rejected(self) -> bool:
        """Whether it was judged to be no event."""
        return any(judgement.verdict == "reject" for judgement in self.judgements)

    def _repr_html_(self) -> str:
        from communique.types.html import event_html  # it needs the types, and only notebooks need it

        return event_html(self)
