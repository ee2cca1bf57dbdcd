"""When the persons whom a report is about held the offices that it gives them.

A report that calls somebody prime minister was written while they were: with a weekday and a day of
the month that often leaves one year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from communique.codebook import Office, Tenure, ranks
from communique.linking._people import People
from communique.linking._titles import Phrase
from communique.types import read_edtf

__all__ = ["in_office"]

_LEAD = 600
"""Characters at the head of a report in which its own persons are named; further down stand those of
background, with the offices that they held at another time."""


def in_office(phrases: Sequence[Phrase], people: People) -> tuple[date | None, date | None]:
    """The days between which all persons in the lead held their offices, as far as the codebook knows.

    Both are null where it knows none, or where no day fits all.
    """
    known = [days for phrase in phrases if phrase.start < _LEAD for days in _days(phrase, people)]
    starts = [start for start, _ in known if start is not None]
    ends = [end for _, end in known if end is not None]
    first, last = max(starts, default=None), min(ends, default=None)
    if first is not None and last is not None and first > last:
        return None, None
    return first, last


def _days(phrase: Phrase, people: People) -> Iterator[tuple[date | None, date | None]]:
    """From the first to the last day in the office; the end is null where it is not over."""
    entity = people.at(phrase.start) if phrase.name and phrase.offices and not phrase.effects else None
    tenures = entity.person.offices if entity is not None and entity.person is not None else ()
    held = [tenure for tenure in tenures if _is_of(tenure, phrase.offices)]
    if held:
        starts = [day for t in held if (day := read_edtf(t.start)[0] if t.start else None) is not None]
        ends = [read_edtf(t.end)[1] if t.end else None for t in held]
        over = [day for day in ends if day is not None]
        yield min(starts, default=None), max(over) if len(over) == len(ends) else None


def _is_of(tenure: Tenure, titles: Sequence[Office]) -> bool:
    wanted = {office.rank for office in titles if office.rank is not None}
    return any(tenure.office == office.id for office in titles) or ranks().get(tenure.office) in wanted
