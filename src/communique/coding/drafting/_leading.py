"""Who leads a state or its government: by the office told, else by what the codebook knows of the person."""

from __future__ import annotations

from functools import cache

from communique.codebook import LEADING_RANKS, leading_offices, persons, ranks
from communique.types import Actor

__all__ = ["leads"]


def leads(actor: Actor) -> bool:
    """Whether a person is head of a state or government; without a told office, whether he was one at any time."""
    if actor.kind != "person":
        return False
    return actor.office in leading_offices() if actor.office is not None else actor.name in _listed()


@cache
def _listed() -> frozenset[str]:
    held = ((p.name, t.office) for p in persons() for t in p.offices if t.organisation is None)
    return frozenset(name for name, office in held if ranks().get(office) in LEADING_RANKS)
