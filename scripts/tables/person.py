"""A person as the builders pass it on."""

from __future__ import annotations

import re
from typing import NamedTuple

from scripts.tables.sources import Record
from scripts.tables.words import FAMILY_FIRST

__all__ = ["Named", "person_row"]


class Named(NamedTuple):
    """A name as a source gives it, split into what stands before, in and after the family name."""

    given: list[str]
    family: list[str]
    rest: list[str]


def person_row(code: str, named: Named, offices: list[list[str | None]], source: str) -> Record:
    """The record of a person; family names that stand first are kept there, middle names go to spellings."""
    given = [token for token in named.given if not re.fullmatch(r"[A-Z]\.", token)]
    full = " ".join([*named.given, *named.family, *named.rest])
    short = " ".join([*given[:1], *named.family]) if given and code not in FAMILY_FIRST else full
    family = " ".join(named.family)
    numbered = re.fullmatch(r"(.+) [IVX]+", family)  # monarchs have a name and a number, no family name
    return {
        "name": short,
        "country": code,
        "family_name": None if numbered else family or None,
        "short_names": [numbered[1]] if numbered else [],
        "spellings": [] if full == short else [full],
        "offices": offices,
        "wikidata": None,
        "source": source,
    }
