"""The options by which events are chosen, the same for every command that lists them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from communique.record import Filter
from communique.record.filter import first_day, last_day

__all__ = ["DEFAULT_RECORD", "Choice", "RecordPath", "between", "choose"]

DEFAULT_RECORD = Path("communique.db")
RecordPath = Annotated[Path, Parameter(name="--record", help="The record's file.")]


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class Choice:
    """Which events; all conditions must hold.

    Parameters
    ----------
    actor
        An actor's id, or words of the name: "lavrov".
    country
        Country of a participant or of the place, ISO 3166-1 alpha-3: KEN.
    partner
        Country of another participant or of the place, where --country is one.
    kind
        Kind or family: visit, meeting, call, talks, agreement, expulsion …
    type
        PLOVER type: CONSULT, AGREE, SANCTION …
    status
        planned, ongoing, happened, cancelled, postponed, denied or hypothetical.
    from_
        Not over before this day, month or year: 2024-05-13, 2024-05, 2024.
    to
        Begun by the end of this day, month or year.
    place
        Words of the place's name, or its country code.
    topic
        Words of a topic.
    text
        Words that stand in the event or in a report; phrases in double quotes.
    sources
        Told by that many independent sources at least.
    rejected
        Those instead that were judged to be no events.
    """

    actor: str | None = None
    country: str | None = None
    partner: str | None = None
    kind: str | None = None
    type: str | None = None
    status: str | None = None
    from_: Annotated[str | None, Parameter(name="--from")] = None
    to: str | None = None
    place: str | None = None
    topic: str | None = None
    text: str | None = None
    sources: int | None = None
    rejected: Annotated[bool, Parameter(negative=())] = False


def choose(choice: Choice | None) -> Filter:
    """The filter of the options; ``UsageError`` names a date that cannot be read."""
    if choice is None:
        return Filter()
    from_, to = between(choice.from_, choice.to)
    return Filter(
        actor=choice.actor,
        country=choice.country,
        partner=choice.partner,
        kind=choice.kind,
        type=choice.type,
        status=choice.status,
        from_=from_,
        to=to,
        place=choice.place,
        topic=choice.topic,
        text=choice.text,
        sources=choice.sources,
        rejected=choice.rejected,
    )


def between(from_: str | None, to: str | None) -> tuple[date | None, date | None]:
    """The first and the last day of ``--from`` and ``--to``; ``UsageError`` names a date that cannot be read."""
    return first_day("--from", from_) if from_ else None, last_day("--to", to) if to else None
