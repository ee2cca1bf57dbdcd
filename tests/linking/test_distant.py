"""Long titles: where their tail ends, whose they are and who holds them."""

import pytest
from tests.linking.test_titles import read

from communique.linking._distant import begins_tail, carries_on, described, is_body, is_matter, opening, tail_end

TAILS = [
    ("Director", " of the Department of Asian Affairs Luis Vega", " met"),
    ("Minister", " of Trade, Industry and Ports of Peru Luis Vega", " met"),
    ("Envoy", " of the African Union (AU) for Sudan Ana Ruiz", " left"),
    ("Envoy", " for Asian and African affairs Ana Ruiz", " left"),
    ("Head", " in charge of Ports Luis Vega", " and he left"),
    ("President", " of the U.S. Senate Luis Vega", " met"),
    ("President", " of Peru", ". Chilean Minister Ana Ruiz met them"),
    ("President", "", ", who met"),
    ("President", "", "\nLuis Vega"),
]


@pytest.mark.parametrize(("title", "tail", "rest"), TAILS)
def test_tail(title: str, tail: str, rest: str) -> None:
    text = title + tail + rest
    end = tail_end(text, len(title))
    assert text[len(title) : end].removesuffix(" and") == tail


@pytest.mark.parametrize(
    ("text", "answer"), [(" of the Senate", True), (" (AU) for", True), (" Meeting of", False), (" met", False)]
)
def test_begins_tail(text: str, answer: bool) -> None:
    assert begins_tail(text, 0) is answer


@pytest.mark.parametrize(
    ("text", "answer"), [(" of Peru", True), (", Ports and Trade", True), (", who left", False), (" met", False)]
)
def test_carries_on(text: str, answer: bool) -> None:
    assert carries_on(text, 0) is answer


@pytest.mark.parametrize(("text", "answer"), [("General Department of Law", True), ("General Rao left", False)])
def test_body(text: str, answer: bool) -> None:
    assert is_body(text) is answer


@pytest.mark.parametrize(("text", "answer"), [(" Desk", True), ("-Chile Group", True), (" Luis Vega", False)])
def test_matter(text: str, answer: bool) -> None:
    assert is_matter(text, 0) is answer


def test_opening_of_a_title_that_only_its_body_makes_one() -> None:
    text = "They met Head of the Legal Division Luis Vega"
    assert opening(text, text.index("Luis"), 0) == 9
    assert opening(text, text.index("Luis"), 12) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (", adviser to the Kenyan president", (len(", adviser to "), False)),
        (", a former special adviser to Peru", (len(", a former special adviser to "), True)),
        (", who advised the Kenyan president", None),
    ],
)
def test_described(text: str, found: tuple[int, bool] | None) -> None:
    assert described(text, 0) == found


LONG = [
    # text, name, countries
    ("They met Permanent Secretary for Foreign Affairs of Thailand Amina Odhiambo there.", "Amina Odhiambo", "THA"),
    ("They met Ambassador of the United Arab Emirates (UAE) to China Amina Odhiambo.", "Amina Odhiambo", "ARE"),
    ("They met Minister of Ports, Trade and Roads of the Government of Peru Luis Vega.", "Luis Vega", "PER"),
    ("They met Minister of Trade, Deep Sea Ports and Roads of Peru Luis Vega.", "Luis Vega", "PER"),
    ("They met U.S. Special Representative for the Republic of the Congo (RC) Luis Vega.", "Luis Vega", "USA"),
    ("They met Special Envoy of the African Union (AU) for Sudan Amina Odhiambo.", "Amina Odhiambo", ""),
    ("They met Head of the Legal Division of the Peruvian Ministry of Trade Luis Vega.", "Luis Vega", "PER"),
    ("They met Head of the Legal Division of the Peruvian Senate Ambassador Luis Vega.", "Luis Vega", "PER"),
    ("They met Director of the Chile Department in the Peruvian Ministry of Trade Luis Vega.", "Luis Vega", "PER"),
    ("They met Luis Vega, former adviser to the Peruvian president, there.", "Luis Vega", "PER"),
    ("They met the President of Kenya H.E. Amina Odhiambo there.", "Amina Odhiambo", "KEN"),
    ("They met the Chilean emir, Sheikh Luis Vega, there.", "Luis Vega", "CHL"),
    ("They met Kenya's Permanent Deputy Foreign Minister Amina Odhiambo.", "Amina Odhiambo", "KEN"),
]


@pytest.mark.parametrize(("text", "name", "countries"), LONG)
def test_long_title(text: str, name: str, countries: str) -> None:
    named = next(p for p in read(text) if p.name)
    assert " ".join(named.name) == name
    assert " ".join(named.countries) == countries
    assert named.offices


def test_long_title_without_a_name_knows_its_state() -> None:
    phrase = read("They met Director-General of the Department of Law of the Foreign Ministry of Peru.")[0]
    assert (phrase.name, phrase.countries) == ((), ("PER",))


def test_another_title_ends_a_title() -> None:
    found = read("They met Envoy for Ports of the Foreign Ministry Luis Vega in Oslo. Kenyan President Ana Ruiz left.")
    assert [" ".join(p.name) for p in found] == ["Luis Vega", "Ana Ruiz"]


def test_a_title_of_two_states_names_neither() -> None:
    assert read("They met Foreign Secretary Luis Vega there.")[0].countries == ()


def test_a_title_before_an_occasion_is_no_person() -> None:
    assert not any(p.name for p in read("They held the Secretary-General Meeting of the Committee for Cooperation."))
