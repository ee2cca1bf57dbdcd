"""Lines of a sheet → the order in which they are read: down a column, then down the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from communique.sources.pdf._lines import Line

__all__ = ["in_order"]

_FEWEST = 3  # lines of a column
_PROSE = 15  # characters of a column's middle line; cells of a table are shorter
_CANDIDATES = 24
_ACROSS = 0.25  # of the lines: headlines and pictures' captions run across columns, the text does not
_DEEPEST = 4
_SAME_ROW = 0.35  # of the height of letters


def in_order(lines: Sequence[Line], depth: int = _DEEPEST) -> list[Line]:
    """``lines`` as they are read. Lines across the columns part them into bands, read one after the other."""
    gutter = _gutter(lines) if depth and len(lines) >= 2 * _FEWEST else None
    if gutter is None:
        return [line for row in _rows(lines) for line in sorted(row, key=lambda line: line.left)]
    ordered: list[Line] = []
    for band in _bands(lines, gutter):
        for side in ([line for line in band if _crosses(line, gutter)], *_sides(band, gutter)):
            ordered += in_order(side, depth - 1)
    return ordered


def _rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that stand side by side, from the top; signs that are small are not quite at the height of letters."""
    row: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.middle):
        if row and row[0].middle - line.middle > _SAME_ROW * max(row[0].size, line.size):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _crosses(line: Line, x: float) -> bool:
    return line.left < x < line.right


def _sides(lines: Sequence[Line], x: float) -> tuple[list[Line], list[Line]]:
    return [line for line in lines if line.right <= x], [line for line in lines if line.left >= x]


def _bands(lines: Sequence[Line], x: float) -> Iterator[list[Line]]:
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.middle):
        if band and _crosses(line, x) != _crosses(band[-1], x):
            yield band
            band = []
        band.append(line)
    yield band


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a column begins that has another beside it; the place that the fewest lines cross."""
    starts = Counter(round(line.left) for line in lines)
    best: tuple[int, float] | None = None
    for start, many in starts.most_common(_CANDIDATES):
        x = start - 1.0
        across = sum(_crosses(line, x) for line in lines)
        if many < _FEWEST or across > _ACROSS * len(lines) or (best and best[0] <= across):
            continue
        if _are_columns(*_sides(lines, x)):
            best = across, x
    return best[1] if best else None


def _are_columns(left: Sequence[Line], right: Sequence[Line]) -> bool:
    if min(len(left), len(right)) < _FEWEST:
        return False
    prose = all(median(len(line.text) for line in side) >= _PROSE for side in (left, right))
    low, high = max(min(_heights(left)), min(_heights(right))), min(max(_heights(left)), max(_heights(right)))
    beside = [sum(low <= height <= high for height in _heights(side)) for side in (left, right)]
    return prose and min(beside) >= _FEWEST and 2 * min(beside) >= min(len(left), len(right))


def _heights(lines: Sequence[Line]) -> list[float]:
    return [line.middle for line in lines]
