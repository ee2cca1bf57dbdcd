"""Events, a row each, and who takes part in them, a row each."""

from __future__ import annotations

from collections.abc import Iterator

from communique.record.tables._table import Column, Row, Table, place_cells, place_columns, when_cells, when_columns
from communique.types import Event

__all__ = ["EVENTS", "PARTICIPANTS"]


def _event_rows(event: Event) -> Iterator[Row]:
    yield {
        "id": event.id,
        "title": event.title,
        "kind": event.kind,
        "family": event.family,
        "type": event.type,
        "mode": event.mode,
        "cameo": event.cameo,
        "status": event.status,
        **when_cells("start", event.start),
        **when_cells("end", event.end),
        **place_cells(event.place),
        "actors": list(dict.fromkeys(p.actor.id for p in event.participants)),
        "names": list(dict.fromkeys(p.actor.name for p in event.participants)),
        "countries": list(dict.fromkeys(p.actor.country for p in event.participants if p.actor.country)),
        "topics": [topic.name for topic in event.topics],
        "sources": event.sources,
        "independent_sources": event.independent_sources,
        "confidence": event.confidence,
        "disagreements": list(dict.fromkeys(disagreement.field for disagreement in event.disagreements)),
        "documents": list(dict.fromkeys(report.document for report in event.reports)),
    }


def _participant_rows(event: Event) -> Iterator[Row]:
    for participant in event.participants:
        actor = participant.actor
        yield {
            "event": event.id,
            "role": participant.role,
            "actor": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "country": actor.country,
            "office": actor.office,
        }


EVENTS: Table[Event] = Table(
    "events",
    "One row an event, with the accepted values.",
    (
        Column("id", "string", "id of the event, which stays"),
        Column("title", "string", "who does what to whom, in words"),
        Column("kind", "string", "kind of the codebook: visit, meeting, call …"),
        Column("family", "string", "family of the kind, coarser"),
        Column("type", "string", "PLOVER type: CONSULT, AGREE, SANCTION …"),
        Column("mode", "string", "PLOVER mode"),
        Column("cameo", "string", "CAMEO code, text with its leading zero"),
        Column("status", "string", "planned, ongoing, happened, cancelled, postponed, denied or hypothetical"),
        *when_columns("start", "when it began"),
        *when_columns("end", "when it ended"),
        *place_columns(),
        Column("actors", "strings", "ids of those who take part"),
        Column("names", "strings", "their names"),
        Column("countries", "strings", "their countries, ISO 3166-1 alpha-3"),
        Column("topics", "strings", "what it was about"),
        Column("sources", "integer", "reports of it"),
        Column("independent_sources", "integer", "groups of reports that are not copies of each other"),
        Column("confidence", "number", "0.0–1.0"),
        Column("disagreements", "strings", "fields in which independent sources contradict each other"),
        Column("documents", "strings", "ids of the documents that tell of it"),
    ),
    _event_rows,
)
PARTICIPANTS: Table[Event] = Table(
    "participants",
    "One row an actor in a role of an event.",
    (
        Column("event", "string", "id of the event"),
        Column("role", "string", "visitor, host, party, mediator, actor, target, recipient or venue-state"),
        Column("actor", "string", "id of the actor"),
        Column("name", "string", "name of the actor"),
        Column("kind", "string", "person, state, government, organisation or group"),
        Column("country", "string", "country of the actor, ISO 3166-1 alpha-3"),
        Column("office", "string", "office of a person"),
    ),
    _participant_rows,
)
