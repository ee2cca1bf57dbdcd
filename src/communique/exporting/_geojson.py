"""GeoJSON (RFC 7946): events as points with the precision told, or journeys as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from communique.exporting._format import Context, Format, Option
from communique.exporting._points import Point, country_point, point
from communique.exporting._tables import event_row
from communique.types import Event

__all__ = ["FORMAT"]

_GEOMETRY = Option(
    name="geometry",
    values=("points", "journeys"),
    summary="A point an event; or a line from each visitor's country to the place, for visits only.",
)
Feature = Mapping[str, Any]


def _write(events: Iterable[Event], stream: BinaryIO, context: Context) -> None:
    features = _point if _GEOMETRY.chosen(context) == "points" else _journeys
    stream.write(b'{"type":"FeatureCollection","features":[')
    before = b"\n"
    for event in events:
        for feature in features(event):
            stream.write(before + msgspec.json.encode(feature))
            before = b",\n"
    stream.write(b"\n]}\n")


def _point(event: Event) -> Iterator[Feature]:
    at = point(event.place) if event.place is not None else None
    geometry = {"type": "Point", "coordinates": (at.lon, at.lat)} if at is not None else None
    yield _feature(event.id, geometry, _properties(event) | {"precision": at.precision if at else None})


def _journeys(event: Event) -> Iterator[Feature]:
    """One line a country of visitors, since its visitors travel together; none within a country."""
    there = point(event.place) if event.place is not None else None
    if there is None or event.place is None:
        return
    countries = dict.fromkeys(p.actor.country for p in event.participants if p.role == "visitor")
    for country in countries:
        home = country_point(country)
        if home is not None and country != event.place.country:
            told = {"from_country": country, "precision": there.precision}
            yield _feature(f"{event.id}-{country}", _line(home, there), _properties(event) | told)


def _line(start: Point, end: Point) -> Feature:
    """The shorter way; one that crosses the antimeridian in two parts (RFC 7946, section 3.1.9)."""
    if abs(end.lon - start.lon) <= 180:
        return {"type": "LineString", "coordinates": ((start.lon, start.lat), (end.lon, end.lat))}
    edge = 180.0 if start.lon > 0 else -180.0
    way = 360 - abs(end.lon - start.lon)
    lat = round(start.lat + (end.lat - start.lat) * abs(edge - start.lon) / way, 2)
    return {
        "type": "MultiLineString",
        "coordinates": (((start.lon, start.lat), (edge, lat)), ((-edge, lat), (end.lon, end.lat))),
    }


def _properties(event: Event) -> dict[str, Any]:
    """Those of the table of events, flat: maps show no nested values."""
    return {name: cell for name, cell in event_row(event).items() if name not in ("lat", "lon")}


def _feature(identifier: str, geometry: Feature | None, properties: Feature) -> Feature:
    return {"type": "Feature", "id": identifier, "geometry": geometry, "properties": properties}


FORMAT = Format(
    name="geojson",
    suffix=".geojson",
    summary="GeoJSON, a point an event with the precision told, or a line a journey: for QGIS, Leaflet and kepler.gl.",
    loses="Reports, evidence, figures, roles, offices, words used, judgements and links: the properties are the "
    "columns of the CSV table of events. An event without a place has no geometry; as journeys only visits to a known "
    "place from abroad are written.",
    write=_write,
    options=(_GEOMETRY,),
)
