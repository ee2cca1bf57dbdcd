"""Statements, a row each: what somebody is reported to have said."""

from __future__ import annotations

from collections.abc import Iterator

from communique.record.tables._table import Column, Row, Table, when_cells, when_columns
from communique.types import Said

__all__ = ["STATEMENTS"]


def _rows(said: Said) -> Iterator[Row]:
    statement = said.statement
    speaker, addressee = statement.speaker, statement.addressee
    yield {
        "document": said.document,
        "publisher": said.publisher,
        "agency": said.agency,
        "url": said.url,
        "source": said.source,
        **when_cells("published", said.published),
        "speaker": speaker.name if speaker else None,
        "speaker_id": speaker.id if speaker else None,
        "office": speaker.office if speaker else None,
        "country": speaker.country if speaker else None,
        "addressee": addressee.name if addressee else None,
        "addressee_id": addressee.id if addressee else None,
        "kind": statement.kind,
        "saying": statement.saying,
        "cue": statement.cue,
        "text": statement.text,
        "evidence_start": statement.evidence.start,
        "evidence_end": statement.evidence.end,
    }


STATEMENTS: Table[Said] = Table(
    "statements",
    "One row a statement of a document.",
    (
        Column("document", "string", "id of the document"),
        Column("publisher", "string", "who published the document"),
        Column("agency", "string", "news agency that it credits"),
        Column("url", "string", "address of the document"),
        Column("source", "string", "file, address or archive record that it was read from"),
        *when_columns("published", "when the document was published"),
        Column("speaker", "string", "name of the speaker; null where nobody is named"),
        Column("speaker_id", "string", "id of the speaker"),
        Column("office", "string", "office of the speaker"),
        Column("country", "string", "country of the speaker, ISO 3166-1 alpha-3"),
        Column("addressee", "string", "to whom it was said"),
        Column("addressee_id", "string", "id of the addressee"),
        Column("kind", "string", "direct, indirect or mixed"),
        Column("saying", "string", "class of the word of saying"),
        Column("cue", "string", "the word of saying, its lemma"),
        Column("text", "string", "what was said"),
        Column("evidence_start", "integer", "its first character in the document's text"),
        Column("evidence_end", "integer", "the character behind its last"),
    ),
    _rows,
)
