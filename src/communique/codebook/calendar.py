"""Names of months and weekdays and numerals in words, as English news writes them.

Source: AP Stylebook abbreviations (Jan., Feb., Aug., Sept., Oct., Nov., Dec.) and the full names.
"""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["CALENDAR_WORDS", "MONTHS", "NUMERALS", "ORDINALS", "PLAIN_NAMES", "WEEKDAYS"]

_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]

MONTHS = MappingProxyType(
    {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
    | {name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)}
    | {"sept": 9}
)
"""Lower-case month name or abbreviation (no full stop) → 1–12."""

WEEKDAYS = MappingProxyType(
    {name: number for number, name in enumerate(_WEEKDAY_NAMES, 1)}
    | {name[:3]: number for number, name in enumerate(_WEEKDAY_NAMES, 1)}
    | {"tues": 2, "thur": 4, "thurs": 4}
)
"""Lower-case weekday name or abbreviation → ISO weekday 1 (Monday) – 7 (Sunday)."""

PLAIN_NAMES = frozenset({*_MONTH_NAMES, *_WEEKDAY_NAMES} - {"march", "may", "august"})
"""Full names that are no other word of English, so that they tell a date in lower case too."""

CALENDAR_WORDS = frozenset({*MONTHS, *WEEKDAYS})
"""Names of months and weekdays and their abbreviations, lower case."""

NUMERALS = MappingProxyType({word: number for number, word in enumerate(_UNITS, 1)})
"""``one`` → 1 … ``twenty`` → 20."""

_ORDINAL_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINAL_NAMES = [
    *_ORDINAL_UNITS,
    *"tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
    "twentieth",
    *(f"twenty-{unit}" for unit in _ORDINAL_UNITS),
    "thirtieth",
    "thirty-first",
]
ORDINALS = MappingProxyType({word: number for number, word in enumerate(_ORDINAL_NAMES, 1)})
"""``first`` → 1 … ``thirty-first`` → 31, as many as a month has days."""
