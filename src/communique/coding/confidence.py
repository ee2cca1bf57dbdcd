"""How likely it is that a claim tells of an event, and of one of its family: three signs, weighed on the gold set.

A sign is there or not, and each that is there only raises the confidence. What was tried and did not tell right
claims from wrong ones: the place, the number of mentions and of participants, the status, the word that it was on,
and how long the clause is. The weights are those of a logistic regression on the claims of the development gold
set (``python -m evaluation.reliability`` fits and checks them; docs/confidence.md has the table).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import exp

import msgspec

from communique.types import EventClaim

__all__ = ["BASE", "WEIGHTS", "confidence", "signs", "with_confidence"]

BASE = 0.29
"""Log odds of a claim without any sign."""
WEIGHTS = {"dated": 0.9, "act": 1.41, "main": 0.5}
"""What each sign adds to the log odds."""
_LOOSE = frozenset({"statement", "force", "cooperation"})
"""Families whose words tell of much that is no event between two sides: what is said, fought, and done together."""


def signs(claim: EventClaim) -> dict[str, bool]:
    """The signs of a claim: its day is known, it is an act of diplomacy itself, the report tells it as its news."""
    return {
        "dated": claim.start is not None,
        "act": claim.family not in _LOOSE,
        "main": claim.salience == "main",
    }


def confidence(claim: EventClaim) -> float:
    """The probability, 0.0–1.0 to two decimals, that a reader finds the event of the claim in the text."""
    odds = BASE + sum(WEIGHTS[sign] for sign, there in signs(claim).items() if there)
    return round(1 / (1 + exp(-odds)), 2)


def with_confidence(claims: Iterable[EventClaim]) -> Iterator[EventClaim]:
    """The claims of a document, finished but for their confidence."""
    for claim in claims:
        yield msgspec.structs.replace(claim, confidence=confidence(claim))
