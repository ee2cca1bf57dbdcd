"""Earlier versions are kept, told, and held against the present one; reading them again changes nothing."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from communique.record import Changes, Record, open_record
from communique.types import Coding, EventClaim, Place, Span, When

MakeClaim = Callable[..., EventClaim]
MakeCoding = Callable[..., Coding]
VISIT = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")
WHERE: dict[str, tuple[float, float]] = {"Osaka": (34.69, 135.50), "Tokyo": (35.68, 139.69)}
TEXT = "The foreign minister of Kenya will travel to {0} on Monday for two days of talks on ports and on tea."


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as opened:
        yield opened


@pytest.fixture
def version(claim: MakeClaim, coding: MakeCoding) -> MakeCoding:
    def make(document: str, city: str, url: str | None = None) -> Coding:
        text = TEXT.format(city)
        at = text.index(city)
        lat, lon = WHERE.get(city, (None, None))
        told = msgspec.structs.replace(
            claim("visit", *VISIT, start="2024-05-13"),
            place=Place(city, "JPN", lat, lon, evidence=Span.of(text, at, at + len(city))),
        )
        return coding(document, text, told, url=url)

    return make


def test_the_same_id_with_another_text(record: Record, version: MakeCoding) -> None:
    record.keep([version("a", "Osaka"), version("a", "Kobe")])
    (earlier,) = record.versions("a")
    assert (earlier.id, earlier.coding.document.text) == ("a@1", TEXT.format("Osaka"))
    assert record.document("a@1") == earlier.coding
    found = record.document("a")
    assert found is not None
    assert found.document.text == TEXT.format("Kobe")


def test_the_same_address_with_a_like_text(record: Record, version: MakeCoding) -> None:
    record.keep([version("a", "Osaka", "https://kite.example/1")])
    record.keep([version("b", "Kobe", "https://kite.example/1")])
    assert [coding.document.id for coding in record.documents()] == ["b"]
    assert [earlier.id for earlier in record.versions("b")] == ["b@1"]
    assert record.document("a") == record.document("b@1")
    record.keep([version("c", "Nara", "https://kite.example/1")])
    assert [earlier.coding.document.id for earlier in record.versions("c")] == ["a", "b"]


def test_the_same_address_with_another_story(record: Record, version: MakeCoding, coding: MakeCoding) -> None:
    record.keep([version("a", "Osaka", "https://kite.example/"), coding("b", "Rain is expected in the north.")])
    record.keep([coding("c", "A museum opens its doors to visitors today.", url="https://kite.example/")])
    assert [found.document.id for found in record.documents()] == ["a", "b", "c"]
    assert record.versions("c") == ()


def test_versions_of_two_documents_that_become_one(record: Record, version: MakeCoding, coding: MakeCoding) -> None:
    url = "https://kite.example/1"
    record.keep([version("a", city, url) for city in ("Osaka", "Kobe")])
    record.keep([coding("b", f"A museum opens its doors {when}.", url=url) for when in ("today", "at last")])
    record.keep([version("b", "Nara", url)])
    assert [found.document.id for found in record.documents()] == ["b"]
    assert [each.coding.document.id for each in record.versions("b")] == ["b", "b", "a", "a"]


def test_reading_versions_of_an_address_again_changes_nothing(record: Record, version: MakeCoding) -> None:
    told = [version("a", "Nara", "https://x.example/1"), version("b", "Nagoya", "https://x.example/1")]
    record.keep(told)
    log = record.changes()
    again = record.keep(told)
    assert (again.documents, again.changes) == ((), Changes())
    assert record.changes() == log


def test_an_outlet_may_go_back_to_its_first_words(record: Record, version: MakeCoding) -> None:
    for _ in range(2):
        for city in ("Osaka", "Kobe", "Osaka"):
            record.keep([version("a", city)])
    now = record.document("a")
    assert now is not None
    assert now.document.text == TEXT.format("Osaka")
    kept = [each.coding.document.text for each in record.versions("a")]
    assert kept == [TEXT.format("Osaka"), TEXT.format("Kobe")]


def test_what_a_version_changed_is_in_dispute(record: Record, version: MakeCoding) -> None:
    record.keep([version("a", "Osaka")])
    record.keep([version("a", "Tokyo")])
    (event,) = record.events()
    (disputed,) = event.disagreements
    assert disputed.field == "place"
    assert {value.value: value.reports for value in disputed.values} == {"Tokyo": ("a",), "Osaka": ("a@1",)}
    assert (event.sources, event.independent_sources) == (1, 1)
    assert event.place is not None
    assert event.place.name == "Tokyo"


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 1, 0)])
def test_a_copy_with_another_day_is_in_dispute_in_both_events(
    record: Record, claim: MakeClaim, coding: MakeCoding, order: tuple[int, ...]
) -> None:
    def report(document: str, day: int) -> Coding:
        text = TEXT.format("Osaka").replace("Monday", f"May {day}")
        at, told = text.index("May"), date(2024, 5, day)
        start = When(told.isoformat(), told, told, "stated", Span.of(text, at, at + len("May 13")))
        return coding(document, text, msgspec.structs.replace(claim("visit", *VISIT), start=start))

    reports = [report("a", 13), report("b", 13), report("c", 27)]
    for at in order:
        record.keep([reports[at]])
    events = record.events()
    assert [[r.document for r in event.reports] for event in events] == [["a", "b"], ["c"]]
    told = [{value.value: value.reports for d in event.disagreements for value in d.values} for event in events]
    assert told[0] == {"2024-05-13": ("a", "b"), "2024-05-27": ("c",)}
    assert told[1].keys() == {"2024-05-13", "2024-05-27"}
    assert [(event.sources, event.independent_sources) for event in events] == [(2, 1), (1, 1)]
