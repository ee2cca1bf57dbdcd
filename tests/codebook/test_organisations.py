"""The examples of organisations are found by the names of theirs alone, the counter-examples by none."""

import re
from collections import Counter

import pytest

from communique.codebook import Organisation, cities, countries, organisations
from communique.linking._gazetteer import find_names

IDS = {organisation.id for organisation in organisations()}
COUNTEREXAMPLES = [(o, text) for o in organisations() for text in o.counterexamples]


def _found(names: tuple[str, ...], text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


@pytest.mark.parametrize("organisation", organisations(), ids=lambda o: o.id)
def test_example_holds_a_name(organisation: Organisation) -> None:
    assert organisation.examples
    assert all(_found(organisation.names, example) for example in organisation.examples)
    assert organisation.names[0] == organisation.name


def _read(text: str) -> set[str]:
    """Ids of the organisations that one pass over ``text`` finds."""
    return {entry.id for match in find_names(text) for entry in match.entries if isinstance(entry, Organisation)}


@pytest.mark.parametrize("organisation", organisations(), ids=lambda o: o.id)
def test_example_is_read(organisation: Organisation) -> None:
    assert all(organisation.id in _read(example) for example in organisation.examples)


@pytest.mark.parametrize(("organisation", "text"), COUNTEREXAMPLES, ids=[text for _, text in COUNTEREXAMPLES])
def test_counterexample_is_not_read(organisation: Organisation, text: str) -> None:
    assert organisation.id not in _read(text)


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("the Commonwealth of Independent States met", "Q7779"),
        ("the Commonwealth expelled them", "Q7785"),
        ("Leaders of the Commonwealth of Nations met", "Q7785"),
        ("the Quad met", "quad"),
        ("the Quadrilateral Security Dialogue met", "quad"),
        ("the General Assembly voted", "Q47423"),
        ("Commanders of the SDF met", "syrian-democratic-forces"),
        ("the Minsk Group met", "osce-minsk-group"),
        ("the ASEAN Regional Forum met", "asean-regional-forum"),
        ("the coalition of the willing met", "ukraine-coalition"),
        ("the Nordic Council of Ministers met", "Q182379"),
    ],
)
def test_name_of_news_leads_to_its_organisation(text: str, identity: str) -> None:
    assert _read(text) == {identity}


def test_member_is_listed_once() -> None:
    assert [o.id for o in organisations() if len(set(o.members)) < len(o.members)] == []


def test_references_resolve() -> None:
    codes = {country.code for country in countries()}
    seats = {name for city in cities() for name in city.names}
    for organisation in organisations():
        assert set(organisation.members) <= codes, organisation.id
        assert organisation.country is None or organisation.country in codes
        assert organisation.seat is None or organisation.seat in seats, organisation.seat
        assert organisation.part_of is None or organisation.part_of in IDS


def test_ids_and_names_are_not_shared() -> None:
    assert len(IDS) == len(organisations())
    names = Counter(name for organisation in organisations() for name in organisation.names)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("European Union", 27),
        ("NATO", 32),
        ("ASEAN", 11),
        ("G7", 7),
        ("Arab League", 22),
        ("GCC", 6),
        ("African Union", 55),
        ("Council of Europe", 46),
        ("OSCE", 57),
        ("OECD", 38),
        ("OIC", 57),
        ("CELAC", 33),
        ("Commonwealth of Nations", 56),
        ("European Political Community", 47),
        ("RCEP", 15),
        ("CPTPP", 12),
    ],
)
def test_number_of_members(name: str, size: int) -> None:
    (organisation,) = (o for o in organisations() if name in o.names)
    assert len(organisation.members) == size
