"""Who speaks for a state or body towards others: not whoever is known, nor whoever holds an office at home."""

from __future__ import annotations

from functools import cache

from communique.codebook import offices
from communique.types import Actor

__all__ = ["speaks_abroad"]

_ENVOYS = frozenset(
    "ambassador permanent-representative charge-daffaires deputy-foreign-minister special-envoy spokesperson diplomat "
    "negotiator official minister deputy-prime-minister vice-president leader supreme-leader "
    "national-security-adviser".split()
)
"""Ids of offices, beside heads and foreign ministers, whose holders speak to other states."""


def speaks_abroad(actor: Actor) -> bool:
    """Whether an actor speaks to others for a state or body: by being one, or by such an office in it."""
    if actor.kind != "person":
        return True
    return actor.office in _of_bodies() or (actor.country is not None and actor.office in _of_states())


@cache
def _of_states() -> frozenset[str]:
    return frozenset(office.name for office in offices() if office.rank or office.id in _ENVOYS)


@cache
def _of_bodies() -> frozenset[str]:
    return frozenset(office.name for office in offices() if office.scope == "organisation")
