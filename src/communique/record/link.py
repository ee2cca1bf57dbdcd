"""What an event hangs together with: the visit or summit that it is part of, its own parts, and its series."""

from __future__ import annotations

import msgspec

from communique.types import Status

__all__ = ["Linked", "Links", "Series"]


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """Another event in short; ``start`` is its date in EDTF, null where it has none."""

    id: str
    title: str
    kind: str
    status: Status
    start: str | None


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """Happenings of one kind and the same actors, by date: the event is number ``place`` (from 1) among them."""

    place: int
    events: tuple[Linked, ...]


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """The events that one is linked to and is not one with. ``series`` is null where it stands alone."""

    part_of: tuple[Linked, ...] = ()
    parts: tuple[Linked, ...] = ()
    series: Series | None = None
