"""Events as flat tables: the tables of the record, and a longer one for each thing that they hold several of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from communique.exporting._beside import BESIDE
from communique.exporting._flat import Cell, FlatTable, Row, of_event
from communique.record import ToldEvent, ToldFigure
from communique.record.tables import CLAIMS, EVENTS, FIGURES, PARTICIPANTS
from communique.types import Event, Figure, Report

__all__ = ["TABLES", "Cell", "FlatTable", "Row", "event_row"]

_BETWEEN = "; "
_OF_CLAIM = ("id", "participants")
"""Columns of a claim that are not flat, or that a claim that was taken out of the record has not."""


def _flat(row: Mapping[str, Any]) -> Row:
    return {name: _BETWEEN.join(cell) or None if isinstance(cell, list) else cell for name, cell in row.items()}


def event_row(event: Event) -> Row:
    """The row of an event in the table ``events``."""
    (row,) = EVENTS.rows(event)
    return _flat(row)


def _events(event: Event) -> Iterator[Row]:
    yield event_row(event)


def _participants(event: Event) -> Iterator[Row]:
    for row in PARTICIPANTS.rows(event):
        yield row | {"title": event.title}


def _topics(event: Event) -> Iterator[Row]:
    for name in dict.fromkeys(topic.name for topic in event.topics):
        yield {"event": event.id, "topic": name, "title": event.title}


def _claim_rows(event: Event) -> Iterator[Mapping[str, Any]]:
    for report in event.reports:
        yield from CLAIMS.rows(ToldEvent(id=report.document, event=event.id, report=report))


def _claims(event: Event) -> Iterator[Row]:
    for row in _claim_rows(event):
        yield _flat({name: cell for name, cell in row.items() if name not in _OF_CLAIM}) | {"title": event.title}


def _claim_participants(event: Event) -> Iterator[Row]:
    for row in _claim_rows(event):
        for participant in row["participants"]:
            yield {"event": event.id, "document": row["document"], **participant}


def _figures(event: Event) -> Iterator[Row]:
    for report in event.reports:
        for told in report.figures:
            for row in FIGURES.rows(_told(report, told.figure)):
                yield {"event": event.id, "measures": told.measures, "tie": told.tie, **row, "title": event.title}


def _told(report: Report, figure: Figure) -> ToldFigure:
    names = set(ToldFigure.__struct_fields__) & set(Report.__struct_fields__)
    return ToldFigure(**{name: getattr(report, name) for name in names}, figure=figure)


def _disagreements(event: Event) -> Iterator[Row]:
    for disagreement in event.disagreements:
        for rival in disagreement.values:
            for document in rival.reports:
                told = {
                    "field": disagreement.field,
                    "about": disagreement.about,
                    "value": rival.value,
                    "document": document,
                }
                yield {"event": event.id, **told, "title": event.title}


def _names(table: Any, *without: str) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns if column.name not in without)


_PARTICIPANT = _names(PARTICIPANTS, "event")
TABLES: Mapping[str, FlatTable] = MappingProxyType(
    {
        "events": FlatTable("an event, with the accepted values", _names(EVENTS), of_event(_events)),
        "participants": FlatTable(
            "an actor in a role of an event", ("event", *_PARTICIPANT, "title"), of_event(_participants)
        ),
        "topics": FlatTable("a topic of an event", ("event", "topic", "title"), of_event(_topics)),
        "claims": FlatTable(
            "a report of an event, as that document tells it", (*_names(CLAIMS, *_OF_CLAIM), "title"), of_event(_claims)
        ),
        "claim-participants": FlatTable(
            "an actor in a role, as one document tells it",
            ("event", "document", *_PARTICIPANT, "evidence_start", "evidence_end"),
            of_event(_claim_participants),
        ),
        "figures": FlatTable(
            "a figure that a document tells of the event",
            ("event", "measures", "tie", *_names(FIGURES), "title"),
            of_event(_figures),
        ),
        "disagreements": FlatTable(
            "a document that gives one of several contradicting values",
            ("event", "field", "about", "value", "document", "title"),
            of_event(_disagreements),
        ),
        **BESIDE,
    }
)
"""Name → table. ``event`` leads to the ``id`` of an event, ``document`` to the document."""
