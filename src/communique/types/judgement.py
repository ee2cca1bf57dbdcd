"""Judgements: what a person decided of events. They outrank what the program decides, and none is ever deleted."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.types.actor import Actor
from communique.types.claim import EventClaim
from communique.types.span import Span

__all__ = ["Anchor", "Judgement", "Settable", "Verdict"]

Verdict = Literal["same", "different", "reject", "keep", "set", "undo"]
"""Two events are one, or two; one is no event, or is one as it is told; one value of it is right; a row is revoked."""
Settable = Literal["kind", "status", "start", "end", "place"]
"""The fields of an event that have one value, which a person can give."""


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as it was when it was judged: enough to find it again after its document was coded anew.

    ``evidence`` are its words, ``actors`` those who took part.
    """

    document: str
    kind: str
    family: str
    evidence: Span
    actors: tuple[Actor, ...] = ()

    @classmethod
    def of(cls, document: str, claim: EventClaim) -> Anchor:
        """The anchor of a claim of ``document``."""
        return cls(
            document=document,
            kind=claim.kind,
            family=claim.family,
            evidence=claim.evidence,
            actors=tuple(participant.actor for participant in claim.participants),
        )


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision of one person.

    ``events`` are the ids of the events judged, as they were then: two for ``same`` and ``different``, one for the
    others, none for ``undo``, which names the judgement that it ``revokes``. ``claims`` are, event by event, the
    claims that it was made on; they are left out where an event shows it, whose own reports they are. ``field``
    and ``value`` are of ``set``: EDTF for a date, a kind, a status, "Osaka (JPN)" for a place, null for unknown.
    ``at`` is UTC in ISO 8601.
    """

    number: int
    verdict: Verdict
    events: tuple[str, ...]
    who: str
    at: str
    field: Settable | None = None
    value: str | None = None
    note: str | None = None
    revokes: int | None = None
    claims: tuple[tuple[Anchor, ...], ...] = ()

    def bare(self) -> Judgement:
        """The same without its claims."""
        return msgspec.structs.replace(self, claims=())
