"""Which figures are asked for, and a figure with the document that tells it."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

import msgspec

from communique.types import Coding, Figure, When

__all__ = ["FigureConditions", "FigureFilter", "ToldFigure", "figures_of"]


class FigureFilter(msgspec.Struct, frozen=True, kw_only=True):
    """All conditions must hold; null ones do not count.

    ``of`` are words of what is counted or measured, ``unit`` a unit as figures have it ("USD", "people",
    "percent"), ``document`` a document's id. ``from_`` and ``to`` bound the period, both inclusive; a figure
    without a period is in no bounds.
    """

    of: str | None = None
    unit: str | None = None
    document: str | None = None
    from_: date | None = None
    to: date | None = None


class FigureConditions(TypedDict, total=False):
    """The fields of a ``FigureFilter`` as keywords; a day may be text: ``2024-05-13``, ``2024-05``, ``2024``."""

    of: str | None
    unit: str | None
    document: str | None
    from_: date | str | None
    to: date | str | None


class ToldFigure(msgspec.Struct, frozen=True, kw_only=True):
    """One document's figure, with what is needed to cite the document."""

    document: str
    source: str
    url: str | None
    title: str | None
    publisher: str | None
    published: When | None
    figure: Figure


def figures_of(coding: Coding) -> tuple[ToldFigure, ...]:
    """The figures of one document, in order."""
    document = coding.document
    return tuple(
        ToldFigure(
            document=document.id,
            source=document.source,
            url=document.url,
            title=document.title,
            publisher=document.publisher,
            published=document.published,
            figure=figure,
        )
        for figure in coding.figures
    )
