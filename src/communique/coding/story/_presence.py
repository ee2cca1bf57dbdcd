"""Where those who act were on the day: at an encounter of theirs that the story tells with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from communique.coding.drafting import TALKING
from communique.coding.roles import is_country
from communique.types import EventClaim, Place

__all__ = ["days_of", "presence"]

_MOVED = frozenset({"statement", "agreement", *TALKING})
"""Families of acts that are done where one happens to be."""

_SCENES = frozenset({"visit", "summon", "agreement", *TALKING})
_DONE = frozenset({"happened", "ongoing"})
_OTHERS = frozenset({"target", "recipient"})
"""Roles of whom an act is aimed at, wherever they are."""


def presence(claim: EventClaim, scenes: Iterable[EventClaim]) -> Place | None:
    """The only place where a person who acts is told to have been on the day of the act; a city before its country."""
    who, days = _who(claim), days_of(claim)
    if claim.place is not None or claim.family not in _MOVED or not who or days is None:
        return None
    places = list(_places(claim, who, days, scenes))
    if len({place.country for place in places}) != 1:
        return None
    return next((place for place in places if not is_country(place)), places[0])


def _who(claim: EventClaim) -> set[str]:
    return {p.actor.id for p in claim.participants if p.actor.kind == "person" and p.role not in _OTHERS}


def _places(claim: EventClaim, who: set[str], days: tuple[date, date], scenes: Iterable[EventClaim]) -> Iterator[Place]:
    for scene in scenes:
        lasting = days_of(scene)
        if scene.place is None or scene.family not in _SCENES or lasting is None or who.isdisjoint(_who(scene)):
            continue
        if (claim.status in _DONE) == (scene.status in _DONE) and lasting[0] <= days[0] and days[1] <= lasting[1]:
            yield scene.place


def days_of(claim: EventClaim) -> tuple[date, date] | None:
    """The first and the last day of an event; null where one is open."""
    start, end = claim.start, claim.end or claim.start
    if start is None or end is None or start.earliest is None or end.latest is None:
        return None
    return start.earliest, end.latest
