"""Numbers in digits and in words, and what only looks like one."""

import pytest

from communique.coding.quantities._numbers import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.2 million", 3.2e6),
        ("1,300", 1300),
        ("12,50,000", 1250000),
        ("twenty-three", 23),
        ("two hundred and fifty thousand", 250000),
        ("one million two hundred thousand", 1200000),
        ("half a million", 500000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("3bn", 3e9),
        ("900 crore", 9e9),
        ("2½", 2.5),
        ("zero", 0),
    ],
)
def test_value(text: str, value: float) -> None:
    (found,) = numbers(text, 0, len(text))
    assert (found.value, found.start, found.end) == (value, 0, len(text))


@pytest.mark.parametrize(
    ("text", "currency", "value"),
    [
        ("US$2.2bn", "USD", 2.2e9),
        ("C$40m", "CAD", 4e7),
        ("NOK 250", "NOK", 250),
        ("€5", "EUR", 5),
        ("Rs 9", "rupees", 9),
    ],
)
def test_signs_of_currency(text: str, currency: str, value: float) -> None:
    (found,) = numbers(text, 0, len(text))
    assert (found.currency, found.value) == (currency, value)


@pytest.mark.parametrize(
    "text",
    ["F-16", "42nd", "19:45", "3/4/2021", "6pm", "G7", "Covid-19", "192.168.1.2", "several hundred", "#5"],
)
def test_no_number(text: str) -> None:
    assert numbers(text, 0, len(text)) == []


def test_words_that_make_no_number_together() -> None:
    text = "two and three"
    assert [found.value for found in numbers(text, 0, len(text))] == [2, 3]
