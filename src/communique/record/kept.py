"""A document as the record keeps it."""

from __future__ import annotations

import msgspec

from communique.types import Coding

__all__ = ["Kept"]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its claims, the codebook's version that coded it, and when it came (UTC, ISO 8601)."""

    coding: Coding
    codebook: str
    added_at: str
