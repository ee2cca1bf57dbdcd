"""The vocabulary of time as regular expressions, shared by the rules. Compile them with ``re.IGNORECASE``.

Every repetition is bounded, so that a rule costs the same wherever it is tried.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from communique.codebook.calendar import MONTHS, NUMERALS, ORDINALS, PLAIN_NAMES, WEEKDAYS
from communique.linking.times._values import Modifier, Part, Unit

__all__ = [
    "COUNT",
    "DASH",
    "DAYS",
    "DAY_PART",
    "LENGTH",
    "MODIFIER",
    "MODIFIERS",
    "MONTH",
    "MONTH_WORDS",
    "NO_COUNT",
    "ONE_DAY",
    "ORDINAL",
    "ORDINAL_DAYS",
    "ORDINAL_WORDS",
    "PART",
    "SEASON",
    "SEASONS",
    "TO",
    "UNIT",
    "WEEKDAY",
    "WEEKDAY_WORDS",
    "YEAR",
    "YEAR_TAIL",
    "S",
    "count_of",
    "day_numbers",
    "is_name",
    "length_of",
    "modifier_of",
    "month_of",
    "ordinal_of",
    "part_of",
    "rank_of",
    "unit_of",
    "weekday_of",
]

S = r"(?:[^\S\n]{1,3}\n?|\n)"
"""A blank, or the end of a line within a paragraph."""
DASH = r"[-‐‑–—−]"
TO = rf"(?:{S}(?:and|or|to|through|thru|till|until|&){S}|{S}?{DASH}{S}?)"


def _words(table: MappingProxyType[str, int]) -> str:
    full = sorted((word for word in table if len(word) > 5 or word in _SHORT_NAMES), key=len, reverse=True)
    short = sorted((word for word in table if word not in full), key=len, reverse=True)
    return rf"(?:(?:{'|'.join(full)})\b|(?:{'|'.join(short)})(?:\.|\b))"


_SHORT_NAMES = frozenset({"march", "april", "may", "june", "july"})
MONTH = _words(MONTHS)
WEEKDAY = _words(WEEKDAYS)
MONTH_WORDS = tuple(MONTHS)
WEEKDAY_WORDS = tuple(WEEKDAYS)

_COUNTED = (
    "people|persons|troops|soldiers|men|women|children|members|countries|states|nations|victims|dead|"
    "km|kilomet(?:er|re)s|miles|met(?:er|re)s|feet|tons|tonnes|hours|minutes|hectares|barrels|"
    "dollars|euros|pounds|yuan|rubles|rupees|million|billion|trillion|thousand|percent|points"
)
NO_COUNT = (
    rf"(?!\d|[.:]\d|,\d{{3}}\b|%|{S}?[ap]\.?m\b|{S}per{S}cent|{S}(?:{_COUNTED})\b"
    r"|-(?:member|point|km|mile|hour))"
)
"""After a number: it counts nothing, and no digits go on."""
ORDINAL = rf"(?:(?:{'|'.join(sorted((word.replace('-', '[- ]') for word in ORDINALS), key=len, reverse=True))})\b)"
ORDINAL_WORDS = ("twenty", "thirty", *(word for word in ORDINALS if "-" not in word))
"""The words with which an ordinal begins."""
_FIGURE = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_AND = rf"(?:(?:,{S}{_FIGURE}(?!\d)){{1,4}},?{S}(?:and|or|&){S})"
_LAST = rf"(?:(?:{_AND}|{TO})(?:the{S})?{_FIGURE}|{S}(?:to|through|thru|till|until){S}(?:the{S})?{ORDINAL})"
ONE_DAY = rf"(?P<days>{_FIGURE}){NO_COUNT}"
DAYS = rf"(?P<days>{_FIGURE}(?!\d){_LAST}?){NO_COUNT}"
"""One day of the month, a range or a list of them."""
ORDINAL_DAYS = rf"(?P<days>{ORDINAL}(?:{TO}(?:the{S})?(?:{_FIGURE}(?!\d)|{ORDINAL}))?)"
"""A day of the month or a range whose first is told in words."""
YEAR = rf"(?:(?:1[89]|20)\d\d){NO_COUNT}"
YEAR_TAIL = (
    rf"(?:(?:{S}?,{S}?|{S})(?:(?:in|of){S})?(?P<year>{YEAR})"
    rf"|,?{S}(?:of{S})?(?P<relative>last|this|next|that|(?:the{S})?(?:same|previous|following|past)){S}year\b)?"
)
"""The year after a date: ", 2024", " of 2024", " last year", " of that year", or nothing."""

PART = (
    rf"(?:(?P<part>(?:early|earlier|mid|late|later)(?=(?:{DASH}|{S}))|(?:middle|end|close|start|beginning)(?={DASH}|{S}of\b))"
    rf"(?:{DASH}|{S})(?:(?:in|of){S})?(?:the{S})?"
    r"|(?P<stretch>first|second|third|fourth|last|final)"
    rf"(?:{S}(?:few|\d\d?|two|three|ten))?{S}(?:days|weeks?){S}of{S}(?:the{S})?)"
)
_PARTS: MappingProxyType[str, Part] = MappingProxyType(
    {
        "early": "early",
        "mid": "mid",
        "middle": "mid",
        "late": "late",
        "end": "end",
        "close": "end",
        "start": "start",
        "beginning": "start",
        "first": "start",
        "last": "end",
        "final": "end",
        "earlier": "earlier",
        "later": "later",
    }
)
DAY_PART = rf"(?:{S}(?:(?:early|late){S})?(?:morning|afternoon|evening|night)\b)?"
MODIFIER = rf"(?:(?P<modifier>last|past|this{S}past|this{S}coming|this{S}upcoming|this|next|coming|upcoming){S})"
MODIFIERS: MappingProxyType[str, Modifier] = MappingProxyType(
    {
        "last": "last",
        "past": "last",
        "this past": "last",
        "this": "this",
        "next": "next",
        "coming": "coming",
        "this coming": "coming",
        "this upcoming": "coming",
        "upcoming": "coming",
    }
)
_UNITS: MappingProxyType[str, Unit] = MappingProxyType(
    {
        "day": "day",
        "week": "week",
        "fortnight": "week",
        "month": "month",
        "quarter": "quarter",
        "year": "year",
        "decade": "year",
    }
)
_MULTIPLES = MappingProxyType({"fortnight": 2, "decade": 10})
UNIT = r"(?P<unit>day|week|month|year)"
LENGTH = r"(?P<unit>day|week|fortnight|month|quarter|year|decade)"
COUNT = rf"(?P<count>a|an|\d{{1,3}}|{'|'.join(sorted(NUMERALS, key=len, reverse=True))})"
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)\b"
SEASONS = MappingProxyType({"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24})
_DAY_NUMBER = re.compile(rf"\d+|{ORDINAL}", re.IGNORECASE)


def month_of(word: str) -> int:
    """1–12 of a month's name or abbreviation."""
    return MONTHS[word.casefold().rstrip(".")]


def weekday_of(word: str) -> int:
    """1–7 of a weekday's name or abbreviation."""
    return WEEKDAYS[word.casefold().rstrip(".")]


def count_of(word: str) -> int:
    """The number of a numeral in digits or in words, of "a" and of "an"."""
    word = word.casefold()
    return int(word) if word.isdigit() else NUMERALS.get(word, 1)


def rank_of(word: str) -> int | None:
    """The number of an ordinal or a numeral, in digits ("34th") or in words; null where it is none."""
    word = word.casefold()
    return int(re.sub(r"\D", "", word)) if word[0].isdigit() else ORDINALS.get(word, NUMERALS.get(word))


def unit_of(word: str) -> Unit:
    """The unit of a word that ``UNIT`` has matched."""
    return _UNITS[word.casefold()]


def length_of(match: re.Match[str]) -> tuple[Unit, int]:
    """The unit and the count of ``COUNT`` and ``LENGTH``; a fortnight is two weeks, a decade ten years."""
    word = match["unit"].casefold()
    return _UNITS[word], count_of(match["count"] or "a") * _MULTIPLES.get(word, 1)


def part_of(match: re.Match[str]) -> Part | None:
    """The part of a period that ``PART`` has matched; a week in its middle is left as the whole period."""
    word = match["part"] or match["stretch"]
    return None if word is None else _PARTS.get(word.casefold())


def ordinal_of(word: str) -> int:
    """1 for "first" and "1st", and so on."""
    word = word.casefold()
    return int(word[:-2]) if word[0].isdigit() else ORDINALS["-".join(word.replace("-", " ").split())]


def day_numbers(words: str) -> list[int]:
    """The days of the month that ``DAYS`` has matched, in figures or in words."""
    return [int(one) if one[0].isdigit() else ordinal_of(one) for one in _DAY_NUMBER.findall(words)]


def is_name(word: str) -> bool:
    """Whether ``word`` is written as a name: "May", not "may"; "april" can be nothing else."""
    return word[0].isupper() or word.casefold() in PLAIN_NAMES


def modifier_of(match: re.Match[str]) -> Modifier | None:
    """The modifier that ``MODIFIER`` has matched, if it has."""
    word = match["modifier"]
    return None if word is None else MODIFIERS[" ".join(word.casefold().split())]
