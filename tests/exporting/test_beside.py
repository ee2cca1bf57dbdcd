"""What events have beside the facts stands in every format that has a place for it."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from icalendar import Calendar
from tests.exporting.conftest import AT, HOSTILE, Sink

from communique.exporting import Context, find_format
from communique.exporting._beside import BESIDE
from communique.exporting._tables import TABLES
from communique.record import Record, open_record
from communique.types import Attribution, Coding, EventClaim, Participant, Span

MakeClaim = Callable[..., EventClaim]
MakeCoding = Callable[..., Coding]
VISIT = ("visitor Wanjiru Otieno KEN", "host =Japan JPN")
TALKS = ("party Wanjiru Otieno KEN", "party Haruto Sato JPN")
NEWS = (
    "The foreign minister of Kenya, {}, is in Osaka for two days of talks on ports, ships, harbours, rails and on tea. "
)


def spelt(told: EventClaim, words: str, text: str) -> EventClaim:
    """The claim of a document that writes the first name so, on that side's word."""
    first, *others = told.participants
    at = text.index(words)
    named = Participant(first.role, first.actor, Span.of(text, at, at + len(words)))
    said = Attribution(first.actor, named.evidence)
    return msgspec.structs.replace(told, participants=(named, *others), attribution=said)


@pytest.fixture
def told(tmp_path: Path, claim: MakeClaim, coding: MakeCoding) -> Iterator[Record]:
    """A visit in a copied report and one that spells a name otherwise, talks during it, an earlier visit; judged."""
    visit = claim("visit", *VISIT, start="2024-05-13", end="2024-05-15")
    texts = [
        ("a", NEWS.format("Wanjiru Otieno"), "Wanjiru Otieno"),
        ("b", NEWS.format("Wanjiru Otieno"), "Wanjiru Otieno"),
        ("c", "Wanjira Otienu has come.", "Wanjira Otienu"),
    ]
    outlets = {"a": "Reuters", "b": "Daily Kite", "c": "Harbour Post"}
    agency = {"a": "Reuters", "b": "Reuters", "c": None}
    with open_record(tmp_path / "told.db", create=True) as record:
        for id, text, name in texts:
            record.add(
                coding(
                    id, text, spelt(visit, name, text), publisher=outlets[id], agency=agency[id], published="2024-05-14"
                )
            )
        record.add(coding("d", "Talks were held.", claim("talks", *TALKS, start="2024-05-14")))
        record.add(coding("e", "She came before.", claim("visit", *VISIT, start="2023-02-02", end="2023-02-03")))
        record.resolve()
        (now,) = record.events(from_="2024", kind="visit")
        record.judge("set", now.id, field="place", value="Osaka (JPN)", who="anna", note=HOSTILE[0])
        yield record


@pytest.fixture
def written(told: Record, sink: Sink) -> Callable[..., str]:
    def write(name: str, **options: str) -> str:
        format = find_format(name)
        return sink(format, Context(record=told, at=AT, options=format.choose(options)))(told.events()).decode()

    return write


def table(written: Callable[..., str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", table=name), newline=""), strict=True))


def test_tables(written: Callable[..., str], told: Record) -> None:
    earlier, visit, talks = told.events()
    framing = table(written, "framing")
    assert [(row["thing"], row["word"], row["document"]) for row in framing] == [
        ("Wanjiru Otieno", "Wanjiru Otieno", "a"),
        ("Wanjiru Otieno", "Wanjiru Otieno", "b"),
        ("Wanjiru Otieno", "Wanjira Otienu", "c"),
    ]
    copies = table(written, "copies")
    assert [(row["group"], row["document"], row["agency"]) for row in copies] == [
        ("1", "a", "Reuters"),
        ("1", "b", "Reuters"),
    ]
    (judged,) = table(written, "judgements")
    assert (judged["verdict"], judged["field"], judged["value"], judged["who"]) == (
        "set",
        "place",
        "Osaka (JPN)",
        "anna",
    )
    assert judged["note"] == f"'{HOSTILE[0]}"
    links = table(written, "links")
    assert [(row["event"], row["link"], row["other"], row["place"]) for row in links] == [
        (visit.id, "follows", earlier.id, "2"),
        (talks.id, "part of", visit.id, ""),
    ]
    assert {(row["side"], row["denies"], row["document"]) for row in table(written, "sides")} == {
        ("KEN", "0", document) for document in "abc"
    }
    assert {row["document"] for row in table(written, "history")} == set("abcde")


@pytest.mark.parametrize("name", BESIDE)
def test_every_table_has_its_columns_and_no_formula(written: Callable[..., str], name: str) -> None:
    found = table(written, name)
    assert found
    assert {tuple(row) for row in found} == {TABLES[name].columns}
    assert not any(cell.startswith("=") for row in found for cell in row.values())


def test_entities_are_tied_and_remarked(written: Callable[..., str]) -> None:
    entities = {entity["id"]: entity for entity in map(json.loads, written("ftm").splitlines())}
    links = [e["properties"] for e in entities.values() if e["schema"] == "UnknownLink"]
    ends = {link["role"][0]: (link["subject"][0], link["object"][0]) for link in links}
    schemata = {role: tuple(entities[end]["schema"] for end in pair) for role, pair in ends.items()}
    assert schemata["part of"] == schemata["follows"] == ("Event", "Event")
    assert schemata["copy of"] == ("Article", "Article")
    notes = [note for e in entities.values() for note in e["properties"].get("notes", ())]
    assert any("“Wanjira Otienu” (1 report)" in note for note in notes)
    assert any(note.startswith("Judged place = Osaka (JPN) on ") for note in notes)
    assert "Copies that count as one report: a, b, credited to Reuters" in notes
    assert "anna" not in " ".join(notes)


def test_what_it_is_part_of_in_calendar_and_graph(written: Callable[..., str], told: Record) -> None:
    _, visit, talks = told.events()
    found = {str(c["uid"]): c for c in Calendar.from_ical(written("ics")).walk("VEVENT")}
    related = found[f"{talks.id}@communique"]["related-to"]
    assert (str(related), related.params["RELTYPE"]) == (f"{visit.id}@communique", "PARENT")
    assert "Words for Wanjiru Otieno" in str(found[f"{visit.id}@communique"]["description"])
    nodes = {node["identifier"]: node for node in json.loads(written("jsonld"))["@graph"]}
    assert nodes[talks.id]["superEvent"] == [{"@id": nodes[visit.id]["@id"]}]
    assert "superEvent" not in nodes[visit.id]
