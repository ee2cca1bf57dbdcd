"""Occasions that everybody can date, as clues to when a report was written.

"Two days after the Taiwanese had elected a president", "Sunday's vote in Ghana", "the 13th SAARC summit ended on
Sunday", "Brazil chairs the G20 this year", "celebrates 50 years of independence": the codebook has the days, the words
say how they lie to the day of writing. Each clue leaves the days on which the words would be true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache

import msgspec

from communique.codebook import (
    Election,
    Gathering,
    clock_words,
    elections,
    gatherings,
    independence_days,
    organisations,
    presidencies,
)
from communique.linking.times._calendar import Interval, shifted
from communique.linking.times._reckoning import reckonings, served
from communique.linking.times._report import SENTENCE_END, around, is_ahead, lacks_year
from communique.linking.times._resolving import Reference, days_of
from communique.linking.times._stretches import Stretches, joined
from communique.linking.times._values import (
    Anchored,
    Bound,
    Day,
    Duration,
    Point,
    Range,
    Relative,
    Tense,
    TimeExpression,
    Value,
    Weekday,
    Weekend,
    Year,
)
from communique.linking.times._words import COUNT, S, count_of, rank_of
from communique.linking.times._writing import told_ahead
from communique.types.span import Span

__all__ = ["Named", "Names", "Occasion", "occasions"]

_REACH = timedelta(days=400)  # an occasion further from writing is told with its year
_SEASON = timedelta(days=120)  # a day further off is told with its year: of those in news nine in ten are nearer
_NEAR = 80  # characters between an occasion and its state, or its time
_FORTNIGHT = timedelta(days=14)
_YEAR_BEFORE = timedelta(days=365)
_FESTIVE = timedelta(days=14)  # a jubilee is kept for some days around its own
_ONE_DAY = timedelta(days=1)
_AWAY = timedelta(days=3)  # "two weeks after" is a round number
_LEAD = 700
_PERIODS = {"day": 1, "week": 7}
_COUNTED = re.compile(rf"\b{COUNT}{S}(?P<unit>day|week)s?{S}(?P<side>after|before|ahead{S}of)\b", re.IGNORECASE)
_SINCE_NOW = re.compile(r"\b(?:just|only|barely|comes?|came|mere)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\s(?:(?:re-?run|scheduled|planned)\s)?")
_BETWEEN = re.compile(
    r",?\s?(?:(?:held|due|set|scheduled|planned|slated|for|on|in|of|the|was|were|is|are|be|to|take|took|place|which|that)\s){0,6}",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:ahead of|before|until|upcoming|coming|run-up to)\s(?:the\s)?$", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less than|under)\s$", re.IGNORECASE)
_PAIR = re.compile(r"\w[-–—][A-Z][\w-]*\s(?:\w+\s)?$")
_IN = " in "
_TWO = 2
_SAYS = re.compile(r"\b(?:said|says|told|announced|stated)\b")
_NUMBER = re.compile(r"\b(?P<number>\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)\s(?:annual\s)?$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Named = tuple[int, int, str]
"""Where a name begins and ends, and what it names: a country's code, an organisation's id, a city."""


class Names(msgspec.Struct, frozen=True):
    """What the names of a text stand for; ``persons`` give the countries of known persons.

    ``terms`` are the days on which they took their offices, as far as these are known.
    """

    countries: tuple[Named, ...] = ()
    persons: tuple[Named, ...] = ()
    terms: tuple[tuple[int, int, date], ...] = ()
    organisations: tuple[Named, ...] = ()
    cities: tuple[Named, ...] = ()


class Occasion(msgspec.Struct, frozen=True):
    """A clue: its words, and the days on which they could be written."""

    span: Span
    days: Stretches


def occasions(text: str, expressions: Sequence[TimeExpression], names: Names) -> Iterator[Occasion]:
    """All clues of a text that can be true on some day."""
    found = (
        *_elections(text, expressions, names),
        *_inaugurations(text, expressions, names),
        *_gatherings(text, expressions, names),
        *_presidencies(text, names),
        *_jubilees(text, expressions, names),
        *(Occasion(*found) for found in reckonings(text, expressions)),
        *(Occasion(*found) for found in served(text, names.terms)),
    )
    return (one for one in found if one.days)


# --- elections --------------------------------------------------------------------------------


def _elections(text: str, expressions: Sequence[TimeExpression], names: Names) -> Iterator[Occasion]:
    for name in ("noun", "verb"):
        for match in clock_words("election", name).finditer(text):
            span = Span.of(text, match.start(), match.end())
            votes = [vote.day for vote in _votes(text, span, names)]
            days = _counted_days(text, span, votes) or _timed_days(text, span, expressions, votes)
            if days is not None:
                yield Occasion(span, days)


def _inaugurations(text: str, expressions: Sequence[TimeExpression], names: Names) -> Iterator[Occasion]:
    """ "Sworn in on Saturday", "two weeks after he took office": of a person of the sentence whose term is known."""
    for match in clock_words("inauguration", "noun").finditer(text):
        span = Span.of(text, match.start(), match.end())
        start, end = around(text, span, SENTENCE_END)
        taken = [day for first, _, day in names.terms if start <= first < end]
        days = _counted_days(text, span, taken) or _timed_days(text, span, expressions, taken)
        if days is not None:
            yield Occasion(span, days)


def _votes(text: str, span: Span, names: Names) -> list[Election]:
    """The elections that the words can mean, by their states and of whom they are."""
    states = (_near_states if _is_any_vote(span) else _states)(text, span, names)
    known = (vote for code in states for vote in elections().get(code, ()))
    return [vote for vote in known if _is_of(vote, span)]


def _timed_days(
    text: str, span: Span, expressions: Sequence[TimeExpression], votes: Sequence[date]
) -> Stretches | None:
    """The days from which the time told with the vote is that of one of the ``votes``."""
    one = _time_of(text, span, expressions) if votes else None
    if one is None or isinstance(one.value, Year):
        return None
    return _true_on(one, [(day, day) for day in votes], _tense(text, span, one))


def _is_of(vote: Election, span: Span) -> bool:
    """Whether the words can mean the vote: "presidential" is of a president, a referendum of a question."""
    named = [of for of in ("president", "parliament", "vote") if clock_words("election", of).search(span.text)]
    if named in ([], ["parliament"]):  # a general election may be of both
        return vote.of != "vote"
    return vote.of in named


def _states(text: str, span: Span, names: Names) -> set[str]:
    """The states named near in its sentence, else those whose leaders are."""
    start, end = around(text, span, SENTENCE_END)
    return _near_states(text, span, names) or {code for first, _, code in names.persons if start <= first < end}


def _near_states(text: str, span: Span, names: Names) -> set[str]:
    return _beside(names.countries, span, *around(text, span, SENTENCE_END))


def _is_any_vote(span: Span) -> bool:
    """Whether the words may be of a city, a party or the members of a parliament."""
    return clock_words("election", "any").fullmatch(span.text) is not None


def _beside(named: Sequence[Named], span: Span, start: int, end: int) -> set[str]:
    """What is named near ``span`` between ``start`` and ``end``."""
    return {id for first, last, id in named if start <= first < end and _gap(first, last, span) <= _NEAR}


def _gap(first: int, last: int, span: Span) -> int:
    return max(first - span.end, span.start - last, 0)


def _counted_days(text: str, span: Span, days: Sequence[date]) -> Stretches | None:
    """ "Two days after the vote", where the news is counted from it; null where nothing is."""
    start, _ = around(text, span, SENTENCE_END)
    found = [m for m in _COUNTED.finditer(text, start, span.start) if span.start - m.end() <= _NEAR]
    if not found or not (found[-1].start() < _LEAD or _SINCE_NOW.search(text, start, found[-1].start() + 1)):
        return None
    last = found[-1]
    shift = timedelta(days=_PERIODS[last["unit"].lower()] * count_of(last["count"]))
    shift = -shift if last["side"].lower() != "after" else shift
    slack = timedelta() if last["unit"].lower() == "day" else _AWAY
    return joined((day + shift - slack, day + shift + slack + _ONE_DAY) for day in days) or None


def _time_of(text: str, span: Span, expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """The time of an occasion: "Sunday's vote", "the vote on Sunday", "elections due next month"."""
    for one in expressions:
        if one.span.end <= span.start and _POSSESSIVE.fullmatch(text, one.span.end, span.start):
            return one
        if span.end <= one.span.start <= span.end + _NEAR and _BETWEEN.fullmatch(text, span.end, one.span.start):
            return one
    return None


def _tense(text: str, span: Span, one: TimeExpression) -> Tense:
    before = text[max(0, min(span.start, one.span.start) - 40) : min(span.start, one.span.start)]
    return "future" if _AHEAD.search(before) or is_ahead(text, one.span) else "past"


# --- the days on which an expression means a day that is known --------------------------------


def _true_on(one: TimeExpression, known: Iterable[Interval], tense: Tense) -> Stretches | None:
    """The days of writing from which the expression means one of the known stretches."""
    ends = _ends(one.value)
    if ends is None:
        return None
    reach = _reach_of(ends[0])
    found = [(day, day) for days in known for day in _around_days(days, reach) if _means(ends, day, tense, days)]
    return joined(found)


def _reach_of(value: Point) -> timedelta:
    """How far from writing the words can lie: of weekdays and weeks not far, which spares looking."""
    if isinstance(value, Weekday | Weekend):
        return _FORTNIGHT
    if isinstance(value, Relative) and value.unit in ("day", "week") and abs(value.offset) <= 1:
        return _FORTNIGHT
    if isinstance(value, Day) and lacks_year(value):
        return _SEASON
    return _REACH


def _ends(value: Value) -> tuple[Point, Point] | None:
    match value:
        case Range():
            return value.first, value.last
        case Bound() | Duration() | Anchored():
            return None
        case _:
            return value, value


def _around_days(days: Interval, reach: timedelta) -> Iterator[date]:
    first = days[0] - reach
    return (first + timedelta(days=n) for n in range((days[1] - first + reach).days + 1))


def _means(ends: tuple[Point, Point], now: date, tense: Tense, known: Interval) -> bool:
    """Whether both ends lie in the known days, or, of a longer time, hold the first of them."""
    if tense == "past" and isinstance(ends[0], Weekday | Weekend) and now < known[0]:
        return False
    return all(_covers(days_of(end, Reference(now, tense)), known) for end in ends)


def _covers(days: Interval | None, known: Interval) -> bool:
    if days is None:
        return False
    return (known[0] <= days[0] and days[1] <= known[1]) or days[0] <= known[0] <= days[1]


# --- gatherings -------------------------------------------------------------------------------


def _gatherings(text: str, expressions: Sequence[TimeExpression], names: Names) -> Iterator[Occasion]:
    for kind, span in _gatherings_named(text, names):
        held = _held(text, span, names, kind)
        one = _time_within(text, span, expressions) if held else None
        days = _departed(text, span, one, held)
        if days is None and one is not None:
            tense: Tense = "future" if told_ahead(text, one.span) else "past"
            known = [_told_days(text, span, one, gathering) for gathering in held]
            days = _less_than(text, one, known) or _true_on(one, known, tense)
        if days is not None:
            yield Occasion(span, days)


def _gatherings_named(text: str, names: Names) -> Iterator[tuple[str, Span]]:
    """By their nouns, and by an organisation and a city: "the G7 in Biarritz"."""
    for kind in ("summit", "foreign-ministers", "assembly", "climate"):
        for match in clock_words(kind, "noun").finditer(text):
            yield kind, Span.of(text, match.start(), match.end())
    cities = {first: (last, city) for first, last, city in names.cities}
    for first, last, id in names.organisations:
        end, city = cities.get(last + len(_IN), (0, "")) if text.startswith(_IN, last) else (0, "")
        if any(gathering.city == city and city for gathering in gatherings().get(id, ())):
            yield "summit", Span.of(text, first, end)


def _departed(text: str, span: Span, one: TimeExpression | None, held: Iterable[Gathering]) -> Stretches | None:
    """ "He let slip as he left for the G7 in Biarritz": some days before it, where but a weekday is told."""
    other = one is not None and not isinstance(one.value, Weekday)
    if other or clock_words("summit", "leaves").search(text, max(0, span.start - _NEAR), span.start) is None:
        return None
    return joined((gathering.start - _AWAY, gathering.start) for gathering in held) or None


def _less_than(text: str, one: TimeExpression, known: Iterable[Interval]) -> Stretches | None:
    """ "Less than two months ago": more than one."""
    value = one.value
    if not isinstance(value, Relative) or value.offset > -_TWO or _LESS.search(text, 0, one.span.start) is None:
        return None
    unit, count = value.unit, -value.offset
    return joined((shifted(first, unit, count - 1), shifted(last, unit, count)) for first, last in known)


def _held(text: str, span: Span, names: Names, kind: str) -> list[Gathering]:
    """The gatherings that the words can mean: of an organisation named in the sentence, by number and place.

    One that is joined to another ("the EU-China summit") has gatherings of its own with it.
    """
    start, end = around(text, span, SENTENCE_END)
    if _YEAR.search(text, max(start, span.start - 30), min(end, span.end + 40)) or _PAIR.search(
        text, start, span.start
    ):
        return []
    ids = _with_wholes(_beside(names.organisations, span, start, end))
    found = [g for id in ids for g in gatherings().get(id, ()) if g.kind == kind]
    number = _number(text, span, names)
    if number is not None:
        return [g for g in found if g.number == number]
    cities = {city for first, _, city in names.cities if start <= first < end}
    states = _beside(names.countries, span, start, end)
    return [g for g in found if g.city in cities] or [g for g in found if g.country in states] or found


def _with_wholes(ids: set[str]) -> set[str]:
    """With those of which they are parts: the European Council is the Union's."""
    return ids | {whole for id in ids if (whole := _wholes().get(id)) is not None}


@cache
def _wholes() -> dict[str, str]:
    return {body.id: body.part_of for body in organisations() if body.part_of is not None}


def _number(text: str, span: Span, names: Names) -> int | None:
    """The number before the noun, the organisation's name between them left out: "the 12th SAARC summit"."""
    before = text[max(0, span.start - 70) : span.start]
    for first, last, _ in names.organisations:
        if last <= span.start and not text[last : span.start].strip():
            before = text[max(0, first - 40) : first]
    found = _NUMBER.search(before)
    return None if found is None else rank_of(found["number"])


def _time_within(text: str, span: Span, expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """The only time of the sentence besides durations, which is not that of a saying."""
    start, end = around(text, span, SENTENCE_END)
    inside = [one for one in expressions if start <= one.span.start and one.span.end <= end]
    times = [one for one in inside if not isinstance(one.value, Duration) and not _is_of_years(one.value)]
    if len(times) != 1 or _SAYS.search(text, max(start, times[0].span.start - 60), times[0].span.start):
        return None
    return times[0] if _gap(times[0].span.start, times[0].span.end, span) <= 2 * _NEAR else None


def _is_of_years(value: Value) -> bool:
    """ "This year", "two years ago"."""
    return isinstance(value, Relative) and value.unit == "year"


def _told_days(text: str, span: Span, one: TimeExpression, gathering: Gathering) -> Interval:
    """Its first or last day where a verb tells of its opening or its end, else all its days."""
    low, high = min(span.start, one.span.start), max(span.end, one.span.end)
    if clock_words("summit", "end").search(text, low, high):
        return gathering.end, gathering.end
    if clock_words("summit", "open").search(text, low, high):
        return gathering.start, gathering.start
    return gathering.start, gathering.end


# --- presidencies and jubilees ----------------------------------------------------------------


def _presidencies(text: str, names: Names) -> Iterator[Occasion]:
    """ "Brazil chairs the G20": some day of its terms in the chair."""
    for first, last, id in names.organisations:
        before = text[max(0, first - _NEAR) : first]
        verb = clock_words("presidency", "verb").search(before)
        if verb is None:
            continue
        at = first - len(before) + verb.start()
        codes = {code for _, end, code in names.countries if 0 <= at - end <= 2}
        terms = [(p.start, p.end) for p in presidencies() if p.organisation == id and p.country in codes]
        yield Occasion(Span.of(text, at, last), joined(terms))


def _jubilees(text: str, expressions: Sequence[TimeExpression], names: Names) -> Iterator[Occasion]:
    """Jubilees that are kept; one that the text puts on a day ("on 6 March this year") may be far off."""
    for name in ("years", "anniversary"):
        for match in clock_words("independence", name).finditer(text):
            count = rank_of(match[1])
            span = Span.of(text, match.start(), match.end())
            start, end = around(text, span, SENTENCE_END)
            if count is None or not clock_words("independence", "celebrated").search(text, start, end):
                continue
            born = [independence_days()[c] for c in _states(text, span, names) if c in independence_days()]
            days = [shifted(day, "year", count) for day in born]
            dated = any(isinstance(e.value, Day) and start <= e.span.start < end for e in expressions)
            before = _YEAR_BEFORE if dated else _FESTIVE
            yield Occasion(span, joined((day - before, day + _FESTIVE) for day in days))
