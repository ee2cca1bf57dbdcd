"""The reports of an event in the order in which they were published."""

from __future__ import annotations

from communique.types import Event, Report

__all__ = ["by_date"]


def by_date(event: Event) -> list[Report]:
    """The earliest first, those without a date last; the order is the same from export to export."""
    return sorted(
        event.reports, key=lambda r: (r.published is None, r.published.edtf if r.published else "", r.document)
    )
