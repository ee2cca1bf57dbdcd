"""Builds the table of cities."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from scripts.tables.sources import BY_HAND, Record
from scripts.tables.words import fold

__all__ = ["make_cities"]


def make_cities(countries: list[Record]) -> Iterator[Record]:
    """The table of cities, by country: those written by hand, and capitals that are not among them."""
    with (BY_HAND / "cities.csv").open(encoding="utf-8", newline="") as file:
        rows = [_city(row, countries) for row in csv.DictReader(file)]
    known = {(row["country"], fold(name)) for row in rows for name in row["names"]}
    for country in countries:
        capital = country.get("capital")
        if capital and country["kind"] != "former" and (country["code"], fold(capital)) not in known:
            rows.append(_capital_row(country, capital))
    yield from sorted(rows, key=lambda row: (row["country"] or "", row["name"]))


def _city(row: dict[str, str], countries: list[Record]) -> Record:
    names = [row["name"], *filter(None, row["names"].split("|"))]
    country = next((c for c in countries if c["code"] == row["country"]), {})
    return {
        "name": row["name"],
        "country": row["country"] or None,
        "kind": row["kind"] or "city",
        "lat": float(row["lat"]) if row["lat"] else country["lat"],
        "lon": float(row["lon"]) if row["lon"] else country["lon"],
        "names": names,
        "id": row["id"] or None,
        "capital": row["capital"] == "true",
        "seat_of_government": row["seat_of_government"] == "true",
        "bare": [reading for reading in row["bare"].split("|") if reading],
    }


def _capital_row(country: Record, capital: str) -> Record:
    place = {"name": capital, "country": country["code"], "kind": "city", "names": [capital]}
    return place | {"lat": country["lat"], "lon": country["lon"], "capital": True}
