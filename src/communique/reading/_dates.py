"""Whole dates as news pages write them, and lines that are nothing but a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime

import msgspec

from communique.codebook.calendar import MONTHS, WEEKDAYS

__all__ = [
    "MONTH",
    "FoundDate",
    "calendar_day",
    "find_dates",
    "is_date_line",
    "may_hold_date",
    "other_words",
    "parse_date",
    "parse_moment",
]

MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
"""Pattern of a month's name or abbreviation; ``MONTHS`` has its lower case."""
_NTH = r"(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"""\b(?:
      (?P<month_first>{MONTH})\s{{0,2}}(?P<day_second>\d{{1,2}}){_NTH}\b\s{{0,2}},?\s{{0,2}}(?P<year_1>\d{{4}})
    | (?P<day_first>\d{{1,2}}){_NTH}(?:\s{{1,2}}of)?[\s-]{{0,2}}
      (?P<month_second>{MONTH}),?[\s-]{{0,2}}(?P<year_2>\d{{4}})
    | (?P<year_3>\d{{4}})(?P<sign>[-/.])(?P<month_number>\d{{1,2}})(?P=sign)(?P<day_number>\d{{1,2}})
    | (?P<one>\d{{1,2}})(?P<between>[-/.])(?P<other>\d{{1,2}})(?P=between)(?P<year_4>\d{{4}})
    )(?!\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_YEAR = re.compile(r"\d{4}")
_YEARS = range(1900, 2100)
_LONGEST_DATE_LINE = 120
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{1,2}h\d{0,2}\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
# Words that stand beside a date and add nothing to it: labels, time zones in common use, page numbers.
_BESIDE = frozenset(
    """published posted updated created issued released date dated on at in time local page the of
    gmt utc et est edt ct cst cdt pt pst pdt cet cest bst ist msk eest eet hkt jst kst sgt wib hrs""".split()
) | frozenset(WEEKDAYS)


class FoundDate(msgspec.Struct, frozen=True):
    """A day and where its words stand: ``text[start:end]``."""

    day: date
    start: int
    end: int


def may_hold_date(text: str) -> bool:
    """Whether ``text`` has a year's figures, which no whole date lacks."""
    return _YEAR.search(text) is not None


def find_dates(text: str) -> Iterator[FoundDate]:
    """The whole dates in ``text`` that have one reading: 23/04/2012 has one, 03/04/2012 has two."""
    if not may_hold_date(text):
        return
    for match in _DATE.finditer(text):
        day = _day(match)
        if day is not None:
            yield FoundDate(day, match.start(), match.end())


def _day(match: re.Match[str]) -> date | None:
    found = match.groupdict()
    if found["month_first"]:
        return calendar_day(found["year_1"], _month(found["month_first"]), found["day_second"])
    if found["month_second"]:
        return calendar_day(found["year_2"], _month(found["month_second"]), found["day_first"])
    if found["year_3"]:
        return calendar_day(found["year_3"], int(found["month_number"]), found["day_number"])
    return _numeric_day(found["one"], found["other"], found["year_4"], found["between"])


def _month(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()]


def _numeric_day(one: str, other: str, year: str, between: str) -> date | None:
    # With full stops the day is always first: no locale of CLDR writes the month first with them.
    day_first = calendar_day(year, int(other), one)
    month_first = None if between == "." else calendar_day(year, int(one), other)
    if day_first and month_first and day_first != month_first:
        return None
    return day_first or month_first


def calendar_day(year: str, month: int, day: str) -> date | None:
    """The day, None where there is none such or its year is not of this or the last century."""
    if int(year) not in _YEARS:
        return None
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def parse_moment(words: str) -> datetime | None:
    """The moment of ISO 8601 or RFC 2822, in the zone that it is written in; None where it is none."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(words.strip())
        except ValueError:
            continue
    return None


def parse_date(words: str) -> date | None:
    """The day that a source's metadata state: ISO 8601, RFC 2822 or a date in words; None where unclear."""
    moment = parse_moment(words)
    if moment is not None:
        return moment.date()
    days = {found.day for found in find_dates(words)}
    return days.pop() if len(days) == 1 else None


def other_words(text: str) -> list[str] | None:
    """The words of ``text`` beside its date, time, weekday and their labels; None where it has no date."""
    dates = list(find_dates(text))
    if not dates:
        return None
    for found in reversed(dates):
        text = f"{text[: found.start]} {text[found.end :]}"
    words = _WORD.findall(_TIME.sub(" ", text))
    return [word for word in words if word.lower() not in _BESIDE and not word.isdigit()]


def is_date_line(text: str) -> bool:
    """Whether ``text`` is a date, with its time, weekday and label perhaps, and nothing else."""
    return len(text) <= _LONGEST_DATE_LINE and other_words(text) == []
