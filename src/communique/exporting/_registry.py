"""The formats by name. A format is one module ``_NAME.py`` of this room that has a ``FORMAT``."""

from __future__ import annotations

from importlib import import_module

from communique.exporting._format import Format
from communique.types import UsageError

__all__ = ["FORMAT_NAMES", "find_format", "formats"]

FORMAT_NAMES = ("csv", "parquet", "jsonl", "geojson", "gexf", "ics", "atom", "jsonld", "ftm", "gdelt", "plover")
"""In the order in which they are listed: tables, maps and networks, calendars and feeds, other schemes."""


def find_format(name: str) -> Format:
    """The format of this name; ``UsageError`` where there is none."""
    if name not in FORMAT_NAMES:
        raise UsageError(f"there is no format {name!r}; there are {', '.join(FORMAT_NAMES)}")
    found: Format = import_module(f"communique.exporting._{name}").FORMAT
    return found


def formats() -> tuple[Format, ...]:
    """All formats."""
    return tuple(map(find_format, FORMAT_NAMES))
