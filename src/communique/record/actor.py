"""What a record knows of one actor: the offices it was seen in, and the events it took part in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from communique.types import Actor, Event, Report

__all__ = ["OfficeSeen", "Profile", "profile"]


class OfficeSeen(msgspec.Struct, frozen=True, kw_only=True):
    """An office that reports give an actor, with the first and last day of their publication, where known.

    ``reports`` are document ids. Other offices at other dates are a career, not an error.
    """

    office: str
    first: date | None
    last: date | None
    reports: tuple[str, ...]


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """An actor with the offices seen and its events, both by date."""

    actor: Actor
    offices: tuple[OfficeSeen, ...]
    events: tuple[Event, ...]


def profile(identifier: str, events: Sequence[Event]) -> Profile | None:
    """The actor with this id, from the ``events`` that may name it; null where none does."""
    own = tuple(e for e in events if any(p.actor.id == identifier for p in e.participants))
    actor = next((p.actor for e in own for p in e.participants if p.actor.id == identifier), None)
    if actor is None:
        return None
    return Profile(actor=actor, offices=tuple(_offices(identifier, own)), events=own)


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
