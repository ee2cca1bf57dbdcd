"""Builds the table of national elections: what news counts days from ("two days after the vote")."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, datetime

from rigour.territories import lookup_territory
from scripts.tables.factbook import text_of
from scripts.tables.sources import BY_HAND, ELECTIONS, Facts, Record

__all__ = ["make_elections"]

_FIRST_YEAR = 1990
_OF = {"X": "president", "L": "parliament", "R": "vote"}
# REIGN's names that rigour does not know, or knows as another state's.
_CODES = {
    "Serbia (Yugoslavia)": "SRB",
    "Myanmar (Burma)": "MMR",
    "St. Vincent": "VCT",
    "Surinam": "SUR",
    "Congo": "COG",
    "Kyrgyz Republic": "KGZ",
    "Bosnia-Herzegovina": "BIH",
}
_NO_MORE = frozenset({"Czechoslovakia", "Democratic Republic of Vietnam"})
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")


def make_elections(facts: Facts) -> list[Record]:
    """All elections since 1990 of which the day is known, by country and day."""
    rows = [*_by_hand(), *_by_reign(), *_by_factbook(facts)]
    days = {(row["country"], row["day"]): row for row in reversed(rows)}
    return [days[key] for key in sorted(days)]


def _by_hand() -> Iterator[Record]:
    with (BY_HAND / "elections.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            yield {**row, "source": "editors"}


def _by_reign() -> Iterator[Record]:
    """The votes that REIGN lists with their day; of those annulled and only announced none."""
    with ELECTIONS.open(encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file):
            held = row["event"].startswith("Vote") and row["elec_day"].strip() and row["country"] not in _NO_MORE
            code = _code(row["country"]) if held else None
            if code is not None and int(row["elec_year"]) >= _FIRST_YEAR:
                day = _day(row["elec_year"], row["elec_month"], row["elec_day"])
                if day is not None:
                    yield {"country": code, "day": day, "of": _OF[row["type"].strip()], "source": "reign"}


def _code(name: str) -> str | None:
    if name in _CODES:
        return _CODES[name]
    territory = lookup_territory(name)
    return (territory.alpha3 or "").upper() if territory is not None else None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _by_factbook(facts: Facts) -> Iterator[Record]:
    """The newest election of the head of state; a state whose head is chosen by a few has none."""
    for code, entry in facts.items():
        chosen = text_of(entry, "Executive branch", "election/appointment process")
        told = text_of(entry, "Executive branch", "most recent election date")
        if "directly elected" in chosen and _DAY.fullmatch(told):
            day = datetime.strptime(told, "%d %B %Y").date()
            yield {"country": code, "day": day.isoformat(), "of": "president", "source": "factbook"}
