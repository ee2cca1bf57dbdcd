"""Rules for times that are counted from now or from another event, and for durations."""

from __future__ import annotations

import re
from types import MappingProxyType

from communique.linking.times._dates import Rule, rule
from communique.linking.times._values import Ahead, Anchored, Bound, Duration, Recent, Relative, Value
from communique.linking.times._words import (
    COUNT,
    DASH,
    DAY_PART,
    LENGTH,
    MONTH,
    PART,
    UNIT,
    WEEKDAY,
    YEAR,
    S,
    count_of,
    length_of,
    part_of,
    unit_of,
)

__all__ = [
    "BESIDE_RULES",
    "COUNTED_RULES",
    "DEICTIC_RULES",
    "DURING_RULES",
    "HOURS_RULES",
    "LONG_RULES",
    "NOW_RULES",
    "PERIOD_RULES",
    "THE_RULES",
    "WITHIN_RULES",
]

_DEICTIC = MappingProxyType({"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1})
_SIGNS = MappingProxyType(
    {"before": -1, "earlier": -1, "previously": -1, "ago": -1, "last": -1, "past": -1, "previous": -1}
)
_REACH = 16
_FEW_HOURS = 6
_STRETCH = 32
_ENDS_NOW = re.compile(
    rf"\b(?:between|from)\s[^.;:?!]{{0,16}}(?:\d|{MONTH}|{WEEKDAY})\s(?:and|to|till|until)\s$", re.IGNORECASE
)
_BEGINS_NOW = re.compile(r"\b(?:between|from)\s$", re.IGNORECASE)
_GOES_ON = re.compile(
    rf"\s(?:and|to|till|until)\s(?:the\s)?(?:\d|{MONTH}|{WEEKDAY}|(?:end|next|this|early|late|mid)\b)", re.IGNORECASE
)
_BY = re.compile(r"\b(?:by|at|before|until|till|towards?)\s(?:the\s)?$", re.IGNORECASE)


def _before(match: re.Match[str], reach: int) -> str:
    return match.string[max(0, match.start() - reach) : match.start()]


def _deictic(match: re.Match[str]) -> Value | None:
    return Relative(unit="day", offset=_DEICTIC[match["word"].casefold()])


def _part_of_today(match: re.Match[str]) -> Value | None:
    return Relative(unit="day", offset=-1 if match["word"].casefold() == "last" else 0)


def _overnight(match: re.Match[str]) -> Value | None:
    return Recent(unit="day", count=1)


def _next_to_tomorrow(match: re.Match[str]) -> Value | None:
    return Relative(unit="day", offset=2 if match["word"].casefold() == "tomorrow" else -2)


def _period(match: re.Match[str]) -> Value | None:
    """A period seen from now: "last week", "late this year", "later in the month"."""
    unit, part = unit_of(match["unit"]), part_of(match)
    which = (match["which"] or "the").casefold().split()[-1]
    if unit == "day" or (which == "the" and part is None):
        return None
    offset = {"last": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1}.get(which, 0)
    return Relative(unit=unit, offset=offset, part=part)


def _anchored(match: re.Match[str]) -> Value | None:
    """A period seen from another event: "the same day", "that week", "the following month"."""
    which = match["which"].casefold().split()[-1]
    offset = {"following": 1, "next": 1, "previous": -1}.get(which, 0)
    return Anchored(unit=unit_of(match["unit"]), offset=offset)


def _the_unit_before(match: re.Match[str]) -> Value | None:
    return Anchored(unit=unit_of(match["unit"]), offset=_SIGNS.get(match["how"].casefold(), 1))


def _recent(match: re.Match[str]) -> Value | None:
    """A stretch that touches now or another event: "the past two weeks", "the next year", "the previous month"."""
    unit, count = length_of(match)
    which = match["which"].casefold().split()[-1]
    return Recent(
        unit=unit,
        count=count,
        ahead=which in ("next", "coming", "upcoming", "following"),
        anchored=which in ("previous", "following"),
    )


_SOME = MappingProxyType({"day": 7, "week": 5, "month": 6})
"""How far "the coming days" reach, in their units, by convention: a week, about a month, half a year."""


def _some(match: re.Match[str]) -> Value | None:
    """ "In the coming days", "in recent weeks", "within days": a stretch of which nobody tells the length."""
    unit = unit_of(match["unit"])
    return Recent(unit=unit, count=_SOME[unit], ahead=match["which"].casefold() not in ("recent", "past", "last"))


def _week_gone(match: re.Match[str]) -> Value | None:
    """ "During the week": the days up to now."""
    return Recent(unit="week", count=1)


def _after_next(match: re.Match[str]) -> Value | None:
    """ "The week after next", "the month before last"."""
    return Relative(unit=unit_of(match["unit"]), offset=2 if match["word"].casefold() == "next" else -2)


def _now(match: re.Match[str]) -> Value | None:
    """The word as one end of a stretch: "between May 1 and now"; alone it tells no date."""
    before = _before(match, _STRETCH)
    begins = _BEGINS_NOW.search(before) and _GOES_ON.match(match.string, match.end())
    return Relative(unit="day", offset=0) if begins or _ENDS_NOW.search(before) else None


def _week_of(match: re.Match[str]) -> Value | None:
    """The week in which the day lies that follows."""
    return Anchored(unit="week", offset=0)


def _year_end(match: re.Match[str]) -> Value | None:
    return Relative(unit="year", offset=0, part="end") if _BY.search(_before(match, _REACH)) else None


def _counted(match: re.Match[str]) -> Value | None:
    """A count of units: "two days ago", "a week later", "three months from now", "five years ago this month"."""
    how = match["how"].casefold().split()
    if how[0] == "from" and _LASTS.search(_before(match, _REACH)):
        return None  # "for three days from tomorrow" lasts
    unit, count = length_of(match)
    offset = _SIGNS.get(how[0], 1) * count
    if how[-1] == "month" and unit == "year":
        return Relative(unit="month", offset=12 * offset)
    if how[0] in ("ago", "hence") or how[-1] in ("now", "today"):
        return Relative(unit=unit, offset=offset, exact=how[-1] == "today" or unit == "day")
    return Anchored(unit=unit, offset=offset)


def _hours(match: re.Match[str]) -> Value | None:
    """Few hours before or after another event are of its day, as far as the words tell."""
    count = match.groupdict().get("count")
    return Anchored(unit="day", offset=0) if count is None or count_of(count) <= _FEW_HOURS else None


def _within(match: re.Match[str]) -> Value | None:
    exact = match["how"].casefold() == "within"
    unit, count = length_of(match)
    ahead = Ahead(unit=unit, count=count, exact=exact)
    return Bound(bound="by", of=ahead) if exact else ahead


def _duration(match: re.Match[str]) -> Value | None:
    return Duration(unit=unit_of(match["unit"]), count=count_of(match["count"]))


_LASTS = re.compile(r"\b(?:for|of|over|lasting|lasts?|lasted|takes?|took|after|nearly|almost|about)\s$", re.IGNORECASE)


def _days_long(match: re.Match[str]) -> Value | None:
    """Days where a length is told: "a visit of three days", "three days of talks"."""
    before = _before(match, _REACH)
    if match["count"].casefold() in ("a", "an") or not (match["of"] or _LASTS.search(before)):
        return None
    return _duration(match)


def _part_of_that_day(match: re.Match[str]) -> Value | None:
    return Anchored(unit="day", offset=0)


def _unit_long(match: re.Match[str]) -> Value | None:
    return Duration(unit=unit_of(match["unit"]), count=1)


_WHOLE = rf"(?!{S}of{S}(?:{MONTH}|{YEAR}|last\b|this\b|next\b|the\b))"  # not "the last week of July"
_DAY_OF_MONTH = rf"{MONTH}{S}(?:the{S})?\d|\d\d?(?:st|nd|rd|th)?{S}(?:of{S})?{MONTH}|\d\d?(?:st|nd|rd|th)\b"
_NAMED_DAY = rf"(?={S}(?:on{S})?(?:the{S})?(?:{_DAY_OF_MONTH}|{WEEKDAY}))"
_PERIOD = r"(?P<unit>day|week|month|quarter|year)"
_DAYS = r"(?P<unit>day|week|month)"
_NOT_COUNTED_ON = rf"(?!{DASH}old|{S}(?:ago|earlier|later|before|after|afterwards?|previously|from{S}now|hence|old)\b)"

DEICTIC_RULES: tuple[Rule, ...] = (
    rule(rf"(?P<word>yesterday|today|tomorrow){DAY_PART}\b", _deictic),
    rule(r"(?P<word>tonight)\b", _deictic),
    rule(r"overnight\b", _overnight),
)
PERIOD_RULES: tuple[Rule, ...] = (
    rule(rf"(?P<word>last){S}night\b", _part_of_today),
    rule(rf"(?P<word>this){S}(?:morning|afternoon|evening)\b", _part_of_today),
    rule(
        rf"{PART}?(?P<which>last|past|this|current|next|coming|upcoming)?(?:(?<=\w){S})?{_PERIOD}\b{_WHOLE}",
        _period,
    ),
    rule(rf"that{S}(?:same{S})?(?:morning|afternoon|evening|night)\b", _part_of_that_day),
    rule(rf"(?P<which>(?:that|the){S}same|that|same|next){S}{UNIT}\b", _anchored),
    rule(rf"(?P<which>last|past|next|coming|upcoming|previous|following){S}{COUNT}{S}{LENGTH}s\b{_WHOLE}", _recent),
)
THE_RULES: tuple[Rule, ...] = (
    rule(rf"the{S}day{S}(?:before|after){S}(?P<word>yesterday|tomorrow)\b", _next_to_tomorrow),
    rule(
        rf"the{S}{UNIT}{S}(?:after|before){S}(?:the{S})?(?P<word>next|last)\b(?!{S}(?:day|week|month|year))",
        _after_next,
    ),
    rule(rf"the{S}(?P<unit>week)(?:{S}(?:of|beginning|starting|commencing)){_NAMED_DAY}", _week_of),
    rule(rf"the{S}{UNIT}{S}(?P<how>before|after|earlier|later)\b", _the_unit_before),
    rule(rf"the{S}(?P<which>next|same|very{S}same|following|previous){S}(?P<unit>day)\b", _anchored),
    rule(rf"the{S}(?P<which>same|very{S}same|following|previous){S}{UNIT}\b", _anchored),
    rule(rf"the{S}same{S}(?:morning|afternoon|evening|night)\b", _part_of_that_day),
    rule(
        rf"the{S}(?P<which>last|past|next|coming|upcoming){S}(?:{COUNT}{S})?(?P<unit>day|week|fortnight|month|year|decade)\b{_WHOLE}",
        _recent,
    ),
    rule(
        rf"the{S}(?P<which>last|past|next|coming|upcoming|previous|following){S}{COUNT}{S}{LENGTH}s\b{_WHOLE}", _recent
    ),
    rule(rf"the{S}{COUNT}{S}(?P<which>last|past|next|coming|upcoming|previous|following){S}{LENGTH}s\b", _recent),
)
COUNTED_RULES: tuple[Rule, ...] = (
    rule(
        rf"{COUNT}\]?{S}{LENGTH}s?{S}"
        rf"(?P<how>ago(?:{S}(?:today|this{S}(?:week|month)))?|earlier|later|before|after|afterwards?|previously|from{S}(?:now|today)|hence"
        rf"|from(?={S}(?:tomorrow|yesterday)))\b",
        _counted,
    ),
    rule(rf"{COUNT}{S}hours?{S}(?:earlier|later|before|after|afterwards?|previously)\b", _hours),
    rule(rf"{COUNT}{DASH}{UNIT}(?:{DASH}long)?\b{_NOT_COUNTED_ON}", _duration),
    rule(rf"{COUNT}{S}(?P<unit>day|week)s?\b{_NOT_COUNTED_ON}(?P<of>{S}of(?!{S}age\b))?", _days_long),
)
WITHIN_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:in|within){S}(?:the{S})?(?P<which>coming|next|following|recent|past|last){S}(?:few{S}|several{S})?{_DAYS}s\b",
        _some,
    ),
    rule(rf"(?P<which>within){S}(?:a{S}few{S})?{_DAYS}s\b", _some),
    rule(
        rf"(?P<how>in|within){S}{COUNT}{S}(?P<unit>day|week|fortnight|month|year|decade)s?\b(?:{S}from{S}(?:now|today)\b)?"
        rf"(?!-|{S}(?:of|ago|earlier|later)\b)",
        _within,
    ),
)
BESIDE_RULES: tuple[Rule, ...] = (
    rule(r"(?P<which>previous|following)\s(?P<unit>week|month|quarter|year)\b", _anchored),
)
DURING_RULES: tuple[Rule, ...] = (
    rule(rf"(?:during|throughout|over){S}the{S}week\b(?!{S}(?:of|before|after|that|in)\b)", _week_gone),
)
NOW_RULES: tuple[Rule, ...] = (rule(rf"now\b(?!{S}on\b)", _now),)
HOURS_RULES: tuple[Rule, ...] = (rule(rf"hours{S}(?:earlier|later|before|after|afterwards?|previously)\b", _hours),)
LONG_RULES: tuple[Rule, ...] = (
    rule(rf"year(?:['’]s)?(?:{S}|{DASH})end\b", _year_end),
    rule(rf"{UNIT}{DASH}?long\b", _unit_long),
)
