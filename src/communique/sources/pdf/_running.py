"""What is printed at the edges of every sheet: running heads and feet, numbers of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.sources.pdf._lines import Line

__all__ = ["without_running"]

_EDGE = 3  # lines at the top and at the bottom of a sheet that may be running ones
_NEARBY = (-2, -1, 1, 2)  # sheets: heads of left and right pages differ, those of chapters change
_LEVEL = 4.0  # points by which their heights may differ
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_NUMBER = re.compile(
    r"[-–—|\s]*(?:page|p\.|seite|página)?\s*\d{1,4}\s*(?:(?:of|/|von|de|sur)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE
)


def without_running(sheets: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """``sheets``, each its lines, without those at their edges that stand at the same height on a sheet nearby."""
    edges = [_edge(lines) for lines in sheets]
    seen = {(index, key) for index, edge in enumerate(edges) for key in {_key(line) for line in edge}}
    return [
        [line for line in lines if line not in edge or not (_repeats(line, index, seen) or _is_number(line, edge))]
        for index, (lines, edge) in enumerate(zip(sheets, edges, strict=True))
    ]


def _edge(lines: Sequence[Line]) -> list[Line]:
    ordered = sorted(lines, key=lambda line: line.middle)
    return ordered[:_EDGE] + ordered[-_EDGE:]


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.lower()), round(line.middle / _LEVEL)


def _repeats(line: Line, sheet: int, seen: set[tuple[int, tuple[str, int]]]) -> bool:
    text, level = _key(line)
    return any((sheet + step, (text, height)) in seen for step in _NEARBY for height in (level - 1, level, level + 1))


def _is_number(line: Line, edge: Sequence[Line]) -> bool:
    """Whether the outermost line of a sheet is its number and nothing else."""
    outermost = min(edge, key=lambda each: each.middle), max(edge, key=lambda each: each.middle)
    return line in outermost and _NUMBER.fullmatch(line.text) is not None
