"""Dealings of a state with itself: its president rings a party leader, its cabinet tells a ministry what to do.

They are politics, not diplomacy; a state's dealings with rebels, with what broke away from it or with a body are both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.types import EventClaim, Participant

__all__ = ["between_states"]

_TALKED = frozenset({"visit", "meeting", "call", "talks", "summit", "statement"})
_SERVING = frozenset({"person", "government", "state"})


def between_states(claims: Iterable[EventClaim]) -> Iterator[EventClaim]:
    """The claims without those in which persons and offices of one state deal with each other alone."""
    return (claim for claim in claims if not _is_domestic(claim))


def _is_domestic(claim: EventClaim) -> bool:
    """Whether several take part, all of them of one state: where one has no state, who knows."""
    if claim.family not in _TALKED or len({p.actor.id for p in claim.participants}) < 2:
        return False
    states = {p.actor.country for p in claim.participants}
    return len(states) == 1 and None not in states and all(map(_serves, claim.participants))


def _serves(participant: Participant) -> bool:
    """Whether somebody is a person or an office of a state, and no group, body or land of its own."""
    actor = participant.actor
    return actor.kind in _SERVING and (actor.kind != "government" or " of " in actor.name)
