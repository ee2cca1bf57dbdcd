"""All that one document says: the JSON contract of ``communique code``."""

from __future__ import annotations

import msgspec

from communique.types.claim import EventClaim, Figure, Statement
from communique.types.document import Document

__all__ = ["Coding"]


class Coding(msgspec.Struct, frozen=True, kw_only=True):
    """One document with its claims; one JSON object a line in ``communique code``."""

    document: Document
    events: tuple[EventClaim, ...]
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()

    def _repr_html_(self) -> str:
        from communique.types.html import coding_html  # it needs the types, and only notebooks need it

        return coding_html(self)
