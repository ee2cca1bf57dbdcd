"""Leaders carry the names that news uses, and offices that the table of offices knows."""

import re
from collections import Counter
from datetime import date

import pytest

from communique.codebook import Person, Tenure, countries, offices, organisations, persons

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def _named(name: str) -> list[Person]:
    return [person for person in persons() if name in (person.name, *person.spellings)]


@pytest.mark.parametrize(
    ("name", "country", "family"),
    [
        ("Xi Jinping", "CHN", "Xi"),
        ("Sergei Lavrov", "RUS", "Lavrov"),
        ("Kim Jong-un", "PRK", "Kim"),
        ("Volodymyr Zelenskyy", "UKR", "Zelensky"),
        ("Mohammed bin Salman", "SAU", "bin Salman"),
        ("Alexander Van der Bellen", "AUT", "Van der Bellen"),
        ("Robert Golob", "SVN", "Golob"),
        ("António Guterres", None, "Guterres"),
    ],
)
def test_family_name_is_what_later_mentions_use(name: str, country: str | None, family: str) -> None:
    (person,) = _named(name)
    assert (person.country, person.family_name) == (country, family)


def test_office_at_a_date() -> None:
    (putin,) = _named("Vladimir Putin")
    held = [t.office for t in putin.offices if (t.start or "") <= "2010-01-01" and (t.end or "9") > "2010-01-01"]
    assert held == ["prime-minister"]


def test_offices_organisations_and_countries_exist() -> None:
    office_ids = {office.id for office in offices()}
    bodies = {organisation.id for organisation in organisations()} | {None}
    codes = {country.code for country in countries()} | {None}
    for person in persons():
        assert person.country in codes
        for tenure in person.offices:
            assert tenure.office in office_ids, person.name
            assert tenure.organisation in bodies, person.name


def test_dates_are_iso_and_in_order() -> None:
    for person in persons():
        for tenure in person.offices:
            assert all(DATE.fullmatch(day) for day in (tenure.start, tenure.end) if day), person.name
            if tenure.start and tenure.end:
                assert tenure.start[:4] <= tenure.end[:4], person.name


def test_full_name_stands_for_one_person_of_a_country() -> None:
    counts = Counter((p.country, name) for p in persons() for name in {p.name, *p.spellings})
    assert [key for key, count in counts.items() if count > 1] == []


def test_family_name_is_part_of_the_name() -> None:
    odd = [p.name for p in persons() if p.family_name and not any(p.family_name in n for n in (p.name, *p.spellings))]
    assert odd == []


def test_wikidata_ids_are_not_shared() -> None:
    ids = [person.wikidata for person in persons() if person.wikidata]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"Q\d+", i) for i in ids)


def test_every_state_has_somebody() -> None:
    known = {person.country for person in persons()}
    assert {c.code for c in countries() if c.kind == "state"} - known == set()


def test_names_are_written_as_names() -> None:
    """No capitals, underscores or titles are left over from the sources."""
    for name in (name for person in persons() for name in (person.name, *person.spellings)):
        assert "_" not in name
        assert not re.search(r"[A-ZÀ-Þ]{4,}|^XI\b", name), name
    for person in persons():
        assert not re.match(r"(President|Prime|King|General|Gen\.)\b", person.name), person.name


def test_days_of_a_tenure_are_its_outermost() -> None:
    told, open_ended = Tenure("president", "2012-05", "2017"), Tenure("president")
    assert (told.first_day, told.last_day) == (date(2012, 5, 1), date(2017, 12, 31))
    assert (open_ended.first_day, open_ended.last_day) == (None, None)
