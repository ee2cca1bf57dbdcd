"""Builds the table of countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pycountry
import yaml
from rigour.territories import get_territories
from scripts.tables.factbook import factbook_names, text_of
from scripts.tables.sources import BY_HAND, Facts, Record
from scripts.tables.words import unique

__all__ = ["make_countries"]

_CODES_BEYOND_ISO = {"XKX": "Kosovo"}

# Codes of ISO 3166-3. Rigour lacks South Yemen (YMD) and North Vietnam (VDR), which are written by hand alone.
_FORMER = ("SUN", "YUG", "SCG", "CSK", "DDR", "YMD", "VDR", "ANT")


# Not members of the United Nations, yet they deal with others as states do.
_OTHER_STATES = {"TWN", "XKX", "PSE", "VAT"}

_DEGREES = re.compile(r"(\d+)(?: (\d+))? ([NSEW])")


def make_countries(facts: Facts) -> Iterator[Record]:
    """The table of countries, by code."""
    by_hand = yaml.safe_load((BY_HAND / "countries.yaml").read_text(encoding="utf-8"))
    territories = {t.alpha3.upper(): t for t in get_territories() if t.alpha3}
    iso = {country.alpha_3: country.name for country in pycountry.countries}
    for code in sorted({*iso, *_CODES_BEYOND_ISO, *_FORMER}):
        yield _country(code, territories.get(code), facts.get(code, {}), by_hand.get(code, {}))


def _country(code: str, territory: Any | None, entry: Record, hand: Record) -> Record:
    lat, lon = _coordinates(entry)
    listed = [territory.name, territory.full_name] if territory else []
    former = [_former_name(name) for name in hand.get("former", ())]
    names = [*listed, *factbook_names(entry), *hand.get("names", ()), *(name["name"] for name in former)]
    row: Record = {
        "code": code,
        "name": hand.get("name") or listed[0].removesuffix(" SAR"),
        "kind": _country_kind(code, entry),
        "wikidata": hand.get("wikidata", territory.qid if territory else None),
    }
    bare = (re.sub(r" \(.*\)$", "", name) for name in [row["name"], *names])
    row["names"] = [name for name in unique(bare) if name not in hand.get("drop", ())]
    row["adjectives"] = hand.get("adjectives", _adjectives(entry))
    row["demonyms"] = hand.get("demonyms", _demonyms(entry))
    row["combining"] = hand.get("combining", [])
    row["capital"] = hand.get("capital", _capital(entry))
    row |= {"lat": hand.get("lat", lat), "lon": hand.get("lon", lon)}
    row |= {edge: str(hand[edge]) for edge in ("start", "end") if edge in hand}
    return row | {"former_names": former}


def _former_name(hand: Record) -> Record:
    """A name that the state bore; the days are ISO 8601."""
    return {field: str(value) for field, value in hand.items()}


def _country_kind(code: str, entry: Record) -> str:
    if code in _FORMER:
        return "former"
    memberships = entry.get("International organization participation", {}).get("text", "").split(", ")
    return "state" if "UN" in memberships or code in _OTHER_STATES else "territory"


def _adjectives(entry: Record) -> list[str]:
    return _words(text_of(entry, "Nationality", "adjective"))


def _demonyms(entry: Record) -> list[str]:
    """Singulars and plurals: "Algerian(s)" gives "Algerian" and "Algerians"."""
    nouns = text_of(entry, "Nationality", "noun")
    return unique(form for noun in re.split(r", | or ", nouns) for form in (*_words(noun), *_plural(noun)) if form)


def _plural(noun: str) -> list[str]:
    return [noun.removesuffix("(s)").strip() + "s"] if noun.endswith("(s)") else []


def _words(text: str) -> list[str]:
    bare = re.sub(r"\([^)]*\)", "", text.split(";")[0])
    return unique(word.strip() for word in re.split(r", | or |/", bare) if word.strip()[:1].isupper())


def _capital(entry: Record) -> str | None:
    name = re.split(r"[(;,]| \[", text_of(entry, "Capital", "name"))[0].strip()
    return name.removesuffix(" City") if name == "Singapore City" else name or None


def _coordinates(entry: Record) -> tuple[float | None, float | None]:
    """Decimal degrees from "36 45 N, 3 03 E"."""
    text = text_of(entry, "Capital", "geographic coordinates")
    pairs = _DEGREES.findall(text)[:2]
    if len(pairs) < 2:
        return None, None
    lat, lon = (round((int(d) + int(m or 0) / 60) * (-1 if side in "SW" else 1), 2) for d, m, side in pairs)
    return lat, lon
