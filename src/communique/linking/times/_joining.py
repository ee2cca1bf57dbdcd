"""Joins neighbouring expressions into one: "Monday (April 8)", "from March 29 to April 2", "since Sunday"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Literal

import msgspec

from communique.linking.times._values import (
    Anchored,
    Bound,
    Day,
    Month,
    Months,
    Nth,
    Point,
    Range,
    Relative,
    Season,
    TimeExpression,
    Value,
    Weekday,
    Weekend,
    Year,
)
from communique.types.span import Span

__all__ = ["join_times"]

_Join = Callable[[str, TimeExpression, str, TimeExpression], Value | None]
_WIDEST_GAP = 24  # characters: " beginning on the " is among the longest that join
_BOUND = re.compile(
    r"(?:\b(?:(since|from|until|till|through|by|no\slater\sthan|before|prior\sto|after|following)"
    r"|(starting|beginning)(?:\s(?:on|from|in))?)|\((to))\s(?:the\syear\s|(the\s))?$",
    re.IGNORECASE,
)
_BOUNDS: dict[str, Literal["since", "from", "until", "by", "before", "after"]] = {
    "since": "since",
    "from": "from",
    "starting": "from",
    "beginning": "from",
    "until": "until",
    "till": "until",
    "through": "until",
    "to": "until",
    "by": "by",
    "no": "by",
    "before": "before",
    "prior": "before",
    "after": "after",
    "following": "after",
}
_COUNTED_ON = re.compile(r"\b(?:before|after|from|week\s(?:of|beginning|starting|commencing))$", re.IGNORECASE)
_SURE = re.compile(r"^(?:through|thru|until|till)\b")
_FROM = re.compile(r"\b(?:between|from)\s(?:the\s)?$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\b|['’]\s")
_ONWARDS = re.compile(r"\s(?:on|onwards?)\b")
_CONNECTORS: dict[str, Literal["to", "and", "or"]] = {
    **dict.fromkeys(("to", "through", "thru", "until", "till", "-", "‐", "‑", "–", "—", "−"), "to"),
    **dict.fromkeys(("and", "&", ", and"), "and"),
    "or": "or",
}


def join_times(text: str, found: Iterable[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions in order, those that tell one time together joined."""
    expressions = list(found)
    for join in (_apposed, _ranged):
        expressions = _joined(text, expressions, join)
    expressions = _shared_years(text, expressions)
    starts = (0, *(one.span.end for one in expressions))
    return tuple(_bounded(text, one, start) for one, start in zip(expressions, starts, strict=False))


def _joined(text: str, expressions: list[TimeExpression], join: _Join) -> list[TimeExpression]:
    out: list[TimeExpression] = []
    for current in expressions:
        value = None
        if out and 0 <= current.span.start - out[-1].span.end <= _WIDEST_GAP:
            value = join(text, out[-1], _gap(text, out[-1], current), current)
        if value is None:
            out.append(current)
        else:
            out[-1] = _spanning(text, out[-1], current, value)
    return out


def _gap(text: str, one: TimeExpression, other: TimeExpression) -> str:
    """The words between, in lower case and single blanks; a paragraph's end never joins."""
    between = text[one.span.end : other.span.start]
    return "¶" if "\n\n" in between else " ".join(between.lower().split())


def _spanning(text: str, one: TimeExpression, other: TimeExpression, value: Value) -> TimeExpression:
    end = other.span.end
    opened = "(" in text[one.span.end : other.span.start]
    return TimeExpression(Span.of(text, one.span.start, end + (opened and text[end : end + 1] == ")")), value)


# --- apposition: two names of one day ---------------------------------------------------------


def _apposed(text: str, one: TimeExpression, gap: str, other: TimeExpression) -> Value | None:
    match one.value, other.value:
        case Weekday() as weekday, Day() as day if gap in ("", ",", "(", "the", ", the"):
            return _with_weekday(day, weekday)
        case Day() as day, Weekday() as weekday if gap in (",", "(", ", a", "(a", ", on"):
            return _with_weekday(day, weekday)
        case Weekday(weeks=None) as weekday, Relative(unit="week") as week if gap in ("", "of", ","):
            return msgspec.structs.replace(weekday, weeks=week.offset)
        case Anchored(of=None) as anchored, (Day() | Weekday() | Relative(unit="day")) as named if gap in (
            "",
            "on",
            "the",
            "on the",
        ):
            counted = _COUNTED_ON.search(one.span.text)
            return msgspec.structs.replace(anchored, of=named) if counted else None
        case Relative(unit="week", part=None) as week, Weekday(weeks=None) as weekday if gap in (
            "",
            "on",
            ", on",
        ):
            return msgspec.structs.replace(weekday, weeks=week.offset)
    return None


def _with_weekday(day: Day, weekday: Weekday) -> Day | None:
    if day.weekday is not None or weekday.modifier == "last":
        return None
    return msgspec.structs.replace(day, weekday=weekday.weekday)


# --- ranges -----------------------------------------------------------------------------------


def _ranged(text: str, one: TimeExpression, gap: str, other: TimeExpression) -> Value | None:
    joined = _CONNECTORS.get(gap.removesuffix(" the"))
    if joined is None:
        return None
    framed = _FROM.search(text[max(0, one.span.start - _WIDEST_GAP) : one.span.start]) is not None
    if joined == "and" and framed:
        joined = "to"
    match one.value, other.value:
        case Day(month=None) as first_day, Day(month=None) as last_day:
            return Range(first=first_day, last=last_day, joined=joined) if first_day.weekday else None
        case Day(year=int()) | Month(year=int()) | Year() as begun, Relative(unit="day", offset=0) as now if (
            joined == "to"
        ):
            return Range(first=begun, last=now, joined=joined)
        case Day() as first, Day() as last:
            return _day_range(first, last, joined)
        case Month() as first_month, Month() as last_month:
            return _month_range(first_month, last_month, joined)
        case Weekday() as first_weekday, Weekday() as last_weekday:
            return Range(first=first_weekday, last=last_weekday, joined=joined)
        case Year(years=1) as first_year, Year(years=1) as last_year if joined != "and":
            return _ascending(first_year, last_year, joined)
        case Relative(unit="day") as today, Relative(unit="day") as tomorrow if today.offset < tomorrow.offset:
            return Range(first=today, last=tomorrow, joined=joined)
        case (
            (Day() | Weekday() | Month() | Months() | Season() | Year() | Relative() | Nth()) as start,
            (Day() | Weekday() | Month() | Months() | Season() | Year() | Relative() | Nth()) as end,
        ) if joined == "to" and (framed or (_SURE.match(gap) and isinstance(start, Year | Month))):
            return Range(first=start, last=end, joined=joined)
    return None


def _ascending(first: Year, last: Year, joined: Literal["to", "and", "or"]) -> Range | None:
    return Range(first=first, last=last, joined=joined) if first.year < last.year else None


def _day_range(first: Day, last: Day, joined: Literal["to", "and", "or"]) -> Range | None:
    if first.month is None or last.month is None or (joined == "and" and first.month != last.month):
        return None
    return Range(first=_take_year(first, last), last=last, joined=joined)


def _month_range(first: Month, last: Month, joined: Literal["to", "and", "or"]) -> Range | None:
    """Months joined by "and" are one time only if they follow each other."""
    if joined == "and" and last.month != first.month % 12 + 1:
        return None
    if last.modifier and not first.modifier:
        return None
    return Range(first=_take_year(first, last), last=last, joined=joined)


def _take_year(first: Day | Month, last: Day | Month) -> Day | Month:
    """``first`` with the year told only once, after ``last``; over New Year it is the year before."""
    if (first.year, first.year_offset, first.anchored) != (None, None, False) or getattr(first, "modifier", None):
        return first
    over = int(first.month is not None and last.month is not None and first.month > last.month)
    return msgspec.structs.replace(
        first,
        year=None if last.year is None else last.year - over,
        year_offset=None if last.year_offset is None else last.year_offset - over,
        anchored=last.anchored and not over,
    )


def _shared_years(text: str, expressions: list[TimeExpression]) -> list[TimeExpression]:
    """Days that share the year told after the last of them: "July 12 and August 21, 2019"."""
    out = list(expressions)
    for index, (one, other) in reversed(list(enumerate(pairwise(expressions)))):
        later = out[index + 1].value
        if not isinstance(one.value, Day | Month) or not isinstance(later, Day | Month):
            continue
        close = other.span.start - one.span.end <= _WIDEST_GAP
        if close and later.year and _gap(text, one, other) in ("and", "or", ",", ", and"):
            out[index] = TimeExpression(one.span, _take_year(one.value, later))
    return out


# --- bounds -----------------------------------------------------------------------------------


def _bounded(text: str, expression: TimeExpression, free: int) -> TimeExpression:
    """The expression with the preposition that makes it one end of a stretch, if it stands after ``free``."""
    value, span = expression.value, expression.span
    if not isinstance(value, Day | Weekday | Weekend | Month | Season | Year | Relative | Nth):
        return expression
    start = max(free, span.start - _WIDEST_GAP)
    preposition = _BOUND.search(text[start : span.start])
    if preposition is None:
        return expression
    word = (preposition[1] or preposition[2] or preposition[3]).lower()
    if not _bounds(text, word, value, span.end):
        return expression
    if preposition[4] and getattr(value, "part", None) is None and not isinstance(value, Nth):
        return expression  # "after the August summit"
    bound = _BOUNDS[word.split()[0]]
    return TimeExpression(Span.of(text, start + preposition.start(), span.end), Bound(bound=bound, of=value))


def _bounds(text: str, preposition: str, value: Point, end: int) -> bool:
    """Not "after Monday's talks", where the day is the talks', and not "a treaty from 1994"."""
    if _POSSESSIVE.match(text, end):
        return False
    return preposition != "from" or not isinstance(value, Year) or bool(_ONWARDS.match(text, end))
