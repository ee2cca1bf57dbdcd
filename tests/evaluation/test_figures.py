"""How figures are compared with labelled ones."""

from datetime import date

import pytest

from communique.evaluation.figures import score_figures
from communique.evaluation.gold import GoldChange, GoldDocument, GoldFigure
from communique.types import Change, Coding, Document, Figure, Span, When

DAY = When("2023-05-10", date(2023, 5, 10), date(2023, 5, 10), "stated")


def share(gold: GoldFigure, figure: Figure | None) -> tuple[float | None, float | None, float | None]:
    """Value and unit, period, change of one labelled figure, and one that was made."""
    document = GoldDocument(
        id="a", text_file="a.txt", url=None, title=None, published=None, language="en", events=(), figures=(gold,)
    )
    coding = Coding(document=Document("a", "a.txt", "text"), events=(), figures=(figure,) if figure else ())
    scores = score_figures([document], [coding])
    return scores.value_unit.value, scores.period.value, scores.change.value


def made(value: float, unit: str, period: When | None = None, change: Change | None = None) -> Figure:
    return Figure(
        of=None, value=value, unit=unit, period=period, change=change, attribution=None, evidence=Span(0, 1, "t")
    )


@pytest.mark.parametrize(
    ("value", "unit", "figure", "right"),
    [
        (3.4, "billion USD", made(3.4e9, "USD"), 1),
        (3.4, "billion USD", made(3.4, "USD"), 0),
        (3.4, "billion USD", made(3.4e9, "EUR"), 0),
        (5, "soldiers", made(5, "people"), 1),
        (5, "people", made(5, "ships"), 0),
        (12, "states", made(12, "allies"), 1),
        (7, "hours", made(7, "days"), 0),
        (7, "hours", None, 0),
    ],
)
def test_value_and_unit(value: float, unit: str, figure: Figure | None, right: float) -> None:
    assert share(GoldFigure(value, unit, "allies of Peru", None, None), figure) == (right, None, None)


@pytest.mark.parametrize(
    ("period", "right"),
    [
        ("2023-05-10", 1),
        ("2023", 1),
        ("2023-04", 0),
        ("since 2023-05-10", 1),
        ("until 2023-05", 1),
        ("2023-05-01 to 2023-05-31", 1),
        ("per year", None),
    ],
)
def test_period(period: str, right: float | None) -> None:
    assert share(GoldFigure(5, "tons", "rice", period, None), made(5, "tons", DAY))[1] == right


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (Change(direction="up", value=5, unit="percent"), 1),
        (Change(direction="down", value=5, unit="percent"), 0),
        (Change(direction="up", value=5, unit="tons"), 0),
        (None, 0),
    ],
)
def test_change(given: Change | None, right: float) -> None:
    gold = GoldFigure(8, "tons", "rice", None, GoldChange("up", 5, "percent", "2022"))
    assert share(gold, made(8, "tons", None, given))[2] == right
