"""A row of a list tells its event in words and marks, whatever stands in its title."""

from datetime import date
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest

from communique.record import Disputed, Line
from communique.serving._rows import rows
from communique.types import When

DAY = When(edtf="2024-05-13", earliest=date(2024, 5, 13), latest=date(2024, 5, 13), basis="stated")
LINE = Line(
    id="e1", title="Kenya visits Japan", kind="visit", family="visit", status="happened", start=DAY, end=None,
    participants=(), disagreements=(), sources=2, independent_sources=1,
)  # fmt: skip


def drawn(**changes: Any) -> ElementTree.Element:
    return ElementTree.fromstring(str(rows([msgspec.structs.replace(LINE, **changes)])))


def text(row: ElementTree.Element, name: str) -> str:
    found = row.find(f".//span[@class='{name}']")
    return "".join(found.itertext()).strip() if found is not None else ""


def test_a_row_tells_when_what_and_how_many() -> None:
    row = drawn()
    link = row.find(".//a")
    assert link is not None
    assert (link.attrib, link.text) == ({"href": "/events/e1"}, "Kenya visits Japan")
    assert [text(row, name) for name in ("when", "kind", "sources", "hidden")] == [
        "2024-05-13", "visit", "1/2", "happened"
    ]  # fmt: skip
    assert row.attrib == {"class": "event happened"}
    assert "badge" not in str(rows([LINE]))


def test_a_row_tells_how_it_stands_and_on_what_reports_disagree() -> None:
    row = drawn(status="planned", disagreements=tuple(map(Disputed, ("start", "place", "start"))))
    assert text(row, "badge planned") == "planned"
    assert text(row, "badge disputed") == "≠ start, place"


@pytest.mark.parametrize("field", ["id", "title", "kind"])
def test_words_are_never_markup(field: str) -> None:
    hostile = "<script>'\"&</script>"
    row = drawn(**{field: hostile})
    assert row.find(".//script") is None
    assert hostile in [
        *row.itertext(),
        *(value.removeprefix("/events/") for e in row.iter() for value in e.attrib.values()),
    ]


def test_rows_follow_each_other() -> None:
    assert str(rows([LINE, LINE])).count("<li ") == 2
    assert str(rows([])) == ""
