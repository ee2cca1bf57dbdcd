"""The marks of charts as SVG, written without a template: there are hundreds on a page (see ``_rows``)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from markupsafe import Markup

from communique.serving._charts import Dot
from communique.serving._map import Arc, Spot
from communique.serving._network import Tie
from communique.serving._timeline import Bar, Histogram
from communique.types.words import counted

__all__ = ["BARS_HEIGHT", "BARS_WIDTH", "arcs", "bars", "dots", "spots", "tied"]

BARS_WIDTH, BARS_HEIGHT = 1000, 84
_BASE, _TALLEST = 82, 80
_FILLED = 0.82
"""The part of its place that a bar fills."""


def bars(histogram: Histogram) -> Markup:
    """The bars of a histogram, each with what selects its months."""
    step, scale = BARS_WIDTH / len(histogram.bars), _TALLEST / histogram.highest
    return Markup("".join(_bar(bar, number * step, step, scale) for number, bar in enumerate(histogram.bars)))


def _bar(bar: Bar, left: float, step: float, scale: float) -> str:
    told = f"{bar.label}: {counted(bar.total, 'event')}"
    planned = f", {bar.ahead} planned" if bar.ahead else ""
    place = f'x="{left + step * (1 - _FILLED) / 2:.2f}" width="{step * _FILLED:.2f}"'
    heights = (("done", bar.done, bar.done), ("ahead", bar.ahead, bar.done + bar.ahead), ("off", bar.off, bar.total))
    parts = "".join(
        f'<rect class="{name}" {place} y="{_BASE - top * scale:.2f}" height="{height * scale:.2f}"/>\n'
        for name, height, top in heights
        if height
    )
    return (
        f'<a href="/?{escape(bar.query)}" data-name="{bar.name}" aria-label="{told}">\n<title>{told}{planned}</title>\n'
        f'<rect class="hit" x="{left:.2f}" y="0" width="{step:.2f}" height="{BARS_HEIGHT}"/>\n{parts}</a>\n'
    )


def dots(drawn: Sequence[Dot]) -> Markup:
    """The dots of a chart, each a link to its figure."""
    return Markup("".join(map(_dot, drawn)))


def _dot(dot: Dot) -> str:
    told = escape(dot.title)
    circle = f'<circle cx="{dot.x}" cy="{dot.y}" r="4"><title>{told}</title></circle>'
    return f'<a href="{escape(dot.url)}" aria-label="{told}">{circle}</a>\n'


def arcs(drawn: Sequence[Arc]) -> Markup:
    """The journeys of a map."""
    return Markup("".join(map(_arc, drawn)))


def _arc(arc: Arc) -> str:
    told = f"{escape(arc.title)}: {counted(arc.events, 'event')}"
    return f'<path d="{arc.path}" stroke-width="{arc.width}"><title>{told}</title></path>\n'


def spots(drawn: Sequence[Spot]) -> Markup:
    """The places of a map, each a link to its events."""
    return Markup("".join(map(_spot, drawn)))


def _spot(spot: Spot) -> str:
    told = f"{escape(spot.name)}: {counted(spot.events, 'event')}"
    place = f'cx="{spot.x}" cy="{spot.y}" r="{spot.radius}" data-radius="{spot.radius}"'
    return f'<a href="/?{escape(spot.query)}" aria-label="{told}"><circle {place}><title>{told}</title></circle></a>\n'


def tied(ties: Sequence[Tie], *, are_countries: bool) -> Markup:
    """The ties of a network as rows of a table, of which a script draws it."""
    return Markup("".join(_tie(tie, are_countries) for tie in ties))


def _tie(tie: Tie, are_countries: bool) -> str:
    one, other, url = escape(tie.one), escape(tie.other), f"/?{escape(tie.query)}"
    both = f' <a class="by" href="/countries/{one}/{other}">the two</a>' if are_countries else ""
    return (
        f'<tr data-one="{one}" data-other="{other}" data-events="{tie.events}" data-url="{url}"><td>{one}</td>'
        f'<td>{other}{both}</td><td class="number"><a href="{url}">{tie.events}</a></td></tr>\n'
    )
