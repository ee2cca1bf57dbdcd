"""Reports without a date are dated by sister reports, whatever the order in which they are read."""

from itertools import permutations
from pathlib import Path

import pytest

from communique.record import Changes, open_record
from communique.running import code_document, code_text
from communique.types import Coding

DATED = "OSLO - Kenyan Foreign Minister Wanjiru Otieno arrived in Japan on Monday for a two-day visit, officials said."
UNDATED = (
    "Tokyo is busy. Kenyan Foreign Minister Wanjiru Otieno arrived in Japan on Monday for a visit.\n\n"
    "She will meet Japanese Prime Minister Haruto Sato on {day}.\n\n"
    "Last week she met Norwegian Foreign Minister Espen Barth Eide in Nairobi."
)
OTHER = DATED.replace("OSLO", "NAIROBI").replace("two-day", "three-day")


def coding(name: str, text: str, published: str | None = None) -> Coding:
    return code_text(text, published=published, language="en", id=name)


def keep(path: Path, *codings: Coding) -> tuple[dict[str, str | None], dict[str, str | None], Changes]:
    """Date of publication by document, start by kind and document, and what the reading changed."""
    with open_record(path / "r.db", create=True) as record:
        changes = record.keep(codings, code_document).changes
        told = list(record.documents())
    published = {c.document.id: c.document.published.edtf if c.document.published else None for c in told}
    starts = {f"{c.document.id} {e.kind}": e.start.edtf if e.start else None for c in told for e in c.events}
    return published, starts, changes


def test_a_sister_dates_a_report_and_its_events(tmp_path: Path) -> None:
    undated = coding("b", UNDATED.format(day="Tuesday"))
    assert undated.document.published is None
    for number, codings in enumerate(permutations([coding("a", DATED, "2024-05-14"), undated])):
        folder = tmp_path / str(number)
        folder.mkdir()
        published, starts, changes = keep(folder, *codings)
        assert published == {"a": "2024-05-14", "b": "2024-05-13"}
        assert starts["b visit"] == "2024-05-13"
        assert starts["b meeting"] in ("2024-05-14", "2024-05-06/2024-05-12")
        assert not set(changes.added) & {*changes.merged, *changes.withdrawn}


def test_the_day_after_is_left_open_where_nothing_lies_ahead(tmp_path: Path) -> None:
    published, _, _ = keep(tmp_path, coding("a", DATED, "2024-05-14"), coding("b", DATED.replace("OSLO", "ROME")))
    assert published["b"] == "2024-05-13/2024-05-14"


PLANNED = "Kenyan Foreign Minister Wanjiru Otieno will visit Japan on {day}, officials of the ministry said."


@pytest.mark.parametrize(("day", "published"), [("May 13", "2024-04-29/2024-05-13"), ("May 16", None)])
def test_a_plan_is_told_within_two_weeks_before_its_day(tmp_path: Path, day: str, published: str | None) -> None:
    planned = coding("b", PLANNED.format(day=day))
    found, starts, _ = keep(tmp_path, coding("a", DATED, "2024-05-14"), planned)
    assert found["b"] == published
    assert starts["b visit"] == ("2024-05-13" if published else None)


@pytest.mark.parametrize(
    "sister",
    [
        coding("a", DATED.replace("Monday", "Thursday"), "2024-05-17"),  # another day of the week
        coding("a", DATED.replace("Wanjiru Otieno", "Abdi Kamau"), "2024-05-14"),  # another person
        coding("a", DATED.replace("Japan", "Norway"), "2024-05-14"),  # another host
        coding("a", DATED),  # as undated
    ],
)
def test_what_does_not_fit_dates_nothing(tmp_path: Path, sister: Coding) -> None:
    published, _, _ = keep(tmp_path, sister, coding("b", UNDATED.format(day="Tuesday")))
    assert published["b"] is None


def test_two_that_fit_date_nothing(tmp_path: Path) -> None:
    sisters = coding("a", DATED, "2024-05-14"), coding("c", DATED, "2022-03-08")
    published, _, _ = keep(tmp_path, *sisters, coding("b", UNDATED.format(day="Tuesday")))
    assert published["b"] is None


def test_read_again_it_stays(tmp_path: Path) -> None:
    codings = coding("a", DATED, "2024-05-14"), coding("b", UNDATED.format(day="Tuesday"))
    first = keep(tmp_path, *codings)
    again = keep(tmp_path, *codings)
    assert again == (*first[:2], Changes())


def test_the_weekday_of_the_news_ties_a_report_to_its_sister(tmp_path: Path) -> None:
    dated = coding("a", "Peru expelled the Bolivian ambassador on Monday, officials in Lima said.", "2024-05-14")
    told = "Peru expelled the Bolivian ambassador, it was told in Lima.\n\nThe decision came on {day}, in Lima."
    published, _, _ = keep(tmp_path, dated, coding("b", told.format(day="Monday")))
    assert published["b"] == "2024-05-13/2024-05-14"
    (tmp_path / "other").mkdir()
    published, _, _ = keep(tmp_path / "other", dated, coding("b", told.format(day="Friday")))
    assert published["b"] is None


def test_of_a_set_the_member_is_taken_that_a_sister_allows(tmp_path: Path) -> None:
    planned = coding("b", "Kenyan President William Ruto will visit Japan on May 13, officials of the ministry said.")
    assert planned.document.published is not None
    assert planned.document.published.edtf == "[2023-04,2023-05,2024-04,2024-05,2025-04,2025-05,2026-04,2026-05]"
    dated = coding("a", "Kenyan President William Ruto arrived in Japan on Monday, officials said.", "2024-05-14")
    published, _, _ = keep(tmp_path, dated, planned)
    assert published["b"] == "2024-04-29/2024-05-13"


STORY = (
    "{line}Kenyan Foreign Minister Wanjiru Otieno arrived in Japan for a visit, officials of the ministry said, and was"
    " welcomed by students of the harbour school with songs of both countries, flags, tea and a long row of drums."
)
LINE = "NAIROBI, May 14, 2024 - "


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_copy_without_a_date_is_of_the_event_of_its_original(tmp_path: Path, order: tuple[int, int]) -> None:
    told = coding("a", STORY.format(line=LINE), "2024-05-14"), coding("b", STORY.format(line=""))
    assert told[1].events[0].start is None
    for number in order:
        published, _, _ = keep(tmp_path, told[number])
    assert published == {"a": "2024-05-14", "b": "2024-05-14/2024-05-17"}
    with open_record(tmp_path / "r.db") as record:
        assert [[report.document for report in event.reports] for event in record.events()] == [["a", "b"]]


def test_copies_of_far_days_date_none(tmp_path: Path) -> None:
    dated = [coding(day, STORY.format(line=""), day) for day in ("2022-03-08", "2024-05-14")]
    published, _, _ = keep(tmp_path, *dated, coding("b", STORY.format(line="")))
    assert published["b"] is None
