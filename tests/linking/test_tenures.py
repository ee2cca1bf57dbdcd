"""Publication dates bounded by who held which office."""

import pytest

from communique.running import code_text


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # July 28 was a Monday in 2025 and, before she could be president, in 2014
        (
            "Mexican President Claudia Sheinbaum met Canadian Prime Minister Mark Carney on Monday, July 28.",
            "2025-07-28",
        ),
        # April 8 was a Monday in 2019 and 2024: both while he was president
        ("Russian President Vladimir Putin met Chinese President Xi Jinping on Monday, April 8.", None),
        # the office of another time says nothing
        ("Former Mexican President Enrique Peña Nieto met a friend on Monday, July 28.", None),
    ],
)
def test_an_office_bounds_the_year(text: str, edtf: str | None) -> None:
    published = code_text(text).document.published
    assert (published and published.earliest and published.earliest.isoformat()) == edtf


def test_a_publication_date_that_is_told_is_kept() -> None:
    text = "Mexican President Claudia Sheinbaum met Canadian Prime Minister Mark Carney on Monday, July 28."
    published = code_text(text, published="2025-07-30").document.published
    assert published is not None
    assert published.edtf == "2025-07-30"
