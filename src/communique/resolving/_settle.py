"""Loose reports → the one group that fits each; what fits none or several stays by itself.

A report is loose if it has no date to the week or names fewer than two sides. What it does not tell is
open, so it may fit several happenings of a series: it joins only where exactly one is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice

import msgspec

from communique.resolving._dates import DAY, fits_clues
from communique.resolving._gather import Group, agglomerate, ordered
from communique.resolving._keys import PLAN, mates, offers, seeks
from communique.resolving._likeness import can_be_one, likeness, people_shared
from communique.resolving._traits import Traits

__all__ = ["Candidate", "Settled", "fits", "settle"]

_COPY = timedelta(days=3)
"""The same words within that time are one piece of news sent round."""

_FRESH = timedelta(days=7)
"""What is the main news of a report that tells no day is not older: a weekly tells of its week."""
_COMMON_SIDES = 2 / 3
"""Of the sides of the longer list: who met two of five is not known to have met all."""


class Settled(msgspec.Struct, frozen=True):
    """What came of loose reports: all groups, and which groups fit each, by their numbers.

    ``fits`` names two groups at most: a report that fits two joins none. ``groups`` begins with those that were
    given, in their order.
    """

    groups: list[Group]
    fits: Mapping[str, tuple[int, ...]]


def settle(loose: Iterable[Traits], groups: Sequence[Group]) -> Settled:
    """``groups`` in their order, with the reports that joined them, then the groups of the others."""
    waiting = ordered(loose)
    candidates = [Candidate.of(group) for group in groups]
    fitting = _fitting(waiting, candidates)
    homes = _homes(waiting, candidates, fitting)
    grown = [list(group) for group in groups]
    left: list[Traits] = []
    for report in waiting:
        home = homes.get(report.label)
        (left if home is None else grown[home]).append(report)
    return Settled([*map(tuple, grown), *_left_over(left)], fitting)


class Candidate(msgspec.Struct, frozen=True):
    """A group as a loose report sees it: its faces, its documents and the days it may have gone on.

    ``news`` tells whether it is the main news of a report.
    """

    faces: tuple[Traits, ...]
    documents: frozenset[str]
    first: date
    last: date
    durations: frozenset[int]
    news: bool

    @classmethod
    def of(cls, group: Group) -> Candidate:
        firm = [report for report in group if report.firm]
        faces = {report.face: report for report in firm}
        return cls(
            faces=tuple(faces.values()),
            documents=frozenset(report.document for report in group),
            first=min(report.first for report in firm if report.first),
            last=max(report.last for report in firm if report.last),
            durations=frozenset(n for n in map(_duration, faces.values()) if n is not None),
            news=any(report.salience == "main" for report in firm),
        )


def _duration(report: Traits) -> int | None:
    """Days from the first to the last, where both are known to the day."""
    first = report.start.day if report.start else None
    last = report.end.day if report.end else None
    return (last - first).days + 1 if first and last else None


def _fitting(waiting: Iterable[Traits], candidates: Sequence[Candidate]) -> Mapping[str, tuple[int, ...]]:
    """Label of a loose report → the numbers of the first two groups that fit it."""
    where: defaultdict[int, list[int]] = defaultdict(list)
    for number, candidate in enumerate(candidates):
        for key in {key for face in candidate.faces for key in offers(face)}:
            where[key].append(number)
    return {report.label: _first_two(report, candidates, where) for report in waiting}


def _first_two(report: Traits, candidates: Sequence[Candidate], where: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    near = sorted({number for key in seeks(report) for number in where.get(key, ())})
    return tuple(islice((number for number in near if fits(report, candidates[number])), 2))


def _homes(
    waiting: Iterable[Traits], candidates: Sequence[Candidate], fitting: Mapping[str, tuple[int, ...]]
) -> Mapping[str, int]:
    """Label of a loose report → the number of the only group that fits it.

    Of two reports of one document that fit the same group, neither is told from the other: none joins, unless
    one alone, or the likest alone, is the document's news and the group is news elsewhere too.
    """
    claims: defaultdict[tuple[str, int], list[Traits]] = defaultdict(list)
    for report in waiting:
        found = fitting[report.label]
        if len(found) == 1:
            claims[report.document, found[0]].append(report)
    chosen = ((n, _chosen(reports, candidates[n])) for (_, n), reports in claims.items())
    return {report.label: n for n, report in chosen if report is not None}


def _chosen(reports: Sequence[Traits], candidate: Candidate) -> Traits | None:
    """The only one, else of those that are the document's news, of a group that is news elsewhere, the likest."""
    if len(reports) == 1:
        return reports[0]
    main = [report for report in reports if report.salience == "main"]
    if not main or not candidate.news:
        return None
    scored = [(sum(likeness(report, face) or 0 for face in candidate.faces), report) for report in main]
    best = max(score for score, _ in scored)
    likest = [report for score, report in scored if score == best]
    return likest[0] if len(likest) == 1 else None


def fits(report: Traits, candidate: Candidate) -> bool:
    """Whether a loose report can be of the happening that a group of firm ones tells of."""
    return (
        report.document not in candidate.documents
        and _told_in_time(report, candidate)
        and fits_clues(report.clues, candidate.first, candidate.last)
        and _lasts(report, candidate)
        and all(can_be_one(report, face) for face in candidate.faces)
        and _tells_enough(report, candidate.faces)
    )


def _tells_enough(report: Traits, faces: Sequence[Traits]) -> bool:
    """Whether a report that can be of one happening with each of ``faces`` is tied to it by enough.

    Without a second side it has to have the kind of one, and a person whom one names, or a day. An undated page that
    tells no day either may be of any time: whom it names must be named there too.
    """
    named = report.persons and any(people_shared(report, face) for face in faces)
    if report.published is None and not report.clues and report.persons and not named:
        return False
    if len(report.sides) > 1:
        return any(_common_sides(report, face) >= _COMMON_SIDES for face in faces)
    if not any(report.kind == face.kind for face in faces) or not all(report.sides <= face.sides for face in faces):
        return False
    return named if report.persons else report.first is not None


def _common_sides(one: Traits, other: Traits) -> float:
    return len(one.sides & other.sides) / max(len(one.sides), len(other.sides))


def _lasts(report: Traits, candidate: Candidate) -> bool:
    """Whether both last as long. Some count the day of arrival and some do not, so where a day is told too
    the lengths may differ by one."""
    told = {clue.value for clue in report.clues if clue.kind == "duration"}
    slack = int(any(clue.kind in ("weekday", "day") for clue in report.clues))
    near = any(abs(one - other) <= slack for one in told for other in candidate.durations)
    return not told or not candidate.durations or near


def _told_in_time(report: Traits, candidate: Candidate) -> bool:
    """Whether the report could speak so of the candidate on the day that it was published."""
    told = report.published
    if told is None or told.earliest is None or told.latest is None:
        return True
    main = report.salience == "main"
    if report.status in ("happened", "ongoing"):
        return candidate.first <= told.latest + DAY and (not main or candidate.last >= told.earliest - _FRESH)
    if report.status == "planned":
        return candidate.last >= told.earliest - DAY and candidate.first <= told.latest + PLAN
    return True


def _left_over(reports: Iterable[Traits]) -> list[Group]:
    """Reports that no group took: those that tell the same in the same terms are still one."""
    together: list[Group] = []
    for group in agglomerate(reports, mates):
        together.extend([group] if _one_piece_of_news(group) else [(report,) for report in group])
    return together


def _one_piece_of_news(group: Group) -> bool:
    """Dated reports stand by their date; undated ones in the same words by when they were published."""
    if all(report.start is not None for report in group):
        return True
    told = [report.published for report in group if report.published is not None]
    latest = [when.latest for when in told if when.latest]
    earliest = [when.earliest for when in told if when.earliest]
    return not latest or not earliest or max(latest) - min(earliest) <= _COPY
