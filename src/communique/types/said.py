"""Statements with where they stand: what a record answers when it is asked who said what."""

from __future__ import annotations

import msgspec

from communique.types.claim import Statement
from communique.types.when import When

__all__ = ["Said"]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of one document, with what is needed to cite the document. Spans point into its text."""

    document: str
    source: str
    url: str | None
    title: str | None
    publisher: str | None
    agency: str | None
    published: When | None
    statement: Statement
