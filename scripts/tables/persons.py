"""Builds the table of persons."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from scripts.tables.factbook_leaders import factbook_persons
from scripts.tables.phoenix_leaders import phoenix_persons
from scripts.tables.sources import BY_HAND, Facts, Record
from scripts.tables.words import fold, unique

__all__ = ["make_persons"]


def make_persons(facts: Facts) -> list[Record]:
    """The table of persons, by country and name. Who was written by hand outranks the sources."""
    people: list[Record] = [*persons_by_hand(), *factbook_persons(facts), *phoenix_persons(set(facts))]
    merged: list[Record] = []
    known: dict[tuple[str | None, str], Record] = {}
    for person in people:
        keys = [(person["country"], fold(name)) for name in (person["name"], *person["spellings"])]
        same = next((known[key] for key in keys if key in known), None)
        if same is None:
            merged.append(person)
        else:
            same["spellings"] = unique([*same["spellings"], *_new_names(same, person)])
            same["offices"] = same["offices"] or person["offices"]
        known |= {key: same or person for key in keys if key not in known}
    return sorted(merged, key=lambda person: (person["country"] or "", person["name"]))


def _new_names(same: Record, person: Record) -> list[str]:
    return [name for name in (person["name"], *person["spellings"]) if name != same["name"]]


def persons_by_hand() -> Iterator[Record]:
    with (BY_HAND / "persons.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            yield {
                "name": row["name"],
                "country": row["country"] or None,
                "family_name": row["family_name"] or None,
                "short_names": [name for name in row["short_names"].split("|") if name],
                "spellings": [name for name in row["spellings"].split("|") if name],
                "offices": [_tenure(cell) for cell in row["offices"].split(";") if cell.strip()],
                "wikidata": row["wikidata"] or None,
                "source": "editors",
            }


def _tenure(cell: str) -> list[str | None]:
    """``president@UN 2000-05/2008`` → office, start, end, organisation."""
    office, _, dates = cell.strip().partition(" ")
    office, _, organisation = office.partition("@")
    start, _, end = dates.partition("/")
    return [office, start or None, end or None, organisation or None]
