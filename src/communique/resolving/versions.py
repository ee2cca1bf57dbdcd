"""What an earlier version of a document said of a happening that the present one tells otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from communique.types import EventClaim

__all__ = ["claim_before"]

_SAME_PEOPLE = 0.5


def claim_before(claim: EventClaim, now: Sequence[EventClaim], before: Sequence[EventClaim]) -> EventClaim | None:
    """The claim of ``before`` that became ``claim``, one of ``now``; null where several or none may have.

    A claim that still stands as it was became no other. What is left is the same where kind and most of those
    taking part are.
    """
    kept = {_values(each) for each in now}
    gone = [old for old in before if _values(old) not in kept and _same_happening(old, claim)]
    new = [each for each in now if _same_happening(each, claim)]
    return gone[0] if len(gone) == 1 and len(new) == 1 else None


def _values(claim: EventClaim) -> tuple[object, ...]:
    start, end, place = claim.start, claim.end, claim.place
    return (
        claim.kind,
        claim.status,
        start.edtf if start else None,
        end.edtf if end else None,
        (place.name, place.country) if place else None,
        _people(claim),
    )


def _people(claim: EventClaim) -> frozenset[str]:
    return frozenset(participant.actor.id for participant in claim.participants)


def _same_happening(one: EventClaim, other: EventClaim) -> bool:
    if one.kind != other.kind:
        return False
    some, others = _people(one), _people(other)
    return len(some & others) >= _SAME_PEOPLE * max(len(some), len(others), 1)
