"""What a title and an opening ask for, and when the coding of a body is right. All texts are made up."""

from datetime import date
from pathlib import Path

import msgspec
import pytest
from evaluation.releases import (
    DATA,
    Asked,
    Release,
    Unasked,
    ask,
    evaluate,
    families,
    figures,
    measure,
    opening,
    persons,
    read_releases,
    yearless,
)

TITLE = "Deputy Foreign Minister Ana Sol Meets with Ambassador of Chile to Peru Ben Fir"
BODY = "On May 2, 2023, Peruvian Deputy Foreign Minister Ana Sol met with Chilean Ambassador Ben Fir in Lima.She spoke."


def release(title: str = TITLE, body: str = BODY, updated: str = "May 03, 2023 21:09") -> Release:
    return Release(title, updated, body)


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Minister Ana Sol Meets with Minister Ben Fir", {"meeting"}),
        ("Minister Ana Sol Holds Talks with Minister Ben Fir", {"talks"}),
        ("Peru and Chile Hold the Third Round of Political Consultations", {"talks"}),
        ("Ana Sol and Ben Fir Co-chair the Second Strategic Dialogue", {"talks"}),
        ("Minister Ana Sol Has a Phone Call with Minister Ben Fir", {"call"}),
        ("Minister Ana Sol Holds Virtual Meeting with Minister Ben Fir", {"meeting", "call"}),
        ("Minister Ana Sol Visits Chile to Hold Consultations", {"visit", "talks"}),
        ("Minister Ana Sol Pays a Courtesy Call on President Ben Fir", {"meeting"}),
        ("Minister Ana Sol Attends the National Day Reception of Chile", set()),
        ("Minister Ana Sol Accepts the Copy of Credentials from Ambassador Ben Fir", set()),
        ("Minister Ana Sol Briefs Media on President Rey's State Visit to Chile", set()),
    ],
)
def test_families_of_a_title(title: str, named: set[str]) -> None:
    assert families(title) == named


@pytest.mark.parametrize(
    ("title", "named"),
    [
        (TITLE, ("Ana Sol", "Ben Fir")),
        (
            "Ana Sol Speaks with Foreign Minister of the Czech Republic Jan da Silva Novák",
            ("Ana Sol", "Jan da Silva Novák"),
        ),
        (
            "Minister Ana Sol Meets with Ambassador of Peru to Chile Dr. Omar bin Ali AL-SAID",
            ("Ana Sol", "Omar bin Ali AL-SAID"),
        ),
        ("Ana Sol Meets with United Nations Special Envoy Ben Fir on the Middle East Issue", ("Ana Sol", "Ben Fir")),
        ("Minister of Trade, Ana Sol, Meets with Friends from South Africa", ("Ana Sol",)),
        ("Peru and Chile Hold Consultations on Human Rights", ()),
    ],
)
def test_persons_of_a_title(title: str, named: tuple[str, ...]) -> None:
    assert persons(title) == named


@pytest.mark.parametrize(
    ("body", "first", "last"),
    [
        ("On May 2, 2023, Ana Sol met", date(2023, 5, 2), date(2023, 5, 2)),
        ("On Sept. 2, Ana Sol met", date(2023, 9, 2), date(2023, 9, 2)),
        ("From April 30 to May 2, 2022, Ana Sol visited", date(2022, 4, 30), date(2022, 5, 2)),
        ("From May 2 to 4, 2023, Ana Sol visited", date(2023, 5, 2), date(2023, 5, 4)),
    ],
)
def test_opening_gives_the_days(body: str, first: date, last: date) -> None:
    assert opening(release(body=body)) == (first, last)


def test_year_is_cut_from_the_opening_only() -> None:
    body = "On May 2, 2023, Ana Sol met Ben Fir. On June 3, 2023, she left."
    assert yearless(release(body=body)) == "On May 2, Ana Sol met Ben Fir. On June 3, 2023, she left."
    assert yearless(release(body="On May 2, Ana Sol met Ben Fir.")) == "On May 2, Ana Sol met Ben Fir."


def test_what_is_not_asked_for() -> None:
    reception = ask(release("Minister Ana Sol Attends a Reception"))
    assert isinstance(reception, Unasked)
    assert reception.reason == "the title names no meeting, talks, visit or call"
    undated = ask(release(body="Recently, Ana Sol met Ben Fir."))
    assert isinstance(undated, Unasked)
    assert undated.reason == "the opening gives no day"


def test_title_of_a_visit_over_a_body_that_tells_of_a_meeting_there() -> None:
    there = ask(release("Minister Ana Sol Visits Chile", "On May 2, 2023, Ana Sol met with Ben Fir in Santiago."))
    journey = ask(release("Minister Ana Sol Visits Chile", "On May 2, 2023, Ana Sol visited Chile."))
    assert isinstance(there, Asked)
    assert isinstance(journey, Asked)
    assert sorted(there.families) == ["meeting", "visit"]
    assert sorted(journey.families) == ["visit"]


def test_body_is_coded_and_compared() -> None:
    asked = ask(release())
    assert isinstance(asked, Asked)
    (outcome,) = measure([asked])
    assert outcome.kind
    assert outcome.date
    assert outcome.undated
    assert outcome.found == (True, True)
    assert figures([outcome])["persons"].of == 2


def test_missing_releases_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(data=tmp_path / "none.jsonl") == 1
    assert "none.jsonl: the releases are not there" in capsys.readouterr().err


def test_errors_show_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "releases.jsonl"
    silent = release(
        body="On May 2, 2023, rain fell over the hills around the lake and the roads to the coast were closed."
    )
    path.write_bytes(msgspec.json.encode(silent) + b"\n" + msgspec.json.encode(release("Paper")) + b"\n")
    assert evaluate(data=path, errors=5) == 0
    assert capsys.readouterr().out.startswith("no event\tmeeting 2023-05-02/2023-05-02 Ana Sol, Ben Fir\t")


@pytest.mark.skipif(not DATA.exists(), reason="the releases are not here")
def test_figures_do_not_fall() -> None:
    """The floors lie two points below what was measured on these releases."""
    asked = [one for one in map(ask, read_releases()) if isinstance(one, Asked)]
    found = figures(measure(asked, sample=60))
    floors = {"date": 0.846, "persons": 0.885, "kind": 0.846}
    assert {name: share.value for name, share in found.items() if (share.value or 0) < floors.get(name, 0)} == {}
