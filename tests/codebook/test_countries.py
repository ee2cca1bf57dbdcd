"""Every state has its names and adjectives, and a name that two countries share is listed as ambiguous."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from communique.codebook import Country, ambiguous_names, countries
from communique.linking._gazetteer import find_names

MLEDOZE = Path(__file__).parents[3] / "shared" / "data" / "gazetteers-countries" / "countries.json"

BY_CODE = {country.code: country for country in countries()}
STATES = [country for country in countries() if country.kind == "state"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US", "USA"),
        ("U.S.", "USA"),
        ("Britain", "GBR"),
        ("Holland", "NLD"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("DPRK", "PRK"),
        ("People's Republic of China", "CHN"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("Czech Republic", "CZE"),
        ("Côte d'Ivoire", "CIV"),
        ("the Holy See", "VAT"),
        ("Kosovo", "XKX"),
        ("State of Palestine", "PSE"),
        ("USSR", "SUN"),
    ],
)
def test_name_of_news_leads_to_its_country(name: str, code: str) -> None:
    assert [country.code for country in countries() if name in country.names] == [code]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Dutch", "NLD"),
        ("Swiss", "CHE"),
        ("Emirati", "ARE"),
        ("Philippine", "PHL"),
        ("Soviet", "SUN"),
        ("Nigerien", "NER"),
    ],
)
def test_adjective_leads_to_its_country(word: str, code: str) -> None:
    assert [country.code for country in countries() if word in country.adjectives] == [code]


def test_there_are_as_many_states_as_the_united_nations_has_and_four_more() -> None:
    assert len(STATES) == 193 + len({"TWN", "XKX", "PSE", "VAT"})


def test_every_state_can_be_named_described_and_put_on_a_map() -> None:
    lacking = [
        state.code
        for state in STATES
        if not (state.names and state.adjectives and state.capital and state.wikidata and state.lat is not None)
    ]
    assert lacking == []


def test_every_state_but_the_vatican_has_a_word_for_its_people() -> None:
    assert [state.code for state in STATES if not state.demonyms] == ["VAT"]


def test_codes_and_wikidata_ids_are_not_shared() -> None:
    assert len(BY_CODE) == len(countries())
    ids = [country.wikidata for country in countries()]
    assert len(set(ids)) == len(ids)


def test_coordinates_are_degrees() -> None:
    for country in countries():
        assert country.lat is None or -90 <= country.lat <= 90
        assert country.lon is None or -180 <= country.lon <= 180


def test_former_states_are_dated() -> None:
    former = {c.code: (str(c.start), str(c.end)) for c in countries() if c.kind == "former"}
    assert former["DDR"] == ("1949-10-07", "1990-10-03")
    assert all(start < end for start, end in former.values())
    assert {"SUN", "YUG", "CSK", "YMD", "VDR"} <= set(former)


@pytest.mark.parametrize(
    ("code", "name", "start", "end"),
    [
        ("COD", "Zaire", "1971-10-27", "1997-05-17"),
        ("MMR", "Burma", "1948-01-04", "1989-06-18"),
        ("SWZ", "Swaziland", "1968-09-06", "2018-04-19"),
        ("MKD", "Macedonia", "1991-09-08", "2019-02-12"),
        ("TUR", "Turkey", "1923-10-29", "2022-06-01"),
        ("BFA", "Upper Volta", "1960-08-05", "1984-08-04"),
    ],
)
def test_name_that_was_given_up_is_dated(code: str, name: str, start: str, end: str) -> None:
    (former,) = (former for former in BY_CODE[code].former_names if former.name == name)
    assert (str(former.start), str(former.end)) == (start, end)


def test_former_names_are_names() -> None:
    for country in countries():
        for former in country.former_names:
            assert former.name in country.names
            assert former.start is None or former.end is None or former.start < former.end


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("the Gambian president left", ["GMB"]),
        ("the Gambia agreed", ["GMB"]),
        ("the Dominican Republic agreed", ["DOM"]),
        ("the Islamic Republic of Pakistan agreed", ["PAK"]),
        ("the Islamic Republic of Iran agreed", ["IRN"]),
        ("the Commonwealth of Dominica agreed", ["DMA"]),
        ("the States Parties agreed", []),
        ("Zaire and Burma agreed", ["COD", "MMR"]),
        ("South Yemen agreed", ["YMD"]),
        ("the North Vietnamese side agreed", ["VDR"]),
    ],
)
def test_article_before_a_name_hides_no_other(text: str, codes: list[str]) -> None:
    found = [entry.code for match in find_names(text) for entry in match.entries if isinstance(entry, Country)]
    assert found == codes


def test_combining_forms() -> None:
    forms = {form: country.code for country in countries() for form in country.combining}
    assert [forms[f] for f in ("Sino", "Russo", "Franco", "Anglo", "Indo")] == ["CHN", "RUS", "FRA", "GBR", "IND"]


def test_shared_name_is_listed_with_all_its_countries() -> None:
    holders = defaultdict(set)
    for country in countries():
        for word in (*country.names, *country.adjectives, *country.demonyms):
            holders[word].add(country.code)
    listed = {entry.name: set(entry.countries) for entry in ambiguous_names()}
    unlisted = {
        word: codes for word, codes in holders.items() if len(codes) > 1 and not codes <= listed.get(word, set())
    }
    assert unlisted == {}


@pytest.mark.parametrize(
    "name",
    "Georgia Jordan Chad Guinea Congo Korea Washington Niger Macedonia Dominican Mali Turkey Israel Lebanon "
    "Paris London Moscow Athens Montenegro Tripoli".split(),
)
def test_ambiguous_name_has_a_second_reading(name: str) -> None:
    entry = next(entry for entry in ambiguous_names() if entry.name == name)
    assert len(entry.countries) + len(entry.readings) > 1


def test_ambiguous_countries_exist() -> None:
    assert {code for entry in ambiguous_names() for code in entry.countries} <= set(BY_CODE)


@pytest.mark.skipif(not MLEDOZE.exists(), reason="../shared/data/gazetteers-countries is not there")
def test_no_country_of_another_list_is_missing() -> None:
    others = {entry["cca3"] for entry in json.loads(MLEDOZE.read_text(encoding="utf-8"))}
    assert others - {"UNK"} <= set(BY_CODE)
