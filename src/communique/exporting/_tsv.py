"""Lines of tab-separated values as event data sets have them: without quoting, which their readers do not expect."""

from __future__ import annotations

from collections.abc import Iterable

from communique.exporting._text import spreadsheet_safe

__all__ = ["tsv_line"]


def tsv_line(cells: Iterable[object]) -> bytes:
    """A line of cells; null is empty.

    Tabs and line ends of a text become blanks, and double quotes single ones, so that readers that know quoting and
    readers that do not see the same cells.
    """
    return ("\t".join(map(_cell, cells)) + "\n").encode()


def _cell(value: object) -> str:
    if not isinstance(value, str):
        return "" if value is None else str(value)
    return str(spreadsheet_safe(" ".join(value.split()).replace('"', "'")))
