"""The date of a report without one, from a dated report of the same happening."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import msgspec

from communique.linking.times import Stretches, common, infer_beside, joined
from communique.resolving._dates import days, fits_clues
from communique.resolving._traits import traits
from communique.types import Clue, Document, EventClaim, Report, Salience, When
from communique.types.edtf import read_edtf, when

__all__ = ["copied_date", "sister_date"]

_TOLD = frozenset({"happened", "ongoing"})
_PLANNED = timedelta(days=14)  # a date without its year is near: the bound that linking has for undated reports

_SENT_ROUND = timedelta(days=3)
# A weekday counts from the day of writing whatever it tells of; a day without its year is a near one only in the news.
_KINDS: Mapping[Salience, frozenset[str]] = {
    "main": frozenset({"weekday", "day"}),
    "background": frozenset({"weekday"}),
}


class _Stretch(msgspec.Struct, frozen=True):
    """The days on which a happening went on, by all its dated reports."""

    first: date
    last: date


def sister_date(document: Document, groups: Iterable[tuple[Report, ...]]) -> When | None:
    """The days on which ``document`` may have been published, null where its sisters do not tell.

    ``groups`` are the reports of the happenings that it tells of, its own among them. Claims count
    that say when the happening was in a way that counts from the day of writing: by a weekday, and those of its
    main news by a day without its year, past or planned, or as still going on. All have to agree, also with what
    the document itself tells of its date.
    """
    found = document.published
    for reports in groups:
        stretch = _stretch(reports, document)
        for claim in (report.claim for report in reports if report.document == document.id):
            given = _by_claim(document.text, claim, stretch) if stretch is not None else None
            if given is None:
                continue
            found = given if found is None else _both(found, given)
            if found is None:
                return None
    return found


def copied_date(days: Iterable[date]) -> When | None:
    """When a copy without a date was published, by the ``days`` of its other copies; null where they lie too far apart.

    The same words within three days are one piece of news sent round.
    """
    told = sorted(days)
    if not told or told[-1] - told[0] > _SENT_ROUND:
        return None
    return when(told[0], told[0] + _SENT_ROUND, "inferred", None)


def _stretch(reports: Iterable[Report], document: Document) -> _Stretch | None:
    """From the first to the last day by the firm reports of others; null where there are none."""
    others = (traits(report, "") for report in reports if report.document != document.id)
    firm = [trait for trait in others if trait.firm and trait.first and trait.last]
    if not firm:
        return None
    return _Stretch(min(t.first for t in firm if t.first), max(t.last for t in firm if t.last))


def _by_claim(text: str, claim: EventClaim, stretch: _Stretch) -> When | None:
    if claim.start is not None:
        return None
    told = [clue for clue in claim.clues if clue.kind in _KINDS[claim.salience]]
    if claim.status in _TOLD and told:
        return _by_clue(text, claim, told[0], stretch)
    if claim.salience == "main" and claim.status == "planned":
        return _by_plan(claim, stretch)
    if claim.salience == "main" and claim.status == "ongoing":
        return when(stretch.first, stretch.last, "inferred", claim.evidence)
    return None


def _by_plan(claim: EventClaim, stretch: _Stretch) -> When | None:
    """What is planned for a day of a month without a year is told at most two weeks before."""
    told = next((clue for clue in claim.clues if clue.kind == "day"), None)
    fitting = [day for day in days(stretch.first, stretch.last) if fits_clues(claim.clues, day, day)]
    if told is None or len(fitting) != 1 or not any(clue.kind == "month" for clue in claim.clues):
        return None
    return when(fitting[0] - _PLANNED, fitting[0], "inferred", told.evidence)


def _by_clue(text: str, claim: EventClaim, clue: Clue, stretch: _Stretch) -> When | None:
    fitting = [day for day in days(stretch.first, stretch.last) if fits_clues(claim.clues, day, day)]
    return infer_beside(text, clue.evidence, fitting[0]) if len(fitting) == 1 else None


def _members(published: When) -> Stretches:
    """The stretches of one of a set ("[2010-05,2011-05]"), neighbours as one; else the one that it is."""
    texts = published.edtf[1:-1].split(",") if published.edtf.startswith("[") else [published.edtf]
    return joined((first or date.min, last or date.max) for first, last in map(read_edtf, texts))


def _both(one: When, other: When) -> When | None:
    """The days that both allow; of a set the members that do, as long as it is one."""
    if not one.compatible(other) or None in (one.earliest, one.latest, other.earliest, other.latest):
        return None
    parts = common(_members(one), ((other.earliest or date.min, other.latest or date.max),))
    if len(parts) != 1:
        return one if parts else None
    narrower = other if (one.earliest, one.latest) != parts[0] else one
    return when(*parts[0], narrower.basis, narrower.evidence)
