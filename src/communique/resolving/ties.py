"""Which figures of a document belong to which of its happenings.

A figure is tied to the happenings of which its sentence speaks, else to those of its paragraph. What measures
something by the codebook (`measured.yaml`), the killed or the length of the talks, is tied to the document's main
happenings too, where they are of a family that it can be told of: news tells such figures in sentences of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import get_args

import msgspec

from communique.codebook import Measured
from communique.parsing import sentences
from communique.resolving._measuring import measure_of
from communique.types import Coding, EventClaim, EventFigure, Figure, Span, Tie

__all__ = ["tied_figures"]

_BREAK = re.compile(r"\n+")
_TIES: tuple[Tie, ...] = get_args(Tie)


def tied_figures(coding: Coding) -> tuple[tuple[EventFigure, ...], ...]:
    """For each claim of ``coding``, in their order, the figures that go with it, the nearest first."""
    if not coding.figures or not coding.events:
        return ((),) * len(coding.events)
    text = coding.document.text
    spans = [figure.evidence for figure in coding.figures]
    told = [(figure, measure_of(text, figure, spans)) for figure in coding.figures]
    where = _Where.of(coding)
    places = [_Places.of(claim, where) for claim in coding.events]
    ties = [_ties(figure, measured, coding.events, places, where) for figure, measured in told]
    return tuple(_of_claim(number, told, ties) for number in range(len(coding.events)))


class _Where(msgspec.Struct, frozen=True):
    """The first characters of paragraphs, and of the sentences of those in which both figures and claims stand."""

    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]

    @classmethod
    def of(cls, coding: Coding) -> _Where:
        text = coding.document.text
        breaks = (0, *(match.end() for match in _BREAK.finditer(text)))
        figures = {bisect_right(breaks, figure.evidence.start) for figure in coding.figures}
        claims = {bisect_right(breaks, span.start) for claim in coding.events for span in _spans(claim)}
        starts = {*breaks}
        for number in figures & claims:
            first, last = breaks[number - 1], breaks[number] if number < len(breaks) else len(text)
            starts |= {first + words[0].start for words in sentences(text[first:last])}
        return cls(tuple(sorted(starts)), breaks)

    def sentence(self, span: Span) -> int:
        return bisect_right(self.sentences, span.start)

    def paragraph(self, span: Span) -> int:
        return bisect_right(self.paragraphs, span.start)


class _Places(msgspec.Struct, frozen=True):
    """The sentences and paragraphs in which a claim's words stand."""

    sentences: frozenset[int]
    paragraphs: frozenset[int]

    @classmethod
    def of(cls, claim: EventClaim, where: _Where) -> _Places:
        spans = _spans(claim)
        return cls(frozenset(map(where.sentence, spans)), frozenset(map(where.paragraph, spans)))


def _spans(claim: EventClaim) -> tuple[Span, ...]:
    return claim.evidence, *claim.mentions


def _ties(
    figure: Figure, measured: Measured | None, claims: Sequence[EventClaim], places: Sequence[_Places], where: _Where
) -> dict[int, Tie]:
    """Number of a claim → by what the figure is tied to it."""
    sentence, paragraph = where.sentence(figure.evidence), where.paragraph(figure.evidence)
    ties: dict[int, Tie] = {n: "sentence" for n, place in enumerate(places) if sentence in place.sentences}
    if not ties:
        ties = {n: "paragraph" for n, place in enumerate(places) if paragraph in place.paragraphs}
    for number, claim in enumerate(claims):
        if measured is not None and _is_news_of(claim, measured):
            ties.setdefault(number, "document")
    return ties


def _is_news_of(claim: EventClaim, measured: Measured) -> bool:
    return claim.salience == "main" and (not measured.families or claim.family in measured.families)


def _of_claim(
    number: int, told: Sequence[tuple[Figure, Measured | None]], ties: Sequence[dict[int, Tie]]
) -> tuple[EventFigure, ...]:
    found = [
        EventFigure(figure=figure, measures=measured.name if measured else None, tie=tie[number])
        for (figure, measured), tie in zip(told, ties, strict=True)
        if number in tie
    ]
    return tuple(sorted(found, key=lambda tied: _TIES.index(tied.tie)))
