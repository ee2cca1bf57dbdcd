"""Flat tables of what events have beside the facts: words used, history, copies, sides, judgements, links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from communique.exporting._flat import FlatTable, Linking, Row, of_event
from communique.record import Linked
from communique.types import Event

__all__ = ["BESIDE"]


def _framing(event: Event) -> Iterator[Row]:
    for framing in event.framing:
        for word in framing.words:
            for document in word.reports:
                told = {"thing": framing.thing, "word": word.value, "document": document}
                yield {"event": event.id, **told, "title": event.title}


def _history(event: Event) -> Iterator[Row]:
    for number, stage in enumerate(event.history, start=1):
        for document in stage.reports:
            yield {
                "event": event.id,
                "stage": number,
                "status": stage.status,
                "start_edtf": stage.start.edtf if stage.start else None,
                "published_edtf": stage.published.edtf if stage.published else None,
                "document": document,
                "title": event.title,
            }


def _copies(event: Event) -> Iterator[Row]:
    for number, copies in enumerate(event.copies, start=1):
        for document in copies.reports:
            told: Row = {"group": number, "document": document, "agency": copies.agency, "origin": copies.origin}
            yield {"event": event.id, **told, "title": event.title}


def _sides(event: Event) -> Iterator[Row]:
    for side in event.confirmation.sides if event.confirmation else ():
        for document in side.reports:
            told: Row = {"side": side.side, "name": side.name, "denies": int(side.denies), "document": document}
            yield {"event": event.id, **told, "title": event.title}


def _judgements(event: Event) -> Iterator[Row]:
    for judged in event.judgements:
        yield {
            "event": event.id,
            "judgement": judged.number,
            "verdict": judged.verdict,
            "field": judged.field,
            "value": judged.value,
            "who": judged.who,
            "at": judged.at,
            "note": judged.note,
            "title": event.title,
        }


def _links(event: Event, linking: Linking) -> Iterator[Row]:
    links = linking(event.id)
    for whole in links.part_of:
        yield _link(event, "part of", whole, None)
    if links.series is not None and links.series.place > 1:
        yield _link(event, "follows", links.series.events[links.series.place - 2], links.series.place)


def _link(event: Event, link: str, other: Linked, place: int | None) -> Row:
    told = {"link": link, "other": other.id, "place": place, "other_start_edtf": other.start}
    return {"event": event.id, **told, "other_title": other.title, "title": event.title}


BESIDE: Mapping[str, FlatTable] = MappingProxyType(
    {
        "framing": FlatTable(
            "a document that uses one of several words for one thing",
            ("event", "thing", "word", "document", "title"),
            of_event(_framing),
        ),
        "history": FlatTable(
            "a document of a stage: reports that follow each other and tell the same status and day",
            ("event", "stage", "status", "start_edtf", "published_edtf", "document", "title"),
            of_event(_history),
        ),
        "copies": FlatTable(
            "a document of a group of copies, which counts as one independent source",
            ("event", "group", "document", "agency", "origin", "title"),
            of_event(_copies),
        ),
        "sides": FlatTable(
            "a document that tells of the event on a side's own word; `denies` is 1 where that side denies it",
            ("event", "side", "name", "denies", "document", "title"),
            of_event(_sides),
        ),
        "judgements": FlatTable(
            "what a person decided of the event",
            ("event", "judgement", "verdict", "field", "value", "who", "at", "note", "title"),
            of_event(_judgements),
        ),
        "links": FlatTable(
            "an event that it is part of, or that it follows in a series, with its own place in the series",
            ("event", "link", "other", "place", "other_start_edtf", "other_title", "title"),
            _links,
        ),
    }
)
"""Name → table."""
