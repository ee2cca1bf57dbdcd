"""Our values in the terms of schema.org."""

from __future__ import annotations

from functools import cache

import msgspec

from communique.codebook._tables import yaml_value
from communique.types import ActorKind, Role, Status

__all__ = ["SchemaOrg", "schema_org"]


class SchemaOrg(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``schema_org.yaml``, whose head says what the tables hold. What a table lacks, schema.org cannot tell."""

    statuses: dict[Status, str]
    roles: dict[Role, str]
    actors: dict[ActorKind, tuple[str, ...]]


@cache
def schema_org() -> SchemaOrg:
    """The tables."""
    return msgspec.convert(yaml_value("schema_org.yaml"), SchemaOrg)
