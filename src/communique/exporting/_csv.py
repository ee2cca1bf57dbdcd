"""CSV (RFC 4180): a flat table of events, or of what events have several of."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable
from typing import BinaryIO

from communique.exporting._format import Context, Format, Option
from communique.exporting._tables import TABLES
from communique.exporting._text import spreadsheet_safe
from communique.types import Event

__all__ = ["FORMAT"]

_TABLE = Option(
    name="table",
    values=tuple(TABLES),
    summary="Which table; their column event is the id of an event.",
)
_ENCODING = Option(
    name="encoding",
    values=("utf-8", "utf-8-bom"),
    summary="With a byte order mark Excel on Windows reads accents and other scripts right.",
)
_PYTHON_NAMES = {"utf-8": "utf-8", "utf-8-bom": "utf-8-sig"}


def _write(events: Iterable[Event], stream: BinaryIO, context: Context) -> None:
    table = TABLES[_TABLE.chosen(context)]
    text = codecs.getwriter(_PYTHON_NAMES[_ENCODING.chosen(context)])(stream)  # io's would close the stream on an error
    writer = csv.DictWriter(text, table.columns)  # its own dialect ends lines with CR LF and quotes as RFC 4180 says
    writer.writeheader()
    linking = context.record.linking()
    for event in events:
        for row in table.rows(event, linking):
            writer.writerow({name: spreadsheet_safe(cell) for name, cell in row.items()})


FORMAT = Format(
    name="csv",
    suffix=".csv",
    summary="CSV, one row an event, or one of the longer tables with a row a participant, topic, report …: for "
    "spreadsheets, R and pandas.",
    loses="The words and places in the text behind dates, places, topics, status and words used; of a report its main "
    "evidence is kept, and where its participants stand. A table holds what it is a table of. Text that begins like a "
    "formula gets an apostrophe before it.",
    write=_write,
    options=(_TABLE, _ENCODING),
)
