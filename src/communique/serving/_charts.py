"""The view of a quantity through time: a drawing of its figures, each a link to the report that tells it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from statistics import median
from urllib.parse import quote

import msgspec

from communique.record import Course
from communique.types.words import amount_words

__all__ = ["HEIGHT", "WIDTH", "Chart", "Dot", "charts"]

WIDTH, HEIGHT = 320, 120
"""Units of the drawing, within which dots keep clear of the edges."""
_EDGE = 8
_FAR_FROM_ZERO = 0.5
"""Least value, as part of the greatest, from which on the drawing does not begin at zero: what moves would be flat."""


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of a report."""

    x: float
    y: float
    title: str
    url: str


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity: ``line`` leads through the middle value of each day; ``top`` and ``bottom`` are the scale's ends."""

    name: str
    dots: tuple[Dot, ...]
    line: str
    top: str
    bottom: str
    first: date
    last: date

    @property
    def view_box(self) -> str:
        """What the drawing's numbers count in, as SVG writes it."""
        return f"0 0 {WIDTH} {HEIGHT}"


def charts(courses: Iterable[Course]) -> tuple[Chart, ...]:
    """A chart of each course."""
    return tuple(map(_chart, courses))


def _chart(course: Course) -> Chart:
    values = [point.value for point in course.points]
    low, high = _bounds(values)
    first, last = course.points[0].day, course.points[-1].day

    def x(day: date) -> float:
        share = (day - first).days / max(1, (last - first).days)
        return round(_EDGE + share * (WIDTH - 2 * _EDGE), 1)

    def y(value: float) -> float:
        share = (value - low) / (high - low)
        return round(HEIGHT - _EDGE - share * (HEIGHT - 2 * _EDGE), 1)

    days = ((day, [point.value for point in told]) for day, told in groupby(course.points, lambda point: point.day))
    return Chart(
        name=f"{course.measure}, {course.unit}" if course.unit else course.measure,
        dots=tuple(
            Dot(
                x=x(point.day),
                y=y(point.value),
                title=f"{point.day}: {amount_words(point.value, course.unit)}",
                url=f"/reports?id={quote(point.document, safe='')}#f{point.place}",
            )
            for point in course.points
        ),
        line=" ".join(f"{x(day)},{y(median(told))}" for day, told in days),
        top=amount_words(high, None),
        bottom=amount_words(low, None),
        first=first,
        last=last,
    )


def _bounds(values: Sequence[float]) -> tuple[float, float]:
    """The least and the greatest value drawn, which are never one."""
    low, high = min(values), max(values)
    if low > _FAR_FROM_ZERO * high > 0:
        return (low, high) if low < high else (0.0, high)
    return (min(0.0, low), max(0.0, high) or 1.0)
