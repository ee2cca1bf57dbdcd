"""How a happening stood from the first report to the last, and who tells of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from communique.resolving._countries import country_name
from communique.resolving._traits import side_of
from communique.types import Confirmation, Participant, Report, SideWord, Stage, Status

__all__ = ["confirmation", "history"]

# Of reports of one day the plan comes first.
_ORDER: tuple[Status, ...] = ("hypothetical", "planned", "postponed", "ongoing", "happened", "cancelled", "denied")


def history(reports: Sequence[Report]) -> tuple[Stage, ...]:
    """The statuses in the order in which they were told; reports without a date stand last, by themselves."""
    told = sorted(reports, key=_moment)
    runs = groupby(told, key=lambda report: (report.published is None, report.claim.status))
    return tuple(_stage(status, list(run)) for (_, status), run in runs)


def confirmation(reports: Sequence[Report], participants: Iterable[Participant]) -> Confirmation:
    """First and latest report, and the sides among ``participants`` on whose own word reports tell of it."""
    dated = sorted((report for report in reports if report.published is not None), key=_moment)
    return Confirmation(
        first=dated[0].document if dated else None,
        first_published=dated[0].published if dated else None,
        latest=dated[-1].document if dated else None,
        latest_published=dated[-1].published if dated else None,
        sides=_sides(reports, participants),
    )


def _moment(report: Report) -> tuple[bool, date, int, str]:
    told = report.published
    known = (told.earliest or told.latest) if told else None
    return told is None, known or date.max, _ORDER.index(report.claim.status), report.document


def _stage(status: Status, run: Sequence[Report]) -> Stage:
    return Stage(
        status=status,
        start=next((report.claim.start for report in run if report.claim.start), None),
        published=run[0].published,
        reports=tuple(dict.fromkeys(report.document for report in run)),
    )


def _sides(reports: Sequence[Report], participants: Iterable[Participant]) -> tuple[SideWord, ...]:
    parties = {side_of(p.actor): p.actor.name for p in participants if p.role != "venue-state"}
    told: defaultdict[tuple[str, bool], set[str]] = defaultdict(set)
    for report in reports:
        said = report.claim.attribution
        if said is not None and said.actor is not None and side_of(said.actor) in parties:
            told[side_of(said.actor), report.claim.status == "denied"].add(report.document)
    return tuple(
        SideWord(side=side, name=country_name(side) or parties[side], denies=denies, reports=tuple(sorted(documents)))
        for (side, denies), documents in sorted(told.items())
    )
