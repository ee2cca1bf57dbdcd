"""What people are reported to have said: statements with speaker, words of saying, addressee and content.

Works on words, names and quotation marks, not on trees, so that every sentence is read and none need be parsed for it.
Which documents have statements: those that tell of an event of the codebook, and those in which an actor of public
life speaks (a state, a body, an organisation, or a person with an office or a state). There all statements come
out, also of private persons and of sources without a name; in other documents, which tell of sport or business, none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from communique.coding._passages import Passage, Reader, Word, passages
from communique.coding._quotations import Quotation, quotations
from communique.coding._reports import Report, reports
from communique.linking import Linked
from communique.types import Actor, Attribution, Span, Statement

__all__ = ["statements"]

_SCARE = 3
"""Words up to which a quotation that no word of saying attributes is one of the writer's own."""


class _Last(msgspec.Struct, frozen=True):
    """Who spoke last, and in which paragraph; a quotation of its own up to one paragraph on is his too."""

    actor: Actor | None
    span: Span | None
    paragraph: int


def statements(linked: Linked, *, eventful: bool) -> tuple[Statement, ...]:
    """The statements of a document, in order; ``eventful`` says that it tells of an event."""
    text = linked.parse.text
    reader = Reader(linked)
    found: list[Statement] = []
    last: _Last | None = None
    for passage in passages(text, linked.parse.sentences, quotations(text)):
        told = reports(reader, passage, last.actor if last is not None and passage.paragraph - last.paragraph < 3 else None)
        found += _of_passage(reader, passage, told, last)
        speaking = [report.speaker for report in told if report.speaker is not None]
        if speaking:
            last = _Last(speaking[-1].actor, speaking[-1].span, passage.paragraph)
        elif last is not None and found and found[-1].evidence.end > passage.words[0].start:
            last = msgspec.structs.replace(last, paragraph=passage.paragraph)
    public = eventful or any(_is_public(statement.speaker) for statement in found)
    return tuple(sorted(found, key=lambda s: s.evidence.start)) if public else ()


def _is_public(actor: Actor | None) -> bool:
    return actor is not None and (actor.kind != "person" or actor.country is not None or actor.office is not None)


def _of_passage(reader: Reader, passage: Passage, told: Sequence[Report], last: _Last | None) -> Iterator[Statement]:
    words = passage.words
    for report in told:
        if report.pieces:
            yield _statement(reader, report, [words[a : b + 1] for a, b in report.pieces])
    taken = [(a, b) for report in told for a, b in report.pieces]
    for index, word in enumerate(words):
        if word.quotation is not None and not any(a <= index <= b for a, b in taken):
            yield from _alone(reader, passage, index, word.quotation, told, last)


def _alone(
    reader: Reader, passage: Passage, index: int, quotation: Quotation, told: Sequence[Report], last: _Last | None
) -> Iterator[Statement]:
    """A quotation that no word of saying holds: whose sentence it stands in says it, else who spoke last."""
    inner = reader.text[quotation.inner_start : quotation.inner_end]
    whole = inner[:1].isupper() and inner[-1:] in (".", "!", "?", "…")
    near = [report for report in told if report.speaker is not None]
    if not inner or (len(inner.split()) <= _SCARE and not whole and not _attributed(near)):
        return
    piece = [passage.words[index : index + 1]]
    if near:
        nearest = min(near, key=lambda report: abs(report.cue.start - quotation.start))
        yield _statement(reader, msgspec.structs.replace(nearest, pieces=()), piece)
    elif last is not None and passage.paragraph - last.paragraph <= 1 and (whole or passage.paragraph == last.paragraph):
        yield _said(reader, piece, last.actor)


def _attributed(near: Sequence[Report]) -> bool:
    """Whether a word of saying waits for its content: 'called the deal a "first step"'."""
    return any(not report.pieces and report.verb is not None for report in near)


def _statement(reader: Reader, report: Report, pieces: Sequence[Sequence[Word]]) -> Statement:
    speaker, verb = report.speaker, report.verb
    return msgspec.structs.replace(
        _said(reader, pieces, speaker.actor if speaker is not None else None),
        speaker_evidence=speaker.span if speaker is not None else None,
        saying=verb.kind if verb is not None else "say",
        cue=verb.lemma if verb is not None else report.cue.text.lower(),
        cue_evidence=report.cue,
        addressee=report.addressed,
        addressee_evidence=report.addressee,
        via=tuple(Attribution(v.actor, v.span) for v in report.via),
    )


def _said(reader: Reader, pieces: Sequence[Sequence[Word]], speaker: Actor | None) -> Statement:
    """A statement of which only the speaker and the content are known."""
    content = tuple(_stretch(reader, piece) for piece in pieces)
    marks = [word.quotation for piece in pieces for word in piece if word.quotation is not None]
    return Statement(
        speaker=speaker,
        kind=_kind(pieces),
        text=" ".join(span.text for span in content),
        evidence=reader.span(content[0].start, content[-1].end),
        content=content,
        quoted=tuple(reader.span(q.inner_start, q.inner_end) for q in marks if q.inner_end > q.inner_start),
    )


def _stretch(reader: Reader, piece: Sequence[Word]) -> Span:
    """The characters of a piece; of a quotation alone those between its marks."""
    quotation = piece[0].quotation if len(piece) == 1 else None
    if quotation is not None and quotation.inner_end > quotation.inner_start:
        return reader.span(quotation.inner_start, quotation.inner_end)
    return reader.span(piece[0].start, piece[-1].end)


def _kind(pieces: Sequence[Sequence[Word]]) -> Literal["direct", "indirect", "mixed"]:
    bare = any(word.quotation is None and word.lower[0].isalnum() for piece in pieces for word in piece)
    if not bare:
        return "direct"
    return "mixed" if any(word.quotation is not None for piece in pieces for word in piece) else "indirect"
