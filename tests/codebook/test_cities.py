"""Capitals and venues: each stands in a country that exists and can be told from its namesakes there."""

from collections import Counter

import pytest

from communique.codebook import City, cities, countries


def _named(name: str) -> list[City]:
    return [city for city in cities() if name in city.names]


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Kiev", "UKR", "city"),
        ("Kyiv", "UKR", "city"),
        ("Peking", "CHN", "city"),
        ("Sharm el-Sheikh", "EGY", "city"),
        ("Bürgenstock", "CHE", "venue"),
        ("Great Hall of the People", "CHN", "venue"),
        ("Camp David", "USA", "venue"),
        ("10 Downing Street", "GBR", "venue"),
        ("Donbas", "UKR", "region"),
    ],
)
def test_place_of_news_is_found(name: str, country: str, kind: str) -> None:
    assert [(city.country, city.kind) for city in _named(name)] == [(country, kind)]


def test_every_state_has_a_capital_or_a_seat_among_the_cities() -> None:
    """Nauru has no capital in law, and Palestine governs from Ramallah."""
    with_capital = {city.country for city in cities() if city.capital or city.seat_of_government}
    assert {country.code for country in countries() if country.kind == "state"} - with_capital == set()


def test_capital_of_every_state_is_found_by_the_name_that_the_table_of_countries_gives() -> None:
    names = {(city.country, name) for city in cities() for name in city.names}
    lost = [(c.code, c.capital) for c in countries() if c.kind == "state" and (c.code, c.capital) not in names]
    assert lost == []


@pytest.mark.parametrize("name", ["The Hague", "Ramallah", "Tel Aviv", "Putrajaya"])
def test_seat_of_government_is_no_capital(name: str) -> None:
    (city,) = _named(name)
    assert not city.capital
    assert city.seat_of_government is (name != "Tel Aviv")


def test_name_stands_for_one_place_in_a_country() -> None:
    counts = Counter((city.country, name) for city in cities() for name in city.names)
    assert [key for key, count in counts.items() if count > 1] == []


def test_countries_exist_and_ids_are_not_shared() -> None:
    codes = {country.code for country in countries()} | {None}
    assert {city.country for city in cities()} <= codes
    ids = [city.id for city in cities() if city.id]
    assert len(set(ids)) == len(ids)


def test_place_lies_near_its_country() -> None:
    """A slip in the sign of a coordinate puts a city on the other side of the globe."""
    centres = {country.code: country for country in countries()}
    wide = {"ARG", "USA", "RUS", "FRA", "CHL", "CAN", "AUS", "BRA", "IDN", "CHN", "NLD", "KIR", "ESP", "IND"}
    for city in cities():
        centre = centres.get(city.country or "")
        if centre is None or city.country in wide or centre.lat is None or city.lat is None:
            continue
        assert abs(centre.lat - city.lat) < 16, city.name
        assert abs((centre.lon or 0) - (city.lon or 0)) < 21, city.name


def test_common_words_and_names_are_marked() -> None:
    assert "word" in _named("Nice")[0].bare
    assert "surname" in _named("Washington")[0].bare
