"""Claims: what one document says. They are immutable and never merged away."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.types.actor import Actor
from communique.types.place import Place
from communique.types.span import Span
from communique.types.when import When

__all__ = [
    "Attribution",
    "Change",
    "Clue",
    "EventClaim",
    "Figure",
    "Participant",
    "Role",
    "Salience",
    "Statement",
    "Status",
    "Topic",
]

Role = Literal["visitor", "host", "party", "mediator", "actor", "target", "recipient", "venue-state"]
Status = Literal["planned", "ongoing", "happened", "cancelled", "postponed", "denied", "hypothetical"]
Salience = Literal["main", "background"]


class Participant(msgspec.Struct, frozen=True):
    """An actor in the role that the clause gives it."""

    role: Role
    actor: Actor
    evidence: Span


class Topic(msgspec.Struct, frozen=True):
    """What it was about: a topic of the codebook and the words that name it."""

    name: str
    evidence: Span


class Attribution(msgspec.Struct, frozen=True):
    """On whose word. ``actor`` is null where the source is unnamed ("sources said")."""

    actor: Actor | None
    evidence: Span


class Clue(msgspec.Struct, frozen=True):
    """What the words say of a start that they do not date: a Monday, a day in October, two days long.

    ``value`` is the ISO weekday (1 Monday … 7 Sunday), the month (1–12), the day of the month or the
    number of days. Clues let a sister report with a date be checked against an undated one.
    """

    kind: Literal["weekday", "month", "day", "duration"]
    value: int
    evidence: Span


class EventClaim(msgspec.Struct, frozen=True, kw_only=True):
    """One happening as one document tells it.

    ``kind`` and ``family`` are the codebook's; ``type`` and ``mode`` are PLOVER's, ``cameo`` is
    the CAMEO code. ``evidence`` is the clause's trigger with its arguments; ``mentions`` are all
    spans of the document that speak of the happening, ``status_evidence`` the words that decide the
    status, null where only the tense or the dates do; ``clues`` are what the words say of the date
    beyond ``start`` and ``end``. ``confidence`` is 0.0–1.0.
    """

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
    attribution: Attribution | None
    evidence: Span
    clues: tuple[Clue, ...] = ()
    mentions: tuple[Span, ...] = ()
    status_evidence: Span | None = None
    salience: Salience = "main"
    confidence: float = 0.5


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody is reported to have said.

    ``content`` are the stretches that hold it, several where the words of saying stand in the middle or a
    quotation runs over paragraphs; ``text`` is their text joined by spaces, ``evidence`` runs from the first
    to the last. ``kind`` is direct where all of it stands in quotation marks, mixed where part of it does:
    ``quoted`` are those words, without their marks. ``speaker`` is null where the words do not tell who it
    is ("sources"); ``speaker_evidence`` are the words that name the speaker, those of the statement before
    where the report goes on with its speaker. ``saying`` is the class of the codebook (``sayings.yaml``) of
    the word of saying, ``cue`` its lemma and ``cue_evidence`` where it stands: all null where there is none.
    ``addressee`` is whom it was said to; ``via`` who reports that it was said ("the agency reported").
    """

    speaker: Actor | None
    kind: Literal["direct", "indirect", "mixed"]
    text: str
    evidence: Span
    content: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    speaker_evidence: Span | None = None
    saying: str | None = None
    cue: str | None = None
    cue_evidence: Span | None = None
    addressee: Actor | None = None
    addressee_evidence: Span | None = None
    via: tuple[Attribution, ...] = ()


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """How a figure moved: by ``value`` of ``unit``, ``against`` what in words of the text, null where untold."""

    direction: Literal["up", "down"]
    value: float
    unit: str
    against: str | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity that one document tells.

    ``value`` is in base units of ``unit`` (3 billion dollars: 3000000000 USD): ISO 4217 for money, a unit of
    the codebook (``units.yaml``), or the noun counted; null where no word tells it. ``of`` is what is counted or
    measured, in words of the text, null where they do not tell; ``period`` when it held; ``change`` how it moved.
    ``evidence`` runs over the number with words like "about", its unit and the words of its change.
    """

    of: str | None
    value: float
    unit: str | None
    period: When | None
    change: Change | None
    attribution: Attribution | None
    evidence: Span
