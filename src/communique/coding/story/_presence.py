"""Where those who act were on the day: at an encounter of theirs that the story tells with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from communique.coding.drafting import TALKING
from communique.coding.roles import is_country
from communique.linking import place_of
from communique.types import EventClaim, Participant, Place

__all__ = ["days_of", "is_on_stay", "presence", "visitors"]

_ANYWHERE = frozenset({"statement", "agreement", *TALKING})
"""Families of acts that are done where one happens to be."""

_BY_BODIES = frozenset({"statement", "agreement", "sanction", "aid", *TALKING})
"""What a body does where it meets."""

_BETWEEN = frozenset({"statement", "aid"})
"""What one side of an encounter says or gives to the other there, whoever speaks for it."""

_SCENES = frozenset({"visit", "summon", "agreement", "statement", *TALKING})
_DONE = frozenset({"happened", "ongoing"})
_AIMED_AT = frozenset({"target", "recipient"})
_DONORS = "donors"
_BOTH = 2
_STAY = 3  # days after an arrival


def presence(claim: EventClaim, scenes: Sequence[EventClaim]) -> Place | None:
    """The only place where those who act are told to have been on the day of the act; of two cities their country."""
    if claim.place is not None:
        return None
    return _only(_among(claim, scenes)) or _only(_at_conferences(claim, scenes)) or _only(_common(claim, scenes))


def _only(scenes: Iterable[EventClaim]) -> Place | None:
    places = [scene.place for scene in scenes if scene.place is not None]
    if len({place.country for place in places}) != 1:
        return None
    cities = {place.name: place for place in places if not is_country(place)}
    if len(cities) > 1:
        return place_of(places[0].country or "")
    return next(iter(cities.values()), places[0])


def _among(claim: EventClaim, scenes: Iterable[EventClaim]) -> Iterator[EventClaim]:
    """What those who act took part in on the day."""
    if claim.family in _ANYWHERE | _BY_BODIES:
        yield from (s for s in scenes if s.family in _SCENES and _is_of_day(claim, s) and _are_there(claim, s))


def _at_conferences(claim: EventClaim, scenes: Iterable[EventClaim]) -> Iterator[EventClaim]:
    """The gatherings of donors at which something is given: "Peru pledged $5 million"."""
    if claim.family != "aid" or claim.status not in _DONE or claim.clues:
        return
    for scene in scenes:
        donors = scene.family in TALKING and any(p.actor.name == _DONORS for p in scene.participants)
        if donors and (claim.start is None or _is_of_day(claim, scene)):
            yield scene


def _common(claim: EventClaim, scenes: Iterable[EventClaim]) -> Iterator[EventClaim]:
    """The visits to where all who meet, or were to, have come: "cancelled a meeting with Rao, who is in Lima too"."""
    persons = _named(claim, "person")
    if claim.family not in TALKING or len(persons) < _BOTH or claim.clues:
        return
    visits = [v for v in scenes if v.kind == "visit" and v.place is not None and is_on_stay(claim, v) is not False]
    lands = [{v.place.country for v in visits if v.place is not None and one in visitors(v)} for one in persons]
    shared = set.intersection(*lands)
    yield from (v for v in visits if v.place is not None and v.place.country in shared)


def visitors(visit: EventClaim) -> set[str]:
    """The persons who come."""
    return {p.actor.id for p in visit.participants if p.role == "visitor" and p.actor.kind == "person"}


def is_on_stay(claim: EventClaim, visit: EventClaim) -> bool | None:
    """Whether an event is of the days of a visit or those behind an arrival; null where the day of one is not known."""
    days, lasting = days_of(claim), days_of(visit)
    if days is None or lasting is None:
        return None
    return lasting[0] <= days[0] <= lasting[1] + timedelta(_STAY)


def _are_there(claim: EventClaim, scene: EventClaim) -> bool:
    persons, bodies = _named(claim, "person"), _named(claim, "organisation")
    if scene.family == "statement":
        return claim.family == "statement" and not persons.isdisjoint(_named(scene, "person"))
    return (
        (claim.family in _ANYWHERE and not persons.isdisjoint(_named(scene, "person")))
        or (claim.family in _BY_BODIES and not persons and not bodies.isdisjoint(_named(scene, "organisation")))
        or (claim.family in _BETWEEN and scene.family != "summon" and _are_sides(claim, scene))
    )


def _are_sides(claim: EventClaim, scene: EventClaim) -> bool:
    """Whether both sides of an encounter speak, or at that of which the story tells one speaks to the other."""
    acting, aimed_at = _lands(_acting(claim)), _lands(p for p in claim.participants if p.role in _AIMED_AT)
    sides = _lands(p for p in scene.participants if p.role != "mediator")
    to_other = bool(aimed_at) and acting.isdisjoint(aimed_at) and aimed_at <= sides and scene.salience == "main"
    return acting <= sides and (len(acting) > 1 or to_other)


def _lands(participants: Iterable[Participant]) -> set[str]:
    """Their states, and the bodies that are of none."""
    return {p.actor.country or p.actor.id for p in participants}


def _acting(claim: EventClaim) -> list[Participant]:
    return [p for p in claim.participants if p.role not in _AIMED_AT]


def _named(claim: EventClaim, kind: str) -> set[str]:
    return {p.actor.id for p in _acting(claim) if p.actor.kind == kind}


def _is_of_day(claim: EventClaim, scene: EventClaim) -> bool:
    if (claim.status in _DONE) != (scene.status in _DONE):
        return False
    days, lasting = days_of(claim), days_of(scene)
    if days is None or lasting is None:
        return claim.start is None and (scene.start is None or _is_of_story(claim)) and _is_clued_alike(claim, scene)
    return lasting[0] <= days[0] and days[1] <= lasting[1]


def _is_of_story(claim: EventClaim) -> bool:
    """Whether an event with no day is of the news: its summit, or an encounter that it is about."""
    return not claim.clues and (claim.kind == "summit" or (claim.family in TALKING and claim.salience == "main"))


def _is_clued_alike(claim: EventClaim, scene: EventClaim) -> bool:
    """Whether two events of a report without a date are both of its Sunday, or one is told with no day of its own."""
    one, other = ({(c.kind, c.value) for c in e.clues if c.kind != "duration"} for e in (claim, scene))
    return one == other if one else scene.salience == "main"


def days_of(claim: EventClaim) -> tuple[date, date] | None:
    """The first and the last day of an event; null where one is open."""
    start, end = claim.start, claim.end or claim.start
    if start is None or end is None or start.earliest is None or end.latest is None:
        return None
    return start.earliest, end.latest
