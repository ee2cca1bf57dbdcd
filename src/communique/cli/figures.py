"""``communique figures``: what documents say in numbers, in the form that is asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

from cyclopts import Parameter
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, RecordPath, between
from communique.cli._listing import Format, write_list
from communique.cli._reading import reading_record
from communique.cli._terminal import ruled_table, show
from communique.record import FigureFilter, ToldFigure
from communique.types.words import change_words, figure_words

__all__ = ["figures"]

_COLUMNS = (
    "value unit of period direction change change_unit against attribution document published url start end evidence"
).split()


def figures(
    *,
    of: Annotated[str | None, Parameter(help="Words of what is counted or measured.")] = None,
    unit: Annotated[str | None, Parameter(help="ISO 4217 code, percent, people, km …")] = None,
    document: Annotated[str | None, Parameter(help="A document's id.")] = None,
    from_: Annotated[
        str | None, Parameter(name="--from", help="Period not over before this day, month or year.")
    ] = None,
    to: Annotated[str | None, Parameter(help="Period begun by the end of this day, month or year.")] = None,
    format: Annotated[Format, Parameter(help="How to write them.")] = "table",
    record: RecordPath = DEFAULT_RECORD,
) -> int:
    """List figures as a table, JSON, JSON Lines or CSV."""
    first, last = between(from_, to)
    wanted = FigureFilter(of=of, unit=unit, document=document, from_=first, to=last)
    with reading_record(record) as opened:
        found = opened.figures(wanted)
    write_list(found, format, columns=_COLUMNS, cells=_cells, table=_print)
    return 0


def _cells(told: ToldFigure) -> dict[str, str | float | None]:
    figure, change = told.figure, told.figure.change
    return {
        "value": figure.value,
        "unit": figure.unit,
        "of": figure.of,
        "period": figure.period.edtf if figure.period else None,
        "direction": change.direction if change else None,
        "change": change.value if change else None,
        "change_unit": change.unit if change else None,
        "against": change.against if change else None,
        "attribution": figure.attribution.evidence.text if figure.attribution else None,
        "document": told.document,
        "published": told.published.edtf if told.published else None,
        "url": told.url,
        "start": figure.evidence.start,
        "end": figure.evidence.end,
        "evidence": figure.evidence.text,
    }


def _print(found: Sequence[ToldFigure]) -> None:
    if not found:
        print("no figures", file=sys.stderr)
        return
    table = ruled_table()
    table.add_column("Figure", no_wrap=True)
    table.add_column("Of", ratio=1)
    table.add_column("Period", no_wrap=True)
    table.add_column("Change", ratio=1)
    table.add_column("Document", style="dim", no_wrap=True)
    for told in found:
        figure = told.figure
        period = figure.period.edtf if figure.period else ""
        cells = (figure_words(figure), figure.of or "", period, change_words(figure.change), told.document)
        table.add_row(*(Text(cell) for cell in cells))
    show(table)
