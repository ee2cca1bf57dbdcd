"""GDELT 2.0 events: the 61 columns of its event table, a row for each pair of sides of an event.

Columns and their meaning are those of the GDELT Event Codebook V2.0 (19 February 2015), as the header file of September
2016 has them (linwoodc3/gdeltPyR, utils/schema_csvs, commit d7ef084); like GDELT's own files this one has no header.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

from communique.codebook import country_codes, known_group, scales, sector, sectors
from communique.exporting._format import Context, Format
from communique.exporting._history import History, history
from communique.exporting._left_out import say_left_out
from communique.exporting._points import point
from communique.exporting._reports import by_date
from communique.exporting._sides import Dyad, Side, dyads
from communique.exporting._text import web_address
from communique.exporting._tsv import tsv_line
from communique.resolving import country_name, is_country
from communique.types import Event, Place, When

__all__ = ["COLUMNS", "FORMAT"]

_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
)
_GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{of}Geo_{name}" for of in ("Actor1", "Actor2", "Action") for name in _GEO),
    *("DATEADDED", "SOURCEURL"),
)
"""The names of the columns, in order."""

Cells = tuple[object, ...]
_MEDIATE = "045"
_COUNTRY, _US_CITY, _WORLD_CITY = 1, 3, 4
"""Types of place; 2 and 5, which are administrative divisions, are not told apart from other regions by us."""
_UNKNOWN: Cells = (None,)
_OF_NOBODY = _UNKNOWN * len(_ACTOR)
_NOWHERE = _UNKNOWN * len(_GEO)
_TYPES = 3
_ID_BITS = 52
"""An id stays exact where numbers are floats (R, JavaScript, spreadsheets): these hold 53 bits."""


def _write(events: Iterable[Event], stream: BinaryIO, context: Context) -> None:
    past, left_out = history(context.record), Counter[str]()
    for event in events:
        code = _code(event)
        if code is None:
            left_out[event.status if event.cameo else "without a CAMEO code"] += 1
            continue
        for dyad in dyads(event):
            stream.write(tsv_line(_row(event, dyad, _MEDIATE if dyad.mediated else code, past)))
    say_left_out("gdelt", left_out)


def _code(event: Event) -> str | None:
    """The CAMEO code: an act that is yet to come is an intention, which CAMEO has for cooperation only."""
    if event.cameo is None or event.status in ("happened", "ongoing"):
        return event.cameo
    return scales().intents.get(event.cameo[:2]) if event.status == "planned" else None


def _row(event: Event, dyad: Dyad, code: str, past: History) -> Iterator[object]:
    reports = by_date(event)
    life = past.lives.get(event.id)
    yield _id(event, dyad)
    # The intention was there when it was first reported; the day that it is about is not that of the event.
    yield from _date(event.start if event.status != "planned" else reports[0].published if reports else None)
    yield from _actor(dyad.first)
    yield from _actor(dyad.second)
    yield int(reports[0].claim.salience == "main") if reports else None
    yield from (code, code[:3], code[:2], scales().quads[code[:2]], scales().goldstein.get(code))
    yield sum(max(1, len(report.claim.mentions)) for report in reports)
    yield from (event.independent_sources, event.sources, None)
    yield from (*_NOWHERE, *_NOWHERE, *_geo(event.place))
    yield f"{life.first:%Y%m%d%H%M%S}" if life is not None else None
    yield (web_address(reports[0].url) or reports[0].source) if reports else None


def _id(event: Event, dyad: Dyad) -> int:
    """A number of its own for each pair of sides, which stays while both take part."""
    sides = (side.key if side else "" for side in (dyad.first, dyad.second))
    digest = hashlib.sha256("\t".join((event.id, *sides)).encode()).digest()
    return int.from_bytes(digest[:8]) >> (64 - _ID_BITS)


def _date(when: When | None) -> Cells:
    """Day, month, year and fraction of the year, each where it is known."""
    if when is None or when.earliest is None or when.latest is None or when.earliest.year != when.latest.year:
        return _UNKNOWN * 4
    month = f"{when.earliest:%Y%m}" if when.earliest.month == when.latest.month else None
    day = when.day
    return (f"{day:%Y%m%d}" if day else None, month, f"{when.earliest:%Y}", _fraction(day) if day else None)


def _fraction(day: date) -> str:
    """GDELT's own arithmetic, by which all months have 30 days: 2015-02-18 is 2015.1315."""
    return f"{day.year}.{10000 * ((day.month - 1) * 30 + day.day) // 365:04}"


def _actor(side: Side | None) -> Cells:
    if side is None:
        return _OF_NOBODY
    codes = country_codes().get(side.face.country or "")
    country = codes.cameo if codes is not None else None
    group = known_group(side.face)
    found = [*dict.fromkeys(code for actor in side.actors if (code := sector(actor)) in sectors().cameo)]
    types = [*found, *_UNKNOWN * _TYPES][:_TYPES]
    code = "".join(part for part in (country, *found[:1], group) if part)
    return (code or None, side.face.name.upper(), country, group, *_UNKNOWN * 3, *types)


def _geo(place: Place | None) -> Cells:
    """The place of the action, with coordinates of cities and landmarks only: those of a country are its capital's."""
    if place is None:
        return _NOWHERE
    codes = country_codes().get(place.country or "")
    fips = codes.fips if codes is not None else None
    if is_country(place):
        return (_COUNTRY, place.name, fips, *_UNKNOWN * 5)
    at = point(place)
    known = at is not None and at.precision in ("city", "venue")
    kind = (_US_CITY if place.country == "USA" else _WORLD_CITY) if known else None
    degrees = (at.lat, at.lon) if at is not None and at.precision != "country" else _UNKNOWN * 2
    name = ", ".join(part for part in (place.name, country_name(place.country or "")) if part)
    return (kind, name, fips, *_UNKNOWN * 2, *degrees, None)


FORMAT = Format(
    name="gdelt",
    suffix=".export.CSV",
    summary="GDELT 2.0, the 61 tab-separated columns of its event table without a header, a row a pair of sides of an "
    "event: for programs that read GDELT.",
    loses="Events that were cancelled, postponed, denied or are possible, and planned ones that are no cooperation, "
    "are left out and counted on standard error. Persons beside the first of a side, topics, roles, contradictions, "
    "judgements, links, and the words that tell of it; tone, ethnic and religious codes, places of actors and "
    "administrative divisions are empty.",
    write=_write,
)
