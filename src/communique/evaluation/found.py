"""What the coder found, in the shape in which it is aligned."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from communique.evaluation.gold import FAMILIES
from communique.types import Coding, EventClaim, Span

__all__ = ["ClaimKey", "Prediction", "Stretch", "claim_key", "predictions"]

ClaimKey = tuple[str, str, Span]
"""Document id, kind and evidence: what tells claims apart."""


class Stretch(NamedTuple):
    """Characters ``[start, end)`` of the raw text."""

    start: int
    end: int


class Prediction(msgspec.Struct, frozen=True):
    """A claim of the coder and where it stands in the raw text, its evidence first."""

    claim: EventClaim
    stretches: tuple[Stretch, ...]


def predictions(coding: Coding) -> tuple[Prediction, ...]:
    """The claims of the kinds that this version codes."""
    claims = (claim for claim in coding.events if claim.family in FAMILIES)
    return tuple(Prediction(claim, _stretches(coding, claim)) for claim in claims)


def claim_key(document: str, claim: EventClaim) -> ClaimKey:
    """What a claim of ``document`` is known by in the record as in its coding."""
    return document, claim.kind, claim.evidence


def _stretches(coding: Coding, claim: EventClaim) -> tuple[Stretch, ...]:
    return tuple(_raw(coding, span) for span in (claim.evidence, *claim.mentions))


def _raw(coding: Coding, span: Span) -> Stretch:
    """Where the words stand in the raw text, in which the annotator's evidence is found too."""
    first = coding.document.raw_offset(span.start)
    last = coding.document.raw_offset(span.end - 1)
    return Stretch(first, last + 1)
