"""What an expression of time means by its words alone, before it is resolved to days."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from communique.types.span import Span

__all__ = [
    "Ahead",
    "Anchored",
    "Bound",
    "Day",
    "Duration",
    "Month",
    "Months",
    "Nth",
    "Part",
    "Point",
    "Range",
    "Recent",
    "Relative",
    "Season",
    "Tense",
    "TimeExpression",
    "Unit",
    "Value",
    "Weekday",
    "Weekend",
    "Year",
]

Tense = Literal["past", "present", "future"]
Unit = Literal["day", "week", "month", "quarter", "year"]
Part = Literal["early", "mid", "late", "start", "end", "earlier", "later"]
"""Which part of a period; ``earlier`` and ``later`` are before and after the moment of writing."""
Modifier = Literal["last", "this", "next", "coming"]


class _InYear(msgspec.Struct, frozen=True, kw_only=True):
    """A date whose year is given, counted from now (``last year`` is -1), anchored or not told.

    ``anchored`` marks the year of another event: "in July of that year".
    """

    year: int | None = None
    year_offset: int | None = None
    anchored: bool = False


class Day(_InYear, frozen=True, kw_only=True, tag=True):
    """A day: "Monday, April 8, 2024", "8 April", "the 8th"; ``weekday`` is ISO, 1 Monday – 7 Sunday."""

    day: int
    month: int | None = None
    weekday: int | None = None


class Weekday(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A weekday: "Monday", "next Monday", "Monday last week" (``weeks`` -1, weeks from Monday to Sunday).

    ``side`` marks one next to another event: "the Sunday before", "the following Monday".
    """

    weekday: int
    modifier: Modifier | None = None
    weeks: int | None = None
    side: Literal["before", "after"] | None = None


class Weekend(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Saturday and Sunday: "the weekend", "last weekend".

    ``weeks`` counts from the week of another event: "that weekend" is 0, "the following weekend" 1.
    """

    modifier: Modifier | None = None
    weeks: int | None = None


class Month(_InYear, frozen=True, kw_only=True, tag=True):
    """A month or a part of it: "April 2024", "mid-August", "last October", "October last year"."""

    month: int
    part: Part | None = None
    modifier: Modifier | None = None


class Months(_InYear, frozen=True, kw_only=True, tag=True):
    """Successive months of a year: a quarter, a half, "the first two months of next year"."""

    first: int
    count: int


class Season(_InYear, frozen=True, kw_only=True, tag=True):
    """A season: "spring 2024", "last autumn"; ``season`` is EDTF's, 21 spring – 24 winter."""

    season: int
    part: Part | None = None
    modifier: Modifier | None = None


class Year(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A year or some: "2024", "early 2022", "the 1990s" (``years`` 10)."""

    year: int
    years: int = 1
    part: Part | None = None


class Relative(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Counted from the moment of writing: "yesterday", "last week", "two months ago", "late last year".

    ``exact`` marks a count to the day ("five years ago today").
    """

    unit: Unit
    offset: int
    part: Part | None = None
    exact: bool = False


class Anchored(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Counted from another event: "the same day", "a day earlier", "the following week".

    ``of`` is the date that it is counted from where the words name it: "two days after July 24".
    """

    unit: Unit
    offset: int
    of: Day | Weekday | Relative | None = None


class Nth(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Days, weeks, months or a weekday by their place in a month or year.

    "The first week of May", "the last two weeks of 2023", "the 15th of next month", "the first Friday of
    July" (``weekday``); ``place`` counts from 1, or from -1 for the last.
    """

    place: int
    unit: Unit
    of: Month | Year | Relative
    count: int = 1
    weekday: int | None = None


class Ahead(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A date ahead, or how long it took: "in six months"; ``exact`` to the day ("within")."""

    unit: Unit
    count: int
    exact: bool = False


class Recent(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A stretch that ends or begins now: "the past two weeks", "the next three days", "overnight".

    ``anchored`` marks one that touches another event: "the previous two weeks".
    """

    unit: Unit
    count: int
    ahead: bool = False
    anchored: bool = False


class Duration(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """How long: "two-day", "three days of", "a visit of three days"."""

    unit: Unit
    count: int


Point: TypeAlias = Day | Weekday | Weekend | Month | Months | Season | Year | Relative | Anchored | Nth | Ahead | Recent


class Range(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """First and last: "April 8-9", "Tuesday to Thursday", "Monday and Tuesday", "January or February"."""

    first: Point
    last: Point
    joined: Literal["to", "and", "or"]


class Bound(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """One end: "since Sunday", "from Monday", "until May 3", "by March 1", "before 2010", "after July 24"."""

    bound: Literal["since", "from", "until", "by", "before", "after"]
    of: Point


Value: TypeAlias = Point | Range | Bound | Duration


class TimeExpression(msgspec.Struct, frozen=True):
    """Words that tell a time, and what they mean."""

    span: Span
    value: Value
