"""Figures of one happening that cannot both hold: the killed, the length of the talks, the money pledged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import get_args

import msgspec

from communique.resolving._amounts import can_both_hold
from communique.resolving._measuring import by_name, times
from communique.resolving._names import plain
from communique.resolving._support import Origins
from communique.types import EventFigure, Figure, Report, Tie

__all__ = ["FigureRivals", "figure_rivals"]

_TIES: tuple[Tie, ...] = get_args(Tie)


class FigureRivals(msgspec.Struct, frozen=True):
    """What is measured, and the figures that clash, each with the reports that give it."""

    about: str
    values: tuple[tuple[Figure, tuple[Report, ...]], ...]


class _Told(msgspec.Struct, frozen=True):
    report: Report
    figure: Figure


def figure_rivals(reports: Sequence[Report], origins: Origins) -> Iterator[FigureRivals]:
    """For each thing that reports measure, the figures that clash with one of an independent source."""
    for (about, _), told in sorted(_by_thing(reports).items()):
        clashing = _clashing(told, origins, grows=_grows(about))
        if clashing:
            yield FigureRivals(about, _by_value(clashing))


def _by_thing(reports: Sequence[Report]) -> dict[tuple[str, str], list[_Told]]:
    """What is measured, in which unit → one figure a document; a document that gives several leaves open which."""
    found: defaultdict[tuple[str, str], dict[str, list[tuple[Tie, _Told]]]] = defaultdict(lambda: defaultdict(list))
    for report in reports:
        for tied in report.figures:
            key = _key(tied)
            if key is not None:
                found[key][report.document].append((tied.tie, _Told(report, tied.figure)))
    return {key: [one for told in of.values() if (one := _only(told))] for key, of in found.items() if len(of) > 1}


def _key(tied: EventFigure) -> tuple[str, str] | None:
    """What is measured and in which unit; what no entry names is known by the words for it, if it is told nearby."""
    figure = tied.figure
    if figure.unit is None:
        return None
    if tied.measures is not None:
        measured = by_name().get(tied.measures)
        return tied.measures, "" if measured is not None and measured.alike else figure.unit
    if tied.tie == "document" or figure.of is None:
        return None
    return plain(figure.of), figure.unit


def _only(told: Sequence[tuple[Tie, _Told]]) -> _Told | None:
    """The figure that stands nearest, null where figures that stand alike near differ."""
    nearest = min((tie for tie, _ in told), key=_TIES.index)
    near = [one for tie, one in told if tie == nearest]
    return near[0] if len({one.figure.value for one in near}) == 1 else None


def _clashing(told: Sequence[_Told], origins: Origins, *, grows: bool) -> list[_Told]:
    found: dict[str, _Told] = {}
    for one, other in combinations(told, 2):
        if _clash(one, other, origins, grows):
            found |= {one.report.document: one, other.report.document: other}
    return [found[document] for document in sorted(found)]


def _clash(one: _Told, other: _Told, origins: Origins, grows: bool) -> bool:
    if origins[one.report.document] == origins[other.report.document]:
        return False
    if _other_period(one.figure, other.figure) or can_both_hold(one.figure, other.figure):
        return False
    return not (grows and (_grew(one, other) or _grew(other, one)))


def _other_period(one: Figure, other: Figure) -> bool:
    """Whether they held at different times, by words of both; how long something lasted is of one time."""
    if one.unit in times() or one.period is None or other.period is None:
        return False
    told = one.period.evidence is not None and other.period.evidence is not None
    return told and not one.period.compatible(other.period)


def _grew(early: _Told, late: _Told) -> bool:
    """Whether the report that is surely later tells of more."""
    first, second = early.report.published, late.report.published
    later = first is not None and second is not None and first.precedes(second)
    return later and early.figure.value < late.figure.value


def _grows(about: str) -> bool:
    measured = by_name().get(about)
    return measured is not None and measured.grows


def _by_value(clashing: Sequence[_Told]) -> tuple[tuple[Figure, tuple[Report, ...]], ...]:
    given: defaultdict[float, list[_Told]] = defaultdict(list)
    for told in clashing:
        given[told.figure.value].append(told)
    return tuple((told[0].figure, tuple(one.report for one in told)) for told in given.values())
