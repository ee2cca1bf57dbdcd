"""The examples of organisations are found by the names of theirs alone."""

import re
from collections import Counter

import pytest

from communique.codebook import Organisation, cities, countries, organisations

IDS = {organisation.id for organisation in organisations()}


def _found(names: tuple[str, ...], text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


@pytest.mark.parametrize("organisation", organisations(), ids=lambda o: o.id)
def test_example_holds_a_name(organisation: Organisation) -> None:
    assert organisation.examples
    assert all(_found(organisation.names, example) for example in organisation.examples)
    assert organisation.names[0] == organisation.name


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
    [("European Union", 27), ("NATO", 32), ("ASEAN", 11), ("G7", 7), ("Arab League", 22), ("GCC", 6)],
)
def test_number_of_members(name: str, size: int) -> None:
    (organisation,) = (o for o in organisations() if name in o.names)
    assert len(organisation.members) == size
