"""Dates in the words of a table cell."""

import pytest

from communique.types import When
from communique.types.edtf import read_edtf
from communique.types.words import when_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-04-05", "2024-04-05"),
        ("2024-04-02/2024-04-08", "2024-04-02…08"),
        ("[2024-04-05,2024-04-12,2024-04-19]", "2024-04-05 | 12 | 19"),
        ("[2024-04-30,2024-05-07]", "2024-04-30 | 05-07"),
        ("[2010-05,2011-05]", "2010-05 | 2011-05"),
        ("[2024-04-01,2024-04-08,2024-04-15,2024-04-22]", "2024-04-01 … 22 (1 of 4)"),
    ],
)
def test_dates_are_shortened(edtf: str, words: str) -> None:
    assert when_words(When(edtf, *read_edtf(edtf), "relative")) == words


def test_no_date_is_a_dash() -> None:
    assert when_words(None) == "–"
