"""The gold set: texts, their labelled events, and which texts tell of the same event."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = [
    "FAMILIES",
    "Clusters",
    "DisputeField",
    "GoldChange",
    "GoldDisagreement",
    "GoldDocument",
    "GoldEvent",
    "GoldFigure",
    "GoldParticipant",
    "GoldPlace",
    "GoldQuote",
]

FAMILIES = (
    "visit", "meeting", "call", "talks", "summit", "agreement", "cooperation", "aid", "sanction", "expulsion",
    "summon", "recall", "relations", "statement", "force",
)  # fmt: skip
"""The families that are measured. What the gold set calls "other" is ``force`` where military, else left out."""


DisputeField = Literal["figure", "participants", "start", "end", "place", "status", "agenda"]
"""What texts on one event may tell differently."""


class GoldParticipant(msgspec.Struct, frozen=True):
    """Who took part; ``role`` is the office, ``as_written`` the name, both as the text has them."""

    name: str
    country: str | None
    side: Literal["visitor", "host", "party", "target", "mediator"]
    role: str | None = None
    as_written: str | None = None


class GoldPlace(msgspec.Struct, frozen=True):
    """Where: ISO 3166-1 alpha-3 and the city, as far as the text names them."""

    country: str | None
    city: str | None = None


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One labelled event. Dates are as precise as the text; ``evidence`` is words of the text."""

    type: str
    participants: tuple[GoldParticipant, ...]
    start: str | None
    status: str
    evidence: str
    main: bool
    place: GoldPlace = GoldPlace(None, None)
    end: str | None = None
    date_basis: str | None = None
    subtype: str | None = None
    plover: str | None = None
    start_inferred: str | None = None


class GoldQuote(msgspec.Struct, frozen=True):
    """What somebody is quoted with; ``first_words`` are five at most."""

    speaker: str
    first_words: str
    kind: Literal["direct", "indirect"]


class GoldChange(msgspec.Struct, frozen=True):
    """How a figure moved, by how much, and against what in the annotator's words."""

    direction: Literal["up", "down"]
    by: float
    unit: str
    against: str


class GoldFigure(msgspec.Struct, frozen=True):
    """A figure worth noting; ``unit`` may have a scale in it ("million USD"), ``period`` may be words."""

    value: float
    unit: str
    of: str
    period: str | None
    change: GoldChange | None


class GoldDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One labelled text; ``text`` stands in the line itself or is empty until it is loaded from ``text_file``.

    ``published_inferred`` (EDTF) is what a careful reader can tell of the day of publication of a text without one.
    """

    id: str
    events: tuple[GoldEvent, ...]
    text_file: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    published_inferred: str | None = None
    quotes: tuple[GoldQuote, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    text: str = ""

    @property
    def source(self) -> str:
        """Where the text stands: its file, else the line of this id."""
        return self.text_file or self.id

    @property
    def negative(self) -> bool:
        """Whether the text tells of no diplomatic event at all."""
        return not self.events


class GoldDisagreement(msgspec.Struct, frozen=True):
    """A field in which texts on one event differ, what it is about, and the value of each text."""

    ids: tuple[str, ...]
    field: DisputeField
    about: str
    values: dict[str, float | str]


class Clusters(msgspec.Struct, frozen=True):
    """Groups of texts on the same main event with what they differ in, and pairs that look alike and are not."""

    same_event: tuple[tuple[str, ...], ...]
    look_alikes: tuple[tuple[str, str], ...]
    disagreements: tuple[GoldDisagreement, ...] = ()
