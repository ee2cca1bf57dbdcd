"""What is asked of a row of travel, how it is worded, and when a coded visit is right."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from evaluation.travel import (
    DATA,
    Row,
    Unusable,
    codes_of,
    days_right,
    evaluate,
    figures,
    measure,
    read_rows,
    row_of,
    spread,
    word,
)

from communique.types import EventClaim, Span, When

SECRETARY = "Secretary of State"


def line(time: str, state: str = "Peru", cities: str = "Lima") -> dict[str, str]:
    return {"destination country": state, "destination city": cities, "time": time}


def row(number: int = 0, state: str = "Peru", cities: str = "Lima", first: str = "1999-03-03", last: str = "") -> Row:
    return Row(number, SECRETARY, state, cities, date.fromisoformat(first), date.fromisoformat(last or first))


@pytest.fixture
def visit() -> Callable[[str | None, str | None], EventClaim]:
    """A visit with the given start and end."""

    def make(start: str | None, end: str | None) -> EventClaim:
        return EventClaim(
            kind="visit",
            family="visit",
            type="CONSULT",
            mode="visit",
            cameo="042",
            status="happened",
            start=_when(start),
            end=_when(end),
            place=None,
            participants=(),
            topics=(),
            attribution=None,
            evidence=Span(0, 5, "visit"),
        )

    return make


def _when(day: str | None) -> When | None:
    return None if day is None else When(day, date.fromisoformat(day), date.fromisoformat(day), "stated")


@pytest.mark.parametrize(
    ("time", "first", "last"),
    [
        ("March 3, 1999", "1999-03-03", "1999-03-03"),
        ("March 3–5, 1999", "1999-03-03", "1999-03-05"),
        ("March 30–April 2, 1999", "1999-03-30", "1999-04-02"),
        ("December 30, 1999–January 2, 2000", "1999-12-30", "2000-01-02"),
    ],
)
def test_days_of_a_row(time: str, first: str, last: str) -> None:
    assert row_of(0, SECRETARY, line(time)) == row(first=first, last=last)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (line("spring 1999"), "no day"),
        (line("February 30, 1999"), "no day"),
        (line("May 5–3, 1999"), "ends before it starts"),
        (line("May 3, 1999", "Atlantic Ocean", "aboard ship"), "no state of today or then"),
        (line("May 3, 1999", "U.S.S.R.", "Moscow"), "the state did not exist then"),
        (line("May 3, 1866"), "nobody held the office then"),
    ],
)
def test_rows_that_cannot_be_asked_for(raw: dict[str, str], reason: str) -> None:
    assert row_of(7, SECRETARY, raw) == Unusable(7, reason)


@pytest.mark.parametrize(
    ("state", "cities", "codes"),
    [
        ("Korea, Republic of", "Seoul", {"KOR"}),
        ("U.S.S.R.", "Moscow", {"SUN"}),
        ("Germany, Federal Republic of", "Bonn", {"DEU"}),
        ("United Kingdom", "Bermuda", {"GBR", "BMU"}),
        ("United Kingdom", "Nassau (The Bahamas)", {"GBR", "BHS"}),
        ("Canada", "Halifax (Nova Scotia)", {"CAN"}),
    ],
)
def test_country_then_and_territory_today_are_right(state: str, cities: str, codes: set[str]) -> None:
    assert codes_of(row(state=state, cities=cities)) == codes


def test_wordings_of_one_row_differ_by_its_number_alone() -> None:
    texts = [word(row(number, first="1999-03-03", last="1999-03-05")).text for number in range(260)]
    assert len(set(texts)) > 200
    assert texts == [word(row(number, first="1999-03-03", last="1999-03-05")).text for number in range(260)]
    assert all(text.endswith(".") and ",," not in text and "  " not in text and "{" not in text for text in texts)
    assert all("Lima" in text or "Peru" in text for text in texts)


@pytest.mark.parametrize(
    ("asked", "text", "published"),
    [
        (row(0), "US Secretary of State Madeleine Albright visited Lima, Peru, on March 3.", "1999-03-04"),
        (row(1), "U.S. Secretary of State Madeleine Albright travelled to Peru on March 3.", "1999-03-04"),
        (row(2), "Madeleine Albright, the US secretary of state, will visit Lima in Peru on March 3.", "1999-03-01"),
        (
            row(4, "Philippines", "Manila, Cebu", "1999-03-03", "1999-03-05"),
            "U.S. Secretary of State Madeleine Albright visited Manila and Cebu, Philippines, "
            "from 3 to 5 March this year.",
            "1999-12-31",
        ),
        (
            row(11, first="1999-03-03", last="1999-03-10"),
            "Madeleine Albright, the US secretary of state, arrived in Lima, Peru, on March 3 for an eight-day visit.",
            "1999-03-11",
        ),
    ],
)
def test_wording(asked: Row, text: str, published: str) -> None:
    sentence = word(asked)
    assert (sentence.text, sentence.published.isoformat()) == (text, published)


def test_well_known_city_stands_alone_but_not_in_a_state_that_is_no_more() -> None:
    known = frozenset({"Lima", "Moscow"})
    assert "Peru" not in word(row(3), known).text
    assert "Soviet Union" in word(row(3, "U.S.S.R.", "Moscow", "1972-05-22"), known).text


def test_visit_of_one_day_may_leave_its_end_open(visit: Callable[[str | None, str | None], EventClaim]) -> None:
    first, last = date(1999, 3, 3), date(1999, 3, 5)
    assert days_right(visit("1999-03-03", None), first, first)
    assert days_right(visit("1999-03-03", "1999-03-05"), first, last)
    assert not days_right(visit("1999-03-03", None), first, last)
    assert not days_right(visit(None, "1999-03-05"), first, last)


def test_sample_is_spread_evenly() -> None:
    assert spread(range(10), 4) == [0, 2, 5, 7]
    assert spread("abc", 5) == ["a", "b", "c"]
    assert spread("abc", None) == ["a", "b", "c"]


def test_missing_tables_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(data=tmp_path) == 1
    assert "AmericanSecretaryVisit.csv: the table of travel is not there" in capsys.readouterr().err


def test_made_up_tables_are_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = "destination country,destination city,description,time,year\n"
    (tmp_path / "AmericanSecretaryVisit.csv").write_text(head + 'Peru,Lima,,"March 3, 1999",1999\n', encoding="utf-8")
    (tmp_path / "AmericanPresidentVisit.csv").write_text(head + "Peru,Lima,,soon,1999\n", encoding="utf-8")
    assert evaluate(data=tmp_path) == 0
    shown = capsys.readouterr().out
    assert "country" in shown
    assert "left out: no day" in shown


@pytest.mark.skipif(not DATA.exists(), reason="the tables of travel are not here")
def test_figures_do_not_fall() -> None:
    """The floors lie two points below what was measured on these rows."""
    found = figures(measure([row for row in read_rows() if isinstance(row, Row)], sample=139))
    floors = {"country": 0.951, "days": 0.951}
    assert {name: share.value for name, share in found.items() if (share.value or 0) < floors.get(name, 0)} == {}
