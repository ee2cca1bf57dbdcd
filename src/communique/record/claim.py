"""A claim of an event with where it stands in the record."""

from __future__ import annotations

import msgspec

from communique.types import Report

__all__ = ["ToldEvent"]


class ToldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One document's claim of an event.

    ``id`` is the document's with the number of the claim in it; ``event`` the id of the event that it was joined
    to, null while the record has still to resolve it.
    """

    id: str
    event: str | None
    report: Report
