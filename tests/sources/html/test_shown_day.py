"""The day beside the headline, in the language of the page."""

from datetime import date

import pytest

from communique.sources.html._shown_day import shown_day, told_day


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("8. April 2024", "de"),
        ("08.04.2024, 15:12 Uhr", None),
        ("Publié le 8 avril 2024", "fr"),
        ("8 de abril de 2024", "es"),
        ("8 апреля 2024, 13:43", "ru"),
        ("8 kwietnia 2024", "pl"),
        ("08/04/2024", "it"),
        ("2024年4月8日", "zh"),
        ("Monday, April 8, 2024", "en"),
        ("8th April 2024", None),
        ("2024-04-08T10:00", "en"),
    ],
)
def test_days_of_many_languages(text: str, language: str | None) -> None:
    assert shown_day(["World", text], language) == date(2024, 4, 8)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("04/08/2024", "en"),
        ("© 2024 The Gazette", "en"),
        ("31.02.2024", "de"),
        ("8 nonesuch 2024", "de"),
        ("1.2.3.2024", "de"),
    ],
)
def test_what_has_two_readings_or_none_is_left_alone(text: str, language: str | None) -> None:
    assert shown_day([text], language) is None


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("08.04.24", None, date(2024, 4, 8)),
        ("am 26/10/13, 03:48 pm", "de", date(2013, 10, 26)),
        ("8. Oktober 2013", None, date(2013, 10, 8)),
        ("8 kwietnia 2024", None, date(2024, 4, 8)),
        ("04/08/24", "en", None),
        ("04/08/2024", None, None),
        ("version 1.2.3.24", "de", None),
        ("8. Oktober 2013", "fr", None),
    ],
)
def test_texts_that_are_known_to_tell_a_day_are_read_further(text: str, language: str | None, day: date | None) -> None:
    assert told_day(["World", text], language) == day
