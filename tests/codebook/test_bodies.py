"""The examples of government bodies are found by the names of theirs, the counter-examples by none."""

import re
from collections import Counter

import pytest

from communique.codebook import Body, bodies, countries, offices
from communique.linking._gazetteer import find_names

COUNTEREXAMPLES = [(body, text) for body in bodies() for text in body.counterexamples]


def _found(body: Body, text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in body.names)


@pytest.mark.parametrize("body", bodies(), ids=lambda b: b.id)
def test_example_holds_a_name(body: Body) -> None:
    assert body.examples
    # A pattern with a gap ("… administration") is one of the forms; its words are among the names.
    assert all(_found(body, example) for example in body.examples)
    assert body.names[0] == body.name


def _read(text: str) -> set[str]:
    """Ids of the bodies that one pass over ``text`` finds."""
    return {entry.id for match in find_names(text) for entry in match.entries if isinstance(entry, Body)}


@pytest.mark.parametrize("body", bodies(), ids=lambda b: b.id)
def test_example_is_read(body: Body) -> None:
    assert all(body.id in _read(example) for example in body.examples)


@pytest.mark.parametrize(("body", "text"), COUNTEREXAMPLES, ids=[text for _, text in COUNTEREXAMPLES])
def test_counterexample_is_not_read(body: Body, text: str) -> None:
    assert body.id not in _read(text)


@pytest.mark.parametrize("body", bodies(), ids=lambda b: b.id)
def test_case_tells_whether_a_country_is_needed(body: Body) -> None:
    if body.country is None:
        assert all(name == name.lower() for name in body.names)
    assert body.country is None or body.country in {country.code for country in countries()}
    assert body.office is None or body.office in {office.id for office in offices()}


def test_ids_are_not_shared_and_names_by_different_states_alone() -> None:
    assert [i for i, n in Counter(body.id for body in bodies()).items() if n > 1] == []
    named = Counter((name, body.country) for body in bodies() for name in body.names)
    assert [i for i, n in named.items() if n > 1] == []


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("the Kremlin", "RUS"),
        ("Foggy Bottom", "USA"),
        ("Quai d'Orsay", "FRA"),
        ("South Block", "IND"),
        ("Zhongnanhai", "CHN"),
        ("Itamaraty", "BRA"),
        ("Blue House", "KOR"),
        ("Wisma Putra", "MYS"),
        ("Iveagh House", "IRL"),
        ("Quirinal Palace", "ITA"),
    ],
)
def test_metonym_of_a_government(name: str, country: str) -> None:
    (body,) = (body for body in bodies() if name in body.names)
    assert (body.country, body.metonym) == (country, True)
    assert body.place


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Bundestag", "DEU"),
        ("Knesset", "ISR"),
        ("State Duma", "RUS"),
        ("Verkhovna Rada", "UKR"),
        ("Sejm", "POL"),
        ("National Diet", "JPN"),
        ("Lok Sabha", "IND"),
        ("Saeima", "LVA"),
        ("Milli Majlis", "AZE"),
        ("Oliy Majlis", "UZB"),
    ],
)
def test_parliament_by_its_own_name(name: str, country: str) -> None:
    (body,) = (body for body in bodies() if name in body.names)
    assert (body.country, body.kind) == (country, "parliament")
