"""Whole dates: every form that news pages use, and no date where there are two readings."""

from datetime import date

import pytest

from communique.reading._dates import find_dates, is_date_line, parse_date

APRIL_8 = date(2024, 4, 8)


@pytest.mark.parametrize(
    "words",
    [
        "2024-04-08",
        "2024-04-08T23:30:00Z",
        "2024-04-08 09:15:00+08:00",
        "Mon, 08 Apr 2024 10:00:00 +0000",
        "April 8, 2024",
        "April 8,2024",
        "Apr. 8, 2024",
        "8 April 2024",
        "8th of April, 2024",
        "Monday 8 Apr 2024",
        "8-Apr-2024",
        "08.04.2024",
        "2024/04/08",
        "08/04/2024 or 8 April 2024",
    ],
)
def test_forms_of_one_day(words: str) -> None:
    assert parse_date(words) == APRIL_8


@pytest.mark.parametrize("words", ["03/04/2012", "April 2024", "April 8", "31 February 2024", "soon", "", "8/4/24"])
def test_what_is_no_day_or_two(words: str) -> None:
    assert parse_date(words) is None


def test_a_value_over_twelve_decides_a_numeric_date() -> None:
    assert parse_date("23/04/2012") == parse_date("04/23/2012") == date(2012, 4, 23)
    assert parse_date("05/05/2012") == date(2012, 5, 5)


def test_dates_are_found_where_they_stand() -> None:
    text = "It was signed on 22 Feb 2002 and took effect on May 1, 2002."
    assert [text[f.start : f.end] for f in find_dates(text)] == ["22 Feb 2002", "May 1, 2002"]


@pytest.mark.parametrize(
    "text",
    ["Published 24 March 2023", "Thursday, 21 February, 2002, 14:06 GMT", "date 2021-03-20", "4 Feb 2026"],
)
def test_date_lines(text: str) -> None:
    assert is_date_line(text)


@pytest.mark.parametrize("text", ["The talks began on May 1, 2002", "Monday", "By Jane Doe, 4 Feb 2026"])
def test_lines_of_other_things(text: str) -> None:
    assert not is_date_line(text)
