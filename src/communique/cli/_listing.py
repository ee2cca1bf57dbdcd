"""What a command lists, in the form that is asked for."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeVar

from communique.cli._terminal import write_json, write_json_lines
from communique.exporting import spreadsheet_safe

__all__ = ["Format", "write_list"]

Format = Literal["table", "json", "jsonl", "csv"]
T = TypeVar("T")


def write_list(
    found: Sequence[T],
    format: Format,
    *,
    columns: Sequence[str],
    cells: Callable[[T], Mapping[str, object]],
    table: Callable[[Sequence[T]], None],
) -> None:
    """Print ``found``; ``cells`` gives a row of CSV by its ``columns``, ``table`` prints all for a reader."""
    if format == "json":
        write_json(found)
    elif format == "jsonl":
        write_json_lines(found)
    elif format == "csv":
        writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: spreadsheet_safe(cell) for name, cell in cells(one).items()} for one in found)
    else:
        table(found)
