"""Who leads a state or its government: by the office told, else by what the codebook knows of the person."""

from __future__ import annotations

from functools import cache

from communique.codebook import LEADING_RANKS, offices, persons
from communique.types import Actor

__all__ = ["heads", "leads"]


def leads(actor: Actor) -> bool:
    """Whether a person is head of a state or government; without a told office, whether he was one at any time."""
    if actor.kind != "person":
        return False
    return actor.office in heads() if actor.office is not None else actor.name in _listed()


@cache
def heads() -> frozenset[str]:
    """The offices of heads of state and government."""
    return frozenset(office.name for office in offices() if office.rank in LEADING_RANKS)


@cache
def _listed() -> frozenset[str]:
    leading = {office.id for office in offices() if office.rank in LEADING_RANKS}
    held = ((p.name, t) for p in persons() for t in p.offices if t.organisation is None)
    return frozenset(name for name, tenure in held if tenure.office in leading)
