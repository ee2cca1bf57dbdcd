"""Claims, a row each: an event as one document tells it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.record.claim import ToldEvent
from communique.record.tables._table import Column, Row, Table, place_cells, place_columns, when_cells, when_columns
from communique.types import Participant

__all__ = ["CLAIMS"]


def _rows(told: ToldEvent) -> Iterator[Row]:
    report, claim = told.report, told.report.claim
    said = claim.attribution
    yield {
        "id": told.id,
        "event": told.event,
        "document": report.document,
        "headline": report.title,
        "publisher": report.publisher,
        "agency": report.agency,
        "url": report.url,
        "source": report.source,
        **when_cells("published", report.published),
        "kind": claim.kind,
        "family": claim.family,
        "type": claim.type,
        "mode": claim.mode,
        "cameo": claim.cameo,
        "status": claim.status,
        **when_cells("start", claim.start),
        **when_cells("end", claim.end),
        **place_cells(claim.place),
        "participants": [_participant(participant) for participant in claim.participants],
        "topics": [topic.name for topic in claim.topics],
        "attribution": said.evidence.text if said else None,
        "attribution_id": said.actor.id if said and said.actor else None,
        "salience": claim.salience,
        "confidence": claim.confidence,
        "evidence": claim.evidence.text,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
    }


def _participant(participant: Participant) -> Row:
    actor = participant.actor
    return {
        "role": participant.role,
        "actor": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "office": actor.office,
        "evidence_start": participant.evidence.start,
        "evidence_end": participant.evidence.end,
    }


CLAIMS: Table[ToldEvent] = Table(
    "claims",
    "One row a claim: an event as one document tells it.",
    (
        Column("id", "string", "document and number of the claim in it"),
        Column("event", "string", "id of the event that it was joined to; null until it is"),
        Column("document", "string", "id of the document"),
        Column("headline", "string", "title of the document"),
        Column("publisher", "string", "who published the document"),
        Column("agency", "string", "news agency that it credits"),
        Column("url", "string", "address of the document"),
        Column("source", "string", "file, address or archive record that it was read from"),
        *when_columns("published", "when the document was published"),
        Column("kind", "string", "kind of the codebook"),
        Column("family", "string", "family of the kind"),
        Column("type", "string", "PLOVER type"),
        Column("mode", "string", "PLOVER mode"),
        Column("cameo", "string", "CAMEO code"),
        Column("status", "string", "planned, ongoing, happened, cancelled, postponed, denied or hypothetical"),
        *when_columns("start", "when it began, as the document tells it"),
        *when_columns("end", "when it ended, as the document tells it"),
        *place_columns(),
        Column("participants", "participants", "who takes part, with role and the characters that name them"),
        Column("topics", "strings", "what it was about"),
        Column("attribution", "string", "on whose word, in the words of the document"),
        Column("attribution_id", "string", "id of the actor on whose word it is told"),
        Column("salience", "string", "main or background"),
        Column("confidence", "number", "0.0–1.0"),
        Column("evidence", "string", "the words that tell of it"),
        Column("evidence_start", "integer", "their first character in the document's text"),
        Column("evidence_end", "integer", "the character behind their last"),
    ),
    _rows,
)
