"""The days of a length of time: up to the news in "the first visit in 12 years", from it in "two months to leave"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import msgspec

from communique.codebook import narrative
from communique.linking.times import Anchored, TimeExpression, Unit, shifted
from communique.types import When

__all__ = ["Length", "is_long_since", "is_time_since"]

_UNITS: Mapping[str, Unit] = MappingProxyType(
    {"days": "day", "weeks": "week", "months": "month", "quarters": "quarter", "years": "year"}
)
_LONG = frozenset({"months", "quarters", "years"})
_FEW = 10
_NEAR = 60
_PERFECT = re.compile(r"\b(?:has|have|had|been)\b|['’](?:s|ve|d) \w+(?:ed|en|n)\b")
_ENDED = (" until", " till", " before", " when", " up to")
_DAY = 24  # hours
_SINCE = re.compile(r" (?:after|since)\b")
_TO_DO = re.compile(r"(?: in which)? to [a-z]+")


def is_time_since(time: TimeExpression) -> bool:
    """Whether an expression counts how long it was since something: "seven years after" it."""
    value = time.value
    if not isinstance(value, Anchored) or not time.span.text.endswith((" after", " since")):
        return False
    return is_long_since(abs(value.offset), f"{value.unit}s")


def is_long_since(value: float, unit: str) -> bool:
    """Whether "seven years after the coup" tells how long it was: a few days or weeks after only tell when."""
    return unit in _LONG or (value > _FEW and unit in ("days", "weeks"))


class Length(msgspec.Struct, frozen=True):
    """A length of time at the characters ``start``–``end``, in a unit of the codebook."""

    start: int
    end: int
    value: float
    unit: str

    def days(self, text: str, sentence: int, news: date) -> tuple[date, date] | None:
        """First and last day, where its sentence, which begins at ``sentence``, says that ``news`` is one of them."""
        before = text[sentence : self.start]
        if _SINCE.match(text, self.end):
            first = self._from(news, -1)
            return (first, news) if first is not None else None
        given = narrative()["time-given"].search(before) and _TO_DO.match(text, self.end)
        if not given and narrative()["length-up-to"].search(before):
            first = self._from(news, -1)
            return (first, news) if first is not None else None
        ahead = given or narrative()["length-from"].search(before)
        last = self._from(news, 1) if ahead else None
        return (news, last) if last is not None else None

    def around(self, told: When, text: str) -> tuple[date, date] | None:
        """What it covers up to the end of a shorter time, from it on behind "for": three years are not of one day."""
        if self.unit not in _LONG or told.earliest is None or told.latest is None:
            return None
        before = text[max(0, self.start - _NEAR) : self.start]
        ahead = before.endswith(" for ") and not (text.startswith(_ENDED, self.end) or _PERFECT.search(before))
        other = self._from(told.earliest, 1) if ahead else self._from(told.latest, -1)
        if other is None:
            return None
        first, last = (told.earliest, other) if ahead else (other, told.latest)
        return (first, last) if 2 * (told.latest - told.earliest) < last - first else None

    def _from(self, day: date, sign: int) -> date | None:
        """The day at the other end; null where no calendar has it: "in a billion years"."""
        try:
            if self.unit in _UNITS:
                return shifted(day, _UNITS[self.unit], sign * round(self.value))
            return shifted(day, "day", sign * round(self.value / _DAY)) if self.unit == "hours" else day
        except (OverflowError, ValueError):
            return None
