"""The drafts of one happening → one claim."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import msgspec

from communique.coding.drafting import Draft
from communique.coding.roles import is_country
from communique.coding.triggers import recoded
from communique.types import EventClaim, Participant, Place, Status, When

__all__ = ["merge"]

# What an outcome says outweighs what a plan says: a visit announced and then called off is called off.
_WEIGHT: dict[Status, int] = {
    "hypothetical": 0, "planned": 1, "ongoing": 3, "happened": 2, "denied": 4, "postponed": 5, "cancelled": 5,
}  # fmt: skip


# Once one of these is named, "the talks" and "they met", or "the accord", speak of it too.
_NAMED = frozenset({"summit", "ceasefire"})

# What began is what was agreed on, if that is told too.
_BEGUN = frozenset({"truce-begun"})


def merge(group: Sequence[Draft]) -> EventClaim:
    """The claim that the drafts of one happening make together: the fullest mention, completed by the others."""
    claims = [d.claim for d in group]
    telling = [d.claim for d in group if d.stated and not _is_before_it(d, group)] or claims[:1]
    status = max(telling, key=lambda c: (_WEIGHT[c.status], -c.evidence.start))
    first = max(claims, key=lambda c: (_filled(c), c.status == status.status, c.confidence, -c.evidence.start))
    dated = [c for c in claims if c.start is not None]
    start = _first_told(dated) if dated else first
    return msgspec.structs.replace(
        recoded(first, _named(claims) or first),
        status=status.status,
        status_evidence=status.status_evidence,
        start=start.start,
        end=_end(start, claims),
        place=_best_place(claims),
        participants=_union(claims),
        topics=tuple({t.name: t for c in reversed(claims) for t in c.topics}.values()),
        attribution=first.attribution or next((c.attribution for c in claims if c.attribution), None),
        clues=tuple({c.kind: c for claim in reversed(claims) for c in claim.clues}.values()),
        mentions=tuple(sorted({c.evidence for c in claims})),
    )


def _is_before_it(draft: Draft, group: Sequence[Draft]) -> bool:
    """Whether it tells that something was put off which another mention tells as news to have been: it was later."""
    held = any(d.claim.status == "happened" and d.current and d.claim.start is not None for d in group)
    return draft.claim.status == "postponed" and held


def _named(claims: Sequence[EventClaim]) -> EventClaim | None:
    """The claim whose kind is that of all, if one says more than the others."""
    special = next((c for c in claims if c.kind in _NAMED), None)
    begun = any(c.kind in _BEGUN for c in claims)
    return special or (next((c for c in claims if c.kind not in _BEGUN), None) if begun else None)


def _end(start: EventClaim, claims: Sequence[EventClaim]) -> When | None:
    """The end told with the start, else the first end that is not before it."""
    if start.end is not None or start.start is None:
        return start.end
    first = start.start.earliest
    later = (c.end for c in claims if c.end is not None and c.end.latest is not None)
    return next((end for end in later if first is None or (end.latest is not None and end.latest >= first)), None)


def _filled(claim: EventClaim) -> int:
    """How many of the questions who, when and where one mention answers by itself."""
    return len(claim.participants) + (claim.start is not None) + bool(claim.clues) + (claim.place is not None)


def _first_told(dated: Sequence[EventClaim]) -> EventClaim:
    """The claim whose start is narrowest, of several the first in the text; a stay does not begin with its later days.

    Who arrives at night opens the visit in the morning: the day after the first may be the start.
    """
    first = min(dated, key=_breadth)
    days = {c.start.day for c in dated if c.start is not None and c.start.day is not None}
    if first.kind != "visit" or not days:
        return first
    opening = (min(days), min(days) + timedelta(days=1))
    return min((c for c in dated if c.start is not None and c.start.day in opening), key=_breadth)


def _breadth(claim: EventClaim) -> tuple[int, int]:
    """How many days a start leaves open, then the order in the text."""
    start = claim.start
    if start is None or start.earliest is None or start.latest is None:
        return 99_999, claim.evidence.start
    return (start.latest - start.earliest).days, claim.evidence.start


def _best_place(claims: Sequence[EventClaim]) -> Place | None:
    """The first city or venue named, else the first country."""
    places = [c.place for c in sorted(claims, key=lambda c: c.evidence.start) if c.place is not None]
    return next((p for p in places if not is_country(p)), places[0] if places else None)


def _union(claims: Sequence[EventClaim]) -> tuple[Participant, ...]:
    """Every actor once; a state, or an office, gives way to the persons named who act for it in the same role.

    Not to who only asked the visitor to come: "will visit Peru at the invitation of Minister Rao".
    """
    seen: dict[str, Participant] = {}
    for claim in claims:
        for participant in claim.participants:
            seen.setdefault(participant.actor.id, participant)
    asking = {p.actor.id for claim in claims if _is_invitation(claim) for p in claim.participants if p.role == "host"}
    persons = {(p.role, p.actor.country) for p in seen.values() if _is_named(p) and p.actor.id not in asking}
    officers = {(p.role, p.actor.country) for p in seen.values() if p.actor.kind == "group" and p.actor.office}
    once = [p for p in seen.values() if p.actor.kind != "state" or (p.role, p.actor.country) not in officers]
    once = _groups_once(once)
    return tuple(p for p in once if _stands_beside(p) or (p.role, p.actor.country) not in persons)


def _groups_once(participants: Sequence[Participant]) -> list[Participant]:
    """Of groups told with their number and without, the one with it: "six Kenyan diplomats … the diplomats"."""
    told: list[Participant] = []
    for participant in participants:
        place = next((i for i, p in enumerate(told) if p.actor.is_group_of(participant.actor)), None)
        if place is None:
            told.append(participant)
        elif len(participant.actor.id) > len(told[place].actor.id):
            told[place] = participant
    return told


def _stands_beside(participant: Participant) -> bool:
    """Whether an actor is a side of its own beside the persons of its country."""
    return _is_named(participant) or participant.actor.kind in ("group", "organisation")


def _is_invitation(claim: EventClaim) -> bool:
    return claim.kind == "visit" and " invitation " in claim.evidence.text


def _is_named(participant: Participant) -> bool:
    return participant.actor.kind == "person" and not participant.actor.unnamed
