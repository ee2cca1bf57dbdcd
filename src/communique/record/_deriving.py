"""What is told of an event → the event and its rows: pure, so that it can be done in another process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from communique.record._rows import Rows, rows_of
from communique.resolving import Traits, event, event_traits
from communique.types import Event, Judgement, Report

__all__ = ["Derived", "Telling", "derive_all", "derive_told"]

_decode_report = msgspec.json.Decoder(Report).decode
_decode_event = msgspec.json.Decoder(Event).decode
_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder(Traits).decode


class Telling(msgspec.Struct, frozen=True):
    """All that bears on an event: its reports, as the record keeps them, and what else ``resolving.event`` takes.

    Without reports it is an event no more.
    """

    id: str
    reports: tuple[str, ...]
    origins: Mapping[str, str]
    rivals: Mapping[str, Sequence[Report]]
    judgements: tuple[Judgement, ...]


class Derived(msgspec.Struct, frozen=True):
    """An event as it is to be written. ``datable`` tells that its reports may tell each other's dates."""

    rows: Rows
    packed: bytes
    datable: bool

    @property
    def id(self) -> str:
        """The event's id."""
        return str(self.rows.event["id"])

    @property
    def traits(self) -> Traits:
        """What it is linked to others by."""
        return _unpack(self.packed)

    @property
    def event(self) -> Event:
        """The event without its reports."""
        return _decode_event(str(self.rows.event["event"]))


def derive_told(told: Telling) -> Event | None:
    """The event; null where nobody tells of it."""
    if not told.reports:
        return None
    reports = [_decode_report(report) for report in told.reports]
    return event(reports, told.id, told.origins, told.rivals, told.judgements)


def derive_all(tellings: Sequence[Telling]) -> list[Derived | None]:
    """The events as they are to be written; null where nobody tells of one."""
    found = map(derive_told, tellings)
    return [_derived(event) if event is not None else None for event in found]


def _derived(found: Event) -> Derived:
    return Derived(rows_of(found), _pack(event_traits(found)), _is_datable(found))


def _is_datable(found: Event) -> bool:
    """Whether there is a report to date and one beside it."""
    return len({report.document for report in found.reports}) > 1 and not all(map(_has_day, found.reports))


def _has_day(report: Report) -> bool:
    return report.published is not None and report.published.day is not None
