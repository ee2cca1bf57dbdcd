"""Organisations and groups: intergovernmental bodies, alliances, movements that act like states."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from communique.codebook._tables import yaml_table

__all__ = ["Organisation", "OrganisationKind", "organisations"]

OrganisationKind = Literal[
    "universal", "union", "alliance", "regional", "forum", "bank", "agency", "court", "party", "armed-group", "ngo"
]


class Organisation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An organisation that meets, decides and speaks.

    ``id`` is a Wikidata id where one was found for the name, else a slug; ``names`` begin with ``name``
    and hold acronyms; ``source`` says where the entry can be looked up; ``country`` is set for movements
    of one country; ``seat`` is a city; ``members`` are ISO alpha-3 codes, ``()`` where they are not listed
    here; ``part_of`` is the id of the organisation that it belongs to. The names are found in each of the
    ``examples`` and in none of the ``counterexamples``, whose words only look like them.
    """

    id: str
    name: str
    kind: OrganisationKind
    names: tuple[str, ...]
    source: str
    examples: tuple[str, ...]
    country: str | None = None
    seat: str | None = None
    members: tuple[str, ...] = ()
    part_of: str | None = None
    counterexamples: tuple[str, ...] = ()


@cache
def organisations() -> tuple[Organisation, ...]:
    """All organisations of the codebook."""
    return yaml_table("organisations.yaml", Organisation)
