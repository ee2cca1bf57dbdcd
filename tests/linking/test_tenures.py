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
        # no day of February 18 in his terms was a Thursday: the table may lack one
        ("Norwegian Prime Minister Jonas Gahr Støre met Mexican envoys on Thursday, February 18.", None),
        # the office of another time says nothing
        ("Former Mexican President Enrique Peña Nieto met a friend on Monday, July 28.", None),
        # who acts in an office before they get it
        (
            "Mexican President Claudia Sheinbaum met acting Thai Premier Phumtham Wechayachai on Friday, July 18.",
            "2025-07-18",
        ),
        # who had left by the day that is told as past is of another time
        (
            "Bolivian President Rodrigo Paz spoke on Monday, March 3. President Luis Arce had left on Nov. 8, 2025.",
            None,
        ),
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


BELOW = "Ministers met on Monday, July 28. " + "They spoke of fish and of ships for some hours. " * 12


def test_persons_further_down_bound_the_year_unless_a_later_one_is_named() -> None:
    below = BELOW + "They sent word to Mexican President Claudia Sheinbaum and to Canadian Prime Minister Mark Carney."
    published = code_text(below).document.published
    assert published is not None
    assert published.earliest is not None
    assert published.earliest.isoformat() == "2025-07-28"
    old = BELOW + "The pact is that of Mexican President Vicente Fox. It was renewed in 2019 and in 2023."
    late = code_text(old).document.published
    assert late is None or (late.earliest is not None and late.earliest.year > 2022)
