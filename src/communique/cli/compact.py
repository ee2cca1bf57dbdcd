"""``communique compact``: the record's file as small as its contents."""

from __future__ import annotations

import sys

from rich.filesize import decimal

from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.record.compaction import compact as pack
from communique.types.words import counted

__all__ = ["compact"]


def compact(*, record: RecordPath = DEFAULT_RECORD) -> int:
    """Take what is left behind out of the record's file, pack it and its indexes, and say what was gained."""
    done = pack(record)
    gained = done.before - done.after
    print(f"{record}: {decimal(done.before)} before, {decimal(done.after)} now, {decimal(max(0, gained))} gained")
    if done.dropped:
        print(f"{counted(done.dropped, 'row')} of what is gone dropped")
    if done.log:
        print(
            f"communique: {decimal(done.log)} of it are the log, which another program still reads; "
            "compact again when it has closed the record",
            file=sys.stderr,
        )
    return 0
