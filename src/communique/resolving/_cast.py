"""Who took part, from all reports: one entry an actor, under its fullest name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from communique.resolving._names import is_wikidata, same_actor
from communique.resolving._support import Origins, published_order
from communique.types import Actor, Participant, Report, Role, Topic

__all__ = ["by_actor", "cast", "subjects"]

# Of roles with even support the one that says more: a host is a party too.
_TELLING: tuple[Role, ...] = (
    "visitor",
    "host",
    "mediator",
    "actor",
    "target",
    "recipient",
    "party",
    "venue-state",
)
_Given = tuple[Report, Participant]


def cast(reports: Sequence[Report], origins: Origins) -> tuple[Participant, ...]:
    """The union of all participants, by role, then the most named first."""
    named = [(report, participant) for report in reports for participant in report.claim.participants]
    groups = sorted(by_actor(named), key=_prominence)
    merged = [_merge(given, origins) for given in groups]
    return tuple(sorted(merged, key=lambda participant: _TELLING.index(participant.role)))


def _prominence(given: Sequence[_Given]) -> tuple[int, int, int]:
    """Sort key: named by more documents first, then nearer to the beginning of one."""
    documents = {report.document for report, _ in given}
    place, rank = min((p.evidence.start, r.claim.participants.index(p)) for r, p in given)
    return -len(documents), place, rank


def by_actor(named: Sequence[_Given]) -> list[list[_Given]]:
    """Fullest names first, so that a bare family name finds the person it is short for; of equally full ones
    the most used; the unnamed last, so that they find the named."""
    groups: list[list[_Given]] = []
    told = Counter(participant.actor.name for _, participant in named)
    for given in sorted(named, key=lambda g: (g[1].actor.unnamed, -len(g[1].actor.name), -told[g[1].actor.name])):
        actor = given[1].actor
        home = next((group for group in groups if same_actor(group[0][1].actor, actor)), None)
        if home is None:
            groups.append([given])
        else:
            home.append(given)
    return groups


def _merge(given: Sequence[_Given], origins: Origins) -> Participant:
    role = _role(given, origins)
    evidence = next(participant.evidence for _, participant in given if participant.role == role)
    return Participant(role=role, actor=_actor(given), evidence=evidence)


def _role(given: Sequence[_Given], origins: Origins) -> Role:
    backing = {(participant.role, origins[report.document]) for report, participant in given}
    support = Counter(role for role, _ in backing)
    return min(support, key=lambda role: (-support[role], _TELLING.index(role)))


def _actor(given: Sequence[_Given]) -> Actor:
    """Longest name, surest id, latest office; the name tells what the actor is called in full."""
    actors = [participant.actor for _, participant in given]
    latest = sorted(given, key=lambda g: published_order(g[0]), reverse=True)
    fullest = actors[0]
    return Actor(
        id=next((actor.id for actor in actors if is_wikidata(actor.id)), fullest.id),
        name=fullest.name,
        kind=fullest.kind,
        country=next((actor.country for actor in actors if actor.country), None),
        office=next((p.actor.office for _, p in latest if p.actor.office), None),
    )


def subjects(reports: Iterable[Report]) -> tuple[Topic, ...]:
    """Every topic once, with the first words that name it."""
    found: dict[str, Topic] = {}
    for report in reports:
        for topic in report.claim.topics:
            found.setdefault(topic.name, topic)
    return tuple(found.values())
