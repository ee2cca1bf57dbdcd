"""Which events, and which statements, are asked for."""

from __future__ import annotations

from datetime import date

import msgspec

__all__ = ["Filter", "StatementFilter"]


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """All conditions must hold; null ones do not count.

    ``actor`` is an actor's id or a part of its name, ``country`` the ISO 3166-1 alpha-3 code of a
    participant or of the place and ``partner`` that of another one, ``kind`` a kind or a family of the
    codebook, ``type`` a PLOVER type, ``place`` a part of the place's name or its country code, ``text``
    words that stand in the event's title, people, place or topics or in the text of a report, ``sources``
    the least number of independent sources. ``from_`` and ``to`` bound the days on which it may have gone
    on, both inclusive; an undated event is in no bounds.
    """

    actor: str | None = None
    country: str | None = None
    partner: str | None = None
    kind: str | None = None
    type: str | None = None
    status: str | None = None
    from_: date | None = None
    to: date | None = None
    place: str | None = None
    topic: str | None = None
    text: str | None = None
    sources: int | None = None


class StatementFilter(msgspec.Struct, frozen=True, kw_only=True):
    """All conditions must hold; null ones do not count.

    ``actor`` is the speaker's id or a part of its name, ``country`` the speaker's ISO 3166-1 alpha-3 code, ``kind``
    direct, indirect or mixed, ``text`` words that stand in the statement. ``from_`` and ``to`` bound the day on
    which the report was published, both inclusive; one without such a day is in no bounds.
    """

    actor: str | None = None
    country: str | None = None
    kind: str | None = None
    from_: date | None = None
    to: date | None = None
    text: str | None = None
