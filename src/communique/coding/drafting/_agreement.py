"""Which mentions of a document can be one happening, and which name enough to be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from communique.codebook import bodies, leading_offices, offices, word_classes
from communique.coding.drafting._draft import Draft
from communique.coding.drafting._leading import leads
from communique.coding.drafting._voices import speaks_abroad
from communique.coding.times import is_told_since
from communique.coding.triggers import kind_named
from communique.linking import is_listed
from communique.types import Actor, Clue, EventClaim, Participant, Role, When

__all__ = [
    "TALKING",
    "is_body",
    "is_of_many",
    "one_happening",
    "refers",
    "side",
    "stands_alone",
    "tells_of_many",
    "tells_of_one",
]

TALKING = frozenset({"meeting", "talks", "summit"})
"""Kinds whose words news uses for one another: the talks at a meeting, the summit of two presidents."""

_ENVOYS = frozenset(
    {"ambassador", "charge-daffaires", "permanent-representative", "special-envoy", "deputy-foreign-minister"}
)
_MUTUAL = frozenset({"recall", "expulsion", "summon"})
"""Families of deeds of which two states that do one do it to each other."""
_ANY_PAPER = frozenset(
    "agreement accord deal pact document text paper framework understanding instrument arrangement package "
    "settlement consensus compromise".split()
)
"""What any paper that two sides sign may be called."""

_BESIDE = frozenset({"memorandum", "memoranda", "mou", "contract", "protocol", "annex"})
"""Papers that are signed beside a treaty or a declaration."""

_WITHIN = frozenset({"lawmaker", "presidential-aide"})
_AHEAD = frozenset({"planned", "cancelled", "postponed"})
"""Of these a sitting of a body need not tell its day: "the OAS will hold a special meeting of its Council"."""

_HELD = frozenset({"accusation", "condemnation", "demand", "denial", "rejection", "request", "support"})
"""Kinds of words that may be told in the present: an apology or a promise is made once."""

_YEAR = 364  # days that a year spans
_WEEK = 6
"""Days from the first to the last of a week."""

_STAY = 4
"""Days that one document may put between the arrival and what is told of a visit last: of 2,919 stays in the State
Department's lists of travels 95 % lasted five days or fewer."""

_AGREEING = frozenset({"agreement", "ceasefire", "truce-begun"})  # "the accord": the truce that was signed, and begins


def stands_alone(claim: EventClaim) -> bool:
    """Whether a claim names enough to be an event."""
    required = kind_named(claim.kind).requires
    if required:
        return _is_act(claim, required)
    return _is_journey(claim) if claim.kind == "visit" else _is_encounter(claim)


def _is_act(claim: EventClaim, required: Mapping[Role, int]) -> bool:
    """Public actors in every role that the kind requires; where it requires two, of two states or bodies.

    Two states that both did something tell of each other: "Chad and Libya recalled their ambassadors". The members of
    a body agree among themselves: "The Gulf Cooperation Council signed a declaration".
    """
    public = [p for p in claim.participants if _acts_for_others(p)]
    aimed = [p.actor for p in public if p.role == "target"]
    if claim.family == "force" and any(actor.kind == "person" for actor in aimed):
        return False  # "attacked the minister" in words
    if claim.kind == "aid" and aimed and all(a.kind == "person" or a.office in _domestic_offices() for a in aimed):
        return False  # "donors gave $5 million to Sen. Rao"
    sides = {side(p.actor) for p in public}
    filled = all(len({p.actor.id for p in public if p.role == role}) >= count for role, count in required.items())
    mutual = claim.family in _MUTUAL and len({side(p.actor) for p in public if p.role == "actor"}) == 2
    among = claim.family == "agreement" and any(is_body(p.actor) for p in public)
    return among or ((filled or mutual) and len(sides) >= min(2, sum(required.values())))


def is_body(actor: Actor) -> bool:
    """Whether an actor is a body of several states."""
    return actor.kind == "organisation" and not actor.country


def is_of_many(actor: Actor) -> bool:
    """Those of several states who are told by no name of their own, nor only counted: "Gulf leaders"."""
    return actor.kind == "group" and not actor.country and not any(c.isdigit() for c in actor.name)


def tells_of_many(draft: Draft) -> bool:
    """ "Gulf leaders signed a declaration": it takes a document that tells of no other accord to be one by itself."""
    claim = draft.claim
    told = draft.stated and not draft.noun and claim.status in ("happened", "planned")
    return told and claim.family == "agreement" and any(is_of_many(p.actor) for p in claim.participants)


def tells_of_one(draft: Draft) -> bool:
    """Whether a clause tells a deed whose doer it names, and leaves the other side to whoever knows the story.

    "Peru has cut ties as well", "Rao arrived for a two-day visit": the role that nobody fills stays empty.
    """
    claim = draft.claim
    holds = draft.alone and claim.kind in _HELD  # "Peru objects": it stands by what it says
    if not (draft.stated or holds) or claim.status in ("hypothetical", "denied"):
        return False
    if claim.kind == "visit":
        named = any(p.role == "visitor" and _public(p) for p in claim.participants)
        return draft.noun and draft.open == ("host",) and named
    doers = [p for p in claim.participants if p.role == "actor" and _acts_for_others(p)]
    alone = draft.open == ("target",) and all(p.role != "target" for p in claim.participants)
    told = alone or _strikes(draft, doers) or _reproves(draft, doers)
    return bool(doers) and not draft.noun and told


def _reproves(draft: Draft, doers: Sequence[Participant]) -> bool:
    """ "Peru demanded an apology for what was said in Chile": whose, is not told; but praise is of somebody.

    Of who speaks for a state or body all words are to others.
    """
    claim = draft.claim
    if claim.family != "statement" or draft.open or len(claim.participants) != len(doers):
        return False
    spoken = draft.alone and claim.status == "happened" and all(speaks_abroad(p.actor) for p in doers)
    return spoken or (draft.abroad and claim.kind != "support")


def _strikes(draft: Draft, doers: Sequence[Participant]) -> bool:
    """ "Peruvian jets bombed a camp": that of somebody who is not told; a minister attacks in words."""
    claim = draft.claim
    there = not draft.judged.isdisjoint(word_classes()["struck"]) if draft.judged else bool(claim.start or claim.place)
    alone = len(claim.participants) == len(doers) and all(p.actor.kind != "person" for p in doers)
    return claim.family == "force" and claim.status == "happened" and there and alone


def side(actor: Actor) -> str:
    """Whose side an actor is on: its state's, but for groups, organisations and regions that broke away.

    Those who hold an office together ("45 Peruvian diplomats") are their state's.
    """
    apart = actor.kind == "organisation" or (actor.kind == "group" and actor.office is None)
    own = apart or actor.country is None or actor.id in _breakaway()
    return actor.id if own else str(actor.country)


@cache
def _breakaway() -> frozenset[str]:
    """Ids of the authorities that a region is named by, beside the state that it broke away from.

    The id of a body of a state begins with the state's code; theirs do not.
    """
    regions = (b for b in bodies() if b.kind == "government" and b.place and b.country is not None)
    return frozenset(b.id for b in regions if not b.id.startswith(f"{str(b.country).lower()}-"))


def _is_journey(claim: EventClaim) -> bool:
    """A visitor known to act for a state or body, and a place that is not the visitor's home."""
    visitors = [p for p in claim.participants if p.role == "visitor" and _acts_for_others(p)]
    hosts = [p for p in claim.participants if p.role == "host"]
    away = {p.actor.country for p in hosts} | ({claim.place.country} if claim.place else set())
    home = {p.actor.country for p in visitors}
    if visitors and any(p.actor.kind == "group" and p.actor.country is None for p in hosts):
        return True  # "a tour of the Middle East"
    return bool(visitors) and bool(away - {None}) and not home >= away


def _is_encounter(claim: EventClaim) -> bool:
    """Two public sides; or a body or group that meets somewhere or some day; or a summit there and then.

    Those who only give it a place, or mediate, are no sides: "Iraq and Oman hosted talks".
    """
    roles = {p.role for p in claim.participants}
    if claim.kind != "summit" and (roles <= {"host", "mediator"} or roles == {"visitor"}):
        return False
    taking_part = [p for p in claim.participants if p.role != "mediator"]
    if not any(map(_acts_for_others, taking_part)):
        return False  # "the chairman met the directors": of nobody's state or body
    sides = {p.actor.id for p in taking_part if _public(p) and not _is_domestic(p.actor)}
    if len(sides) >= 2:
        return len({side(p.actor) for p in taking_part}) >= 2  # a minister and his president are one side
    dated, placed = bool(claim.start or claim.clues), claim.place is not None
    several = any(p.actor.kind in ("organisation", "group") for p in claim.participants)
    ahead = claim.status in _AHEAD and any(is_body(p.actor) for p in claim.participants)
    gathering = claim.family in TALKING and several and (dated or placed or ahead)
    return gathering or (claim.kind == "summit" and bool(sides) and dated and placed)


def _public(participant: Participant) -> bool:
    """Whether an actor is known to act for a state or a body: by country, office or the codebook, or by being one."""
    actor = participant.actor
    return actor.kind != "person" or actor.country is not None or actor.office is not None or is_listed(actor.name)


def _is_domestic(actor: Actor) -> bool:
    """Whether somebody of whom no state is told holds an office within one: "Sen. Rao met Gov. Silva"."""
    return actor.kind == "person" and actor.country is None and actor.office in _domestic_offices()


@cache
def _domestic_offices() -> frozenset[str]:
    """Names of offices of the parts of a state, and of its lawmakers and aides."""
    return frozenset(o.name for o in offices() if o.scope == "part" or o.id in _WITHIN)


def _acts_for_others(participant: Participant) -> bool:
    """Whether an actor acts for a state or body: a person by country, or by an office that only these have."""
    actor = participant.actor
    if actor.kind != "person" or actor.country is not None:
        return True
    return is_listed(actor.name) or actor.office in _public_offices()


@cache
def _public_offices() -> frozenset[str]:
    """Names of offices that only a body, or whoever speaks or decides for a state, has."""
    return frozenset(o.name for o in offices() if o.scope == "organisation" or o.rank or o.id in _ENVOYS)


def one_happening(one: Draft, other: Draft) -> bool:
    """Whether two full drafts may tell of the same happening."""
    a, b = one.claim, other.claim
    if one.other != other.other or not (_kinds_agree(a, b) and _dates_agree(a, b) and _places_agree(a, b)):
        return False
    if not _sides_agree(a, b) or _begins_later(a, b) or _beside_summit(a, b) or _beside_summit(b, a):
        return False
    if _signed_beside(one, other) or _of_another_time(one, other) or _of_another_time(other, one):
        return False
    if _other_officers(a, b) or _other_officers(b, a) or _told_beside(one, other):
        return False
    if "party" in one.open + other.open and (_lies_ahead(one, other) or _lies_ahead(other, one)):
        return False  # "negotiations are to begin", between whom the story tells, are not those that it told of
    return _times_of_life_agree(one, other)


def _kinds_agree(a: EventClaim, b: EventClaim) -> bool:
    return a.kind == b.kind or {a.kind, b.kind} <= TALKING or {a.kind, b.kind} <= _AGREEING


def _of_another_time(news: Draft, past: Draft) -> bool:
    """Whether one is an act told as news without a date, the other one recalled from some month or year before.

    "All imports from Peru are banned. In April it had stopped those of fruit."
    """
    start = past.claim.start
    if news.claim.start is not None or start is None or _is_what_was_planned(news, past):
        return False
    if is_told_since(start):
        return True
    if past.recalled and news.tense == "present" and not news.recalled:
        return True  # "is on a visit to Peru. He had been there last August"
    breadth = None if start.earliest is None or start.latest is None else (start.latest - start.earliest).days
    if not kind_named(news.claim.kind).requires:
        return breadth is not None and breadth >= _YEAR and news.current
    vague = breadth is None or breadth > _WEEK
    return vague and not news.recalled and (past.recalled or news.current)


def _is_what_was_planned(news: Draft, past: Draft) -> bool:
    """ "No visit for now. Rao had been due in Lima on Sunday": what is off, or only named, is what had been planned."""
    off = news.claim.status in ("cancelled", "postponed") or not news.stated
    return off and past.claim.status == "planned"


def _begins_later(a: EventClaim, b: EventClaim) -> bool:
    """Whether one is the beginning of a truce on a day that is not told of the other."""
    return (a.kind == "truce-begun") != (b.kind == "truce-begun") and (a.start is None) != (b.start is None)


def _beside_summit(summit: EventClaim, other: EventClaim) -> bool:
    """Whom one who attends a summit meets there is met on its sidelines."""
    if summit.kind != "summit" or other.kind == "summit":
        return False
    persons = [p for p in summit.participants if p.actor.kind == "person"]
    bodies = [p for p in summit.participants if p.actor.kind == "organisation"]
    pair = len(other.participants) == 2 and all(p.actor.kind == "person" for p in other.participants)
    return len(persons) == len(summit.participants) == 1 or (bool(bodies) and pair)


def _sides_agree(a: EventClaim, b: EventClaim) -> bool:
    """Persons, or the states where one names no persons, of one are among those of the other."""
    roles = _directed(a.kind)
    if roles:
        return all(_role_agrees(a, b, role) for role in roles)
    one, other = _sides(a.participants), _sides(b.participants)
    return all(_covered(s, other) for s in one) or all(_covered(s, one) for s in other)


def _directed(kind: str) -> tuple[Role, ...]:
    """The two roles of a kind in which one side does something to the other; none where all are alike."""
    if kind == "visit":
        return "visitor", "host"
    return ("actor", "target") if "target" in kind_named(kind).requires else ()


def _sides(participants: Sequence[Participant]) -> list[tuple[str, str | None, bool]]:
    return [(p.actor.id, p.actor.country, p.actor.kind == "person" and not p.actor.unnamed) for p in participants]


def _covered(side: tuple[str, str | None, bool], others: Sequence[tuple[str, str | None, bool]]) -> bool:
    identity, country, person = side
    return any(identity == i or (country is not None and country == c and not (person and p)) for i, c, p in others)


def _other_officers(a: EventClaim, b: EventClaim) -> bool:
    """ "The advisers of the two countries will meet": not those named who did, though they serve the same states."""
    named = {p.actor.country: p.actor for p in b.participants if p.actor.kind == "person" and not p.actor.unnamed}
    pairs = [(p.actor, named[p.actor.country]) for p in a.participants if p.actor.unnamed and p.actor.country in named]
    return len(pairs) > 1 and all(_differ(one.office or "", other) for one, other in pairs)


def _told_beside(one: Draft, other: Draft) -> bool:
    """ "Rao met Silva and Kim, who came for talks of their states": one sentence tells of an encounter of fewer."""
    if one.sentence != other.sentence or not {one.claim.kind, other.claim.kind} <= TALKING:
        return False
    few, many = sorted((_states(one.claim), _states(other.claim)), key=len)
    return 1 < len(few) < len(many) and few < many


def _signed_beside(one: Draft, other: Draft) -> bool:
    """ "Issued a declaration and signed two accords": a sentence that tells of two papers tells of two acts."""
    both = bool(one.papers and other.papers) and one.papers.isdisjoint(other.papers)
    beside = both and (one.papers <= _BESIDE) != (other.papers <= _BESIDE)
    named = beside and _ANY_PAPER.isdisjoint(one.papers | other.papers)
    return named or (both and one.sentence == other.sentence and one.claim.status == other.claim.status)


def _states(claim: EventClaim) -> frozenset[str]:
    met = (p.actor.country for p in claim.participants if p.role == "party")
    return frozenset(country for country in met if country is not None)


def _differ(office: str, named: Actor) -> bool:
    """Whether somebody named holds another office; "minister" may be any of them, and "leader" a president."""
    vague = named.office is None or named.office in office or office in named.office
    return not vague and not (leads(named) and office in ("leader", *leading_offices()))


def _role_agrees(a: EventClaim, b: EventClaim, role: Role) -> bool:
    one = _sides([p for p in a.participants if p.role == role])
    other = _sides([p for p in b.participants if p.role == role])
    if not one or not other:
        return True
    return any(_covered(s, other) for s in one)


def _dates_agree(a: EventClaim, b: EventClaim) -> bool:
    if a.start is not None and b.start is not None:
        return _span(a).compatible(_span(b)) or (a.kind == b.kind == "visit" and _run_on(a.start, b.start))
    return not _clash(a.clues, b.clues)


def _run_on(one: When, other: When) -> bool:
    """Whether two days are of one stay: who arrives in the evening is received in the morning, or the day after."""
    days = one.day, other.day
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= _STAY


def _span(claim: EventClaim) -> When:
    """From the start to the end: a talk on the second day is within the visit."""
    start = claim.start
    assert start is not None
    if claim.end is None:
        return start
    return msgspec.structs.replace(start, latest=claim.end.latest)


def _clash(one: Sequence[Clue], other: Sequence[Clue]) -> bool:
    values = {c.kind: c.value for c in one}
    return any(values.get(c.kind, c.value) != c.value for c in other)


def _places_agree(a: EventClaim, b: EventClaim) -> bool:
    if a.place is None or b.place is None or not a.place.country or not b.place.country:
        return True
    return a.place.country == b.place.country


def _times_of_life_agree(one: Draft, other: Draft) -> bool:
    """A thing done and dated is not the thing still planned, unless the plan is for the same days."""
    a, b = one.claim, other.claim
    past, future = {"happened"}, {"planned", "hypothetical"}
    if not (one.stated and other.stated):
        return True
    if ({a.status} <= past and {b.status} <= future) or ({b.status} <= past and {a.status} <= future):
        again = a.kind in TALKING and not (one.noun or other.noun)  # "they met … they will meet once more"
        return (a.start is None) == (b.start is None) and not (a.start is None and again)
    return True


def refers(draft: Draft, other: Draft) -> bool:
    """Whether "the visit", "the talks" may mean this claim."""
    a, b = draft.claim, other.claim
    if draft.apart:
        return False
    dropped = a.status in ("cancelled", "postponed")
    if dropped and draft.recalled and not other.recalled and other.sentence > draft.sentence:
        return False  # "A trip had been called off. Rao is due in Lima": another trip
    if dropped and b.status == "happened" and other.stated and not other.noun:
        return False  # what was signed is not called off: "the signing was called off in May"
    agree = a.kind == b.kind or (draft.definite and {a.kind, b.kind} <= TALKING and _may_be_called(a, b))
    if not draft.definite and not (_times_of_life_agree(draft, other) and not _lies_ahead(draft, other)):
        return False  # "a summit is due later this year" is not the one that is over
    return agree and not _beside_summit(a, b) and _role_like(a, b) and _dates_agree(a, b) and _places_agree(a, b)


def _lies_ahead(draft: Draft, other: Draft) -> bool:
    """Whether one is awaited and the other over: "further talks are to begin"."""
    return draft.stated and other.stated and (draft.claim.status, other.claim.status) == ("planned", "happened")


def _may_be_called(name: EventClaim, event: EventClaim) -> bool:
    """ "The summit" is one of leaders, not the talks of two states."""
    return name.kind != "summit" or all(p.actor.kind == "person" for p in event.participants)


def _role_like(a: EventClaim, b: EventClaim) -> bool:
    roles = _directed(a.kind)
    if roles:
        return all(_role_agrees(a, b, role) for role in roles)
    return all(_covered(s, _sides(b.participants)) for s in _sides(a.participants))
