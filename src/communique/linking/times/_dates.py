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

from communique.linking.times._values import (
    Day,
    Month,
    Months,
    Nth,
    Range,
    Relative,
    Season,
    Value,
    Weekday,
    Weekend,
    Year,
)
from communique.linking.times._words import (
    COUNT,
    DASH,
    DAY_PART,
    DAYS,
    MODIFIER,
    MONTH,
    NO_COUNT,
    ONE_DAY,
    ORDINAL,
    ORDINAL_DAYS,
    PART,
    SEASON,
    SEASONS,
    WEEKDAY,
    YEAR,
    YEAR_TAIL,
    S,
    count_of,
    day_numbers,
    is_name,
    modifier_of,
    month_of,
    ordinal_of,
    part_of,
    unit_of,
    weekday_of,
)

__all__ = [
    "MONTH_RULES",
    "NTH_RULES",
    "NUMBER_RULES",
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
    if not is_name(match["month"]) and not match["year"]:
        return None
    month, year = month_of(match["month"]), _year(match)
    days = [Day(day=number, month=month, **year) for number in day_numbers(match["days"])]
    if any(later.day <= day.day for day, later in pairwise(days)):
        return None
    if len(days) == 1:
        return days[0]
    return Range(first=days[0], last=days[-1], joined=_joined(match["days"]))


_AT_A_DAY = re.compile(r"\b(?:on|until|till|by|from|since|through|before|after|for|week\sof)\s$", re.IGNORECASE)
_IN_A_ROW = re.compile(r"\s(?:in\sa\b|in\sas\b|and\s(?:last|final)\b)", re.IGNORECASE)


def _the_day(match: re.Match[str]) -> Value | None:
    if not _AT_A_DAY.search(_before(match)) or _IN_A_ROW.match(_after(match)):
        return None
    return Day(day=ordinal_of(match["day"]))


_ORDINAL_DAY = rf"(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)\b|{ORDINAL})"
_THE_DAY_ENDS = (
    rf"(?={S}?[.,;:!?)]|$|{S}(?:and|or|to|at|in|for|with|but|when|after|before|as|that|until|till|through)\b)"
)

# --- months -----------------------------------------------------------------------------------

_AMBIGUOUS = frozenset("march april may june august".split())
_STRONG = re.compile(
    r"(?:\b(?:in|since|during|throughout|until|till|through|now\s(?:and|to))\s"
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
_RUN = rf"(?:\s(?:to|and|through)\s|\s?{DASH}\s?)"
_RUN_ENDS = re.compile(rf"{WEEKDAY}{_RUN}$", re.IGNORECASE)
_RUN_BEGINS = re.compile(rf"{_RUN}{WEEKDAY}", re.IGNORECASE)
_DATE_FOLLOWS = re.compile(rf",?\s(?:the\s)?(?:\d|{MONTH})", re.IGNORECASE)
_SIDES: dict[str, Literal["before", "after"]] = {
    **dict.fromkeys(("before", "earlier", "previous"), "before"),
    **dict.fromkeys(("after", "later", "following"), "after"),
}
_TOLD = re.compile(r"\bthe\s$", re.IGNORECASE)
"""Before "next Monday": that of a story, the one after what was told last."""
_ON = re.compile(r"\b(?:on|since|until|by|from|late|early)\s$", re.IGNORECASE)


_ELSEWHERE = re.compile(r"\(\d{4}\s(?:GMT|UTC)\s(?:on\s)?$")
"""Before a weekday: the moment just told, told again in another zone; the local day stands."""


def _abbreviates(match: re.Match[str]) -> bool:
    """Whether "Sun" or "Wed" is a weekday: with a date, with another weekday, or with a full stop after "on"."""
    before, after = _before(match), _after(match)
    if _DATE_FOLLOWS.match(after) or _RUN_BEGINS.match(after) or _RUN_ENDS.search(before):
        return True
    return match["weekday"][-1] == "." and bool(_ON.search(before))


def _weekday(match: re.Match[str]) -> Value | None:
    word, before = match["weekday"], _before(match)
    if not is_name(word) or _FEASTS.search(before) or _PAPERS.match(_after(match)) or _ELSEWHERE.search(before):
        return None
    if not word.casefold().endswith("day") and not _abbreviates(match):
        return None
    week, modifier = match["week"], modifier_of(match)
    side = _SIDES.get((match["before"] or match["after"] or "").casefold())
    if modifier == "next" and _TOLD.search(before):
        modifier, side = None, "after"
    return Weekday(
        weekday=weekday_of(word),
        modifier=modifier,
        weeks=None if week is None else _YEAR_OFFSETS[week.casefold()],
        side=side,
    )


def _weekday_the_day(match: re.Match[str]) -> Value | None:
    """ "Thursday the 21st", of whichever month: never the 13th that is a Friday by name."""
    day, weekday = ordinal_of(match["day"]), weekday_of(match["weekday"])
    if not is_name(match["weekday"]) or (day, weekday) == (13, 5):
        return None
    return Day(day=day, weekday=weekday)


_WEEKENDS = {"that": 0, "same": 0, "following": 1, "previous": -1}


def _weekend(match: re.Match[str]) -> Value | None:
    which = (match["which"] or "the").casefold().split()[-1]
    return Weekend(modifier=modifier_of(match), weeks=_WEEKENDS.get(which))


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
    place, groups = int(match["number"]), match.groupdict()
    year: _InYear = _year(match) if "relative" in groups else {"year": int(match["year"])}
    return Months(first=(place - 1) * size + 1, count=size, **year) if place * size <= 12 else None


def _quarter_of_some_year(match: re.Match[str]) -> Value | None:
    if match["letter"] != "Q" or not _IN_THE.search(_before(match)):
        return None
    return Months(first=int(match["number"]) * 3 - 2, count=3)


def _quarter_just_told(match: re.Match[str]) -> Value | None:
    """ "In the first quarter", with no year behind it; that of a game is "of the game"."""
    if not _IN_THE.search(_before(match)) or _after(match).startswith((" of ", "-")):
        return None
    return Months(first=ordinal_of(match["ordinal"].casefold()) * 3 - 2, count=3)


# --- years ------------------------------------------------------------------------------------

_BY_YEAR = re.compile(
    r"(?:\b(?:in|since|during|until|till|through|throughout|before|after|from|by|of|for|between|around|about|late|early"
    r"|the\syear|back\s(?:in|to)|over)\s"
    rf"|\b(?:1[89]|20)\d\d(?:\s(?:and|or|to|through|until)\s|\s?{DASH}\s?|,\s)|\()$",
    re.IGNORECASE,
)
_TO_YEAR = re.compile(
    rf"(?:{DASH}|\s{DASH}\s)(?:1[89]|20)\d\d(?!\d|{DASH})|\s(?:to|through|until|till)\s(?:1[89]|20)\d\d(?!{S}[A-Za-z]){NO_COUNT}",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"(?:\b(?:the|a|its|his|her|their|this)|['’]s)\s$", re.IGNORECASE)
_OF_EVENTS = (
    r"presidential|parliamentary|legislative|general|midterm|elections?|referendum|summit|(?:\w+\s)?World\sCup"
    r"|(?:Summer|Winter)|Olympics?|accords?|agreement|deal|treaty|constitution|coup|revolution|invasion|war"
)
_EVENT_FOLLOWS = re.compile(rf"\s(?:{_OF_EVENTS})\b")
_CLOSES = re.compile(rf"\)|,|;|{DASH}")
_WORD_FOLLOWS = re.compile(r"\s[A-Za-z]")


def _year_stands(match: re.Match[str]) -> bool:
    """Whether a number of four digits is a year: in a date's place, in brackets or before a noun."""
    before, after = _before(match), _after(match)
    if before.endswith("("):
        return bool(_CLOSES.match(after))
    if _BY_YEAR.search(before) or _TO_YEAR.match(after):
        return True
    if _EVENT_FOLLOWS.match(after):
        return True
    return bool(_ADJECTIVE.search(before) and _WORD_FOLLOWS.match(after))


def _decade(match: re.Match[str]) -> Value | None:
    """ "The 1930's", but not "2020's election"."""
    year, part = int(match["number"]), part_of(match)
    if year % 10 or not (part or _TOLD.search(_before(match))):
        return None
    return Year(year=year, years=10, part=part)


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
    if match["sep"] != "." and first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    return Day(day=day, month=month, year=year) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _iso(match: re.Match[str]) -> Value | None:
    month, day = int(match["m"]), int(match["d"])
    return Day(day=day, month=month, year=int(match["y"])) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _named_numeric(match: re.Match[str]) -> Value | None:
    """ "05-Aug-2016", "2019/aug/01": a month's name between, before or after figures."""
    day = int(match["d"])
    return Day(day=day, month=month_of(match["month"]), year=int(match["year"])) if 1 <= day <= 31 else None


def _month_of_year(match: re.Match[str]) -> Value | None:
    """ "Dec-2018", "2017 April"."""
    if not is_name(match["month"]):
        return None
    return Month(month=month_of(match["month"]), year=int(match["year"]))


# --- by their place in a month or year --------------------------------------------------------


def _nth(match: re.Match[str]) -> Value | None:
    """ "The first week of May", "the last two weeks of 2023", "the first Friday of next month"."""
    of = _nth_period(match)
    word = match["place"].casefold()
    place = -1 if word in ("last", "final") else ordinal_of(word)
    count = count_of(match["count"] or "a")
    if of is None or (place > 1 and match["count"]):
        return None
    if match["weekday"]:
        return Nth(place=place, unit="week", of=of, weekday=weekday_of(match["weekday"]))
    unit = unit_of(match["unit"])
    if unit == "day" and isinstance(of, Month) and place > 0 and count == 1:
        return Day(day=place, month=of.month, **_year(match))
    return _months_at(place, count, of) if unit == "month" else Nth(place=place, unit=unit, of=of, count=count)


def _months_at(place: int, count: int, of: Month | Year | Relative) -> Months | None:
    first = 13 - count if place < 0 else place
    if isinstance(of, Month) or not 1 <= first <= 13 - count:
        return None
    year = of.year if isinstance(of, Year) else None
    return Months(first=first, count=count, year=year, year_offset=None if isinstance(of, Year) else of.offset)


def _nth_day(match: re.Match[str]) -> Value | None:
    """ "The 20th of next month"."""
    month = Relative(unit="month", offset=_YEAR_OFFSETS[match["which"].casefold()])
    return Nth(place=ordinal_of(match["place"]), unit="day", of=month)


def _nth_period(match: re.Match[str]) -> Month | Year | Relative | None:
    if match["month"]:
        return Month(month=month_of(match["month"]), **_year(match)) if is_name(match["month"]) else None
    if match["whole"]:
        return Year(year=int(match["whole"]))
    return Relative(unit=unit_of(match["period"]), offset=_YEAR_OFFSETS[match["which"].casefold()])


_MONTH_ENDS = rf"[.,;:!?)]|$|{S}(?:and|or|to|through|until|till)\b"
_TAIL_OF = rf"(?:,?{S}(?:of{S})?(?:(?P<year>{YEAR})|(?P<relative>last|this|next|that|the){S}year\b))"
_NUMBER_OF_YEAR = r"(?P<number>(?:1[89]|20)\d\d)"

_A_DAY = r"(?P<days>3[01]|[12]\d|[1-9])(?![\d.:,%-])"
"""Behind "on" a day also before what else could be counted: "on May 28 soldiers clashed"."""
MONTH_RULES = (
    rule(rf"{ORDINAL_DAYS}{S}(?:day{S})?of{S}(?P<month>{MONTH}){YEAR_TAIL}", _days),
    rule(rf"(?P<month>{MONTH}){S}(?:the{S})?{DAYS}{YEAR_TAIL}", _days),
    rule(rf"(?P<month>{MONTH}){S}(?:the{S})?{ONE_DAY}{YEAR_TAIL}", _days),
    rule(rf"(?<=\b[Oo]n )(?P<month>{MONTH}){S}{_A_DAY}(?={S}[a-z]){YEAR_TAIL}", _days),
    rule(rf"(?P<month>{MONTH}),{S}(?P<days>\d\d?(?:st|nd|rd|th)\b){YEAR_TAIL}(?:(?<=\d)|{_THE_DAY_ENDS})", _days),
    rule(rf"(?P<month>{MONTH}){S}(?:the{S})?{ORDINAL_DAYS}{YEAR_TAIL}(?:(?<=\d)|{_THE_DAY_ENDS})", _days),
    rule(rf"(?P<month>{MONTH})(?P<sep>[-/])(?P<d>\d\d?)(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)", _named_numeric),
    rule(rf"(?P<month>{MONTH})[-/](?P<year>(?:19|20)\d\d)(?![-/]?\d)", _month_of_year),
    rule(rf"{PART}?{MODIFIER}?(?P<month>{MONTH}){YEAR_TAIL}", _month),
)
NUMBER_RULES = (
    rule(r"(?P<y>(?:1[89]|20)\d\d)(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)(?![\d-])", _iso),
    rule(r"(?P<a>\d\d?)(?P<sep>[-./])(?P<b>\d\d?)(?P=sep)(?P<y>(?:19|20)\d\d)(?!\d)", _numeric),
    rule(rf"(?P<d>\d\d?)(?P<sep>[-/])(?P<month>{MONTH})(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)", _named_numeric),
    rule(rf"(?P<year>(?:19|20)\d\d)(?P<sep>[-/])(?P<month>{MONTH})(?P=sep)(?P<d>\d\d?)(?!\d)", _named_numeric),
    rule(rf"{DAYS}{S}(?:(?:day{S})?of{S})?(?P<month>{MONTH}){YEAR_TAIL}", _days),
    rule(rf"(?P<year>(?:19|20)\d\d){S}?,?{S}(?P<month>{MONTH})(?={_MONTH_ENDS})", _month_of_year),
    rule(rf"(?P<year>(?:19|20)\d\d)(?:{S}|-)?(?P<letter>[QH])(?P<number>[1-4])\b", _numbered_quarter),
)
YEAR_RULES = (
    rule(rf"{PART}?{_NUMBER_OF_YEAR}['’]s\b", _decade),
    rule(
        rf"{PART}?{_NUMBER_OF_YEAR}(?:(?P<decade>s\b)|{NO_COUNT}(?:[-–/](?P<next>\d\d)(?!\d|[-/]))?(?!\d))",
        _bare_year,
    ),
)
_PLACE = rf"(?P<place>last|final|{ORDINAL}|(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b)"
_PLACED = rf"(?:{COUNT}{S})?(?:(?P<unit>day|week|month)s?|(?P<weekday>{WEEKDAY}))"
_NAMED_PERIOD = rf"(?:of|in){S}(?:(?P<month>{MONTH}){YEAR_TAIL}|(?P<whole>(?:19|20)\d\d)\b)"
_PERIOD = r"(?P<period>month|year)\b"
NTH_RULES = (
    rule(rf"{ORDINAL_DAYS}{S}(?:day{S})?of{S}(?P<month>{MONTH}){YEAR_TAIL}", _days),
    rule(
        rf"{_PLACE}{S}{_PLACED}{S}(?:{_NAMED_PERIOD}|(?:(?:of|in){S})?(?P<which>last|this|next|the){S}{_PERIOD})",
        _nth,
    ),
    rule(
        rf"(?P<place>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)){S}(?:of{S})?(?P<which>last|this|next){S}month\b", _nth_day
    ),
)
THE_DAY_RULES = (rule(rf"the{S}(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))\b{_THE_DAY_ENDS}", _the_day),)
WEEKDAY_RULES = (
    rule(rf"(?P<weekday>{WEEKDAY}){S}(?:the{S})?{_ORDINAL_DAY}{_THE_DAY_ENDS}", _weekday_the_day),
    rule(
        rf"(?:{MODIFIER}|(?P<before>previous|following){S})?(?P<weekday>{WEEKDAY}){DAY_PART}"
        rf"(?:,?{S}(?:of{S})?(?P<week>last|this|next){S}week\b|{S}(?P<after>before|earlier|after|later)\b(?={S}?[.,;:)]|$))?",
        _weekday,
    ),
)
WEEKEND_RULES = (
    rule(rf"(?:{MODIFIER}|(?P<which>(?:the{S})?(?:same|following|previous)|that|the){S})weekend\b", _weekend),
)
SEASON_RULES = (rule(rf"{PART}?{MODIFIER}?{SEASON}{YEAR_TAIL}", _season),)
QUARTER_RULES = (
    rule(
        rf"(?P<ordinal>first|second|third|fourth|last|final|1st|2nd|3rd|4th)(?:{S}|{DASH})(?:{COUNT}{S})?"
        rf"(?P<length>months|quarter|half){_TAIL_OF}",
        _months_of_year,
    ),
    rule(r"(?P<ordinal>first|second|third|fourth)\squarter\b", _quarter_just_told),
    rule(r"(?P<letter>[QH])(?P<number>[1-4])(?:-(?P<year>(?:19|20)\d\d)\b)", _numbered_quarter),
    rule(rf"(?P<letter>[QH])(?P<number>[1-4]){_TAIL_OF}", _numbered_quarter),
    rule(r"(?P<letter>Q)(?P<number>[1-4])\b", _quarter_of_some_year),
)
