"""Keeps a file that feed readers follow: what came and changed of a selection, the latest first."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from communique.exporting import Context, find_format, output_to
from communique.record import Filter, Record

__all__ = ["write_atom"]

_CHANGES = 2_000
"""The latest changes of the record from which the feed is made; a reader that asks once a week misses none."""


def write_atom(record: Record, wanted: Filter, path: Path, base_url: str | None) -> None:
    """Writes the feed anew; ``CommuniqueError`` where the file cannot be written."""
    new, changed = record.changed_since(max(record.mark - _CHANGES, 0), wanted)
    context = Context(record=record, at=record.changed_at or datetime.now(UTC), base_url=base_url)
    with output_to(path) as stream:
        find_format("atom").write((*new, *changed), stream, context)
