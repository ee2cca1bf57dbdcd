"""Values of one field that cannot all be true, told by independent sources, or by a text and its edited copy.

A coarser value ("in April", "China") does not disagree with a finer one, nor a name with its spelling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from communique.resolving._cast import by_actor
from communique.resolving._figures import figure_rivals
from communique.resolving._inviting import inviter
from communique.resolving._names import is_wikidata, plain, same_person
from communique.resolving._places import lands_clash, places_clash
from communique.resolving._support import Origins, count_origins, values_of
from communique.types import Actor, Disagreement, Place, Report, Rival, Role, Status, When
from communique.types.words import figure_words

__all__ = ["disagreements"]

T = TypeVar("T")
_DONE: frozenset[Status] = frozenset({"happened", "ongoing"})
_UNDONE: frozenset[Status] = frozenset({"cancelled", "postponed", "denied"})
# One person at a time goes on a visit as its head, or is expelled as the ambassador; hosts and parties
# are lists of which each report names some.
_SOLE_ROLES: tuple[Role, ...] = ("visitor", "actor", "target")
_DEPUTIES = ("deputy", "vice")


def disagreements(reports: Sequence[Report], origins: Origins) -> tuple[Disagreement, ...]:
    """All disagreements between ``reports`` on start, end, place, status, participants, offices and figures."""
    if len({report.document for report in reports}) < 2:
        return ()
    found = (
        _starts(reports, origins),
        _rivals("end", values_of(reports, lambda r: r.claim.end, _edtf), _dates_clash, _edtf, origins),
        _places(reports, origins),
        _statuses(reports, origins),
        *(_persons(reports, role, origins) for role in _SOLE_ROLES),
        _invitations(reports, origins),
        *_offices(reports, origins),
        *_figures(reports, origins),
    )
    return tuple(disagreement for disagreement in found if disagreement is not None)


def _rivals(
    field: str,
    values: Iterable[tuple[T, list[Report]]],
    clash: Callable[[T, T], bool],
    words: Callable[[T], str],
    origins: Origins,
) -> Disagreement | None:
    """The values that clash with another one of an independent source, or with what a copy was edited to say."""
    told = list(values)
    rivals = [
        (value, given)
        for value, given in told
        if any(
            clash(value, other) and (_independent(given, against, origins) or _edited(value, other, given, against))
            for other, against in told
        )
    ]
    if not rivals:
        return None
    rivals.sort(key=lambda rival: (-count_origins(rival[1], origins), words(rival[0])))
    return Disagreement(field=field, values=tuple(Rival(value=words(v), reports=_ids(g)) for v, g in rivals))


def _independent(some: Iterable[Report], others: Iterable[Report], origins: Origins) -> bool:
    both = [*some, *others]
    return count_origins(both, origins) > 1


def _edited(value: object, other: object, given: Sequence[Report], against: Sequence[Report]) -> bool:
    """Whether one of several copies has other words there; the same words ("on Monday") may only be read otherwise."""
    if {report.document for report in given} == {report.document for report in against}:
        return False
    if isinstance(value, When | Place) and isinstance(other, When | Place):
        here, there = value.evidence, other.evidence
        return here is not None and there is not None and plain(here.text) != plain(there.text)
    said = {plain(report.claim.evidence.text) for report in given}
    return said.isdisjoint(plain(report.claim.evidence.text) for report in against)


def _ids(reports: Iterable[Report]) -> tuple[str, ...]:
    return tuple(sorted({report.document for report in reports}))


def _edtf(when: When) -> str:
    return when.edtf


def _place_key(place: Place) -> tuple[str, str | None]:
    return place.name, place.country


def _said(place: Place) -> str:
    return place.name


def _places(reports: Sequence[Report], origins: Origins) -> Disagreement | None:
    """Places that clash; the cities of one country are stops of a visit, but for copies of one text."""
    values = values_of(reports, lambda r: r.claim.place, _place_key)
    told = {_place_key(place): given for place, given in values}
    visit = all(report.claim.kind == "visit" for report in reports)

    def clash(one: Place, other: Place) -> bool:
        if not visit or lands_clash(one, other):
            return places_clash(one, other)
        return places_clash(one, other) and not _independent(told[_place_key(one)], told[_place_key(other)], origins)

    return _rivals("place", values, clash, _said, origins)


def _dates_clash(one: When, other: When) -> bool:
    return not one.compatible(other)


def _starts(reports: Sequence[Report], origins: Origins) -> Disagreement | None:
    """Starts that clash; a day within the days of a report that tells the end is not another start."""
    values = values_of(reports, lambda r: r.claim.start, _edtf)
    stays = [(r.claim.start, r.claim.end) for r in reports if r.claim.start and r.claim.end]
    open_ended = {start.edtf for start, given in values if all(report.claim.end is None for report in given)}

    def clash(one: When, other: When) -> bool:
        if one.compatible(other):
            return False
        inner = [day for day in (one, other) if day.edtf in open_ended]
        return not any(_during(day, *stay) for day in inner for stay in stays)

    return _rivals("start", values, clash, _edtf, origins)


def _during(day: When, start: When, end: When) -> bool:
    if day.earliest is None or day.latest is None or start.earliest is None or end.latest is None:
        return False
    return start.earliest <= day.earliest and day.latest <= end.latest


def _statuses(reports: Sequence[Report], origins: Origins) -> Disagreement | None:
    """That it took place against that it did not; a plan called off beforehand is a change, no dispute."""
    values = values_of(reports, _status_after, lambda status: status)
    return _rivals("status", values, lambda a, b: (a in _DONE) != (b in _DONE), str, origins)


def _status_after(report: Report) -> Status | None:
    """The status, where the report speaks of the past."""
    status = report.claim.status
    if status in _DONE:
        return status
    told, start = report.published, report.claim.start
    if status not in _UNDONE or told is None or told.earliest is None:
        return None
    if start is None or start.latest is None:
        return None
    return status if told.earliest > start.latest else None


def _offices(reports: Sequence[Report], origins: Origins) -> Iterator[Disagreement]:
    """A person told as the holder of an office here and as the deputy there; other offices one may hold at a time.

    Persons whom the codebook knows are left out: of them an office may be the codebook's and not the report's.
    """
    for given in by_actor([(report, p) for report in reports for p in report.claim.participants]):
        person = given[0][1].actor
        if person.kind != "person" or any(is_wikidata(p.actor.id) for _, p in given):
            continue
        told: defaultdict[str, list[Report]] = defaultdict(list)
        for report, participant in given:
            if participant.actor.office is not None:
                told[participant.actor.office].append(report)
        found = _rivals("office", told.items(), _is_deputy, str, origins)
        if found is not None:
            yield msgspec.structs.replace(found, about=person.name)


def _is_deputy(one: str, other: str) -> bool:
    return any(low == f"{rank} {high}" for low, high in ((one, other), (other, one)) for rank in _DEPUTIES)


def _figures(reports: Sequence[Report], origins: Origins) -> Iterator[Disagreement]:
    for found in figure_rivals(reports, origins):
        values = sorted(found.values, key=lambda value: (-count_origins(value[1], origins), -value[0].value))
        rivals = tuple(Rival(value=figure_words(figure), reports=_ids(given)) for figure, given in values)
        yield Disagreement(field="figure", about=found.about, values=rivals)


def _persons(reports: Sequence[Report], role: Role, origins: Origins) -> Disagreement | None:
    """Two persons said to have played one part, where each report names one holder of the same office."""

    def clash(one: Actor, other: Actor) -> bool:
        same_post = one.office is not None and (one.country, one.office) == (other.country, other.office)
        return same_post and not same_person(one, other)

    values = values_of(reports, lambda report: _sole(report, role), lambda actor: actor.id)
    return _rivals("participants", values, clash, lambda actor: actor.name, origins)


def _invitations(reports: Sequence[Report], origins: Origins) -> Disagreement | None:
    """Two persons, each of whom alone is told to have invited."""
    values = values_of(reports, inviter, lambda actor: actor.id)
    found = _rivals("participants", values, lambda a, b: not same_person(a, b), lambda actor: actor.name, origins)
    return msgspec.structs.replace(found, about="who invited") if found is not None else None


def _sole(report: Report, role: Role) -> Actor | None:
    """The person, if the report names exactly one in the role."""
    persons = [p.actor for p in report.claim.participants if p.role == role and p.actor.kind == "person"]
    return persons[0] if len(persons) == 1 else None
