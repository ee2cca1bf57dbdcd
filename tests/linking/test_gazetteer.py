"""What the codebook knows by name is found as a whole word, in its own case."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.codebook import Country
from communique.linking._gazetteer import find_names


def found(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.label) for m in find_names(text)]


def codes(text: str) -> list[str]:
    """Alpha-3 codes of the countries named, the first of each name."""
    first = [m.entries[0] for m in find_names(text)]
    return [e.code for e in first if isinstance(e, Country)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US trusts us.", ["USA"]),
        ("The U.S. left.", ["USA"]),
        ("Tell us more.", []),
        ("Niger and Nigeria agreed.", ["NER", "NGA"]),
        ("Nigerien and Nigerian envoys met.", ["NER", "NGA"]),
        ("Guinea and Guinea-Bissau agreed.", ["GIN", "GNB"]),
        ("Papua New Guinea agreed.", ["PNG"]),
        ("Equatorial Guinea agreed.", ["GNQ"]),
        ("South Sudan and Sudan agreed.", ["SSD", "SDN"]),
        ("North Korea and South Korea agreed.", ["PRK", "KOR"]),
        ("The Dominican Republic agreed.", ["DOM"]),
        ("Northern Ireland voted; Ireland did not.", ["IRL"]),
        ("the People's Republic of China", ["CHN"]),
        ("the People’s Republic of China", ["CHN"]),
        ("Côte d'Ivoire and Côte d’Ivoire", ["CIV", "CIV"]),
        ("the Democratic Republic of the Congo", ["COD"]),
        ("KENYA AND PERU AGREE", ["KEN", "PER"]),
        ("Kosovo agreed.", ["XKX"]),
        ("He ate turkey from china.", []),
        ("Peruvianism", []),
        ("Kenyatta spoke.", []),
    ],
)
def test_countries(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NAIROBI — They met.", [("NAIROBI", "city")]),
        ("Singapore agreed.", [("Singapore", "country")]),
        ("a Kenyan foreign minister", [("Kenyan", "adjective"), ("foreign minister", "office")]),
        ("the Foreign Minister", [("Foreign Minister", "office")]),
        ("the FOREIGN MINISTER", [("FOREIGN MINISTER", "office")]),
        ("two foreign ministers", [("foreign ministers", "offices")]),
        ("his counterpart", [("counterpart", "office")]),
        ("their counterparts", [("counterparts", "offices")]),
        ("the former president", [("former", "modifier"), ("president", "office")]),
        ("at the United Nations", [("United Nations", "organisation")]),
        ("the Foreign Ministry", [("Foreign Ministry", "body")]),
        ("António Guterres spoke", [("António Guterres", "person")]),
        ("snow fell", []),
        ("", []),
    ],
)
def test_labels(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("adjective", ["Russian", "Kenyan", "South Korean"])
def test_head_of_diplomacy_takes_its_country_in(adjective: str) -> None:
    assert found(f"the head of {adjective} diplomacy left") == [(f"head of {adjective} diplomacy", "office")]


def test_name_with_two_bearers_keeps_both() -> None:
    (match,) = find_names("Congo agreed.")
    assert {e.code for e in match.entries if isinstance(e, Country)} == {"COD", "COG"}


def test_letter_that_grows_when_lowered_shifts_nothing() -> None:
    assert found("İİİİ: Kenya") == [("Kenya", "country")]


@given(st.lists(st.sampled_from("US us Kenya Kenyan's PERU president of the People’s Republic China İ ,".split())))
@settings(max_examples=100, deadline=None)
def test_matches_are_in_order_and_apart(words: list[str]) -> None:
    position = 0
    for match in find_names(" ".join(words)):
        assert position <= match.start < match.end
        assert match.entries
        position = match.end


@pytest.mark.parametrize(
    ("text", "labels"), [("At 5 pm the PM left.", ["office"]), ("the FM, on FM radio", ["office"] * 2)]
)
def test_letters_that_stand_for_a_title_keep_their_case(text: str, labels: list[str]) -> None:
    assert [match.label for match in find_names(text)] == labels


@pytest.mark.parametrize("text", ["Sheikh Sabah al-Ahmed left.", "Nawaf al-Sabah left.", "Mr Sabah left."])
def test_a_town_in_the_name_of_a_person_is_none(text: str) -> None:
    assert ("Sabah", "city") not in found(text)


def test_a_town_beside_other_words_is_one() -> None:
    assert ("Sabah", "city") in found("The ship left Sabah.")
