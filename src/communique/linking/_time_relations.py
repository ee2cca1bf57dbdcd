"""Rules for times that are counted from now or from another event, and for durations."""

from __future__ import annotations

import re
from types import MappingProxyType

from communique.linking._time_dates import Rule, rule
from communique.linking._time_values import Ahead, Anchored, Bound, Duration, Recent, Relative, Value
from communique.linking._time_words import (
    COUNT,
    DASH,
    DAY_PART,
    MONTH,
    PART,
    UNIT,
    YEAR,
    S,
    count_of,
    part_of,
    unit_of,
)

__all__ = ["COUNTED_RULES", "DEICTIC_RULES", "LONG_RULES", "PERIOD_RULES", "THE_RULES", "WITHIN_RULES"]

_DEICTIC = MappingProxyType({"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1})
_SIGNS = MappingProxyType(
    {"before": -1, "earlier": -1, "previously": -1, "ago": -1, "last": -1, "past": -1, "previous": -1}
)
_REACH = 16


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
    offset = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    return Relative(unit=unit, offset=offset, part=part)


def _anchored(match: re.Match[str]) -> Value | None:
    """A period seen from another event: "the same day", "that week", "the following month"."""
    which = match["which"].casefold().split()[-1]
    offset = {"following": 1, "next": 1, "previous": -1}.get(which, 0)
    return Anchored(unit=unit_of(match["unit"]), offset=offset)


def _the_unit_before(match: re.Match[str]) -> Value | None:
    return Anchored(unit=unit_of(match["unit"]), offset=_SIGNS.get(match["how"].casefold(), 1))


def _recent(match: re.Match[str]) -> Value | None:
    """A stretch that touches now: "the past two weeks", "the next year"."""
    return Recent(
        unit=unit_of(match["unit"]),
        count=count_of(match["count"] or "a"),
        ahead=match["which"].casefold() in ("next", "coming"),
    )


def _counted(match: re.Match[str]) -> Value | None:
    """A count of units: "two days ago", "a week later", "three months from now"."""
    how = match["how"].casefold().split()
    unit, offset = unit_of(match["unit"]), _SIGNS.get(how[0], 1) * count_of(match["count"])
    if how[0] in ("ago", "from", "hence"):
        return Relative(unit=unit, offset=offset, exact=how[-1] == "today" or unit == "day")
    return Anchored(unit=unit, offset=offset)


def _within(match: re.Match[str]) -> Value | None:
    exact = match["how"].casefold() == "within"
    ahead = Ahead(unit=unit_of(match["unit"]), count=count_of(match["count"]), exact=exact)
    return Bound(bound="by", of=ahead) if exact else ahead


def _duration(match: re.Match[str]) -> Value | None:
    return Duration(unit=unit_of(match["unit"]), count=count_of(match["count"]))


_LASTS = re.compile(r"\b(?:for|of|over|lasting|lasts?|lasted|takes?|took|after|nearly|almost|about)\s$", re.IGNORECASE)


def _days_long(match: re.Match[str]) -> Value | None:
    """Days where a length is told: "a visit of three days", "three days of talks"."""
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    if match["count"].casefold() in ("a", "an") or not (match["of"] or _LASTS.search(before)):
        return None
    return _duration(match)


def _unit_long(match: re.Match[str]) -> Value | None:
    return Duration(unit=unit_of(match["unit"]), count=1)


_WHOLE = rf"(?!{S}of{S}(?:{MONTH}|{YEAR}|last\b|this\b|next\b|the\b))"  # not "the last week of July"
_PERIOD = r"(?P<unit>day|week|month|quarter|year)"
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
        rf"{PART}?(?P<which>last|past|this|current|next|coming)?(?:(?<=\w){S})?{_PERIOD}\b{_WHOLE}",
        _period,
    ),
    rule(rf"(?P<which>(?:that|the){S}same|that|same|next){S}{UNIT}\b", _anchored),
    rule(rf"(?P<which>last|past|next|coming){S}{COUNT}{S}{UNIT}s\b{_WHOLE}", _recent),
)
THE_RULES: tuple[Rule, ...] = (
    rule(rf"the{S}day{S}(?:before|after){S}(?P<word>yesterday|tomorrow)\b", _next_to_tomorrow),
    rule(rf"the{S}{UNIT}{S}(?P<how>before|after|earlier|later)\b", _the_unit_before),
    rule(rf"the{S}(?P<which>next|same|very{S}same|following|previous){S}(?P<unit>day)\b", _anchored),
    rule(rf"the{S}(?P<which>same|very{S}same|following|previous){S}{UNIT}\b", _anchored),
    rule(rf"the{S}(?P<which>last|past|next|coming){S}(?:{COUNT}{S})?{UNIT}s?\b{_WHOLE}", _recent),
)
COUNTED_RULES: tuple[Rule, ...] = (
    rule(
        rf"{COUNT}{S}{UNIT}s?{S}"
        rf"(?P<how>ago(?:{S}today)?|earlier|later|before|after|afterwards?|previously|from{S}(?:now|today)|hence)\b",
        _counted,
    ),
    rule(rf"{COUNT}{DASH}{UNIT}(?:{DASH}long)?\b{_NOT_COUNTED_ON}", _duration),
    rule(rf"{COUNT}{S}(?P<unit>day|week)s?\b{_NOT_COUNTED_ON}(?P<of>{S}of(?!{S}age\b))?", _days_long),
)
WITHIN_RULES: tuple[Rule, ...] = (
    rule(rf"(?P<how>in|within){S}{COUNT}{S}{UNIT}s?\b(?!{S}(?:of|ago|earlier|later)\b)", _within),
)
LONG_RULES: tuple[Rule, ...] = (rule(rf"{UNIT}{DASH}?long\b", _unit_long),)
