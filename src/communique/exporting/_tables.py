"""Events as flat tables, one function a table: the event wide, what it has several of long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

import msgspec

from communique.types import Event, Participant, Place, Span, When

__all__ = ["TABLES", "Cell", "Table"]

Cell = str | int | float | date | None
Row = tuple[Cell, ...]
_BETWEEN = "; "


class Table(msgspec.Struct, frozen=True):
    """A table: its columns, and the rows of an event in it."""

    columns: tuple[str, ...]
    rows: Callable[[Event], Iterator[Row]]


def _when_columns(name: str) -> tuple[str, ...]:
    """The date as told, and its bounds as days, so that a program that knows no EDTF can sort and count."""
    return tuple(f"{name}_{part}" for part in ("edtf", "earliest", "latest", "basis"))


def _when(when: When | None) -> Row:
    return (when.edtf, when.earliest, when.latest, when.basis) if when is not None else (None,) * 4


_PLACE = ("place", "country", "lat", "lon", "place_id")


def _place(place: Place | None) -> Row:
    return (place.name, place.country, place.lat, place.lon, place.id) if place is not None else (None,) * 5


_ACTOR = ("role", "actor", "name", "kind", "country", "office")


def _actor(participant: Participant) -> Row:
    actor = participant.actor
    return (participant.role, actor.id, actor.name, actor.kind, actor.country, actor.office)


_EVIDENCE = ("evidence", "evidence_start", "evidence_end")


def _evidence(span: Span) -> Row:
    return (span.text, span.start, span.end)


def _joined(values: Iterable[str | None]) -> str | None:
    return _BETWEEN.join(dict.fromkeys(value for value in values if value)) or None


def _events(event: Event) -> Iterator[Row]:
    published = [report.published for report in event.reports if report.published is not None]
    yield (
        *(event.id, event.title, event.kind, event.family, event.type, event.mode, event.cameo, event.status),
        *(*_when(event.start), *_when(event.end), *_place(event.place)),
        _joined(p.actor.name for p in event.participants),
        _joined(p.actor.country for p in event.participants),
        _joined(topic.name for topic in event.topics),
        *(event.sources, event.independent_sources, event.confidence),
        _joined(disagreement.field for disagreement in event.disagreements),
        min((when.earliest for when in published if when.earliest), default=None),
        max((when.latest for when in published if when.latest), default=None),
    )


def _participants(event: Event) -> Iterator[Row]:
    for participant in event.participants:
        yield (event.id, event.title, *_actor(participant))


def _topics(event: Event) -> Iterator[Row]:
    for name in dict.fromkeys(topic.name for topic in event.topics):
        yield (event.id, event.title, name)


def _claims(event: Event) -> Iterator[Row]:
    for report in event.reports:
        claim, word = report.claim, report.claim.attribution
        yield (
            *(event.id, event.title, report.document, report.title, report.publisher, report.agency),
            *(report.url, report.source, *_when(report.published), claim.kind, claim.status),
            *(*_when(claim.start), *_when(claim.end), *_place(claim.place)),
            *((word.evidence.text, word.actor.name if word.actor else None) if word else (None, None)),
            *(claim.salience, claim.confidence, *_evidence(claim.evidence)),
        )


def _claim_participants(event: Event) -> Iterator[Row]:
    for report in event.reports:
        for participant in report.claim.participants:
            yield (event.id, report.document, *_actor(participant), *_evidence(participant.evidence))


def _disagreements(event: Event) -> Iterator[Row]:
    for disagreement in event.disagreements:
        for rival in disagreement.values:
            for document in rival.reports:
                yield (event.id, event.title, disagreement.field, rival.value, document)


_EVENT_COLUMNS = (
    *("event", "title", "kind", "family", "type", "mode", "cameo", "status"),
    *(*_when_columns("start"), *_when_columns("end"), *_PLACE),
    *("participants", "countries", "topics", "sources", "independent_sources", "confidence"),
    *("disagreements", "first_published", "last_published"),
)
_CLAIM_COLUMNS = (
    *("event", "title", "document", "headline", "publisher", "agency", "url", "source", *_when_columns("published")),
    *("kind", "status", *_when_columns("start"), *_when_columns("end"), *_PLACE),
    *("attribution", "attribution_actor", "salience", "confidence", *_EVIDENCE),
)
TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "events": Table(_EVENT_COLUMNS, _events),
        "participants": Table(("event", "title", *_ACTOR), _participants),
        "topics": Table(("event", "title", "topic"), _topics),
        "claims": Table(_CLAIM_COLUMNS, _claims),
        "claim-participants": Table(("event", "document", *_ACTOR, *_EVIDENCE), _claim_participants),
        "disagreements": Table(("event", "title", "field", "value", "document"), _disagreements),
    }
)
"""Name → table. ``event`` joins them, and ``document`` where there is one."""
