"""The two ways of counting: found against missed and false, and right answers among those asked."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

__all__ = ["Share", "Tally"]


class Tally(msgspec.Struct, frozen=True):
    """Found, missed and false items. Ratios are null where nothing was to be found or nothing was found."""

    hits: int = 0
    missed: int = 0
    false: int = 0

    @property
    def precision(self) -> float | None:
        """The part of what was found that is right."""
        return _ratio(self.hits, self.hits + self.false)

    @property
    def recall(self) -> float | None:
        """The part of what is there that was found."""
        return _ratio(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _ratio(2 * self.hits, 2 * self.hits + self.missed + self.false)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.missed + other.missed, self.false + other.false)

    @classmethod
    def total(cls, tallies: Iterable[Tally]) -> Tally:
        """The sum of ``tallies``."""
        return sum(tallies, start=cls())


class Share(msgspec.Struct, frozen=True):
    """Right answers among those that could be given; ``value`` is null where none could."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, 0.0–1.0."""
        return _ratio(self.right, self.of)

    @classmethod
    def among(cls, answers: Iterable[bool]) -> Share:
        """The share of true ones among ``answers``."""
        counted = list(answers)
        return cls(sum(counted), len(counted))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
