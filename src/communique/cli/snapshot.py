"""``communique snapshot``: the record's tables as Parquet files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.filesize import decimal
from rich.table import Table
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.cli._reading import reading_record
from communique.cli._terminal import show
from communique.querying import write_snapshot

__all__ = ["snapshot"]


def snapshot(
    folder: Annotated[Path, Parameter(help="Where the files go; it is made where there is none.")],
    /,
    *,
    texts: Annotated[bool, Parameter(help="With the texts of the documents, or without.")] = True,
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """Write the record's tables as Parquet files, all of one moment."""
    with reading_record(record) as opened:
        written = write_snapshot(opened, folder, texts=texts)
    table = Table.grid(padding=(0, 2))
    for justify in ("left", "right", "right"):
        table.add_column(justify=justify, no_wrap=True)
    for file in written:
        table.add_row(Text(str(file.path)), Text(f"{file.rows:,} rows"), Text(decimal(file.size)))
    show(table)
    return 0
