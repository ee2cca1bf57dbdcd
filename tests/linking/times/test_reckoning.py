"""Counts from dates that the text gives: when their words can be written."""

from datetime import date

import pytest

from communique.linking.times import find_times
from communique.linking.times._reckoning import reckonings, served


def days_of(text: str) -> list[tuple[date, date]]:
    return [pair for _, days in reckonings(text, find_times(text)) for pair in days]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It came exactly seven months after the coup of July 26, 2023.", date(2024, 2, 23), date(2024, 2, 29)),
        ("It came two weeks after the raid on April 5, 2024.", date(2024, 4, 16), date(2024, 4, 22)),
        ("It came nearly three months after the raid on April 5, 2024.", date(2024, 6, 20), date(2024, 7, 5)),
        ("It came more than two weeks after the raid of 5 April 2024.", date(2024, 4, 19), date(2024, 4, 22)),
        ("Eight months ago in Oslo they promised in June 2018 to go on.", date(2019, 2, 1), date(2019, 2, 28)),
        ("Ties were cut in January 2016, seven years ago.", date(2022, 7, 2), date(2023, 8, 2)),
        ("Trade stopped in 2016, seven years ago.", date(2022, 10, 2), date(2024, 3, 31)),
        ("Trade stopped in 2003, twenty years ago.", date(2022, 7, 2), date(2024, 7, 1)),
        ("It was their first call in 34 years. There had been none since 1979.", date(2012, 10, 2), date(2014, 4, 1)),
    ],
)
def test_counts_from_dates(text: str, first: date, last: date) -> None:
    assert days_of(text) == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2015, five years after the accord of July 14, 2010, it was broken.",  # counted to another time
        "It came seven months after the coup, and on July 26, 2023 they met.",
        "They promised in June 2018 to go on, and two months ago they did.",
        "Eight months ago they parted, and in June 2018 she left.",
        "The global index of 2014 came out last year.",
        "Trade with China grew for three years. It has been free since 1979, in law since 2001.",
        "It came in the year 9999, nine years ago.",
    ],
)
def test_what_is_not_counted_from_now(text: str) -> None:
    assert not any(first <= date(2026, 1, 1) and date(2010, 1, 1) <= last for first, last in days_of(text))


def test_terms_served() -> None:
    text = "They met on Friday. Abiy, three months in office, hailed the day."
    terms = ((20, 24, date(2018, 4, 2)),)
    assert [days for _, days in served(text, terms)] == [((date(2018, 6, 17), date(2018, 7, 17)),)]
    assert list(served("Three months in office, Abiy hailed the day.", ((24, 28, date(2018, 4, 2)),))) == []


def test_counted_from_a_day_without_its_year() -> None:
    found = days_of("It is the second row in less than three weeks. On November 1 the envoy was summoned.")
    assert (date(2013, 11, 15), date(2013, 11, 22)) in found
    assert (date(2020, 11, 15), date(2020, 11, 22)) in found
    assert days_of("It is the second row in less than three weeks. She left, and on November 1 he came.") == []
