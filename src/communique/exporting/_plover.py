"""PLOVER events in the columns of POLECAT, the data set that its makers publish.

The columns, their order, the semicolons between actors and ``None`` for what is not known are those of POLECAT's weekly
files (https://doi.org/10.7910/DVN/AJGVIT) as programs show them that read them: the header stands in loaders of the
files of 2018, later ones call ``Intensity`` ``Event Intensity``, and the excess ``Headline`` of some is a fault
(https://andybeger.com/blog/2024-05-21-polecat-event-data). We had none of them at hand. Codes are those of the PLOVER
manual, draft 0.8 (openeventdata/PLOVER, commit 6b85b9a).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from typing import BinaryIO

import msgspec

from communique.codebook import codebook, country_codes, scales, sector, topics
from communique.exporting._format import Context, Format
from communique.exporting._left_out import say_left_out
from communique.exporting._points import point
from communique.exporting._reports import by_date
from communique.exporting._tsv import tsv_line
from communique.resolving import is_country
from communique.types import Actor, Event, Participant, Place, Report, When
from communique.types.words import origin

__all__ = ["COLUMNS", "FORMAT"]

COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename"),
    *("Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations"),
    *("Language", "Version"),
)
"""The names of the columns, in order."""

Cells = tuple[object, ...]
_UNKNOWN = "None"
_BETWEEN_ACTORS = "; "
_WITHIN = "|"
"""Between several values of one thing."""
_SOURCES = ("visitor", "actor", "party")
_RECIPIENTS = ("host", "target", "recipient")
_INTENT = "AGREE"
_NOT_HAPPENED = ("cancelled", "postponed", "denied")


class _Reading(msgspec.Struct, frozen=True):
    """An event as PLOVER reads it; ``context`` is a special one."""

    type: str
    mode: str | None
    context: str | None = None


def _write(events: Iterable[Event], stream: BinaryIO, context: Context) -> None:
    stream.write(tsv_line(COLUMNS))
    coder = f"communique {version('communique')}, codebook {codebook().version}"
    left_out = Counter[str]()
    for event in events:
        if event.status in _NOT_HAPPENED:
            left_out[event.status] += 1
        else:
            cells = (*_row(event, context), coder)
            stream.write(tsv_line(_UNKNOWN if cell is None else cell for cell in cells))
    say_left_out("plover", left_out)


def _read(event: Event) -> _Reading:
    """The manual, AGREE: cooperative acts told in future tense are intentions. Others have a special context (1.3)."""
    if event.status == "planned" and scales().plover[event.type].quad.endswith("COOPERATION"):
        return _Reading(_INTENT, None)
    special = {"planned": "future", "hypothetical": "hypothetical"}.get(event.status)
    return _Reading(event.type, event.mode, special)


def _row(event: Event, context: Context) -> Iterator[object]:
    reading, reports = _read(event), by_date(event)
    scale = scales().plover[reading.type]
    first = reports[0] if reports else None
    # An intention was there when it was first reported; the day that it is about is not that of the event.
    intent = reading.type == _INTENT and event.status == "planned"
    yield event.id
    yield _day((first.published if first else None) if intent else event.start)
    yield from (reading.type, reading.mode, scale.score, scale.quad, _contexts(event, reading))
    yield from _actors(event.participants, _SOURCES)
    yield from _actors(event.participants, _RECIPIENTS)
    yield from _place(event.place)
    yield from (origin(first) if first else None, _day(first.published if first else None))
    yield from _story(reports)
    yield _language(first, context)


def _day(when: When | None) -> str | None:
    return when.day.isoformat() if when is not None and when.day is not None else None


def _contexts(event: Event, reading: _Reading) -> str | None:
    known = {topic.name: topic.context for topic in topics()}
    found = [reading.context, *(known.get(topic.name) for topic in event.topics)]
    return _joined(dict.fromkeys(context for context in found if context), _WITHIN)


def _actors(participants: Iterable[Participant], roles: Sequence[str]) -> Iterator[object]:
    """The eight columns of one side; each has a value for every actor, in the same order."""
    side = [participant for participant in participants if participant.role in roles]
    yield _each(_plain(p.actor.name) for p in side)
    yield _each(_country(p.actor) for p in side)
    yield _each(_cow(p.actor) for p in side)
    yield from [_each(sector(p.actor) for p in side)] * 2  # the primary sector is the only one that we tell
    yield _each(_plain(p.actor.office) for p in side)
    yield _each(_plain(p.evidence.text) for p in side)
    yield None  # Wikipedia's name of an article; we know Wikidata ids


def _each(values: Iterable[str | None]) -> str | None:
    return _joined((value or _UNKNOWN for value in values), _BETWEEN_ACTORS)


def _joined(values: Iterable[str], between: str) -> str | None:
    return between.join(values) or None


def _plain(text: str | None) -> str | None:
    """Text without the sign that stands between actors."""
    return text.replace(";", ",") if text is not None else None


def _country(actor: Actor) -> str | None:
    """ISO 3166-1 alpha-3; PLOVER's code of those that belong to no country (table of non-state actor codes)."""
    found = sector(actor) if actor.kind == "organisation" else None
    return actor.country or (found if found in ("IGO", "NGO") else None)


def _cow(actor: Actor) -> str | None:
    codes = country_codes().get(actor.country or "")
    return str(codes.cow) if codes is not None and codes.cow is not None else None


def _place(place: Place | None) -> Cells:
    """The ten columns of the place; coordinates are those of cities and venues, not of a country's capital."""
    if place is None:
        return (None,) * 10
    at = point(place)
    city = place.name if at is not None and at.precision == "city" else None
    degrees = (at.lat, at.lon) if at is not None and at.precision != "country" else (None, None)
    geonames = place.id if place.id is not None and place.id.isdecimal() else None
    raw = place.evidence.text if place.evidence is not None else None
    feature = "PCLI" if is_country(place) else None  # GeoNames: independent political entity
    return (place.name, city, None, None, place.country, *degrees, geonames, raw, feature)


def _story(reports: Iterable[Report]) -> Cells:
    """Persons, organisations and places that the reports tell of together with the event."""
    claims = [report.claim for report in reports]
    actors = [participant.actor for claim in claims for participant in claim.participants]
    people = (_plain(actor.name) for actor in actors if actor.kind == "person")
    bodies = (_plain(actor.name) for actor in actors if actor.kind in ("organisation", "government"))
    places = (_plain(claim.place.name) for claim in claims if claim.place is not None)
    return tuple(_joined(dict.fromkeys(v for v in values if v), _BETWEEN_ACTORS) for values in (people, bodies, places))


def _language(report: Report | None, context: Context) -> str | None:
    coding = context.record.document(report.document) if report is not None else None
    return coding.document.language if coding is not None else None


FORMAT = Format(
    name="plover",
    suffix=".txt",
    summary="PLOVER, the tab-separated columns of POLECAT with a header, a row an event: for those who work with "
    "POLECAT.",
    loses="Events that were cancelled, postponed or denied are left out and counted on standard error. A date that is "
    "no day is None. Planned cooperation is AGREE, as PLOVER reads it. Mediators, contradictions, judgements, links, "
    "and the words that tell of it; districts, provinces and Wikipedia ids are None.",
    write=_write,
)
