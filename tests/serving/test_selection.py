"""A selection is read from an address and written into one."""

from datetime import date

import pytest

from communique.record import Filter
from communique.serving._selection import Selection
from communique.types import UsageError


def test_it_is_the_filter_of_its_fields() -> None:
    selection = Selection.of({"from": "2024-05", "to": "2024-05", "q": " tea ", "sources": "2", "page": "3"})
    assert selection.filter() == Filter(from_=date(2024, 5, 1), to=date(2024, 5, 31), text="tea", sources=2)


def test_it_goes_into_an_address_and_back() -> None:
    selection = Selection(from_="2024", country="KEN", q="tea & cake")
    assert selection.query() == "q=tea+%26+cake&country=KEN&from=2024"
    assert selection.query(from_="", page="2") == "q=tea+%26+cake&country=KEN&page=2"


@pytest.mark.parametrize(
    "selection",
    [Selection(), Selection(q="0 & 1", from_="2020"), Selection(country="KEN", to="2020", place="São Tomé")],
)
def test_it_gives_many_addresses_with_fields_changed(selection: Selection) -> None:
    within, at = selection.changing("from", "to"), selection.changing("place")
    for period in ("2024", "2024-05", ""):
        assert within(period, period) == selection.query(from_=period, to=period)
    for place in ("São Paulo", "A & B", ""):
        assert at(place) == selection.query(place=place)


@pytest.mark.parametrize("query", [{"from": "soon"}, {"to": "2024-13"}, {"sources": "-1"}])
def test_what_cannot_be_read_is_named(query: dict[str, str]) -> None:
    (name,) = query
    with pytest.raises(UsageError, match=name):
        Selection.of(query).filter()
