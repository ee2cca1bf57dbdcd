"""Values in the words of a page; templates call these as filters."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from communique.serving._marks import arcs, bars, dots, spots, tied
from communique.serving._rows import rows
from communique.serving._signs import sign
from communique.types import Actor, Event, EventClaim, Report, Span
from communique.types.words import (
    actor_words,
    change_words,
    counted,
    days_words,
    figure_words,
    origin,
    place_words,
    quoted,
    when_words,
)

__all__ = ["FILTERS"]

_OPENING, _CLOSING = '“"«„', '”"»“'


def _days(told: Event | EventClaim) -> str:
    return days_words(told.start, told.end)


def _report_url(document: str) -> str:
    return f"/reports?id={quote(document, safe='')}"


def _actor_url(actor: Actor) -> str:
    return f"/actors/{quote(actor.id, safe='')}"


def _web_url(url: str | None) -> str | None:
    """The address, if it is one of the web: what an article gives as its own may be a script."""
    return url if url is not None and urlsplit(url).scheme in ("http", "https") else None


def _word(report: Report) -> str:
    """On whose word a report tells it; empty where on its own."""
    said = report.claim.attribution
    if said is None:
        return ""
    return said.actor.name if said.actor else said.evidence.text


def _unquoted(text: str) -> str:
    """Words that stand in quotation marks whole, without these."""
    inner = text[1:-1]
    whole = text[:1] in _OPENING and text[-1:] in _CLOSING and not any(mark in inner for mark in _OPENING + _CLOSING)
    return inner if whole else text


def _flat(span: Span) -> str:
    return " ".join(span.text.split())


FILTERS: MappingProxyType[str, Callable[..., object]] = MappingProxyType({
    "actor_url": _actor_url, "actor_words": actor_words, "arcs": arcs, "bars": bars, "change_words": change_words,
    "counted": counted, "days": _days, "dots": dots, "figure_words": figure_words, "flat": _flat, "origin": origin,
    "place_words": place_words, "quoted": quoted, "report_url": _report_url, "rows": rows, "sign": sign, "spots": spots,
    "tied": tied, "unquoted": _unquoted, "web_url": _web_url, "when_words": when_words, "word": _word,
})  # fmt: skip
