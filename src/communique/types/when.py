"""When something happened, as far as the words say: an interval of days, never a guess."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from communique.types.span import Span

__all__ = ["Basis", "When"]

Basis = Literal["stated", "relative", "inferred", "judged"]
"""How a date is known: ``stated`` whole in the words, ``relative`` to the publication date or another
anchor, ``inferred`` by calendar arithmetic (a weekday and a day of the month fix the year), or ``judged`` by a
person, of an event only."""


class When(msgspec.Struct, frozen=True):
    """Days between ``earliest`` and ``latest``, both inclusive; ``None`` marks an open end.

    ``edtf`` is the same in ISO 8601-2 (EDTF level 0–1): ``2024-04-08``, ``2024-04``, ``2024-21``
    (spring), ``2024-04-08/2024-04-09``, ``2024-04-08/..``. ``evidence`` is the expression of time.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    basis: Basis
    evidence: Span | None = None

    @property
    def day(self) -> date | None:
        """The day, where it is known to the day."""
        return self.earliest if self.earliest == self.latest else None

    def precedes(self, other: When) -> bool:
        """Whether all of it lies before all of the other; not where an end that tells it is open."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def compatible(self, other: When) -> bool:
        """Whether both can be true of one day: the intervals share one."""
        starts = [d for d in (self.earliest, other.earliest) if d is not None]
        ends = [d for d in (self.latest, other.latest) if d is not None]
        return not starts or not ends or max(starts) <= min(ends)
