"""Times counted from a date that the text gives: "seven months after the coup of July 26, 2023".

The date and the count together tell when the words were written. News subtracts years from years and months from
months; a day is counted to the unit, and a round number of years is rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from communique.codebook import clock_words
from communique.linking.times._calendar import Interval, month_days, shifted, year_days
from communique.linking.times._report import SENTENCE_END, around, lacks_year
from communique.linking.times._resolving import Reference, days_of, is_whole
from communique.linking.times._stretches import Stretches, joined
from communique.linking.times._values import Anchored, Bound, Day, Month, Relative, TimeExpression, Unit, Year
from communique.linking.times._words import length_of, rank_of
from communique.types.span import Span

__all__ = ["Reckoned", "reckonings", "served"]

Reckoned = tuple[Span, Stretches]
"""The words that decide, and the days on which they are true."""

_TWO = 2
_LEAD = 700  # characters; further down it is counted from an earlier time
_BESIDE = re.compile(r",?\s\(?(?:(?:back\s)?in\s|on\s)?")
_OF = re.compile(r"(?:\s[\w’'-]+){0,7}\s(?:\()?")
_ONE_CLAUSE = re.compile(r"(?!.*(?:;|\b(?:and|but|while|when|after|since|before|until)\b))[^.]{0,140}", re.DOTALL)
_EXACTLY = re.compile(r"\bexactly\s$|\bto the day\b", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less than|under)\s(?:a\s)?$", re.IGNORECASE)
_NEARLY = re.compile(r"\b(?:almost|nearly|barely|not quite|close to)\s(?:a\s)?$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more than|over|at least|well over)\s$", re.IGNORECASE)
_NEWS = 1000  # characters in which the news is told
_NEAR = 20  # characters
_HALF = {
    "day": timedelta(),
    "week": timedelta(days=3),
    "month": timedelta(days=15),
    "quarter": timedelta(days=45),
    "year": timedelta(days=183),
}
_ONE_DAY = timedelta(days=1)
_EXACT = timedelta(days=3)
_SEASON = timedelta(days=91)  # an event late in one year is told of early in another
_ROUND = 10  # years
_YEARS = range(1990, 2040)  # in which a day without its year is looked for
_OPENS = re.compile(r"[.:;,]?\s(?:It (?:comes|came|follows)|The first|(?:O|o)n|(?:T|t)he first (?:was|came) on)?\s?")
_HEAD = 300  # characters: headline and first sentence


def reckonings(text: str, expressions: Sequence[TimeExpression]) -> Iterator[Reckoned]:
    """The days on which the counts of a text are true, as far as they are counted from dates that it gives whole."""
    for one, other in pairwise(expressions):
        days = _ago(text, one, other, expressions) or _after(text, one, other, expressions)
        if days is not None:
            yield one.span, days
    for match in clock_words("anniversary", "noun").finditer(text):
        found = rank_of(match["ordinal"])
        if found is not None:
            yield Span.of(text, match.start(), match.end()), _year_after(int(match["year"]), found, _HALF["year"])
    yield from _since(text, expressions)
    yield from _since_first(text, expressions)


def _ago(
    text: str, one: TimeExpression, other: TimeExpression, expressions: Sequence[TimeExpression]
) -> Stretches | None:
    """ "In January 2016, seven years ago"; "eight months ago …, in June 2018" where no other time is told."""
    told, ago = (one, other) if isinstance(other.value, Relative) else (other, one)
    if not (isinstance(ago.value, Relative) and ago.value.offset < 0 and ago.span.text.endswith("ago")):
        return None
    beside = _BESIDE.fullmatch(text, one.span.end, other.span.start) is not None
    if not beside and not (ago is one and _alone(text, one, other, expressions)):
        return None
    return _from_whole(text, told, ago.span, ago.value.unit, -ago.value.offset)


def _after(
    text: str, one: TimeExpression, other: TimeExpression, expressions: Sequence[TimeExpression]
) -> Stretches | None:
    """ "Seven months after the coup of July 26, 2023", told as the time of the news."""
    counted = one.value
    if not (isinstance(counted, Anchored) and counted.offset > 0 and counted.of is None and one.span.start < _LEAD):
        return None
    if _OF.fullmatch(text, one.span.end, other.span.start) is None or len(_inside(text, one, expressions)) != _TWO:
        return None
    return _from_whole(text, other, one.span, counted.unit, counted.offset)


def _alone(text: str, one: TimeExpression, other: TimeExpression, expressions: Sequence[TimeExpression]) -> bool:
    """Whether the two are the only times of one clause."""
    together = _ONE_CLAUSE.fullmatch(text, one.span.end, other.span.start) is not None
    return together and _inside(text, one, expressions) == [one, other]


def _inside(text: str, one: TimeExpression, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times of the sentence of one, weekdays left out: they are those of the news."""
    start, end = around(text, one.span, SENTENCE_END)
    inside = (other for other in expressions if start <= other.span.start < end)
    return [other for other in inside if isinstance(other.value, Anchored | Bound | Relative | Day | Month | Year)]


def _from_whole(text: str, told: TimeExpression, counted: Span, unit: Unit, count: int) -> Stretches | None:
    """The days of writing from which ``count`` units lead back to a date told whole."""
    value = told.value
    if isinstance(value, Day) and lacks_year(value) and value.month is not None and unit != "year":
        found = (_from_whole(text, _in_year(told, value, year), counted, unit, count) for year in _YEARS)
        return joined(pair for days in found for pair in days or ())
    if not (isinstance(value, Day | Month | Year) and is_whole(value)) or getattr(value, "part", None) is not None:
        return None
    if isinstance(value, Year):
        plain = unit == "year" and value.years == 1
        return _year_after(value.year, count, _HALF["year"] if count % _ROUND == 0 else _SEASON) if plain else None
    days = days_of(value, Reference(None))
    if days is None or (isinstance(value, Month) and unit in ("day", "week")):
        return None
    if isinstance(value, Month) and unit == "month":
        month = shifted(days[0], "month", count)
        return (month_days(month.year, month.month),)
    return (_widened(text, counted, unit, (shifted(days[0], unit, count), shifted(days[1], unit, count))),)


def _in_year(told: TimeExpression, day: Day, year: int) -> TimeExpression:
    return TimeExpression(told.span, msgspec.structs.replace(day, year=year))


def _since_first(text: str, expressions: Sequence[TimeExpression]) -> Iterator[Reckoned]:
    """ "It is the second row in less than three weeks. On November 1 she was summoned": counted from the first."""
    for match in clock_words("reckoning", "second").finditer(text):
        span = Span.of(text, match.start("count"), match.end())
        first = next((one for one in expressions if one.span.start >= match.end()), None)
        unit, count = length_of(match)
        if first is None or not _OPENS.fullmatch(text, match.end(), first.span.start):
            continue
        days = _from_whole(text, first, span, unit, count)
        if days is not None:
            yield first.span, days


def _widened(text: str, counted: Span, unit: Unit, days: Interval) -> Interval:
    """By half a unit on the sides that the words leave open: "nearly"; "less than" three is two to three."""
    before = text[max(0, counted.start - _NEAR) : counted.start]
    if _EXACTLY.search(before):
        return days[0] - _EXACT, days[1] + _EXACT
    if _LESS.search(before):
        return shifted(days[0], unit, -1), days[1]
    first = days[0] if _MORE.search(before) else days[0] - _HALF[unit]
    last = days[1] if _NEARLY.search(before) else days[1] + _HALF[unit]
    return first, last + (_ONE_DAY if unit == "day" else timedelta())


def _since(text: str, expressions: Sequence[TimeExpression]) -> Iterator[Reckoned]:
    """ "The first in 34 years" at the head, "since 1979" in the lead: the years between them are those counted."""
    counts = {length_of(found) for found in clock_words("reckoning", "years").finditer(text, 0, _HEAD)}
    lead = [one for one in expressions if isinstance(one.value, Bound) and one.span.start < _LEAD]
    years = {one.value.of for one in lead if isinstance(one.value, Bound) and one.value.bound == "since"}
    if len(counts) != 1 or len(years) != 1:
        return
    (_, count), year = counts.pop(), years.pop()
    if isinstance(year, Year) and year.years == 1 and year.part is None:
        span = next(one.span for one in lead if isinstance(one.value, Bound) and one.value.of == year)
        yield span, _year_after(year.year, count, _HALF["year"] if count % _ROUND == 0 else _SEASON)


def _year_after(year: int, count: int, slack: timedelta) -> Stretches:
    if not date.min.year + 1 < year + count < date.max.year - 1:
        return ()
    first, last = year_days(year + count)
    return ((first - slack, last + slack),)


def served(text: str, terms: Sequence[tuple[int, int, date]]) -> Iterator[Reckoned]:
    """ "The 41-year-old Abiy, three months in office": counted from when the person named before it took office."""
    for match in clock_words("inauguration", "served").finditer(text, 0, _NEWS):
        span = Span.of(text, match.start(), match.end())
        start, _ = around(text, span, SENTENCE_END)
        last = max((end for first, end, _ in terms if start <= first and end <= span.start), default=None)
        taken = [day for _, end, day in terms if end == last]
        unit, count = length_of(match)
        if taken:
            yield span, joined(_widened(text, span, unit, (s, s)) for s in (shifted(d, unit, count) for d in taken))
