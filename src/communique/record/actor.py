"""What a record knows of one actor: the offices it was seen in, and the events it took part in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

import msgspec

from communique.record.overview import Bin, Line, Lines
from communique.types import Actor, Event, Report

__all__ = ["ActorSeen", "OfficeSeen", "OfficeTold", "Portrait", "Profile", "named_in", "profile", "seen_in"]


class OfficeSeen(msgspec.Struct, frozen=True, kw_only=True):
    """An office that reports give an actor, with the first and last day of their publication, where known.

    ``reports`` are document ids. Other offices at other dates are a career, not an error.
    """

    office: str
    first: date | None
    last: date | None
    reports: tuple[str, ...]


class OfficeTold(msgspec.Struct, frozen=True, kw_only=True):
    """The same with the number of ``reports`` only."""

    office: str
    first: date | None
    last: date | None
    reports: int


class Portrait(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as a page shows it: the offices that documents give it, some of its events, all of them counted."""

    actor: Actor
    offices: tuple[OfficeTold, ...]
    found: Lines
    bins: tuple[Bin, ...]


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """An actor with the offices seen and its events, both by date."""

    actor: Actor
    offices: tuple[OfficeSeen, ...]
    events: tuple[Event, ...]


class ActorSeen(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as a list of actors shows it: in how many events it takes part, and between which days.

    ``offices`` are those that the events give it, the most frequent first; ``first`` and ``last`` are null where
    none of its events has a date.
    """

    actor: Actor
    offices: tuple[str, ...]
    events: int
    first: date | None
    last: date | None


def profile(identifier: str, events: Sequence[Event]) -> Profile | None:
    """The actor with this id, from the ``events`` that may name it; null where none does."""
    own = tuple(e for e in events if any(p.actor.id == identifier for p in e.participants))
    actor = named_in(own, identifier)
    return Profile(actor=actor, offices=tuple(_offices(identifier, own)), events=own) if actor is not None else None


def named_in(events: Iterable[Event | Line], identifier: str) -> Actor | None:
    """The actor with this id, as the first event that names it has it."""
    return next((p.actor for e in events for p in e.participants if p.actor.id == identifier), None)


def _offices(identifier: str, events: Sequence[Event]) -> Iterator[OfficeSeen]:
    seen: dict[str, dict[str, Report]] = {}
    for report in (report for event in events for report in event.reports):
        for participant in report.claim.participants:
            if participant.actor.id == identifier and participant.actor.office is not None:
                seen.setdefault(participant.actor.office, {})[report.document] = report
    found = [_office(office, tuple(reports.values())) for office, reports in seen.items()]
    yield from sorted(found, key=lambda o: (o.first or date.max, o.office))


def _office(office: str, reports: Sequence[Report]) -> OfficeSeen:
    firsts = [r.published.earliest for r in reports if r.published is not None and r.published.earliest is not None]
    lasts = [r.published.latest for r in reports if r.published is not None and r.published.latest is not None]
    return OfficeSeen(
        office=office,
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        reports=tuple(sorted(r.document for r in reports)),
    )


def seen_in(events: Iterable[Event], wanted: Callable[[Actor], bool] = lambda actor: True) -> tuple[ActorSeen, ...]:
    """The actors of ``events`` that are ``wanted``, those with the most events first."""
    tallies: dict[str, _Tally] = {}
    for event in events:
        own = {p.actor.id: p.actor for p in event.participants if wanted(p.actor)}
        for identifier, actor in own.items():
            tallies.setdefault(identifier, _Tally()).add(actor, event)
    return tuple(sorted((tally.seen() for tally in tallies.values()), key=_by_events))


def _by_events(seen: ActorSeen) -> tuple[int, str, str]:
    return (-seen.events, seen.actor.name, seen.actor.id)


class _Tally:
    """Counts the events of one actor, its names and its offices."""

    def __init__(self) -> None:
        self._shapes: Counter[Actor] = Counter()
        self._offices: Counter[str] = Counter()
        self._days: list[date] = []

    def add(self, actor: Actor, event: Event) -> None:
        self._shapes[msgspec.structs.replace(actor, office=None)] += 1
        if actor.office is not None:
            self._offices[actor.office] += 1
        days = [day for when in (event.start, event.end) if when for day in (when.earliest, when.latest) if day]
        if days:
            self._days = [min(self._days + days), max(self._days + days)]

    def seen(self) -> ActorSeen:
        return ActorSeen(
            actor=min(self._shapes, key=lambda shape: (-self._shapes[shape], shape.name)),
            offices=tuple(sorted(self._offices, key=lambda office: (-self._offices[office], office))),
            events=self._shapes.total(),
            first=min(self._days, default=None),
            last=max(self._days, default=None),
        )
