"""When the persons whom a report is about held the offices that it gives them.

A report that calls somebody prime minister was written while they were: with a weekday and a day of
the month that often leaves one year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import reduce

from communique.codebook import Office, Tenure, ranks
from communique.linking._people import People
from communique.linking._titles import Phrase
from communique.linking.times import ALWAYS, Interval, Stretches, common, joined, shifted
from communique.types import read_edtf

__all__ = ["in_office", "terms_begun"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEAD = 600
"""Characters at the head of a report in which its own persons are named; further down stand those of
background, with the offices that they held at another time."""
_HOLDS = {"acting"}  # effects of words beside an office that leave it to the person
_SOME = 2  # persons of the background that tell when a report was written


def in_office(phrases: Sequence[Phrase], people: People, text: str = "", since: date | None = None) -> Stretches:
    """The days on which all persons in the lead held their offices, as far as the codebook knows.

    All days where it knows none, or where no day fits all. Persons further down count too, as long as days are
    left; where the lead names none they may be of the background, so that one is not enough and ``text`` may name no
    later year. Who left the office by ``since``, a day that the text tells as past, held it at another time.
    """
    after: Stretches = ((since or date.min, date.max),)
    lead = [days for phrase in phrases if phrase.start < _LEAD for days in _held_after(phrase, people, after)]
    found = _together(lead, ALWAYS) or ALWAYS
    rest = [days for phrase in phrases if phrase.start >= _LEAD for days in _held_after(phrase, people, after)]
    if found == ALWAYS and len(rest) < _SOME:
        return ALWAYS
    both = _together(rest, found) or found
    is_over = found == ALWAYS and any(int(year) > both[-1][1].year for year in _YEAR.findall(text))
    return found if is_over else both


def _held_after(phrase: Phrase, people: People, after: Stretches) -> Iterator[Stretches]:
    return (days for days in _days(phrase, people) if _together([days], after))


def _together(terms: Sequence[Stretches], start: Stretches) -> Stretches:
    """The days of ``start`` on which all held their offices; none where that is but the day of a handover."""
    found = reduce(common, terms, start)
    return found if any(first < last for first, last in found) else ()


def terms_begun(phrases: Sequence[Phrase], people: People) -> Iterator[tuple[int, int, date]]:
    """Where a person is named, and each day on which they took an office, where it is known to the day."""
    for phrase in phrases:
        entity = people.at(phrase.start) if phrase.name else None
        for tenure in entity.person.offices if entity is not None and entity.person is not None else ():
            first, last = read_edtf(tenure.start) if tenure.start else (None, None)
            if first is not None and first == last:
                yield phrase.start, phrase.end, first


def _days(phrase: Phrase, people: People) -> Iterator[Stretches]:
    """The terms in the office; one that is not over is open."""
    held_now = phrase.name and phrase.offices and set(phrase.effects) <= _HOLDS
    entity = people.at(phrase.start) if held_now else None
    tenures = entity.person.offices if entity is not None and entity.person is not None else ()
    held = [tenure for tenure in tenures if _is_of(tenure, phrase.offices)]
    if held:
        yield joined(_term(tenure, acting=bool(phrase.effects)) for tenure in held)


def _term(tenure: Tenure, *, acting: bool) -> Interval:
    """From the first to the last day; who acts in an office may get it later."""
    first = tenure.first_day or date.min
    return (shifted(first, "year", -1) if acting and first != date.min else first), tenure.last_day or date.max


def _is_of(tenure: Tenure, titles: Sequence[Office]) -> bool:
    wanted = {office.rank for office in titles if office.rank is not None}
    return any(tenure.office == office.id for office in titles) or ranks().get(tenure.office) in wanted
