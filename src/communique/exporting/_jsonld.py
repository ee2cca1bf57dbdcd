"""JSON-LD: events in the vocabulary of schema.org, with the words they rest on as W3C annotations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import BinaryIO

import msgspec

from communique.codebook import schema_org
from communique.exporting._format import Context, Format
from communique.exporting._left_out import say_left_out
from communique.exporting._schema_nodes import (
    Node,
    actor_node,
    known,
    organization_node,
    place_node,
    property_node,
)
from communique.exporting._site import Site, site_at
from communique.exporting._text import web_address
from communique.record import Linked
from communique.types import Event, Participant, Report, Span, When

__all__ = ["FORMAT"]

_Texts = Callable[[str], str | None]
"""Document id → its text, null where the record does not have it."""

_LINK = {"@type": "@id"}
_CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "url": _LINK,
    "sameAs": _LINK,
    "eventStatus": {"@type": "@vocab"},
    "annotations": {"@reverse": "oa:hasBody"},
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextQuoteSelector")},
    **{name: f"oa:{name}" for name in ("exact", "prefix", "suffix")},
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
}
_AROUND = 32
"""Characters before and after a quotation, enough to find it among others: W3C Web Annotation Data Model, 4.2.4."""
_ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)
"""A day, a month or a year: what of EDTF is an ISO 8601 date too."""
_HARMLESS = {b"<": b"\\u003c", "\u2028".encode(): b"\\u2028", "\u2029".encode(): b"\\u2029"}
"""Characters that end a script element, or a line of one, in the page that the file is put into."""


def _write(events: Iterable[Event], stream: BinaryIO, context: Context) -> None:
    site, texts, left_out = site_at(context.base_url), _texts(context), Counter[str]()
    linking = context.record.linking()
    stream.write(b'{"@context":' + msgspec.json.encode(_CONTEXT) + b',"@graph":[')
    before = b"\n"
    for event in events:
        if event.status not in schema_org().statuses:
            left_out[event.status] += 1
            continue
        part_of = linking(event.id).part_of
        stream.write(before + _harmless(msgspec.json.encode(_node(event, part_of, site, texts))))
        before = b",\n"
    stream.write(b"\n]}\n")
    say_left_out("jsonld", left_out)


def _harmless(encoded: bytes) -> bytes:
    for found, escape in _HARMLESS.items():
        encoded = encoded.replace(found, escape)
    return encoded


def _texts(context: Context) -> _Texts:
    @lru_cache(maxsize=64)
    def text(document: str) -> str | None:
        coding = context.record.document(document)
        return coding.document.text if coding is not None else None

    return text


def _reference(event: str, site: Site) -> Node:
    return {"@id": site.page(event) or site.tag(f"event/{event}")}


def _node(event: Event, part_of: Iterable[Linked], site: Site, texts: _Texts) -> Node:
    return known(
        {
            "@type": "Event",
            **_reference(event.id, site),
            "identifier": event.id,
            "name": event.title,
            "url": site.page(event.id),
            "eventStatus": schema_org().statuses[event.status],
            "startDate": _date(event.start),
            "endDate": _date(event.end),
            "superEvent": [_reference(whole.id, site) for whole in part_of],
            "location": place_node(event.place) if event.place else None,
            **_sides(event.participants, site),
            "keywords": [*dict.fromkeys((event.kind, event.family, *(topic.name for topic in event.topics)))],
            "additionalProperty": [*_properties(event)],
            "subjectOf": [_article(report, site) for report in event.reports],
            "annotations": [_annotation(report, site, texts) for report in event.reports],
        }
    )


def _date(when: When | None) -> str | None:
    """The date if it is a day, a month or a year; of others the properties tell the bounds."""
    return when.edtf if when is not None and _ISO_DATE.fullmatch(when.edtf) else None


def _sides(participants: Iterable[Participant], site: Site) -> dict[str, list[Node]]:
    """Property → the actors that stand under it, each in its role (https://schema.org/Role)."""
    sides: dict[str, list[Node]] = {}
    for participant in participants:
        name = schema_org().roles.get(participant.role)
        if name is not None:
            role = {"@type": "Role", "roleName": participant.role, name: actor_node(participant.actor, site)}
            sides.setdefault(name, []).append(role)
    return sides


def _properties(event: Event) -> Iterator[Node]:
    yield property_node("kind", event.kind)
    yield property_node("status", event.status)
    yield property_node("PLOVER", f"{event.type}/{event.mode}" if event.mode else event.type)
    if event.cameo is not None:
        yield property_node("CAMEO", event.cameo)
    for name, when in (("start", event.start), ("end", event.end)):
        if when is not None and when.day is None:
            yield from _bounds(name, when)
    yield property_node("reports", event.sources)
    yield property_node("independent sources", event.independent_sources)
    yield property_node("confidence", event.confidence)
    for disagreement in event.disagreements:
        yield property_node(
            f"disagreement: {disagreement.about or disagreement.field}", [rival.value for rival in disagreement.values]
        )
    for framing in event.framing:
        yield property_node(f"words: {framing.thing}", [word.value for word in framing.words])


def _bounds(name: str, when: When) -> Iterator[Node]:
    yield property_node(f"{name} (EDTF)", when.edtf)
    if when.earliest is not None:
        yield property_node(f"earliest {name}", when.earliest.isoformat())
    if when.latest is not None:
        yield property_node(f"latest {name}", when.latest.isoformat())


def _article(report: Report, site: Site) -> Node:
    return known(
        {
            "@type": "NewsArticle",
            "@id": _article_id(report, site),
            "identifier": report.document,
            "headline": report.title,
            "url": web_address(report.url),
            "datePublished": _date(report.published),
            "publisher": organization_node(report.publisher),
            "sourceOrganization": organization_node(report.agency),
        }
    )


def _article_id(report: Report, site: Site) -> str:
    return web_address(report.url) or site.tag(f"document/{report.document}")


def _annotation(report: Report, site: Site, texts: _Texts) -> Node:
    selector = _selector(report.claim.evidence, texts(report.document))
    target = {"@type": "SpecificResource", "source": _article_id(report, site), "selector": selector}
    return {"@type": "Annotation", "target": target}


def _selector(span: Span, text: str | None) -> Node:
    """The quoted words, with those around them where the text is at hand."""
    around = {} if text is None else {"prefix": text[: span.start][-_AROUND:], "suffix": text[span.end :][:_AROUND]}
    return {"@type": "TextQuoteSelector", "exact": span.text, **around}


FORMAT = Format(
    name="jsonld",
    suffix=".jsonld",
    summary="JSON-LD, schema.org events with their reports as news articles and the words that tell of them as W3C "
    "annotations: for web pages, search engines and knowledge graphs.",
    loses="Events that are denied or merely possible, which schema.org cannot tell, are left out and counted on "
    "standard error. Of a report the main evidence is kept; which reports say what of contradictions and words used is"
    " lost, and so are series and judgements. States on whose ground others meet are no participants.",
    write=_write,
)
