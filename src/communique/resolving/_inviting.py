"""Who invited, as a report words it: "at the invitation of President Rao", "invited by Rao", "at Rao's invitation"."""

from __future__ import annotations

import re

from communique.types import Actor, Participant, Report, Span

__all__ = ["inviter"]

_BEFORE = re.compile(
    r"\b(?:invitation (?:of|from|by|extended by)|invited by)(?: the| his| her| their)? $", re.IGNORECASE
)
_BEHIND = re.compile(r"['’]s? invitation\b")


def inviter(report: Report) -> Actor | None:
    """The person who alone is told to have invited; null where none is, or several are."""
    claim = report.claim
    told = (claim.evidence, *claim.mentions)
    found = {
        p.actor.id: p.actor
        for p in claim.participants
        if p.role != "visitor" and p.actor.kind == "person" and any(_invites(p, span) for span in told)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _invites(participant: Participant, told: Span) -> bool:
    name = participant.evidence
    if not told.start <= name.start < told.end:
        return False
    before, behind = told.text[: name.start - told.start], told.text[name.end - told.start :]
    return bool(_BEFORE.search(before) or _BEHIND.match(behind))
