"""Opens a record to be read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.record import Record, open_record

__all__ = ["reading_record"]


@contextmanager
def reading_record(path: Path) -> Iterator[Record]:
    """The record, opened to be read only; says so where a run of ``read`` was cut short."""
    with open_record(path, read_only=True) as record:
        if record.pending:
            print(
                "communique: reading was interrupted or is going on; some documents are not in the events "
                "yet (communique read completes them)",
                file=sys.stderr,
            )
        yield record
