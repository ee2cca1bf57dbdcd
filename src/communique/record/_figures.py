"""Figures of a record: what they are asked for by in a table of their own, the rest in the codings of documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from communique.record._positions import at_positions
from communique.record._queries import conditions_of, prefix_expression
from communique.record.figure import FigureFilter, ToldFigure, figures_of
from communique.resolving import plain
from communique.types import Coding

__all__ = ["FIGURE_COLUMNS", "each_figure", "figure_rows"]

# Field of the filter → SQL condition on a figure. One that is known to the month lies in bounds that it touches.
_CONDITIONS = {
    "of": "figures.number IN (SELECT rowid FROM figures_fts WHERE words MATCH :of)",
    "unit": "unit = :unit",
    "document": "document = (SELECT number FROM documents WHERE id = :document)",
    "from_": "(last >= :from_ OR (last IS NULL AND first IS NOT NULL))",
    "to": "(first <= :to OR (first IS NULL AND last IS NOT NULL))",
}
FIGURE_COLUMNS = ("document", "position", "unit", "first", "last", "words")
_QUESTION = "SELECT document, position FROM figures WHERE {} ORDER BY document, position"


def figure_rows(number: int, coding: Coding) -> list[tuple[int | str | None, ...]]:
    """What the figures of the document of this ``number`` are asked for by: ``FIGURE_COLUMNS``."""
    rows: list[tuple[int | str | None, ...]] = []
    for position, figure in enumerate(coding.figures):
        days = (figure.period.earliest, figure.period.latest) if figure.period else (None, None)
        first, last = (day.isoformat() if day else None for day in days)
        unit = figure.unit.lower() if figure.unit is not None else None
        rows.append((number, position, unit, first, last, plain(figure.of or "")))
    return rows


def each_figure(connection: sqlite3.Connection, wanted: FigureFilter) -> Iterator[ToldFigure]:
    """The figures that meet all conditions, by document in the order in which they came, as each tells them."""
    where, values = conditions_of(wanted, _CONDITIONS)
    if "of" in values:
        values["of"] = prefix_expression(values["of"])
    if "unit" in values:
        values["unit"] = values["unit"].lower()
    return at_positions(connection, connection.execute(_QUESTION.format(where), values), figures_of)
