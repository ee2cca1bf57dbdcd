"""Mentions of one happening in one document are gathered into one claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from communique.coding._agreement import TALKING, one_happening, refers, stands_alone
from communique.coding._draft import Draft
from communique.coding._merging import merge
from communique.types import EventClaim, When
from communique.types.edtf import when

__all__ = ["gather"]


def gather(drafts: Sequence[Draft]) -> tuple[EventClaim, ...]:
    """One claim a happening, in the order of first mention; what names nobody and joins nothing is dropped."""
    groups: list[list[Draft]] = []
    whole = [d for d in drafts if stands_alone(d.claim)]
    partial = [d for d in drafts if d.noun and not stands_alone(d.claim)]
    for draft in whole:
        _join(draft, groups)
    for draft in _completed(partial, groups):
        if stands_alone(draft.claim):
            _join(draft, groups)
            continue
        fitting = [g for g in groups if all(refers(draft, other) for other in g)]
        if fitting and not draft.other:
            _nearest(fitting, draft).append(draft)
    return tuple(merge(g) for g in groups)


def _join(draft: Draft, groups: list[list[Draft]]) -> None:
    group = next((g for g in groups if all(one_happening(other, draft) for other in g)), None)
    if group is None:
        groups.append([draft])
    else:
        group.append(draft)


def _completed(partial: Sequence[Draft], groups: Sequence[list[Draft]]) -> Iterator[Draft]:
    """Talks named with one side only, in a visit to that side, are talks with the visitor, there and then.

    "Rao will visit Oslo on May 3 and 4, where talks are planned with his counterpart": the sentence,
    or the one before it, tells of the visit.
    """
    visits = [g for g in groups if g[0].claim.kind == "visit"]
    for draft in partial:
        sides = draft.claim.participants
        host = sides[0].actor.country if len(sides) == 1 and draft.claim.kind in TALKING else None
        near = [g for g in visits if any(0 <= draft.sentence - v.sentence <= 1 for v in g) and _hosted(g, host)]
        yield _during(near[0], draft) if len(near) == 1 and host else draft


def _hosted(group: Sequence[Draft], host: str | None) -> bool:
    roles = {(p.role, p.actor.country) for d in group for p in d.claim.participants}
    return ("host", host) in roles and any(role == "visitor" and country != host for role, country in roles)


def _during(visit: Sequence[Draft], draft: Draft) -> Draft:
    """The talks with the visitor as the other side and, where they have none, the visit's place and days."""
    whole = merge(visit)
    visitor = next(p for p in whole.participants if p.role == "visitor")
    claim = draft.claim
    return msgspec.structs.replace(
        draft,
        claim=msgspec.structs.replace(
            claim,
            participants=(msgspec.structs.replace(visitor, role="party"), *claim.participants),
            place=claim.place or whole.place,
            start=claim.start or _days(whole),
        ),
    )


def _days(visit: EventClaim) -> When | None:
    """Some day of a visit: the interval from its first to its last."""
    start, end = visit.start, visit.end
    if start is None or end is None or start.earliest is None or end.latest is None:
        return start
    return when(start.earliest, end.latest, "inferred", start.evidence)


def _nearest(groups: Sequence[list[Draft]], draft: Draft) -> list[Draft]:
    return min(groups, key=lambda g: min(abs(d.sentence - draft.sentence) for d in g))
