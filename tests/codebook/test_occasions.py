"""Every example of the words for occasions dates its text as it says; the tables are whole."""

import re

import pytest

from communique.codebook import (
    ClockExample,
    clocks,
    countries,
    elections,
    gatherings,
    independence_days,
    organisations,
    presidencies,
)
from communique.running import code_text

EXAMPLES = [example for clock in clocks() for example in clock.examples]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text[:60])
def test_example(example: ClockExample) -> None:
    published = code_text(example.text, language="en").document.published
    assert (published and published.edtf) == example.published


def test_words_are_patterns() -> None:
    assert all(re.compile(pattern) for clock in clocks() for pattern in clock.words.values())
    assert all(clock.examples for clock in clocks())


def test_states_and_organisations_are_known() -> None:
    codes = {country.code for country in countries()}
    ids = {organisation.id for organisation in organisations()}
    assert elections().keys() | independence_days().keys() <= codes
    assert {row.country for rows in gatherings().values() for row in rows} <= codes
    assert {row.country for row in presidencies()} <= codes
    assert gatherings().keys() | {row.organisation for row in presidencies()} <= ids


def test_days_are_in_order() -> None:
    for rows in elections().values():
        assert [row.day for row in rows] == sorted({row.day for row in rows})
    for gathered in gatherings().values():
        assert all(row.start <= row.end for row in gathered)
    assert all(row.start < row.end for row in presidencies())


def test_a_number_names_one_summit() -> None:
    for rows in gatherings().values():
        numbered = [row.number for row in rows if row.number is not None]
        assert len(numbered) == len(set(numbered))
