"""Builds the generated tables of the codebook from their sources.

    python -m scripts.make_tables           writes src/communique/codebook/{countries,cities,persons,elections}.jsonl
    python -m scripts.make_tables --check   says which tables are not what the sources give; exit code 1

It is run in the root of the checkout, with the ``dev`` extra installed (``pip install -e '.[dev]'``).

Sources: what is written by hand in ``scripts/tables``; rigour and pycountry (PyPI); and, beside the
checkout in ``../shared/data``, the CIA World Factbook (public domain), the Phoenix actor dictionary
(Open Event Data Alliance, MIT) and the elections of REIGN (MIT).
Where ``../shared`` is missing, nothing can be built: exit code 2.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

from scripts.tables.cities import make_cities
from scripts.tables.countries import make_countries
from scripts.tables.elections import make_elections
from scripts.tables.factbook import factbook
from scripts.tables.persons import make_persons
from scripts.tables.sources import ELECTIONS, FACTBOOK, PHOENIX, SHARED, TABLES, Record


def main(arguments: list[str]) -> int:
    """Writes or checks all tables."""
    if not (FACTBOOK.exists() and PHOENIX.exists() and ELECTIONS.exists()):
        print(f"{SHARED}: the sources are not there", file=sys.stderr)
        return 2
    tables = build_tables()
    if "--check" not in arguments:
        for name, text in tables.items():
            (TABLES / name).write_text(text, encoding="utf-8")
        return 0
    drifted = [name for name, text in tables.items() if _current(name) != text]
    for name in drifted:
        print(f"{name}: not what its sources give; run python -m scripts.make_tables", file=sys.stderr)
    return 1 if drifted else 0


def build_tables() -> dict[str, str]:
    """File name → content of every generated table."""
    facts = factbook()
    countries = list(make_countries(facts))
    states = {row["code"] for row in countries if row["kind"] == "state"}
    return {
        "countries.jsonl": _jsonl(countries),
        "cities.jsonl": _jsonl(make_cities(countries)),
        "persons.jsonl": _jsonl(make_persons({code: facts[code] for code in facts if code in states})),
        "elections.jsonl": _jsonl(make_elections({code: facts[code] for code in facts if code in states})),
    }


def _current(name: str) -> str:
    path = TABLES / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _jsonl(rows: Iterable[Record]) -> str:
    return "".join(json.dumps(_filled(row), ensure_ascii=False) + "\n" for row in rows)


def _filled(row: Record) -> Record:
    return {name: value for name, value in row.items() if value not in (None, [], "", False)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
