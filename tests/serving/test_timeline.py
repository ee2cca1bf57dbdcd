"""Bars stand without gaps, and a few events long before all others do not flatten them."""

from datetime import date

import pytest

from communique.record import Bin
from communique.serving._selection import Selection
from communique.serving._timeline import histogram


def bins(*months: tuple[int, int, int]) -> list[Bin]:
    return [Bin(month=date(year, month, 1), status="happened", events=events) for year, month, events in months]


def test_bars_are_months_without_gaps() -> None:
    drawn = histogram(bins((2024, 1, 3), (2024, 4, 2)), Selection(country="KEN"))
    assert drawn is not None
    assert [(bar.name, bar.total) for bar in drawn.bars] == [
        ("2024-01", 3), ("2024-02", 0), ("2024-03", 0), ("2024-04", 2)
    ]  # fmt: skip
    assert (drawn.earlier, drawn.highest, drawn.by_year) == (0, 3, False)
    assert drawn.bars[0].query == "country=KEN&from=2024-01&to=2024-01"


def test_a_few_long_before_all_others_are_told_beside() -> None:
    drawn = histogram(bins((1949, 10, 1), (1962, 1, 1), (2023, 2, 40), (2024, 5, 60)), Selection())
    assert drawn is not None
    assert (drawn.bars[0].name, drawn.bars[-1].name, drawn.earlier) == ("2023-02", "2024-05", 2)
    assert drawn.earlier_query == "to=2023-01"


@pytest.mark.parametrize(
    "held",
    [
        bins((1949, 10, 10), (2023, 2, 40), (2024, 5, 60)),  # not so few
        bins((2022, 10, 1), (2023, 2, 40), (2024, 5, 60)),  # not so long before
        bins((2024, 5, 1)),
    ],
)
def test_others_are_drawn_where_they_belong(held: list[Bin]) -> None:
    drawn = histogram(held, Selection())
    assert drawn is not None
    assert drawn.earlier == 0
    assert sum(bar.total for bar in drawn.bars) == sum(bin.events for bin in held)


def test_a_month_is_left_out_whole() -> None:
    planned = Bin(month=date(1949, 10, 1), status="planned", events=90)
    held = [*bins((1949, 10, 1)), planned, *bins((2024, 5, 60))]
    drawn = histogram(held, Selection())
    assert drawn is not None
    assert (drawn.earlier, drawn.bars[0].name) == (0, "1949")
