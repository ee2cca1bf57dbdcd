"""Figures of one thing that independent reports tell differently."""

from collections.abc import Callable

import msgspec

from communique.resolving import event
from communique.types import Disagreement, EventFigure, Figure, Report, Span, When, read_edtf

Make = Callable[..., Report]
SIDES = ("party =Kenya KEN", "party =Peru PER")


def telling(make: Make, document: str, *figures: EventFigure, published: str | None = None) -> Report:
    made = make(document, "agreement", *SIDES, start="2024-05-13", published=published)
    return msgspec.structs.replace(made, figures=figures)


def tied(words: str, unit: str, measures: str | None, *, tie: str = "sentence", of: str | None = None,
         period: str | None = None) -> EventFigure:  # fmt: skip
    evidence = Span(0, len(words), words)
    when = When(period, *read_edtf(period), "stated", evidence) if period else None
    figure = Figure(
        of=of, value=float(words.split()[-1]), unit=unit, period=when, change=None, attribution=None, evidence=evidence
    )
    return EventFigure(figure=figure, measures=measures, tie=tie)  # type: ignore[arg-type]


def disputes(*reports: Report) -> list[Disagreement]:
    return [found for found in event(reports, "e1").disagreements if found.field == "figure"]


def test_two_tolls_with_the_reports_that_give_them(report: Make) -> None:
    a = telling(report, "a", tied("about 60000", "people", "killed"))
    b = telling(report, "b", tied("65000", "people", "killed", tie="document"))
    (found,) = disputes(a, b)
    assert found.about == "killed"
    assert [(v.value, v.reports) for v in found.values] == [("65,000 people", ("b",)), ("60,000 people", ("a",))]


def test_names_of_one_thing_are_compared(report: Make) -> None:
    a = telling(report, "a", tied("17", "agreements", "agreements"))
    b = telling(report, "b", tied("20", "deals", "agreements"))
    assert [v.value for v in disputes(a, b)[0].values] == ["20 deals", "17 agreements"]


def test_other_things_units_and_times_are_not(report: Make) -> None:
    a = telling(report, "a", tied("7", "hours", "length of the meeting"), tied("35", "people", "killed", period="2023"))
    b = telling(report, "b", tied("2", "days", "length of the meeting"), tied("48", "people", "killed", period="2024"))
    c = telling(report, "c", tied("90", "people", "wounded"))
    assert disputes(a, b, c) == []


def test_what_no_entry_names_is_known_by_its_words_and_told_nearby(report: Make) -> None:
    a = telling(report, "a", tied("20", "tons", None, of="grain"))
    b = telling(report, "b", tied("25", "tons", None, of="grain"))
    c = telling(report, "c", tied("30", "tons", None, of="sugar"))
    (found,) = disputes(a, b, c)
    assert found.about == "grain"
    assert {report for rival in found.values for report in rival.reports} == {"a", "b"}


def test_a_report_that_gives_several_leaves_open_which(report: Make) -> None:
    a = telling(report, "a", tied("10", "USD", "pledged"), tied("50", "USD", "pledged"))
    b = telling(report, "b", tied("4", "USD", "pledged"))
    assert disputes(a, b) == []
    nearer = telling(report, "a", tied("10", "USD", "pledged"), tied("50", "USD", "pledged", tie="document"))
    assert [v.value for v in disputes(nearer, b)[0].values] == ["10 USD", "4 USD"]


def test_a_toll_that_grows_from_day_to_day_is_news(report: Make) -> None:
    a = telling(report, "a", tied("35", "people", "killed"), published="2024-05-14")
    b = telling(report, "b", tied("48", "people", "killed"), published="2024-05-15")
    assert disputes(a, b) == []
    fewer = telling(report, "b", tied("30", "people", "killed"), published="2024-05-15")
    assert len(disputes(a, fewer)) == 1
