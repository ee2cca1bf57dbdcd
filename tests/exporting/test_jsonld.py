"""JSON-LD: read back as JSON and as RDF, with quotations that are found again in the reports."""

import json
import warnings
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
import rdflib
from tests.exporting.conftest import AT, HOSTILE, Sink

from communique.exporting import Context, find_format
from communique.record import Record
from communique.types import Event, Place, When, read_edtf

SCHEMA = rdflib.Namespace("https://schema.org/")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


def graph(written: bytes) -> rdflib.Graph:
    with warnings.catch_warnings():  # rdflib's own parser still uses what rdflib deprecates
        warnings.simplefilter("ignore", DeprecationWarning)
        return rdflib.Graph().parse(data=written, format="json-ld")


def nodes(written: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written)["@graph"]
    return found


def properties(node: dict[str, Any]) -> dict[str, Any]:
    return {told["name"]: told["value"] for told in node["additionalProperty"]}


def when(edtf: str) -> When:
    return When(edtf, *read_edtf(edtf), "stated")


def test_events_are_found_in_the_graph(write: Callable[..., bytes], events: tuple[Event, ...]) -> None:
    read = graph(write("jsonld"))
    names = {
        str(name) for node in read.subjects(rdflib.RDF.type, SCHEMA.Event) for name in read.objects(node, SCHEMA.name)
    }
    assert names == {event.title for event in events}
    said = {str(exact) for exact in read.objects(None, OA.exact)}
    assert said == {report.claim.evidence.text for event in events for report in event.reports}
    (visit,) = read.subjects(SCHEMA.name, rdflib.Literal("Wanjiru Otieno visits Japan"))
    assert read.value(visit, SCHEMA.eventStatus) == SCHEMA.EventScheduled
    assert str(read.value(visit, SCHEMA.startDate)) == "2024-05-13"


def test_quotations_are_found_in_the_reports(write: Callable[..., bytes], record: Record) -> None:
    evidences = {report.document: report.claim.evidence for event in record.events() for report in event.reports}
    for node in nodes(write("jsonld")):
        for article, annotation in zip(node["subjectOf"], node["annotations"], strict=True):
            coding = record.document(article["identifier"])
            assert coding is not None
            selector = annotation["target"]["selector"]
            evidence = evidences[article["identifier"]]
            assert selector["exact"] == evidence.text
            assert coding.document.text[: evidence.start].endswith(selector["prefix"])
            assert coding.document.text[evidence.end :].startswith(selector["suffix"])
            assert annotation["target"]["source"] == article["@id"]


def test_nothing_ends_the_script_that_it_stands_in(write: Callable[..., bytes]) -> None:
    written = write("jsonld")
    assert b"<" not in written
    titles = {article.get("headline") for node in nodes(written) for article in node["subjectOf"]}
    assert set(HOSTILE) <= titles


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [("2024-05-13", "2024-05-13"), ("2024-05", "2024-05"), ("2024", "2024"), ("2024-21", None), ("202X", None)],
)
def test_a_date_is_iso_or_none(write: Callable[..., bytes], events: tuple[Event, ...], edtf: str, shown: str) -> None:
    (node,) = nodes(write("jsonld", (msgspec.structs.replace(events[0], start=when(edtf), end=None),)))
    assert node.get("startDate") == shown


@pytest.mark.parametrize("edtf", ["2024-05-13/2024-05-17", "[2024-05-13,2024-05-17]"])
def test_bounds_of_an_interval_are_told(write: Callable[..., bytes], events: tuple[Event, ...], edtf: str) -> None:
    (node,) = nodes(write("jsonld", (msgspec.structs.replace(events[0], start=when(edtf), end=None),)))
    told = properties(node)
    assert "startDate" not in node
    assert told["start (EDTF)"] == edtf
    assert (told["earliest start"], told["latest start"]) == ("2024-05-13", "2024-05-17")


def test_an_open_end_has_no_bound(write: Callable[..., bytes], events: tuple[Event, ...]) -> None:
    (node,) = nodes(write("jsonld", (msgspec.structs.replace(events[0], start=when("2024-05-13/.."), end=None),)))
    assert "latest start" not in properties(node)


def test_what_cannot_be_told_is_left_out_and_counted(
    write: Callable[..., bytes], events: tuple[Event, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    told = tuple(
        msgspec.structs.replace(events[0], status=status) for status in ("denied", "hypothetical", "cancelled")
    )
    (node,) = nodes(write("jsonld", told))
    assert node["eventStatus"] == "EventCancelled"
    assert capsys.readouterr().err == "jsonld: 2 of the events left out: 1 denied; 1 hypothetical\n"


def test_sides_stand_in_their_roles(write: Callable[..., bytes]) -> None:
    visit = next(node for node in nodes(write("jsonld")) if node["name"] == "Wanjiru Otieno visits Japan")
    (guest,), (host,) = visit["attendee"], visit["organizer"]
    assert (guest["@type"], guest["roleName"]) == ("Role", "visitor")
    assert guest["attendee"]["jobTitle"] == "foreign minister"
    assert guest["attendee"]["affiliation"]["sameAs"] == "http://www.wikidata.org/entity/Q114"
    assert (host["roleName"], host["organizer"]["@type"]) == ("host", ["Country", "GovernmentOrganization"])
    assert properties(visit)["disagreement: end"] == ["2024-05-14", "2024-05-15"]
    assert visit["location"]["sameAs"] == "http://www.wikidata.org/entity/Q35765"
    assert visit["location"]["geo"]["latitude"] == 34.69


def test_a_country_is_no_point(write: Callable[..., bytes], events: tuple[Event, ...]) -> None:
    chile = msgspec.structs.replace(events[0], place=Place("Chile", "CHL", -33.45, -70.67, "Q298"))
    (node,) = nodes(write("jsonld", (chile,)))
    assert node["location"]["@type"] == "Country"
    assert "geo" not in node["location"]


def test_events_are_named_by_their_pages(record: Record, sink: Sink) -> None:
    written = sink(find_format("jsonld"), Context(record=record, at=AT, base_url="https://desk.example"))(
        record.events()
    )
    assert {node["@id"] for node in nodes(written)} == {f"https://desk.example/events/{e.id}" for e in record.events()}


def test_no_event_is_an_empty_graph(write: Callable[..., bytes]) -> None:
    assert nodes(write("jsonld", ())) == []
    assert len(graph(write("jsonld", ()))) == 0
