"""GeoJSON as the geojson library reads it, and where points and lines are."""

import math
from collections.abc import Callable
from typing import Any

import geojson
import msgspec
import pytest

from communique.exporting._geojson import _line
from communique.exporting._points import Point, country_point, point
from communique.types import Event, Place

Write = Callable[..., bytes]


def collection(content: bytes) -> dict[str, Any]:
    found = geojson.loads(content.decode("utf-8"))
    assert isinstance(found, geojson.FeatureCollection)
    assert found.is_valid, found.errors()
    return {feature["properties"]["id"]: feature for feature in found["features"]}


def test_a_point_an_event_with_its_precision(write: Write, events: tuple[Event, ...]) -> None:
    found = collection(write("geojson"))
    assert list(found) == [event.id for event in events]
    by_kind = {feature["properties"]["kind"]: feature for feature in found.values()}
    assert by_kind["visit"]["geometry"] == {"type": "Point", "coordinates": [135.5, 34.69]}
    assert by_kind["visit"]["properties"]["precision"] == "city"
    assert by_kind["visit"]["properties"]["start_earliest"] == "2024-05-13"
    assert by_kind["talks"]["geometry"]["coordinates"] == [-0.22, 5.55]
    assert by_kind["talks"]["properties"]["precision"] == "country"
    assert by_kind["call"]["geometry"] is None
    assert by_kind["call"]["properties"]["precision"] is None


def test_a_journey_is_a_line_from_the_visitors_country(write: Write) -> None:
    (journey,) = collection(write("geojson", geometry="journeys")).values()
    assert journey["geometry"]["type"] == "LineString"
    home, there = journey["geometry"]["coordinates"]
    assert math.dist(home, (36.82, -1.29)) < 1
    assert there == [135.5, 34.69]
    assert journey["properties"]["from_country"] == "KEN"


def test_nobody_travels_to_the_own_country(write: Write, events: tuple[Event, ...]) -> None:
    (visit,) = (event for event in events if event.kind == "visit")
    at_home = msgspec.structs.replace(visit, place=Place("Nairobi", "KEN", -1.28, 36.82))
    assert collection(write("geojson", (at_home,), geometry="journeys")) == {}


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        (Point(-77.0, -12.0, "country"), Point(178.4, -18.1, "country"), 2),
        (Point(178.4, -18.1, "country"), Point(-77.0, -12.0, "country"), 2),
        (Point(36.8, -1.3, "country"), Point(135.5, 34.7, "city"), 1),
    ],
)
def test_a_line_over_the_antimeridian_is_cut(start: Point, end: Point, parts: int) -> None:
    line = geojson.loads(msgspec.json.encode(_line(start, end)))
    assert line.is_valid
    lines = line["coordinates"] if parts == 2 else [line["coordinates"]]
    assert len(lines) == parts
    for first, second in lines:
        assert abs(first[0] - second[0]) <= 180
    assert (lines[0][0], lines[-1][-1]) == ([start.lon, start.lat], [end.lon, end.lat])


@pytest.mark.parametrize(
    ("place", "precision"),
    [
        (Place("China", "CHN", 39.92, 116.38, "Q148"), "country"),
        (Place("Beijing", "CHN", 39.92, 116.38, "Q956"), "city"),
        (Place("Great Hall of the People", "CHN", 39.9, 116.39), "venue"),
        (Place("Black Sea", None, 43.4, 34.3), "region"),
        (Place("White House", "USA"), "venue"),
        (Place("an undisclosed place", "USA"), "country"),
        (Place("Somewhere", "USA", 1.0, 2.0), "unknown"),
    ],
)
def test_how_precise_a_place_is(place: Place, precision: str) -> None:
    found = point(place)
    assert found is not None
    assert found.precision == precision


def test_a_place_of_no_country_without_coordinates_has_no_point() -> None:
    assert point(Place("somewhere")) is None
    assert country_point(None) is None
