"""``communique schema``: what the output looks like, for machines."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import Parameter

from communique.cli._terminal import write_json
from communique.types.schema import coding_schema, event_schema, statement_schema

__all__ = ["schema"]

_SCHEMAS = {"coding": coding_schema, "event": event_schema, "statement": statement_schema}


def schema(
    of: Annotated[
        Literal["coding", "event", "statement"], Parameter(help="coding (what code gives), event or statement.")
    ] = "coding",
    /,
) -> int:
    """Print the JSON Schema (draft 2020-12) of the output of code, of events or of statements."""
    write_json(_SCHEMAS[of]())
    return 0
