"""A document as it was before another text came under its id or address."""

from __future__ import annotations

import msgspec

from communique.types import Coding

__all__ = ["Version"]


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier version; ``id`` is what it is asked for by (``kite-17@1``), times are ISO 8601 in UTC."""

    id: str
    coding: Coding
    added: str
    replaced: str
