"""What an event hangs together with, and why its reports are together, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.padding import Padding
from rich.text import Text

from communique.cli._terminal import show
from communique.record import Join, Linked, Links, NearMiss, Series
from communique.types import Event
from communique.types.words import origin

__all__ = ["print_links", "print_reasons"]

_MOST_OF_SERIES = 5


def print_links(event: Event, links: Links) -> None:
    """Prints what the event is part of, its parts, and its place in its series; nothing where it stands alone."""
    lines = list(_lines(event, links))
    if lines:
        show("", Text("Linked", style="bold"), *(Padding(line, (0, 0, 0, 2)) for line in lines))


def _lines(event: Event, links: Links) -> Iterator[Text]:
    for word, others in (("part of", links.part_of), ("includes", links.parts)):
        yield from (_linked(word, other) for other in others)
    if links.series is not None:
        yield Text(_place(event, links.series))
        yield from (_linked("also", other) for other in _nearest(links.series))


def _linked(word: str, other: Linked) -> Text:
    return Text.assemble((f"{word}: ", "dim"), other.title, (f" · {other.start or 'undated'} · {other.id}", "dim"))


def _place(event: Event, series: Series) -> str:
    first = series.events[0].start
    return f"{_ordinal(series.place)} {event.kind} of {len(series.events)} by the same actors since {first}"


def _nearest(series: Series) -> Sequence[Linked]:
    """The ones before and after it, the nearest first cut, in order of time."""
    own = series.place - 1
    first = max(0, min(own - _MOST_OF_SERIES // 2, len(series.events) - _MOST_OF_SERIES - 1))
    shown = series.events[first : first + _MOST_OF_SERIES + 1]
    return [other for other in shown if other.id != series.events[own].id]


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in (11, 12, 13) else endings.get(number % 10, 'th')}"


def print_reasons(event: Event, joins: Sequence[Join], misses: Sequence[NearMiss]) -> None:
    """Prints why each report is in the event, and which events it resembles and is not one with."""
    names = {report.document: origin(report) for report in event.reports}
    if len(joins) > 1:
        show("", Text("Why joined", style="bold"))
        show(*(Padding(_why(join, names), (0, 0, 0, 2)) for join in joins))
    if misses:
        show("", Text("Not joined", style="bold"))
        show(*(Padding(_why_not(miss), (0, 0, 0, 2)) for miss in misses))


def _why(join: Join, names: Mapping[str, str]) -> Text:
    told = (f"{names[join.document]}: ", "dim")
    if join.comparison is None:
        return Text.assemble(told, "the most telling report, which the others are compared to")
    reasons = "; ".join(reason.words for reason in join.comparison.reasons)
    return Text.assemble(told, f"{join.comparison.score:.2f} · {reasons}")


def _why_not(miss: NearMiss) -> Text:
    reasons = miss.comparison.against or [reason for reason in miss.comparison.reasons if reason.speaks == "open"]
    words = "; ".join(reason.words for reason in reasons) or "what fits several is joined to none"
    return Text.assemble(miss.title, (f" · {miss.start or 'undated'} · {miss.event}: ", "dim"), words)
