"""Reads the government section of the CIA World Factbook."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from rigour.territories import lookup_territory
from scripts.tables.sources import FACTBOOK, Facts, Record

__all__ = ["factbook", "factbook_names", "text_of"]


# The factbook's files for entities that its names do not lead to, or that ISO splits or joins.
_FACTBOOK_CODES = {"vq.json": "VIR", "fk.json": "FLK", "sv.json": "SJM"}


def factbook() -> Facts:
    """The factbook's entries that have an ISO code."""
    entries = json.loads(FACTBOOK.read_text(encoding="utf-8"))
    coded = ((_factbook_code(path, entry), entry) for path, entry in sorted(entries.items()))
    return {code: entry for code, entry in coded if code}


def _factbook_code(path: str, entry: Record) -> str | None:
    if code := _FACTBOOK_CODES.get(Path(path).name):
        return code
    for name in factbook_names(entry):
        territory = lookup_territory(name)
        if territory and territory.alpha3:
            return territory.alpha3.upper()
    return None


def factbook_names(entry: Record) -> list[str]:
    """The conventional short and long form, where the entry has them."""
    fields = ("conventional short form", "conventional long form")
    names = (text_of(entry, "Country name", field) for field in fields)
    return [name for name in names if name and name != "none" and len(name) < 60]


def text_of(entry: Record, section: str, field: str) -> str:
    """A field of the entry as plain text, "" where it is missing."""
    raw = ((entry.get(section) or {}).get(field) or {}).get("text") or ""
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(raw)).split())
