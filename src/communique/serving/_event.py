"""The view of an event: facts with the words that they rest on, reports side by side, what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote

import msgspec

from communique.record import Entry, Join, Links, NearMiss
from communique.types import Actor, Event, EventClaim, EventFigure, Judgement, Participant, Report, Span
from communique.types.words import actor_words, days_words, names_of, origin, place_words

__all__ = ["Beside", "EventView", "Fact", "Quote", "event_view"]

_QUOTES = 4
"""Quotations under a fact; the table below has every report."""


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report, who published it, and where they stand in its page."""

    words: str
    source: str
    url: str


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """An accepted value with the words that state it; ``actor`` is whom it names, ``more`` counts other quotations."""

    name: str
    value: str
    quotes: tuple[Quote, ...]
    more: int
    disputed: bool = False
    actor: Actor | None = None
    note: str = ""


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What the record knows beside an event: other events, why each document's report is in it, its changes."""

    links: Links
    joins: Mapping[str, Join]
    near_misses: tuple[NearMiss, ...]
    entries: tuple[Entry, ...]


class EventView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of an event shows; ``disputed`` holds the pairs of field and document that are in dispute.

    ``figures`` are those that stand beside a mention of the happening, each with its report.
    """

    event: Event
    facts: tuple[Fact, ...]
    reports: tuple[Report, ...]
    disputed: frozenset[tuple[str, str]]
    figures: tuple[tuple[Report, EventFigure], ...]
    names: dict[str, str]

    def mark(self, report: Report, *fields: str) -> str:
        """The class of a cell of the table: whether a field of the report is in dispute."""
        return "disputed" if any((field, report.document) in self.disputed for field in fields) else ""

    def verdict(self, judgement: Judgement) -> str:
        """A judgement in words."""
        others = ", ".join(event for event in judgement.events if event != self.event.id)
        words = {
            "same": f"same as {others}",
            "different": f"another than {others}",
            "reject": "not an event",
            "keep": "right as it is told",
            "set": f"{judgement.field} is {judgement.value or 'unknown'}",
            "undo": "undone",
        }
        return words[judgement.verdict]


def event_view(event: Event) -> EventView:
    """The view of an event."""
    reports = tuple(sorted(event.reports, key=_published))
    disputed = frozenset((d.field, doc) for d in event.disagreements for rival in d.values for doc in rival.reports)
    return EventView(
        event=event,
        facts=tuple(_facts(event, {field for field, _ in disputed})),
        reports=reports,
        disputed=disputed,
        figures=tuple((report, told) for report in reports for told in report.figures if told.tie != "document"),
        names=names_of(event),
    )


def _published(report: Report) -> tuple[bool, str, str]:
    told = report.published
    return (told is None, told.edtf if told else "", report.document)


def _facts(event: Event, disputed: set[str]) -> Iterator[Fact]:
    yield _fact(event, "Status", event.status, _of_status(event), disputed=not disputed.isdisjoint({"status"}))
    when = days_words(event.start, event.end)
    basis = event.start.basis if event.start else ""
    yield _fact(event, "When", when, _of_start(event), disputed=not disputed.isdisjoint({"start", "end"}), note=basis)
    yield _fact(event, "Where", place_words(event.place), _of_place(event), disputed="place" in disputed)
    for participant in event.participants:
        actor = participant.actor
        yield msgspec.structs.replace(
            _fact(event, participant.role.capitalize(), actor_words(actor), _of_actor(participant)), actor=actor
        )
    if event.topics:
        yield _fact(event, "Topics", ", ".join(topic.name for topic in event.topics), _of_topics)


_Pick = Callable[[EventClaim], Span | None]


def _fact(event: Event, name: str, value: str, pick: _Pick, *, disputed: bool = False, note: str = "") -> Fact:
    found = [(report, span) for report in event.reports if (span := pick(report.claim)) is not None]
    quotes = tuple(_quote(report, span) for report, span in found[:_QUOTES])
    return Fact(name=name, value=value, quotes=quotes, more=len(found) - len(quotes), disputed=disputed, note=note)


def _quote(report: Report, span: Span) -> Quote:
    anchor = f"e{report.claim.evidence.start}"
    url = f"/reports?id={quote(report.document, safe='')}#{anchor}"
    return Quote(words=" ".join(span.text.split()), source=origin(report), url=url)


def _of_status(event: Event) -> _Pick:
    return lambda claim: (claim.status_evidence or claim.evidence) if claim.status == event.status else None


def _of_start(event: Event) -> _Pick:
    told = event.start.edtf if event.start else None
    return lambda claim: claim.start.evidence if claim.start and claim.start.edtf == told else None


def _of_place(event: Event) -> _Pick:
    name = event.place.name if event.place else None
    return lambda claim: claim.place.evidence if claim.place and claim.place.name == name else None


def _of_actor(accepted: Participant) -> _Pick:
    def pick(claim: EventClaim) -> Span | None:
        return next((p.evidence for p in claim.participants if p.actor.id == accepted.actor.id), None)

    return pick


def _of_topics(claim: EventClaim) -> Span | None:
    return claim.topics[0].evidence if claim.topics else None
