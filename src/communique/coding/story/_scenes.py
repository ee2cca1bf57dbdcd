"""Where an event is that names no place: with its host, or where the same sides did the rest of what is told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

import msgspec

from communique.codebook import narrative, word_classes
from communique.coding.drafting import TALKING
from communique.coding.places import LinePlaces, correspondent_place, dateline_place, in_its_capital, seat
from communique.coding.roles import MentionIndex, is_country
from communique.coding.story._presence import days_of, is_on_stay, presence, visitors
from communique.coding.story._stages import stage
from communique.coding.tree import Tree
from communique.coding.triggers import kind_named
from communique.linking import Linked, capital_of, place_of, state_of
from communique.parsing import Sentence
from communique.types import EventClaim, Participant, Place, Span

__all__ = ["with_scenes"]

_GATHERED = frozenset({"meeting", "talks", "summit", "agreement", "relations", "cooperation", "aid"})
"""Families whose sides come together for it, at a visit or a meeting that is told too."""

_SIGNED = _GATHERED - {"cooperation", "aid"}
"""What is told of from where it was."""

_SCENES = frozenset({"visit", "meeting", "talks", "summit", "agreement"})
_MET = frozenset({"meeting", "talks"})
_STAYING = _MET | {"agreement", "summit"}
_DECIDED = frozenset({"sanction", "statement", "aid", "cooperation"})
"""What a body decides where it meets."""

_LEADERS = frozenset("president king queen emir sultan chancellor premier pope taoiseach".split()) | {
    "prime minister",
    "crown prince",
}
_CALLERS = frozenset("minister ambassador envoy diplomat official secretary adviser aide commissioner".split())
"""Who meets a leader of another state goes to see him."""

_NEAR = 600  # characters
_NEXT = 300  # characters, about two sentences
_DONE = frozenset({"happened", "ongoing"})


def with_scenes(
    claims: Sequence[EventClaim], linked: Linked, mentions: MentionIndex, trees: Mapping[int, Tree]
) -> list[EventClaim]:
    """The claims; of those without a place each that can be placed by its host, its scene or the dateline."""
    seated = [
        claim if claim.family == "force" else _placed(claim, seat(kind_named(claim.kind), claim.participants))
        for claim in claims
    ]
    lines = LinePlaces(linked, mentions)
    seated = [_placed(claim, _post(claim) or _of_line(claim, lines)) for claim in seated]
    scenes = [claim for claim in seated if claim.family in _SCENES and claim.place is not None]
    reached = [_placed(claim, _destination(claim, scenes, linked)) for claim in seated]
    shared = [_placed(claim, _elsewhere(claim, scenes, linked)) for claim in reached]
    here = dateline_place(linked, mentions)
    desk = correspondent_place(linked, mentions) if here is None else None
    again = here is not None and _is_told_again(here, linked)
    told = [
        _placed(claim, here) if here is not None and _reported(claim, here, again, linked) else claim
        for claim in shared
    ]
    told = [_placed(claim, desk) if desk is not None and _followed(claim, desk) else claim for claim in told]
    told = [_placed(claim, stage(claim, linked, mentions, trees, _encounters(told))) for claim in told]
    told = [_placed(claim, presence(claim, told)) for claim in told]
    told = [_placed(claim, _audience(claim, linked)) for claim in told]
    within = [msgspec.structs.replace(c, place=in_its_capital(c, linked, trees) or c.place) for c in told]
    return list(map(_hosted, within))


def _encounters(claims: Sequence[EventClaim]) -> list[EventClaim]:
    return [claim for claim in claims if claim.family in ("visit", "summon", *TALKING) and claim.place is not None]


def _hosted(claim: EventClaim) -> EventClaim:
    """A visit of which the place alone is told is one to the state of the place."""
    place = claim.place
    if claim.kind != "visit" or place is None or place.evidence is None or place.country is None:
        return claim
    state = state_of(place.country)
    if state is None or any(p.role == "host" or p.actor.country == place.country for p in claim.participants):
        return claim
    host = Participant("host", state, place.evidence)
    return msgspec.structs.replace(claim, participants=(*claim.participants, host))


def _placed(claim: EventClaim, place: Place | None) -> EventClaim:
    return claim if claim.place is not None or place is None else msgspec.structs.replace(claim, place=place)


def _post(claim: EventClaim) -> Place | None:
    """Where an ambassador meets those to whom he is sent: in their country."""
    if claim.family not in ("meeting", "talks"):
        return None
    sent = [p for p in claim.participants if "ambassador" in (p.actor.office or "")]
    hosts = {p.actor.country for p in claim.participants if p not in sent and p.role != "mediator"}
    at_post = len(sent) == 1 and len(hosts) == 1 and sent[0].actor.country is not None
    country = next(iter(hosts), None)
    return place_of(country) if at_post and country and country != sent[0].actor.country else None


def _audience(claim: EventClaim, linked: Linked) -> Place | None:
    """Where a minister or an envoy meets who leads another state: in the leader's country, unless they met aside."""
    sides = [p for p in claim.participants if p.role != "mediator"]
    hosts = [p for p in sides if p.actor.office in _LEADERS and p.actor.country]
    guests = [p for p in sides if p not in hosts and _calls(p.actor.office or "")]
    lands, homes = {p.actor.country for p in hosts}, {p.actor.country for p in guests}
    if (
        claim.family not in _MET
        or len(lands) != 1
        or not guests
        or lands & homes
        or len(hosts) + len(guests) < len(sides)
    ):
        return None
    sentence = _sentence(linked, claim)
    if narrative()["sidelines"].search(linked.document.text, sentence.start, sentence.end):
        return None
    land = place_of(hosts[0].actor.country or "")
    return msgspec.structs.replace(land, evidence=hosts[0].evidence) if land is not None else None


def _calls(office: str) -> bool:
    return office != "general secretary" and not _CALLERS.isdisjoint(office.split())


def _of_line(claim: EventClaim, lines: LinePlaces) -> Place | None:
    return lines.of(claim) if claim.family in _SCENES else None


def _elsewhere(claim: EventClaim, scenes: Sequence[EventClaim], linked: Linked) -> Place | None:
    """Where something else that is told was, of which the claim is part."""
    found = _scene(claim, scenes) or _stop(claim, scenes) or _on_stay(claim, scenes)
    return found or _decided(claim, scenes) or _on_sidelines(claim, scenes, linked)


def _destination(claim: EventClaim, scenes: Iterable[EventClaim], linked: Linked) -> Place | None:
    """ "Rao flies to Lima for a summit of the bloc", "to attend it": to where the same sentence says that one goes."""
    if claim.family not in TALKING or claim.place is not None:
        return None
    start = _sentence(linked, claim).start
    visits = [v for v in scenes if v.kind == "visit" and start <= v.evidence.start <= claim.evidence.start]
    places = {v.place.country: v.place for v in visits if v.place is not None and _is_for(claim, v)}
    return next(iter(places.values())) if len(places) == 1 else None


def _sentence(linked: Linked, claim: EventClaim) -> Sentence:
    """The sentence in which a claim is told first."""
    sentences = linked.parse.sentences
    return sentences[max(0, bisect_right(sentences, claim.evidence.start, key=lambda s: s.start) - 1)]


def _is_for(claim: EventClaim, visit: EventClaim) -> bool:
    """Whether nobody takes part in an encounter but who goes there, those of the place, and bodies of many."""
    home = {visit.place.country if visit.place is not None else None, None}
    going = {p.actor.country for p in visit.participants if p.role == "visitor"}
    there = {p.actor.country for p in claim.participants}
    undated = claim.start is None or visit.start is None
    return (undated or is_on_stay(claim, visit) is True) and there <= home | going and bool(there - going)


def _on_stay(claim: EventClaim, scenes: Iterable[EventClaim]) -> Place | None:
    """Whom of the place a guest is to meet in the days after the arrival: "is due to meet Silva on Friday"."""
    if claim.family not in _STAYING:
        return None
    visits = [v for v in scenes if v.kind == "visit" and _is_guest_of(claim, v) and is_on_stay(claim, v)]
    return visits[-1].place if visits else None


def _is_guest_of(claim: EventClaim, visit: EventClaim) -> bool:
    lands = {p.actor.country for p in visit.participants if p.role == "visitor"}
    states = [p for p in claim.participants if p.actor.kind == "state" and p.actor.country in lands]
    guests = states or [p for p in claim.participants if p.actor.id in visitors(visit)]
    others = {p.actor.country for p in claim.participants if p not in guests}
    return bool(guests) and visit.place is not None and others == {visit.place.country}


def _decided(claim: EventClaim, scenes: Iterable[EventClaim]) -> Place | None:
    """What a body decides where it meets: "lifted the sanctions", told of at its summit in Lima."""
    bodies = {p.actor.id for p in claim.participants if p.role == "actor" and p.actor.kind == "organisation"}
    if claim.family not in _DECIDED or claim.status not in _DONE or not bodies:
        return None
    met = [s for s in scenes if s.family in TALKING and not bodies.isdisjoint(p.actor.id for p in s.participants)]
    places = {s.place.country: s.place for s in met if s.place is not None and _same_time(claim, s)}
    return next(iter(places.values())) if len(places) == 1 else None


def _on_sidelines(claim: EventClaim, scenes: Iterable[EventClaim], linked: Linked) -> Place | None:
    """ "On the sidelines Rao met Silva": of what was told last before, where others gathered too."""
    if claim.family not in TALKING:
        return None
    sentence = _sentence(linked, claim)
    if not narrative()["sidelines"].search(linked.document.text, sentence.start, sentence.end):
        return None
    before = [s for s in scenes if s.family in TALKING and s.evidence.start < sentence.start]
    return max(before, key=lambda s: s.evidence.start).place if before else None


def _scene(claim: EventClaim, scenes: Iterable[EventClaim]) -> Place | None:
    """The only place at which its two sides were then: a city rather than its country, the country of two cities."""
    if claim.family not in _GATHERED or claim.place is not None:
        return None
    places = {scene.place.name: scene.place for scene in _together(claim, scenes) if scene.place is not None}
    cities = [place for place in places.values() if not is_country(place)]
    states = {place.country: place for place in places.values()}
    if len(states) != 1:
        return None
    if len(cities) > 1:  # in one city or the other
        country = cities[0].country
        land = place_of(country) if country is not None else None
        return msgspec.structs.replace(land, evidence=cities[0].evidence) if land is not None else None
    return next(iter(cities or states.values()))


def _stop(claim: EventClaim, scenes: Iterable[EventClaim]) -> Place | None:
    """Where one of those who meet has just arrived: "Rao flew to Lima. She held talks with Silva"."""
    persons = {p.actor.id for p in claim.participants if p.actor.kind == "person"}
    if claim.family not in _MET or claim.place is not None:
        return None
    visits = [v for v in scenes if v.kind == "visit" and not persons.isdisjoint(visitors(v)) and _may_be_on(claim, v)]
    behind = [v for v in visits if 0 <= claim.evidence.start - v.evidence.start < _NEXT]
    places = {v.place.country: v.place for v in behind if v.place is not None}
    return behind[-1].place if len(places) == 1 else None


def _may_be_on(claim: EventClaim, visit: EventClaim) -> bool:
    """Whether a meeting may be one of a visit: both done or both ahead, and not known to be of other days."""
    one, other = days_of(claim), days_of(visit)
    apart = one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])
    return (claim.status in _DONE) == (visit.status in _DONE) and not apart


def _together(claim: EventClaim, scenes: Iterable[EventClaim]) -> Iterator[EventClaim]:
    sides = _countries(claim)
    for scene in scenes:
        others = _countries(scene)
        if len(sides & others) > 1 and (sides <= others or others <= sides) and _same_time(claim, scene):
            yield scene


def _countries(claim: EventClaim) -> set[str]:
    """Those of the sides; who mediates or looks on is none."""
    return {p.actor.country for p in claim.participants if p.actor.country is not None and p.role != "mediator"}


def _same_time(claim: EventClaim, scene: EventClaim) -> bool:
    """Whether a known day of the one is of the other; where a date is missing, whether both are the news."""
    if scene.status != "ongoing" and (claim.status in _DONE) != (scene.status in _DONE):
        return False
    one, other = days_of(claim), days_of(scene)
    if one is None or other is None:
        return claim.salience == scene.salience == "main" or _is_told_with(claim, scene)
    day = claim.start.day if claim.start is not None else None
    return one == other or (day is not None and other[0] <= day <= other[1])


def _is_told_with(claim: EventClaim, scene: EventClaim) -> bool:
    """Whether an event without a day is told near a visit or a meeting of the same sides, as what was done there."""
    persons = {p.actor.id for p in claim.participants if p.actor.kind == "person"}
    if (claim.start is not None and scene.start is not None) or (
        persons and persons.isdisjoint(p.actor.id for p in scene.participants)
    ):
        return False
    spans = [(one.start, other.start) for one in _mentions(claim) for other in _mentions(scene)]
    return min(abs(a - b) for a, b in spans) < _NEAR and not (claim.start or claim.clues)


def _mentions(claim: EventClaim) -> Sequence[Span]:
    return claim.mentions or (claim.evidence,)


def _is_told_again(here: Place, linked: Linked) -> bool:
    """Whether the text speaks of the dateline's country as a place, and is not only written there."""
    line = here.evidence.end if here.evidence is not None else 0
    later = (m.place for m in linked.mentions if m.place is not None and m.span.start > line)
    return any(place.country == here.country for place in later)


def _followed(claim: EventClaim, desk: Place) -> bool:
    """Whether reporters came for the news: none of those who met is of the country that they write from."""
    abroad = all(p.actor.country != desk.country for p in claim.participants)
    return abroad and claim.salience == "main" and claim.status in _DONE and claim.family in _SIGNED


def _reported(claim: EventClaim, here: Place, again: bool, linked: Linked) -> bool:
    """Whether the news is reported from where it was.

    From the country of one who met there, or one told of again, or a city to which reporters come for the news alone.
    """
    news = (claim.salience == "main" or _is_of_the_day(claim, linked)) and claim.status in _DONE
    home = any(p.actor.country == here.country for p in claim.participants)
    gathered = claim.family in ("meeting", "summit") and not any(p.actor.country for p in claim.participants)
    decreed = claim.family in ("sanction", "aid") and any(
        p.role == "actor" and p.actor.kind == "organisation" for p in claim.participants
    )
    signed = claim.family in _SIGNED and not any(p.role == "actor" for p in claim.participants)  # not "cut ties"
    return news and (gathered or decreed or (signed and (home or again or _is_come_to(here))))


def _is_of_the_day(claim: EventClaim, linked: Linked) -> bool:
    """Whether an encounter was on the day of the report or the one before."""
    published, days = linked.document.published, days_of(claim)
    if claim.family not in TALKING or published is None or published.day is None or days is None:
        return False
    return published.day - timedelta(1) <= days[0] <= published.day


def _is_come_to(here: Place) -> bool:
    """Whether reporters are in a city for what happens there, and have no desk in it."""
    name, classes = here.name.lower(), word_classes()
    capital = capital_of(here.country, here.evidence) if here.country and here.evidence else None
    desk = name in classes["news-desks"] or (capital is not None and capital.id == here.id)
    return name in classes["talks-hosts"] or (not desk and not is_country(here))
