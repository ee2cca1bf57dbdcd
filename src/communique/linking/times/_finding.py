"""Finds the expressions of time in a text: one pass over its words, then joins.

A word in the table of triggers has its rules tried where it stands; all other words cost one look-up.
Rules are bounded, so that the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from communique.codebook.calendar import NUMERALS, PLAIN_NAMES
from communique.linking.times._dates import (
    MONTH_RULES,
    NTH_RULES,
    NUMBER_RULES,
    QUARTER_RULES,
    SEASON_RULES,
    THE_DAY_RULES,
    WEEKDAY_RULES,
    WEEKEND_RULES,
    YEAR_RULES,
    Rule,
)
from communique.linking.times._joining import join_times
from communique.linking.times._relations import (
    BESIDE_RULES,
    COUNTED_RULES,
    DEICTIC_RULES,
    DURING_RULES,
    HOURS_RULES,
    LONG_RULES,
    NOW_RULES,
    PERIOD_RULES,
    THE_RULES,
    WITHIN_RULES,
)
from communique.linking.times._values import TimeExpression
from communique.linking.times._words import COUNT, DASH, MONTH_WORDS, ORDINAL_WORDS, SEASONS, WEEKDAY_WORDS, S
from communique.types.span import Span

__all__ = ["find_times"]

_WORD = re.compile(r"[^\W\d_]+|\d+")
_MODIFIED = (*PERIOD_RULES, *WEEKDAY_RULES, *WEEKEND_RULES, *MONTH_RULES[-1:], *SEASON_RULES)
_NUMBER = (*NTH_RULES[1:], *NUMBER_RULES, *COUNTED_RULES, *YEAR_RULES, *QUARTER_RULES[:1])
_STRETCHES = "day|week|fortnight|month|quarter|year|decade|hour"
_FIRST_LETTERS = "|".join(sorted({word[:2] for word in MONTH_WORDS}))
_ON_FROM_NUMBER = re.compile(
    r"(?:1[89]|20)\d\d|\d{1,2}(?:st|nd|rd|th|[-./]|(?:st|nd|rd|th)?,\s\d)"
    rf"|\d{{1,3}}\]?(?:{S})?(?:{DASH}|&|and|or|to|thr|till|until|of|{_STRETCHES}|{_FIRST_LETTERS})",
    re.IGNORECASE,
)
"""What a number of which a rule can make a time goes on with."""
_ON: MappingProxyType[str, re.Pattern[str]] = MappingProxyType({
    "the": re.compile(
        rf"the{S}(?:{_STRETCHES}|weekend|next|same|very|following|previous|last|past|coming|upcoming|\d|{COUNT}\b)",
        re.IGNORECASE,
    ),
    **dict.fromkeys(("a", "an"), re.compile(rf"an?\]?(?:{S}|{DASH})(?:{_STRETCHES})", re.IGNORECASE)),
    "in": re.compile(
        rf"in{S}(?:the{S})?(?:coming|next|following|recent|past|last|{COUNT}{S})", re.IGNORECASE
    ),
})  # fmt: skip
"""What the most frequent words of the table go on with where a rule can fit: one look, before all rules are tried."""
_GROUPING = frozenset(".,:/")
_MONEY = frozenset("$€£¥")


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[TimeExpression, ...]:
    """The expressions of time in ``text[start:end]``, in order and disjoint; offsets are into ``text``."""
    stop = len(text) if end is None else min(end, len(text))
    return join_times(text, _atoms(text, max(0, start), stop))


def _atoms(text: str, start: int, stop: int) -> Iterator[TimeExpression]:
    triggers, at = _triggers(), start
    for word in _WORD.finditer(text, start, stop):
        form = word[0]
        trigger = triggers.get(form)
        if trigger is None:
            if not form.isdigit():
                continue
            trigger = _OF_NUMBERS
        on, rules = trigger
        if on is not None and on.match(text, word.start(), stop) is None:
            continue
        if word.start() < at or not _begins(text, word.start()) or _in_address(text, word):
            continue
        found = _first(rules, text, word.start(), stop)
        if found is not None:
            at = found.span.end
            yield found


def _first(rules: Iterable[Rule], text: str, start: int, stop: int) -> TimeExpression | None:
    for pattern, build in rules:
        match = pattern.match(text, start, stop)
        if match is not None and (value := build(match)) is not None:
            return TimeExpression(Span.of(text, start, match.end()), value)
    return None


def _begins(text: str, start: int) -> bool:
    """Whether a number or word begins here: not the middle of "1,230", "$8" or "x2024"."""
    if start == 0:
        return True
    if text[start - 1].isspace():
        return not (text[start].isdigit() and text[max(0, start - 2)] in _MONEY)
    previous = text[start - 1]
    if previous in _MONEY or previous.isalnum() or previous in "_#":
        return False
    in_figures = start > 1 and text[start - 2].isdigit() and text[start].isdigit()
    return not (in_figures and previous in _GROUPING)


_SLUG = re.compile(r"[-/_][^\W_]")


def _in_address(text: str, word: re.Match[str]) -> bool:
    """Whether a name in lower case is part of an address: "…/left-on-monday-why"."""
    if word[0] not in PLAIN_NAMES:
        return False
    return text[max(0, word.start() - 1) : word.start()] in ("-", "/", "_") or bool(_SLUG.match(text, word.end()))


def _spellings(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield from (word, word.capitalize(), word.upper())


_Trigger: TypeAlias = tuple[re.Pattern[str] | None, tuple[Rule, ...]]
_OF_NUMBERS: _Trigger = (_ON_FROM_NUMBER, _NUMBER)


@cache
def _triggers() -> MappingProxyType[str, _Trigger]:
    """Word, as it is written → what it goes on with, if that is asked, and the rules to try where it stands."""
    table: dict[str, tuple[Rule, ...]] = {}
    for words, rules in (
        (MONTH_WORDS, MONTH_RULES),
        (WEEKDAY_WORDS, WEEKDAY_RULES),
        (
            ("early", "earlier", "mid", "middle", "late", "later", "end", "close", "start", "beginning"),
            _PARTS,
        ),
        (("last", "final"), NTH_RULES[1:2]),
        (("last", "past", "this", "next", "coming", "upcoming", "that", "same", "current"), _MODIFIED),
        (("previous", "following"), (*PERIOD_RULES[-1:], *BESIDE_RULES, *WEEKDAY_RULES, *WEEKEND_RULES)),
        (("now",), NOW_RULES),
        (("yesterday", "today", "tonight", "tomorrow", "overnight"), DEICTIC_RULES),
        (("the",), (*THE_RULES, *THE_DAY_RULES, *WEEKEND_RULES)),
        (("a", "an", *NUMERALS), COUNTED_RULES),
        (ORDINAL_WORDS, NTH_RULES),
        (("first", "second", "third", "fourth", "last", "final"), (*QUARTER_RULES, *_PARTS)),
        (("q", "h"), QUARTER_RULES),
        (SEASONS, SEASON_RULES),
        (("in", "within"), WITHIN_RULES),
        (("during", "throughout", "over"), DURING_RULES),
        (("hours",), HOURS_RULES),
        (("day", "week", "month", "year", "daylong", "weeklong", "monthlong", "yearlong"), LONG_RULES),
    ):
        for word in _spellings(words):
            table[word] = (*table.get(word, ()), *rules)
    return MappingProxyType({word: (_ON.get(word.lower()), rules) for word, rules in table.items()})


_PARTS = (PERIOD_RULES[2], MONTH_RULES[-1], *SEASON_RULES, *YEAR_RULES)
