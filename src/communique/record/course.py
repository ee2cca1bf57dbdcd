"""How a quantity went through time, as reports tell it."""

from __future__ import annotations

from datetime import date

import msgspec

__all__ = ["Course", "Point"]


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A ``value`` in base units; ``day`` is the first of its period, else that of publication.

    ``document`` is the id of the report, ``place`` where the figure begins in its text.
    """

    day: date
    value: float
    document: str
    place: int


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one ``measure`` (a name of ``measured.yaml``, else the text's own words) in one ``unit``, by day.

    ``unit`` is null where none is told.
    """

    measure: str
    unit: str | None
    points: tuple[Point, ...]
