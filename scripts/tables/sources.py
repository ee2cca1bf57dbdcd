"""Where the sources of the tables lie, and the records that they are read into."""

from __future__ import annotations

from pathlib import Path
from typing import Any

__all__ = ["BY_HAND", "ELECTIONS", "FACTBOOK", "PHOENIX", "ROOT", "SHARED", "TABLES", "Facts", "Record"]

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
FACTBOOK = SHARED / "gazetteers-factbook" / "factbook-government.json"
PHOENIX = SHARED / "gazetteers-phoenix" / "Phoenix.Countries.actors.txt"
ELECTIONS = SHARED / "gazetteers-reign" / "data_sets" / "electionlist_3_21.csv"
BY_HAND = ROOT / "scripts" / "tables"
TABLES = ROOT / "src" / "communique" / "codebook"

Record = dict[str, Any]

Facts = dict[str, Record]
"""Alpha-3 code → the factbook's government section."""
