"""The examples of government bodies are found by the names of theirs."""

import re
from collections import Counter

import pytest

from communique.codebook import Body, bodies, countries, offices


def _found(body: Body, text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in body.names)


@pytest.mark.parametrize("body", bodies(), ids=lambda b: b.id)
def test_example_holds_a_name(body: Body) -> None:
    assert body.examples
    # A pattern with a gap ("… administration") is one of the forms; its words are among the names.
    assert all(_found(body, example) for example in body.examples)
    assert body.names[0] == body.name


@pytest.mark.parametrize("body", bodies(), ids=lambda b: b.id)
def test_case_tells_whether_a_country_is_needed(body: Body) -> None:
    if body.country is None:
        assert all(name == name.lower() for name in body.names)
    assert body.country is None or body.country in {country.code for country in countries()}
    assert body.office is None or body.office in {office.id for office in offices()}


def test_ids_and_names_are_not_shared() -> None:
    assert [i for i, n in Counter(body.id for body in bodies()).items() if n > 1] == []
    assert [i for i, n in Counter(name for body in bodies() for name in body.names).items() if n > 1] == []


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("the Kremlin", "RUS"),
        ("Foggy Bottom", "USA"),
        ("Quai d'Orsay", "FRA"),
        ("South Block", "IND"),
        ("Zhongnanhai", "CHN"),
    ],
)
def test_metonym_of_a_government(name: str, country: str) -> None:
    (body,) = (body for body in bodies() if name in body.names)
    assert (body.country, body.metonym, body.place) == (country, True, True)
