"""JSON Schema (draft 2020-12) of what is given out: the output of ``code``, ``events`` and ``statements``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from communique.types.coding import Coding
from communique.types.event import Event
from communique.types.said import Said

__all__ = ["SCHEMA_VERSION", "coding_schema", "event_schema", "statement_schema"]

SCHEMA_VERSION = "1.2"
"""Major: a field went or changed its meaning. Minor: a field came."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def coding_schema() -> dict[str, Any]:
    """The schema of one line of ``communique code``: a document with its claims."""
    return _schema("coding", Coding)


def event_schema() -> dict[str, Any]:
    """The schema of one event of ``communique events --format jsonl``; ``json`` is an array of these."""
    return _schema("event", Event)


def statement_schema() -> dict[str, Any]:
    """The schema of one statement of ``communique statements --format jsonl``; ``json`` is an array of these."""
    return _schema("statement", Said)


def _schema(name: str, record: type) -> dict[str, Any]:
    """msgspec's own schema of the type that is encoded, so that the two cannot drift apart."""
    described: Mapping[str, Any] = msgspec.json.schema(record)
    head = {
        "$schema": _DIALECT,
        "$id": f"urn:communique:schema:{name}:{SCHEMA_VERSION}",
        "title": f"Communiqué {name}",
        "version": SCHEMA_VERSION,
    }
    return head | dict(described)
