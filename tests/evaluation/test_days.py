from datetime import date

import pytest

from communique.evaluation.days import days, same_days
from communique.types import When


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2024-05-06", date(2024, 5, 6), date(2024, 5, 6)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2025-10/2025-12", date(2025, 10, 1), date(2025, 12, 31)),
    ],
)
def test_partial_dates_are_intervals(partial: str, first: date, last: date) -> None:
    assert days(partial) == (first, last)


@pytest.mark.parametrize("partial", ["", "May 2024", "2024-05-06-07"])
def test_anything_else_is_an_error(partial: str) -> None:
    with pytest.raises(ValueError, match=r"invalid literal|not a partial date"):
        days(partial)


def test_a_day_is_not_its_month() -> None:
    day = When("2024-05-06", date(2024, 5, 6), date(2024, 5, 6), "stated")
    assert same_days("2024-05-06", day)
    assert not same_days("2024-05", day)
