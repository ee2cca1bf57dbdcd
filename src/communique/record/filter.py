"""Which events, and which statements, are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, TypeVar

import msgspec

from communique.types import UsageError, read_edtf

__all__ = ["Conditions", "Filter", "SaidConditions", "StatementFilter", "first_day", "last_day", "narrowed"]

Wanted = TypeVar("Wanted", bound=msgspec.Struct)


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """All conditions must hold; null ones do not count.

    ``actor`` is an actor's id or a part of its name, ``country`` the ISO 3166-1 alpha-3 code of a
    participant or of the place and ``partner`` that of another one, ``kind`` a kind or a family of the
    codebook, ``type`` a PLOVER type, ``place`` a part of the place's name or its country code, ``text``
    words that stand in the event's title, people, place or topics or in the text of a report, ``sources``
    the least number of independent sources. ``from_`` and ``to`` bound the days on which it may have gone
    on, both inclusive; an undated event is in no bounds. What was judged to be no event is asked for
    with ``rejected`` only, and then alone.
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
    rejected: bool = False


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


class Conditions(TypedDict, total=False):
    """The fields of a ``Filter`` as keywords; a day may be text: ``2024-05-13``, ``2024-05``, ``2024``."""

    actor: str | None
    country: str | None
    partner: str | None
    kind: str | None
    type: str | None
    status: str | None
    from_: date | str | None
    to: date | str | None
    place: str | None
    topic: str | None
    text: str | None
    sources: int | None
    rejected: bool


class SaidConditions(TypedDict, total=False):
    """The fields of a ``StatementFilter`` as keywords; a day may be text, as in ``Conditions``."""

    actor: str | None
    country: str | None
    kind: str | None
    from_: date | str | None
    to: date | str | None
    text: str | None


def narrowed(wanted: Wanted, conditions: Mapping[str, Any]) -> Wanted:
    """``wanted`` with the conditions in place of its own; ``UsageError`` names one that there is not."""
    known = wanted.__struct_fields__
    for name in conditions:
        if name not in known:
            raise UsageError(f"there is no filter {name!r}; there are {', '.join(known)}")
    days = {"from_": first_day, "to": last_day}
    read = {
        name: days[name](name, value) if name in days and isinstance(value, str) else value
        for name, value in conditions.items()
    }
    return msgspec.structs.replace(wanted, **read)


def first_day(name: str, text: str) -> date | None:
    """The first day of a date in EDTF, which the condition ``name`` gives; ``UsageError`` where it is none."""
    return _days(name, text)[0]


def last_day(name: str, text: str) -> date | None:
    """The last day of a date in EDTF, which the condition ``name`` gives; ``UsageError`` where it is none."""
    return _days(name, text)[1]


def _days(name: str, text: str) -> tuple[date | None, date | None]:
    try:
        return read_edtf(text)
    except ValueError as error:
        raise UsageError(f"{name}: {text} is no date; write 2024-05-13, 2024-05 or 2024") from error
