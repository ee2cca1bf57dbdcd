"""The day of publication that a page shows beside its headline, in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources
from types import MappingProxyType

import msgspec

from communique.codebook.calendar import MONTHS

__all__ = ["shown_day", "told_day"]

_BEGINNING = 60  # characters of a paragraph where its dateline stands
_ANY = "any"
_TWO_WAYS = (None, _ANY, "en")  # languages in which slashes part day and month in either order
_YEAR = r"((?:19|20)\d\d)"
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:\.|º|er|st|nd|rd|th)?\s?(?:de\s|di\s)?([^\W\d_]{{3,12}})\.?,?\s?(?:del?\s)?{_YEAR}\b"
)
_MONTH_FIRST = re.compile(rf"\b([A-Z][a-z]{{2,8}})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s{_YEAR}\b")
_FIGURES = re.compile(rf"(?<![\d./-])(\d{{1,2}})([./-])(\d{{1,2}})\2{_YEAR}(?!\d)")
_SHORT = re.compile(r"(?<![\d./-])(\d{1,2})([./])(\d{1,2})\2(\d\d)(?![\d./])")
_ISO = re.compile(rf"\b{_YEAR}-(\d\d)-(\d\d)(?!\d)")
_EAST_ASIAN = re.compile(rf"{_YEAR}\s?[年년]\s?(\d{{1,2}})\s?[月월]\s?(\d{{1,2}})\s?[日일]")


def shown_day(texts: Iterable[str], language: str | None) -> date | None:
    """The first day in ``texts``, of long ones in their beginning; ``language`` is the page's.

    In English, and where the language is not told, figures parted by slashes have two readings and are left alone.
    """
    return next((day for text in texts if (day := _day_in(text[:_BEGINNING], language))), None)


def told_day(texts: Iterable[str], language: str | None) -> date | None:
    """The same of texts that are known to tell a day: its year may have two figures, its month be of any language."""
    beginnings = (text[:_BEGINNING] for text in texts)
    return next(
        (day for text in beginnings if (day := _day_in(text, language or _ANY) or _short(text, language))), None
    )


def _short(text: str, language: str | None) -> date | None:
    if (match := _SHORT.search(text)) and (match[2] == "." or language not in _TWO_WAYS):
        return _day(f"20{match[4]}", int(match[3]), match[1])
    return None


def _day_in(text: str, language: str | None) -> date | None:
    if match := _EAST_ASIAN.search(text) or _ISO.search(text):
        return _day(match[1], int(match[2]), match[3])
    # With full stops, and in other languages always, the day is first (CLDR).
    if (match := _FIGURES.search(text)) and (match[2] == "." or language not in _TWO_WAYS):
        return _day(match[4], int(match[3]), match[1])
    if (match := _MONTH_FIRST.search(text)) and match[1].lower() in MONTHS:
        return _day(match[3], MONTHS[match[1].lower()], match[2])
    if match := _DAY_FIRST.search(text):
        name = match[2].lower()
        month = MONTHS.get(name) or _foreign_month(name, language)
        return _day(match[3], month, match[1]) if month else None
    return None


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _foreign_month(name: str, language: str | None) -> int | None:
    """The month, 1 to 12, that ``name`` begins like in ``language``."""
    months = _months().values() if language == _ANY else [_months().get(language or "", ())]
    return next((number for one in months for number, start in enumerate(one, 1) if re.match(start, name)), None)


@cache
def _months() -> MappingProxyType[str, tuple[str, ...]]:
    table = resources.files(__package__).joinpath("months.yaml").read_bytes()
    return MappingProxyType(msgspec.yaml.decode(table, type=dict[str, tuple[str, ...]]))
