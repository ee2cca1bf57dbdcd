"""The days of a plan that is part of one told right before: "Rao will visit Lima on Friday. She will meet Silva"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

import msgspec

from communique.codebook import narrative
from communique.coding.drafting import Draft, side
from communique.coding.story._gathering import some_day
from communique.types import EventClaim, Span

__all__ = ["with_plan_days"]

_PARTS = frozenset({"meeting", "talks", "summit", "call", "agreement"})
_PLANS = _PARTS - {"agreement"} | {"visit"}


def with_plan_days(claims: Sequence[EventClaim], drafts: Sequence[Draft], text: str) -> Iterator[EventClaim]:
    """The claims, those that are planned without a date with the days of the plan of which they are part."""
    told = {draft.claim.evidence for draft in drafts if draft.current}
    story = sorted(claims, key=_at)
    for claim in claims:
        plan = _plan_before(claim, story, text) if _is_open(claim, told) else None
        yield claim if plan is None else msgspec.structs.replace(claim, start=some_day(plan))


def _is_open(claim: EventClaim, told: Collection[Span]) -> bool:
    """Whether a main clause tells a plan without any date."""
    undated = claim.start is None and claim.end is None and not claim.clues
    return undated and claim.status == "planned" and claim.family in _PARTS and claim.evidence in told


def _plan_before(claim: EventClaim, story: Sequence[EventClaim], text: str) -> EventClaim | None:
    """The encounter planned to the day that is told last before in the paragraph, if it has a side in common."""
    before = story[: bisect_left(story, _at(claim), key=_at)]
    plan = next((one for one in reversed(before) if one.status == "planned" and one.start is not None), None)
    if plan is None or plan.family not in _PLANS or plan.start is None or plan.start.day is None:
        return None
    between = text[_at(plan) : claim.evidence.end]
    moves_on = "\n" in between or narrative()["next-stop"].search(between) is not None
    return None if moves_on or _sides(plan).isdisjoint(_sides(claim)) else plan


def _at(claim: EventClaim) -> int:
    return claim.evidence.start


def _sides(claim: EventClaim) -> set[str]:
    return {side(participant.actor) for participant in claim.participants}
