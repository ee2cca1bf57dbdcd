"""Figures of a course become dots from left to right, the greatest at the top, each with its report."""

from datetime import date

import pytest

from communique.record import Course, Point
from communique.serving._charts import HEIGHT, WIDTH, charts


def course(*values: float, unit: str | None = "USD") -> Course:
    points = [
        Point(day=date(2024, 5, 1 + 10 * (n // 2)), value=value, document=f"a/{n}", place=7)
        for n, value in enumerate(values)
    ]
    return Course(measure="trade", unit=unit, points=tuple(points))


def test_dots_stand_by_day_and_value() -> None:
    (chart,) = charts([course(10, 30, 20, 20, 100)])
    assert [dot.x for dot in chart.dots] == [8, 8, 160, 160, WIDTH - 8]
    assert (chart.dots[4].y, chart.top, chart.bottom) == (8, "100", "0")
    assert chart.line == "8.0,91.2 160.0,91.2 312.0,8.0"  # through the middle of each day
    assert (chart.first, chart.last) == (date(2024, 5, 1), date(2024, 5, 21))


def test_a_dot_leads_to_its_report() -> None:
    (chart,) = charts([course(2.5, 3)])
    assert (chart.name, chart.dots[0].title) == ("trade, USD", "2024-05-01: 2.5 USD")
    assert chart.dots[0].url == "/reports?id=a%2F0#f7"


@pytest.mark.parametrize(
    ("values", "bottom", "top"),
    [((90, 100), "90", "100"), ((40, 100), "0", "100"), ((5, 5), "0", "5"), ((-5, 5), "-5", "5"), ((0, 0), "0", "1")],
)
def test_what_moves_little_is_drawn_from_its_least(values: tuple[float, ...], bottom: str, top: str) -> None:
    (chart,) = charts([course(*values, unit=None)])
    assert (chart.bottom, chart.top) == (bottom, top)
    assert all(8 <= dot.y <= HEIGHT - 8 for dot in chart.dots)
