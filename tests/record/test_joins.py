"""Why reports are together, why others are not, and which of it is doubtful."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from communique.record import Record, open_record
from communique.types import Coding, EventClaim

MakeClaim = Callable[..., EventClaim]
MakeCoding = Callable[..., Coding]
VISIT = ("visitor Wanjiru Otieno KEN", "host =Japan JPN")


@pytest.fixture
def record(tmp_path: Path, claim: MakeClaim, coding: MakeCoding) -> Iterator[Record]:
    told = {
        "a": claim("visit", *VISIT, start="2024-05-13", place="Osaka JPN"),
        "b": claim("visit", "visitor Otieno KEN", "host =Japan JPN", start="2024-05-13"),
        "c": claim("visit", *VISIT, start="2024-05-27"),
        "d": claim("visit", *VISIT, start="2024-05"),
    }
    with open_record(tmp_path / "r.db", create=True) as opened:
        opened.keep([coding(name, f"Text {name}.", each) for name, each in told.items()])
        yield opened


def of(record: Record, document: str) -> str:
    return next(e.id for e in record.events() if document in {r.document for r in e.reports})


def test_a_join_tells_its_reasons(record: Record) -> None:
    first, second = record.joins(of(record, "a"))
    assert (first.document, first.beside, first.comparison) == ("a", None, None)
    assert (second.document, second.beside) == ("b", "a#0000")
    assert second.comparison is not None
    assert second.comparison.score > 0.6
    assert [reason.words for reason in second.comparison.reasons] == [
        "same kind: visit",
        "same day 2024-05-13",
        "same sides: Japan, Kenya",
        "same person: Wanjiru Otieno",
    ]


def test_a_near_miss_tells_what_keeps_it_apart(record: Record) -> None:
    missed = {miss.event: miss for miss in record.near_misses(of(record, "a"))}
    (reason,) = missed[of(record, "c")].comparison.against
    assert reason.words == "dates cannot both be true: 2024-05-13, 2024-05-27"
    assert record.near_misses("nothing") == ()


def test_what_fits_two_is_doubtful(record: Record) -> None:
    doubts = record.doubts()
    torn = next(doubt for doubt in doubts if doubt.other is not None)
    assert (torn.document, torn.event) == ("d", of(record, "d"))
    assert torn.other in (of(record, "a"), of(record, "c"))
    assert torn.comparison.possible
    assert {doubt.document for doubt in doubts} == {"b", "d"}
    assert record.doubts(limit=1) == doubts[:1]
