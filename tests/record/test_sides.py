"""What is said of one country by another, and how quantities went that reports tell of both."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from communique.record import Record, open_record
from communique.record._sides import SIDES, _named, register
from communique.running import code_text

TOLD = (
    ("a", "2024-05-13", "40 million", "Kenya and Japan are friends"),
    ("b", "2024-06-13", "55 million", "Japan will buy more tea"),
    ("c", "2024-07-13", "70 million", "Everything will be well"),
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as opened:
        opened.keep(
            code_text(
                f"Kenyan President William Ruto met Japanese Prime Minister Fumio Kishida in Nairobi on Monday and"
                f" signed a trade deal worth {sum} dollars after three days of talks."
                f' "{words}," Ruto said.',
                published=published,
                id=name,
            )
            for name, published, sum, words in TOLD
        )
        yield opened


def test_statements_are_found_by_who_speaks_of_whom(record: Record) -> None:
    assert [said.document for said in record.sayings("ken", "jpn")] == ["b", "a"]
    assert [said.document for said in record.sayings("KEN", "JPN", limit=1)] == ["b"]
    assert record.sayings("KEN", "JPN")[0].statement.text.startswith("Japan will buy")
    assert record.sayings("JPN", "KEN") == ()
    assert record.sayings("KEN", "KEN") == ()


def test_a_quantity_that_is_told_of_on_several_days_is_a_course(record: Record) -> None:
    (course,) = record.courses_between("jpn", "KEN")
    assert course.unit == "USD"
    assert [(point.day, point.value) for point in course.points] == [
        (date(2024, 5, 13), 40e6),
        (date(2024, 6, 10), 55e6),
        (date(2024, 7, 8), 70e6),
    ]
    for point in course.points:
        coding = record.document(point.document)
        assert coding is not None
        assert point.place in [figure.evidence.start for figure in coding.figures]
    (ruto,) = (actor for actor in record.actors(country="KEN") if actor.actor.kind == "person")
    assert record.courses(ruto.actor.id) == (course,)
    assert record.courses("nobody") == ()


def test_what_a_document_said_goes_with_it(record: Record) -> None:
    record.keep([code_text("Nothing was told.", published="2024-06-14", id="b")])
    assert [said.document for said in record.sayings("KEN", "JPN")] == ["a"]
    assert record.courses_between("KEN", "JPN") == ()  # two days are none


def test_a_record_of_before_has_the_same(record: Record) -> None:
    asked = record.sayings("KEN", "JPN"), record.courses_between("KEN", "JPN")
    record.close()
    with sqlite3.connect(record.path) as other:
        register(other)
        other.executescript("DROP TABLE sayings; DROP TABLE measured;" + SIDES)
    with open_record(record.path) as opened:
        assert (opened.sayings("KEN", "JPN"), opened.courses_between("KEN", "JPN")) == asked


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Japan’s tea and the Peruvians", {"JPN", "PER"}),
        ("They told us of Kenyan tea", {"KEN"}),
        ("The US and Georgia, not us", {"USA"}),
        ("turkey and china on the table", set()),
    ],
)
def test_countries_are_named_as_news_names_them(text: str, named: set[str]) -> None:
    assert set(_named(text)) == named
