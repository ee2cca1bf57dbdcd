"""Rules for dates of the calendar: days, weekdays, months, seasons, years, numeric dates.

Usage follows the AP Stylebook and the Guardian style guide ("April 8", "8 April", "Sept. 4", "Monday,
April 8"). A word that is also a name or a verb (May, March, April, June, August, Sun) and a bare
number of four digits count as dates only where the words around them say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Literal, NamedTuple, TypedDict

from communique.linking._time_values import Day, Month, Months, Range, Season, Value, Weekday, Weekend, Year
from communique.linking._time_words import (
    COUNT,
    DASH,
    DAY_PART,
    DAYS,
    MODIFIER,
    MONTH,
    NO_COUNT,
    ONE_DAY,
    ORDINALS,
    PART,
    SEASON,
    SEASONS,
    WEEKDAY,
    YEAR,
    YEAR_TAIL,
    S,
    count_of,
    is_name,
    modifier_of,
    month_of,
    ordinal_of,
    part_of,
    weekday_of,
)

__all__ = [
    "MONTH_RULES",
    "NUMBER_RULES",
    "ORDINAL_RULES",
    "QUARTER_RULES",
    "SEASON_RULES",
    "THE_DAY_RULES",
    "WEEKDAY_RULES",
    "WEEKEND_RULES",
    "YEAR_RULES",
    "Rule",
    "rule",
]


class Rule(NamedTuple):
    """A form of words, and what builds a value from its match; ``None`` says that it is no time here."""

    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Value | None]


def rule(pattern: str, build: Callable[[re.Match[str]], Value | None]) -> Rule:
    """A rule whose words may stand in any case."""
    return Rule(re.compile(pattern, re.IGNORECASE), build)


class _InYear(TypedDict, total=False):
    year: int
    year_offset: int
    anchored: bool


_YEAR_OFFSETS = {"last": -1, "past": -1, "this": 0, "the": 0, "next": 1}
_REACH = 24  # characters before or after an expression that decide whether it is one


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _REACH) : match.start()]


def _after(match: re.Match[str]) -> str:
    return match.string[match.end() : match.end() + _REACH]


def _year(match: re.Match[str]) -> _InYear:
    """The year that ``YEAR_TAIL`` has matched."""
    if match["year"]:
        return {"year": int(match["year"])}
    if not match["relative"]:
        return {}
    word = match["relative"].casefold().split()[-1]
    return {"year_offset": _YEAR_OFFSETS[word]} if word in _YEAR_OFFSETS else {"anchored": True}


def _joined(words: str) -> Literal["to", "and", "or"]:
    """How a list of days is joined; a dash is "to"."""
    if re.search(r"\bor\b", words, re.IGNORECASE):
        return "or"
    return "and" if re.search(r"\band\b|&", words, re.IGNORECASE) else "to"


def _days(match: re.Match[str]) -> Value | None:
    """A day of a month, or a list or range of them in ascending order."""
    if not is_name(match["month"]):
        return None
    month, year = month_of(match["month"]), _year(match)
    days = [Day(day=int(number), month=month, **year) for number in re.findall(r"\d+", match["days"])]
    if any(later.day <= day.day for day, later in pairwise(days)):
        return None
    if len(days) == 1:
        return days[0]
    return Range(first=days[0], last=days[-1], joined=_joined(match["days"]))


def _ordinal_day(match: re.Match[str]) -> Value | None:
    if not is_name(match["month"]):
        return None
    return Day(day=ordinal_of(match["ordinal"]), month=month_of(match["month"]), **_year(match))


_AT_A_DAY = re.compile(r"\b(?:on|until|till|by|from|since|through|before|after)\s$", re.IGNORECASE)


def _the_day(match: re.Match[str]) -> Value | None:
    return Day(day=int(match["day"])) if _AT_A_DAY.search(_before(match)) else None


_THE_DAY_ENDS = rf"(?={S}?[.,;:)]|$|{S}(?:and|or|to|at|in|for|with|but|when|after|before|as|that)\b)"

# --- months -----------------------------------------------------------------------------------

_AMBIGUOUS = frozenset("march april may june august".split())
_STRONG = re.compile(
    r"(?:\b(?:in|since|during|throughout|until|till|through)\s"
    rf"|\b{MONTH}(?:\s(?:and|or|to|through|until)\s|\s?{DASH}\s?|,\s))$",
    re.IGNORECASE,
)
_WEAK = re.compile(r"\b(?:by|of|from|to|before|after|for|between|around)\s$", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:\b(?:the|a|an|its|his|her|their)|['’]s)\s$", re.IGNORECASE)
_NAME_FOLLOWS = re.compile(r"\s[A-Z]")
_RANGE_FOLLOWS = re.compile(rf"(?:\s(?:and|or|to|through|until)\s|\s?{DASH}\s?){MONTH}", re.IGNORECASE)
_NOUN_FOLLOWS = re.compile(
    r"\s(?!(?:on|to|against|for|from|of|in|at|and|or|was|is|has|had|were|are|by|with|through|toward)\b)[a-z]"
)
_COLOURS = re.compile(r"\b(?:Black|Red)\s$")


def _month_stands(match: re.Match[str]) -> bool:
    """Whether a bare month is one: never a verb, a person or part of a name."""
    word = match["month"].casefold().rstrip(".")
    before, after = _before(match), _after(match)
    if len(word) > 3 and word not in _AMBIGUOUS and word != "sept":
        return not _COLOURS.search(before)
    if _STRONG.search(before) or _RANGE_FOLLOWS.match(after):
        return True
    if _DETERMINER.search(before):
        return bool(_NOUN_FOLLOWS.match(after))
    return word != "may" and bool(_WEAK.search(before)) and not _NAME_FOLLOWS.match(after)


def _month(match: re.Match[str]) -> Value | None:
    if not is_name(match["month"]):
        return None
    month = Month(
        month=month_of(match["month"]),
        part=part_of(match),
        modifier=modifier_of(match),
        **_year(match),
    )
    told = month.part or month.modifier or month.year or month.year_offset is not None or month.anchored
    return month if told or _month_stands(match) else None


# --- weekdays ---------------------------------------------------------------------------------

_FEASTS = re.compile(
    r"\b(?:Black|Good|Bloody|Super|Palm|Easter|Ash|Holy|Maundy|Shrove|Cyber|Giving|every|each|any|most|on\sa)\s$",
    re.IGNORECASE,
)
_PAPERS = re.compile(r"\s(?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Independent|Guardian|Star)\b")
_DATE_FOLLOWS = re.compile(rf",?\s(?:the\s)?(?:\d|{MONTH})", re.IGNORECASE)
_SIDES: dict[str, Literal["before", "after"]] = {
    **dict.fromkeys(("before", "earlier", "previous"), "before"),
    **dict.fromkeys(("after", "later", "following"), "after"),
}
_ON = re.compile(r"\b(?:on|since|until|by|from|late|early)\s$", re.IGNORECASE)


def _weekday(match: re.Match[str]) -> Value | None:
    word = match["weekday"]
    if not is_name(word) or _FEASTS.search(_before(match)) or _PAPERS.match(_after(match)):
        return None
    abbreviated = not word.casefold().endswith("day")
    if abbreviated and not _DATE_FOLLOWS.match(_after(match)) and not (word[-1] == "." and _ON.search(_before(match))):
        return None
    week = match["week"]
    side = _SIDES.get((match["before"] or match["after"] or "").casefold())
    return Weekday(
        weekday=weekday_of(word),
        modifier=modifier_of(match),
        weeks=None if week is None else _YEAR_OFFSETS[week.casefold()],
        side=side,
    )


def _weekend(match: re.Match[str]) -> Value | None:
    return Weekend(modifier=modifier_of(match))


# --- seasons, quarters ------------------------------------------------------------------------

_IN_THE = re.compile(r"\b(?:in|of|over|during|by|since|until|through)\s(?:the\s)?$", re.IGNORECASE)
_FALL_IN = re.compile(r"\s(?:in|from|of|to)\b", re.IGNORECASE)


def _season(match: re.Match[str]) -> Value | None:
    word = match["season"].casefold()
    season = Season(season=SEASONS[word], part=part_of(match), modifier=modifier_of(match), **_year(match))
    if season.year or season.year_offset is not None or season.anchored:
        return season
    if word == "fall" and (_FALL_IN.match(_after(match)) or _before(match).endswith(("in ", "of "))):
        return None
    return season if season.modifier or _IN_THE.search(_before(match)) else None


def _months_of_year(match: re.Match[str]) -> Value | None:
    """Which months of the year "first quarter", "second half" and "first three months" are."""
    ordinal, length = match["ordinal"].casefold(), match["length"].casefold()
    if match["count"] and not length.startswith("month"):
        return None
    size = {"quarter": 3, "half": 6}.get(length) or count_of(match["count"] or "a")
    if not 1 <= size <= 12:
        return None
    place = 12 // size if ordinal in ("last", "final") else ordinal_of(ordinal)
    if place * size > 12:
        return None
    return Months(first=(place - 1) * size + 1, count=size, **_year(match))


def _numbered_quarter(match: re.Match[str]) -> Value | None:
    size = 3 if match["letter"] in "Qq" else 6
    place = int(match["number"])
    return Months(first=(place - 1) * size + 1, count=size, **_year(match)) if place * size <= 12 else None


# --- years ------------------------------------------------------------------------------------

_BY_YEAR = re.compile(
    r"(?:\b(?:in|since|during|until|till|through|throughout|before|after|from|by|of|for|between|around|about|late|early"
    r"|the\syear|back\sin)\s"
    rf"|\b(?:1[89]|20)\d\d(?:\s(?:and|or|to|through|until)\s|\s?{DASH}\s?|,\s)|\()$",
    re.IGNORECASE,
)
_TO_YEAR = re.compile(rf"{DASH}(?:1[89]|20)\d\d(?!\d|{DASH})")
_ADJECTIVE = re.compile(r"(?:\b(?:the|a|its|his|her|their|this)|['’]s)\s$", re.IGNORECASE)
_CLOSES = re.compile(rf"\)|,|;|{DASH}")
_WORD_FOLLOWS = re.compile(r"\s[A-Za-z]")


def _year_stands(match: re.Match[str]) -> bool:
    """Whether a number of four digits is a year: in a date's place, in brackets or before a noun."""
    before, after = _before(match), _after(match)
    if before.endswith("("):
        return bool(_CLOSES.match(after))
    if _BY_YEAR.search(before) or _TO_YEAR.match(after):
        return True
    return bool(_ADJECTIVE.search(before) and _WORD_FOLLOWS.match(after))


def _bare_year(match: re.Match[str]) -> Value | None:
    year, part = int(match["number"]), part_of(match)
    if match["decade"]:
        return Year(year=year, years=10, part=part) if year % 10 == 0 else None
    if match["next"] and (year + 1) % 100 != int(match["next"]):
        return None
    if part is None and not _year_stands(match):
        return None
    return Year(year=year, years=2 if match["next"] else 1, part=part)


# --- numbers ----------------------------------------------------------------------------------


def _numeric(match: re.Match[str]) -> Value | None:
    """A date in figures, unless it could be read month first as well as day first."""
    year, first, second = int(match["y"]), int(match["a"]), int(match["b"])
    if match["sep"] == "/" and first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    return Day(day=day, month=month, year=year) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _iso(match: re.Match[str]) -> Value | None:
    month, day = int(match["m"]), int(match["d"])
    return Day(day=day, month=month, year=int(match["y"])) if 1 <= month <= 12 and 1 <= day <= 31 else None


_TAIL_OF = rf"(?:,?{S}(?:of{S})?(?:(?P<year>{YEAR})|(?P<relative>last|this|next|that|the){S}year\b))"
_NUMBER_OF_YEAR = r"(?P<number>(?:1[89]|20)\d\d)"

MONTH_RULES = (
    rule(rf"(?P<month>{MONTH}){S}(?:the{S})?{DAYS}{YEAR_TAIL}", _days),
    rule(rf"(?P<month>{MONTH}){S}(?:the{S})?{ONE_DAY}{YEAR_TAIL}", _days),
    rule(rf"{PART}?{MODIFIER}?(?P<month>{MONTH}){YEAR_TAIL}", _month),
)
NUMBER_RULES = (
    rule(r"(?P<y>(?:1[89]|20)\d\d)(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?![\d-])", _iso),
    rule(r"(?P<a>\d\d?)(?P<sep>[./])(?P<b>\d\d?)(?P=sep)(?P<y>(?:19|20)\d\d)(?!\d)", _numeric),
    rule(rf"{DAYS}{S}(?:of{S})?(?P<month>{MONTH}){YEAR_TAIL}", _days),
)
YEAR_RULES = (
    rule(
        rf"{PART}?{_NUMBER_OF_YEAR}(?:(?P<decade>s\b)|{NO_COUNT}(?:[-–/](?P<next>\d\d)(?!\d|[-/]))?(?!\d))",
        _bare_year,
    ),
)
ORDINAL_RULES = (rule(rf"(?P<ordinal>{'|'.join(ORDINALS)}){S}of{S}(?P<month>{MONTH}){YEAR_TAIL}", _ordinal_day),)
THE_DAY_RULES = (rule(rf"the{S}(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b{_THE_DAY_ENDS}", _the_day),)
WEEKDAY_RULES = (
    rule(
        rf"(?:{MODIFIER}|(?P<before>previous|following){S})?(?P<weekday>{WEEKDAY}){DAY_PART}"
        rf"(?:,?{S}(?:of{S})?(?P<week>last|this|next){S}week\b|{S}(?P<after>before|earlier|after|later)\b(?={S}?[.,;:)]|$))?",
        _weekday,
    ),
)
WEEKEND_RULES = (rule(rf"(?:{MODIFIER}|the{S})weekend\b", _weekend),)
SEASON_RULES = (rule(rf"{PART}?{MODIFIER}?{SEASON}{YEAR_TAIL}", _season),)
QUARTER_RULES = (
    rule(
        rf"(?P<ordinal>first|second|third|fourth|last|final|1st|2nd|3rd|4th)(?:{S}|{DASH})(?:{COUNT}{S})?"
        rf"(?P<length>months|quarter|half){_TAIL_OF}",
        _months_of_year,
    ),
    rule(rf"(?P<letter>[QH])(?P<number>[1-4]){_TAIL_OF}", _numbered_quarter),
)
