"""The days of a length of time: up to the news in "the first visit in 12 years", from it in "two months to leave"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import msgspec

from communique.codebook import narrative
from communique.linking.times import Unit, shifted
from communique.types import When

__all__ = ["Length"]

_UNITS: Mapping[str, Unit] = MappingProxyType(
    {"days": "day", "weeks": "week", "months": "month", "quarters": "quarter", "years": "year"}
)
_LONG = frozenset({"months", "quarters", "years"})
_DAY = 24  # hours
_TO_DO = re.compile(r"(?: in which)? to [a-z]+")


class Length(msgspec.Struct, frozen=True):
    """A length of time at the characters ``start``–``end``, in a unit of the codebook."""

    start: int
    end: int
    value: float
    unit: str

    def days(self, text: str, sentence: int, news: date) -> tuple[date, date] | None:
        """First and last day, where its sentence, which begins at ``sentence``, says that ``news`` is one of them."""
        before = text[sentence : self.start]
        given = narrative()["time-given"].search(before) and _TO_DO.match(text, self.end)
        if not given and narrative()["length-up-to"].search(before):
            first = self._from(news, -1)
            return (first, news) if first is not None else None
        ahead = given or narrative()["length-from"].search(before)
        last = self._from(news, 1) if ahead else None
        return (news, last) if last is not None else None

    def before(self, told: When) -> tuple[date, date] | None:
        """What it covers up to the end of a shorter time: three years are not of one day."""
        if self.unit not in _LONG or told.earliest is None or told.latest is None:
            return None
        first = self._from(told.latest, -1)
        shorter = first is not None and 2 * (told.latest - told.earliest) < told.latest - first
        return (first, told.latest) if first is not None and shorter else None

    def _from(self, day: date, sign: int) -> date | None:
        """The day at the other end; null where no calendar has it: "in a billion years"."""
        try:
            if self.unit in _UNITS:
                return shifted(day, _UNITS[self.unit], sign * round(self.value))
            return shifted(day, "day", sign * round(self.value / _DAY)) if self.unit == "hours" else day
        except (OverflowError, ValueError):
            return None
