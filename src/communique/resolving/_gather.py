"""Firm reports → groups of one happening: agglomeration in which every member is checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from communique.resolving._keys import bonds
from communique.resolving._likeness import can_be_one, people_shared, score
from communique.resolving._traits import Traits, precision

__all__ = ["Group", "agglomerate", "core", "gather", "may_be_one", "ordered"]

Group = tuple[Traits, ...]
Keying = Callable[[Traits], frozenset[int]]
_SLACK = 1
"""Days: a plan kept a day late, or a day that had ended in one capital and not in the other."""


def ordered(reports: Iterable[Traits]) -> list[Traits]:
    """The most telling report first; independent of the order in which they came."""
    return sorted(reports, key=lambda trait: (precision(trait), trait.label))


def core(group: Iterable[Traits]) -> Traits:
    """The report of a group that others are held against: the most telling of the firm ones, else of all."""
    return min(group, key=lambda trait: (not trait.firm, precision(trait), trait.label))


def gather(firm: Iterable[Traits]) -> list[Group]:
    """Groups of firm reports, first those whose dates agree, then lone neighbours a day apart."""
    return _join_neighbours(agglomerate(firm, bonds))


def may_be_one(one: Traits, other: Traits) -> bool:
    """Whether two firm reports can be in one group; what ``gather`` does with a report depends on those only
    that are linked to it so, one after another."""
    return one.document != other.document and (can_be_one(one, other) or _differ_by_day(one, other))


def agglomerate(reports: Iterable[Traits], keys: Keying) -> list[Group]:
    """Each report joins the likest group of which it fits every member, else founds one.

    ``keys`` tells under which keys a report meets others. One document has one report in a group at
    most: what it tells as two happenings is two.
    """
    clusters: list[_Cluster] = []
    where: defaultdict[int, set[int]] = defaultdict(set)
    for report in ordered(reports):
        own = keys(report)
        near = sorted({number for key in own for number in where[key]})
        number = _likest(report, clusters, near)
        if number is None:
            number = len(clusters)
            clusters.append(_Cluster())
        clusters[number].take(report)
        for key in own:
            where[key].add(number)
    return [tuple(cluster.members) for cluster in clusters]


class _Cluster:
    """A group as it grows. Reports of one face compare alike, so one of each is compared."""

    def __init__(self) -> None:
        self.members: list[Traits] = []
        self._documents: set[str] = set()
        self._faces: dict[str, Traits] = {}

    def take(self, report: Traits) -> None:
        self.members.append(report)
        self._documents.add(report.document)
        self._faces.setdefault(report.face, report)

    def fits(self, report: Traits) -> bool:
        """Whether the report can be of one happening with each member."""
        return report.document not in self._documents and all(can_be_one(report, face) for face in self._faces.values())

    def score(self, report: Traits) -> float:
        """The mean likeness to the faces of a report that fits."""
        return sum(score(report, face) for face in self._faces.values()) / len(self._faces)


def _likest(report: Traits, clusters: Sequence[_Cluster], near: Iterable[int]) -> int | None:
    """The likest cluster that the report fits, of equally like ones the first; null where it fits none."""
    fitting = [number for number in near if clusters[number].fits(report)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    return max(fitting, key=lambda number: (clusters[number].score(report), -number))


def _join_neighbours(groups: Sequence[Group]) -> list[Group]:
    """Joins two groups a day apart where each is the other's only such neighbour.

    Talks held day after day are neighbours too; there a group has two, or one report tells of both.
    """
    near = _neighbours(groups)
    joined: list[Group] = []
    for number, group in enumerate(groups):
        partner = _only(near[number])
        if partner is None or _only(near[partner]) != number:
            joined.append(group)
        elif number < partner:
            joined.append((*group, *groups[partner]))
    return joined


def _neighbours(groups: Sequence[Group]) -> list[set[int]]:
    where: defaultdict[int, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for key in {key for report in group for key in bonds(report)}:
            where[key].add(number)
    near: list[set[int]] = [set() for _ in groups]
    for numbers in where.values():
        for a in numbers:
            near[a] |= {b for b in numbers - near[a] - {a} if _adjoin(groups[a], groups[b])}
    return near


def _adjoin(one: Group, other: Group) -> bool:
    """Whether all but the day agrees: what is done, the place, and a person where any is named."""
    if {a.document for a in one} & {b.document for b in other}:
        return False
    pairs = [(a, b) for a in _faces(one) for b in _faces(other)]
    return all(_differ_by_day(a, b) for a, b in pairs) and (
        any(people_shared(a, b) > 0 for a, b in pairs) or not any(a.persons or b.persons for a, b in pairs)
    )


def _faces(group: Group) -> list[Traits]:
    return list({report.face: report for report in group}.values())


def _differ_by_day(one: Traits, other: Traits) -> bool:
    """Whether two reports can be of one happening but for a day, of what they both tell of act and place the same.

    A visit is to a country, and each report names the city that it is about.
    """
    alike = (one.kind == other.kind and one.sides == other.sides) or _is_one_act(one, other)
    place = one.kind == "visit" or one.place is None or other.place is None or one.place == other.place
    return alike and place and can_be_one(one, other, _SLACK)


def _is_one_act(one: Traits, other: Traits) -> bool:
    """Whether two sides at least strike a deal of one kind in both: they rarely strike two within two days."""
    return one.family == other.family == "agreement" and len(one.both.keys() & other.both.keys()) > 1


def _only(numbers: set[int]) -> int | None:
    return next(iter(numbers)) if len(numbers) == 1 else None
