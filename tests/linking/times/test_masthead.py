from datetime import date

import pytest

from communique.linking.times import find_times
from communique.linking.times._masthead import is_stamp, of_masthead
from communique.types.edtf import when

WEEK = when(date(2024, 4, 8), date(2024, 4, 14), "inferred")


@pytest.mark.parametrize(
    ("head", "edtf"),
    [
        ("Your Friday digest", "2024-04-12"),
        ("Friday's papers", "2024-04-12"),
        ("Where firms stand this Friday", "2024-04-12"),
        ("Friday", "2024-04-12"),
        ("Envoys go to Oslo on Friday", "2024-04-08/2024-04-14"),
        ("Friday talks begin", "2024-04-08/2024-04-14"),
    ],
)
def test_the_weekday_of_a_masthead(head: str, edtf: str) -> None:
    text = f"{head}\n\nThey met in Oslo."
    assert of_masthead(text, find_times(text), WEEK).edtf == edtf


def test_a_long_time_has_several_such_days() -> None:
    month = when(date(2024, 4, 1), date(2024, 4, 30), "inferred")
    text = "Your Friday digest\n\nThey met in Oslo."
    assert of_masthead(text, find_times(text), month) == month


@pytest.mark.parametrize(
    ("words", "stamp"),
    [(", last updated 11.52pm GMT", True), (" | 14:20", True), ("", True), (" in Oslo", False), (", 12 envoys", False)],
)
def test_a_stamp(words: str, stamp: bool) -> None:
    assert is_stamp(words) == stamp
