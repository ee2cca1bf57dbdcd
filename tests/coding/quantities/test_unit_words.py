"""Units stand right behind a number, at most a blank or a hyphen between; the longest words are meant."""

import pytest

from communique.coding.quantities._unit_words import unit_at


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5 kilometres away", "kilometres"),
        ("5 Kilometres away", "Kilometres"),
        ("5-kilometre", "kilometre"),
        ("5 percentage points", "percentage points"),
        ("5 percent", "percent"),
        ("5%", "%"),
        ("5\nkm", "km"),
        ("5 kmx", None),
        ("5  km", None),
        ("5 storks", None),
        ("5", None),
    ],
)
def test_unit_at(text: str, found: str | None) -> None:
    place = unit_at(text, 1)
    assert (text[slice(*place)] if place else None) == found
