"""The examples of offices and of their modifiers are found by the titles of theirs, the counter-examples by none."""

import re
from collections import Counter

import pytest

from communique.codebook import Office, OfficeModifier, countries, office_modifiers, offices
from communique.linking._gazetteer import find_names

COUNTEREXAMPLES = [(office, text) for office in offices() for text in office.counterexamples]


def _found(titles: tuple[str, ...], text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(title)}(?!\w)", text, re.IGNORECASE) for title in titles)


@pytest.mark.parametrize("office", offices(), ids=lambda o: o.id)
def test_example_holds_a_title(office: Office) -> None:
    assert office.examples
    forms = (*office.titles, *office.plurals, *(part.strip() for p in office.patterns for part in p.split("…") if part))
    assert all(_found(forms, example) for example in office.examples)


@pytest.mark.parametrize(("office", "text"), COUNTEREXAMPLES, ids=[f"{o.id}: {text}" for o, text in COUNTEREXAMPLES])
def test_counterexample_is_not_read(office: Office, text: str) -> None:
    found = [entry for match in find_names(text) for entry in match.entries]
    assert office not in found


@pytest.mark.parametrize("office", offices(), ids=lambda o: o.id)
def test_form_is_given_once(office: Office) -> None:
    forms = Counter((*office.titles, *office.plurals))
    assert [form for form, count in forms.items() if count > 1] == []


@pytest.mark.parametrize("office", offices(), ids=lambda o: o.id)
def test_forms_are_lower_case_and_begin_with_the_name(office: Office) -> None:
    assert office.titles[0] == office.name.lower()
    assert all(
        form in (form.lower(), form.upper(), form[:-1].upper() + "s") for form in (*office.titles, *office.plurals)
    )
    assert all(pattern == pattern.lower() for pattern in office.patterns)
    assert all("…" in pattern for pattern in office.patterns)
    assert set(office.countries) <= {country.code for country in countries()}


def test_ids_are_not_shared() -> None:
    assert [i for i, n in Counter(office.id for office in offices()).items() if n > 1] == []


def test_shared_title_is_told_apart_by_country_or_scope() -> None:
    """ "Secretary of state" is a foreign minister in Washington and a deputy in Oslo."""
    holders: dict[str, list[Office]] = {}
    for office in offices():
        for title in office.titles:
            holders.setdefault(title, []).append(office)
    shared = {title: found for title, found in holders.items() if len(found) > 1}
    assert "secretary of state" in shared
    for title, found in shared.items():
        countries_of = [code for office in found for code in office.countries]
        assert len(set(countries_of)) == len(countries_of), title
        assert sum(not office.countries for office in found) <= 1 or len({o.scope for o in found}) > 1, title


@pytest.mark.parametrize(
    ("title", "country", "office"),
    [
        ("secretary of state", "USA", "secretary-of-state"),
        ("foreign secretary", "GBR", "foreign-secretary"),
        ("foreign secretary", "IND", "permanent-foreign-secretary"),
        ("chancellor", "DEU", "chancellor"),
        ("captain regent", "SMR", "captain-regent"),
        ("unification minister", "KOR", "unification-minister"),
        ("chief adviser", "BGD", "chief-adviser"),
    ],
)
def test_title_confined_to_a_country(title: str, country: str, office: str) -> None:
    assert [o.id for o in offices() if title in o.titles and country in o.countries] == [office]


@pytest.mark.parametrize("modifier", office_modifiers(), ids=lambda m: m.id)
def test_example_holds_the_modifier(modifier: OfficeModifier) -> None:
    for example in modifier.examples:
        assert any(word in example.lower() for word in modifier.words)


@pytest.mark.parametrize("modifier", office_modifiers(), ids=lambda m: m.id)
def test_counterexample_lacks_the_modifier(modifier: OfficeModifier) -> None:
    for text in modifier.counterexamples:
        assert not _found(modifier.words, text)


def test_word_is_of_one_modifier() -> None:
    words = Counter(word for modifier in office_modifiers() for word in modifier.words)
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("external affairs minister", "foreign-minister"),
        ("climate minister", "environment-minister"),
        ("health secretary", "health-minister"),
        ("trade representative", "trade-minister"),
        ("minister of foreign affairs and worship", "foreign-minister"),
        ("speaker of the knesset", "speaker"),
        ("un aid chief", "deputy-secretary-general"),
        ("chef de cabinet", "chief-of-staff"),
        ("head of the negotiating team", "negotiator"),
    ],
)
def test_title_of_news_leads_to_its_office(title: str, office: str) -> None:
    assert [o.id for o in offices() if title in o.titles] == [office]
