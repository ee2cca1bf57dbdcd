"""Sides that a clause leaves out because the reader knows them: "All imports from Lebanon are banned as well".

News tells a quarrel or an agreement of two states sentence after sentence and names in each what is new. An act
whose clause leaves a role open takes it from the event told nearest that has two sides, one of them the side that
the clause names. Where the clause names somebody in that role whom nobody could resolve, it stays open.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from communique.coding._agreement import side, stands_alone
from communique.coding._draft import Draft
from communique.coding._triggers import kind_named
from communique.linking import state_of
from communique.types import Participant, Role

__all__ = ["with_implied"]

_REACH = 12  # sentences: beyond them another story may have begun
_NEAR = 4  # sentences within which an agreement that names nobody is that of the two sides told of
_LEANING = 0.15
"""What a mention that leans on another loses in rank."""


def with_implied(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those completed whose missing side another draft tells."""
    told = [(d.sentence, pair) for d in drafts if stands_alone(d.claim) and (pair := _pair(d)) is not None]
    return [_completed(draft, told) for draft in drafts]


def _pair(draft: Draft) -> dict[str, Participant] | None:
    """The two sides of an event by their keys; None where there are more or fewer."""
    sides = {side(p.actor): p for p in reversed(draft.claim.participants) if p.role != "mediator" and _is_side(p)}
    return sides if len(sides) == 2 else None


def _is_side(participant: Participant) -> bool:
    return participant.actor.country is not None or participant.actor.kind in ("organisation", "group")


def _completed(draft: Draft, told: Sequence[tuple[int, dict[str, Participant]]]) -> Draft:
    if not draft.open or stands_alone(draft.claim):
        return draft
    named = {side(p.actor) for p in draft.claim.participants if p.role != "mediator" and _is_side(p)}
    if not named and "party" not in kind_named(draft.claim.kind).requires:
        return draft
    pair = _nearest(draft.sentence, named, told)
    if not pair:
        return draft
    added = tuple(_in_role(draft.open[0], pair[key]) for key in pair if key not in named)
    claim = msgspec.structs.replace(
        draft.claim,
        participants=(*draft.claim.participants, *added),
        confidence=round(max(0.05, draft.claim.confidence - _LEANING), 2),
    )
    return msgspec.structs.replace(draft, claim=claim)


def _nearest(
    sentence: int, named: Collection[str], told: Sequence[tuple[int, dict[str, Participant]]]
) -> dict[str, Participant]:
    """The two sides told nearest to a sentence, those before it first, that hold the one named; else none."""
    reach = _REACH if named else _NEAR
    holding = [(number, pair) for number, pair in told if pair.keys() >= set(named) and len(named) < len(pair)]
    near = [found for found in holding if abs(found[0] - sentence) <= reach]
    return min(near, key=lambda found: (abs(found[0] - sentence), found[0] > sentence), default=(0, {}))[1]


def _in_role(role: Role, participant: Participant) -> Participant:
    """The state, or the organisation, on whose side a participant of the other event acts."""
    actor = participant.actor
    own = actor.kind in ("organisation", "group") or actor.country is None
    state = None if own else state_of(str(actor.country))
    return Participant(role, state or actor, participant.evidence)
