"""Values in the words of a table cell, the same on a terminal, in a page and in a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import PurePath
from urllib.parse import urlsplit

from communique.types.actor import Actor
from communique.types.claim import Change, EventClaim, Figure, Participant
from communique.types.event import Event, Report
from communique.types.place import Place
from communique.types.said import Said
from communique.types.span import Span
from communique.types.when import When

__all__ = [
    "actor_words",
    "change_words",
    "counted",
    "days_words",
    "figure_words",
    "names_of",
    "origin",
    "people_words",
    "place_words",
    "present",
    "quoted",
    "when_words",
]

_FEW = 3


def present(value: str | None) -> str:
    """The value, or a dash where none is known."""
    return value or "–"


def counted(number: int, what: str) -> str:
    """``1 report``, ``2 reports``."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def quoted(span: Span) -> str:
    """The words of a span in quotation marks, on one line."""
    return f"“{' '.join(span.text.split())}”"


def days_words(start: When | None, end: When | None) -> str:
    """``2024-04-08``, ``2024-04-08…09``, ``2024-04-28…05-02``, ``2024-04``, ``undated``."""
    if start is None:
        return f"…{end.edtf}" if end is not None else "undated"
    if end is None or end.edtf == start.edtf:
        return when_words(start)
    if start.day is None or end.day is None:
        return f"{when_words(start)}…{when_words(end)}"
    return f"{start.edtf}…{_rest(start.day, end.day)}"


def when_words(when: When | None) -> str:
    """A date as it is written in EDTF, shortened: an interval of days ``2024-04-02…08``, one of a set
    ``2024-04-05 | 12``."""
    if when is None:
        return "–"
    if when.edtf.startswith("["):
        return _one_of(when.edtf[1:-1].split(","))
    if "/" not in when.edtf or when.earliest is None or when.latest is None:
        return when.edtf
    return f"{when.earliest}…{_rest(when.earliest, when.latest)}"


def _one_of(days: Sequence[str]) -> str:
    """Up to three dates, each without what the one before it says; of more the first and the last."""
    if len(days) > _FEW:
        return f"{days[0]} … {_other(days[0], days[-1])} (1 of {len(days)})"
    return " | ".join([days[0], *(_other(last, day) for last, day in pairwise(days))])


def _other(last: str, day: str) -> str:
    """What of a date is not said by the one before it: ``2024-04-05``, ``2024-04-12`` → ``12``."""
    known, parts = last.split("-"), day.split("-")
    same = next((i for i, (a, b) in enumerate(zip(known, parts, strict=False)) if a != b), len(parts) - 1)
    return "-".join(parts[same:])


def _rest(first: date, last: date) -> str:
    """What of the last day is not said by the first."""
    if first.year != last.year:
        return last.isoformat()
    return f"{last:%m-%d}" if first.month != last.month else f"{last:%d}"


def place_words(place: Place | None) -> str:
    """``Beijing (CHN)``."""
    if place is None:
        return "–"
    return f"{place.name} ({place.country})" if place.country else place.name


def actor_words(actor: Actor) -> str:
    """``Wang Yi, foreign minister (CHN)``; a state is its name."""
    office = f", {actor.office}" if actor.office else ""
    country = f" ({actor.country})" if actor.country and actor.kind != "state" else ""
    return f"{actor.name}{office}{country}"


def people_words(claim: EventClaim | Event) -> str:
    """Who took part, one a line, with the role."""
    return "\n".join(_in_role(participant) for participant in claim.participants) or "–"


def _in_role(participant: Participant) -> str:
    return f"{participant.role}: {participant.actor.name}"


def origin(report: Report | Said) -> str:
    """Who published it, as far as is known: publisher, agency, the site of the URL, else the file's name."""
    site = urlsplit(report.url).hostname if report.url else None
    return report.publisher or report.agency or site or PurePath(report.source).name


def names_of(event: Event) -> dict[str, str]:
    """Document id → who published it, of all reports; others that its disagreements name have their id.

    Of an earlier version (``kite-17@1``) it is the publisher of the present one.
    """
    names = {report.document: origin(report) for report in event.reports}
    told = {document for disputed in event.disagreements for rival in disputed.values for document in rival.reports}
    for document in told - names.keys():
        now, _, _ = document.rpartition("@")
        names[document] = f"{names[now]}, earlier version" if now in names else document
    return names


def figure_words(figure: Figure) -> str:
    """A value with its unit: "3,400,000,000 USD", "10.4 percent"."""
    return amount_words(figure.value, figure.unit)


def amount_words(value: float, unit: str | None) -> str:
    """The same of a value in a unit."""
    told = f"{value:,.0f}" if value == int(value) else f"{value:,g}"
    return f"{told} {unit}" if unit else told


def change_words(change: Change | None) -> str:
    """A change: "up 5 percent from 2022"; empty for none."""
    if change is None:
        return ""
    against = f" against {change.against}" if change.against else ""
    return f"{change.direction} {change.value:,g} {change.unit}{against}"
