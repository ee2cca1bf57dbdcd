"""``communique sql``: a question in SQL, answered from the record's tables."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.text import Text

from communique.cli._answer import AnswerFormat, write_answer
from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.cli._reading import reading_record
from communique.cli._terminal import ruled_table, show
from communique.exporting import output_to
from communique.querying import answer
from communique.record.tables import TABLES
from communique.types import UsageError

__all__ = ["sql"]


def sql(
    query: Annotated[
        str | None, Parameter(allow_leading_hyphen=True, help="The question; - reads it from standard input.")
    ] = None,
    /,
    *,
    format: Annotated[AnswerFormat, Parameter(help="How to write the answer.")] = "table",
    output: Annotated[Path | None, Parameter(name=["--output", "-o"], help="The file to write.")] = None,
    snapshot: Annotated[Path | None, Parameter(help="The folder of a snapshot, to be asked instead.")] = None,
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """Answer a question in SQL over the record's tables."""
    if query is None:
        _list_tables()
        return 0
    if output is not None and format == "table":
        raise UsageError("a table is for people; with -o choose --format csv, jsonl or parquet")
    text = sys.stdin.read() if query == "-" else query
    if snapshot is not None:
        with answer(snapshot, text) as found, output_to(output) as stream:
            write_answer(found, format, stream)
    else:
        with reading_record(record) as opened, answer(opened, text) as found, output_to(output) as stream:
            write_answer(found, format, stream)
    return 0


def _list_tables() -> None:
    for number, table in enumerate(TABLES):
        columns = ruled_table()
        columns.add_column(Text(table.name, style="bold"), no_wrap=True)
        columns.add_column("", no_wrap=True)
        columns.add_column(Text(table.about), ratio=1)
        for column in table.columns:
            columns.add_row(Text(column.name), Text(column.type, style="dim"), Text(column.meaning))
        show(*([""] if number else []), columns)
