"""Figures, a row each: what documents say in numbers."""

from __future__ import annotations

from collections.abc import Iterator

from communique.record.figure import ToldFigure
from communique.record.tables._table import Column, Row, Table, when_cells, when_columns

__all__ = ["FIGURES"]


def _rows(told: ToldFigure) -> Iterator[Row]:
    figure, change, said = told.figure, told.figure.change, told.figure.attribution
    yield {
        "document": told.document,
        "publisher": told.publisher,
        "url": told.url,
        "source": told.source,
        **when_cells("published", told.published),
        "value": figure.value,
        "unit": figure.unit,
        "of": figure.of,
        **when_cells("period", figure.period),
        "direction": change.direction if change else None,
        "change": change.value if change else None,
        "change_unit": change.unit if change else None,
        "against": change.against if change else None,
        "attribution": said.evidence.text if said else None,
        "attribution_id": said.actor.id if said and said.actor else None,
        "evidence": figure.evidence.text,
        "evidence_start": figure.evidence.start,
        "evidence_end": figure.evidence.end,
    }


FIGURES: Table[ToldFigure] = Table(
    "figures",
    "One row a figure of a document.",
    (
        Column("document", "string", "id of the document"),
        Column("publisher", "string", "who published the document"),
        Column("url", "string", "address of the document"),
        Column("source", "string", "file, address or archive record that it was read from"),
        *when_columns("published", "when the document was published"),
        Column("value", "number", "in base units: 3.4 billion dollars are 3400000000"),
        Column("unit", "string", "ISO 4217 code, percent, people, km …"),
        Column("of", "string", "what is counted or measured, in words of the document"),
        *when_columns("period", "when it held"),
        Column("direction", "string", "up or down, where it moved"),
        Column("change", "number", "by how much it moved"),
        Column("change_unit", "string", "unit of the change"),
        Column("against", "string", "against what it moved"),
        Column("attribution", "string", "on whose word, in the words of the document"),
        Column("attribution_id", "string", "id of the actor on whose word it is told"),
        Column("evidence", "string", "the words that tell it"),
        Column("evidence_start", "integer", "their first character in the document's text"),
        Column("evidence_end", "integer", "the character behind their last"),
    ),
    _rows,
)
