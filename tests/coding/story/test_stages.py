"""Where something was said: at the verb that reports it, or at home."""

import pytest

from communique.running import code_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In Lima, a Foreign Ministry spokesman said Peru condemned the raid and urged Bolivia to show restraint.",
            "Lima",
        ),
        ("Speaking in Tallinn, Latvian Foreign Minister Baiba Braze accused Belarus of sabotage.", "Tallinn"),
        ("Swedish Prime Minister Ulf Kristersson told parliament on Tuesday that he condemned Iran.", "Sweden"),
        ("Speaking to the Knesset, Israeli Prime Minister Benjamin Netanyahu condemned Lebanon.", "Israel"),
        (
            "Kenyan President William Ruto met Paul Kagame in Kigali on Monday. Ruto urged Uganda to open its border.",
            "Kigali",
        ),
        ("Kenyan President William Ruto, who visited Oslo on Monday, urged Peru to free the envoy.", "Oslo"),
        (
            "Kenyan President William Ruto met Paul Kagame in Kigali on Monday.\n\nRuto urged Uganda to yield.",
            "Kigali",
        ),
        (
            "Kenyan President William Ruto met Paul Kagame in Kigali on Monday. On Friday Ruto urged Uganda to yield.",
            None,
        ),
        ("Barack Obama spoke at the White House. He warned Iran that sanctions would be tightened.", "White House"),
        ("President William Ruto addressed a rally in Lima. A crowd had come. Ruto condemned Uganda.", "Lima"),
        ("Dina Boluarte told her cabinet in Lima that it was over. Boluarte urged Chile to yield.", "Lima"),
        ("President William Ruto addressed a rally in Lima. Dina Boluarte condemned Uganda.", None),
        ("President William Ruto addressed a rally in Lima. In March Ruto condemned Uganda.", None),
        ("Peru's foreign minister condemned Bolivia on Tuesday.", None),
        ("Kenyan Foreign Minister Musalia Mudavadi said in Nairobi that Peru condemned the raid by Bolivia.", None),
        ("Peruvian Foreign Minister Elmer Schialer told the Swedish parliament that he condemned Iran.", None),
    ],
)
def test_what_is_said_is_where_who_says_it_stands(text: str, expected: str | None) -> None:
    claim = next(e for e in code_text(text, published="2024-05-15", language="en").events if e.family == "statement")
    assert (claim.place.name if claim.place is not None else None) == expected
