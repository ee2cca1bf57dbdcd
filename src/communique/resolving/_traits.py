"""What of a report is compared: computed once, so that comparing is cheap."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

import msgspec

from communique.resolving._dates import is_firm, length
from communique.resolving._kinds import domain, is_encounter
from communique.resolving._names import plain
from communique.types import Actor, Clue, Event, EventClaim, Participant, Report, Salience, Span, Status, When

__all__ = ["Side", "Traits", "event_traits", "precision", "side_of", "traits"]

_LEFT = frozenset({"visitor", "actor"})
_RIGHT = frozenset({"host", "target", "recipient"})
# A longer stay is a posting, or a date that was misread; its days say little about a single happening.
_LONGEST_DAYS = 14
_FACE_BYTES = 12
_NOWHERE = Span(0, 0, "")

Side = dict[str, tuple[Actor, ...]]
"""Country (or id of an actor without one) → the actors named for it."""


class Traits(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A report, ready to be compared.

    ``left`` are the sides that go or act, ``right`` those that are gone to or acted on, ``both`` the
    equal parties; encounters have equal parties only. ``first`` and ``last`` bound the days on which
    it may have gone on, null where the start is not firm; ``words`` are those of an undated report, by which its
    copies are known. Reports of the same ``face`` compare alike with every other. Spans are left out where they
    are not compared: a record keeps the traits of every claim, so that another field here asks for a migration.
    """

    label: str
    document: str
    kind: str
    family: str
    domain: str
    status: Status
    left: Side
    right: Side
    both: Side
    sides: frozenset[str]
    persons: bool
    start: When | None
    end: When | None
    first: date | None
    last: date | None
    place: str | None
    country: str | None
    published: When | None
    salience: Salience
    clues: tuple[Clue, ...]
    words: str
    face: str

    @property
    def firm(self) -> bool:
        """Whether the report can found an event: its date known to the week, two sides at least."""
        return self.first is not None and len(self.sides) > 1


def traits(report: Report, label: str) -> Traits:
    """The traits of ``report``; ``label`` names it in the answer."""
    claim = report.claim
    left, right, both = _split(claim)
    first, last = _days(claim)
    return Traits(
        label=label,
        document=report.document,
        kind=claim.kind,
        family=claim.family,
        domain=domain(claim.kind),
        status=claim.status,
        left=left,
        right=right,
        both=both,
        sides=frozenset((*left, *right, *both)),
        persons=any(p.actor.kind == "person" for p in claim.participants if p.role != "venue-state"),
        start=_bare(claim.start),
        end=_bare(claim.end),
        first=first,
        last=last,
        place=plain(claim.place.name) if claim.place else None,
        country=claim.place.country if claim.place else None,
        published=_bare(report.published),
        salience=claim.salience,
        clues=claim.clues,
        words=plain(claim.evidence.text) if claim.start is None else "",
        face=_face(claim),
    )


def event_traits(event: Event) -> Traits:
    """The traits of an event, named by its id: of its accepted values, as if one report told them."""
    claim = EventClaim(
        kind=event.kind,
        family=event.family,
        type=event.type,
        mode=event.mode,
        cameo=event.cameo,
        status=event.status,
        start=event.start,
        end=event.end,
        place=event.place,
        participants=event.participants,
        topics=event.topics,
        attribution=None,
        evidence=_NOWHERE,
    )
    report = Report(
        document=event.id, source="", url=None, title=None, publisher=None, agency=None, published=None, claim=claim
    )
    return traits(report, event.id)


def _bare(when: When | None) -> When | None:
    return when if when is None or when.evidence is None else msgspec.structs.replace(when, evidence=None)


def _face(claim: EventClaim) -> str:
    """All that likeness looks at, in one short string; the evidence does not count."""
    actors = sorted(f"{p.role} {p.actor}" for p in claim.participants)
    dates = [when.edtf if when else None for when in (claim.start, claim.end)]
    place = (claim.place.name, claim.place.country) if claim.place else None
    whole = f"{claim.kind} {claim.family} {actors} {dates} {place}"
    return hashlib.blake2b(whole.encode(), digest_size=_FACE_BYTES).hexdigest()


def _split(claim: EventClaim) -> tuple[Side, Side, Side]:
    taking_part = [p for p in claim.participants if p.role != "venue-state"]
    if is_encounter(claim.kind):
        return {}, {}, _sides(taking_part)
    left = _sides(p for p in taking_part if p.role in _LEFT)
    right = _sides(p for p in taking_part if p.role in _RIGHT)
    both = _sides(p for p in taking_part if p.role not in _LEFT | _RIGHT)
    return left, right or _visited(claim, left), both


def _visited(claim: EventClaim, visitors: Side) -> Side:
    """The country that a visit goes to stands for a host that is not named."""
    country = claim.place.country if claim.place and claim.kind == "visit" else None
    return {country: ()} if country is not None and country not in visitors else {}


def _sides(participants: Iterable[Participant]) -> Side:
    found: Side = {}
    for participant in participants:
        key = side_of(participant.actor)
        found[key] = (*found.get(key, ()), participant.actor)
    return found


def side_of(actor: Actor) -> str:
    """The country; an organisation or a group stands for itself, whatever country it sits in."""
    if actor.kind in ("organisation", "group") or actor.country is None:
        return actor.id
    return actor.country


def _days(claim: EventClaim) -> tuple[date | None, date | None]:
    start, end = claim.start, claim.end
    if start is None or not is_firm(start) or start.earliest is None or start.latest is None:
        return None, None
    if end is not None and end.latest is not None and is_firm(end):
        span = (end.latest - start.earliest).days
        if 0 <= span < _LONGEST_DAYS:
            return start.earliest, max(start.latest, end.latest)
    return start.earliest, start.latest


def precision(trait: Traits) -> tuple[int, int, int]:
    """Sort key, most telling first: more actors, more sides, a narrower date."""
    actors = sum(len(named) for side in (trait.left, trait.right, trait.both) for named in side.values())
    open_days = length(trait.start) if trait.start is not None else None
    return (-len(trait.sides), -actors, open_days if open_days is not None else 10_000)
