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

from communique.codebook import confined_offices, sayings
from communique.coding.speech._blocks import blocks
from communique.coding.speech._cues import saying_forms
from communique.coding.speech._passages import Passage, Reader, Word, is_title, passages
from communique.coding.speech._quotations import Quotation, quotations
from communique.coding.speech._report import Report
from communique.coding.speech._reports import heard_from, reports
from communique.coding.speech._speakers import Heard, opening_pronoun
from communique.linking import OTHER_HEAD, Linked, Mention
from communique.types import Actor, Attribution, Span, Statement

__all__ = ["in_public", "statements"]

_FAR = 3
"""Paragraphs from which on a speaker is forgotten."""
_OPENING = 3
_SCARE = 2
"""Words up to which a quotation that no word of saying attributes is one of the writer's own."""

_FIRST_PERSON = frozenset("i we my our us me i'm i’m we're we’re we've we’ve i've i’ve".split())
_ELSEWHERE = frozenset({"for", "home", "off", "back", "up", "to"})


class _Last(msgspec.Struct, frozen=True):
    """Who spoke last, in which passage and paragraph, and what was told since.

    ``subject`` is the person with whom the passage right before begins, where nobody speaks in it.
    """

    heard: Heard
    paragraph: int
    fresh: bool
    subject: Mention | None = None


def statements(linked: Linked) -> tuple[Statement, ...]:
    """The statements of a document, in order."""
    text = linked.parse.text
    reader = Reader(linked)
    found: list[Statement] = []
    last = _Last(Heard(), -_FAR, False)
    for passage in passages(text, linked.parse.sentences, _quoted(linked)):
        near = (
            last.heard
            if passage.paragraph - last.paragraph < _FAR
            else Heard(issuer=last.heard.issuer, topic=last.heard.topic)
        )
        told = reports(reader, passage, near)
        new = list(_of_passage(reader, passage, told, last))
        found = _carried_on(reader, found, new, passage)
        last = _after(reader, passage, told, last, bool(new))
    return tuple(sorted(found, key=lambda s: s.evidence.start))


def _quoted(linked: Linked) -> Sequence[Quotation]:
    """Quotations in marks, and speech that is set off without them."""
    marked = quotations(linked.parse.text)
    apart = tuple(blocks(linked.parse.text, linked.mentions))
    if not apart:
        return marked
    within = {q for q in marked for block in apart if block.start <= q.start < block.end}
    return sorted({*marked, *apart} - within, key=lambda quotation: quotation.start)


def in_public(said: Sequence[Statement]) -> bool:
    """Whether an actor of public life is among the speakers."""
    return any(_is_public(statement.speaker) for statement in said)


def _after(reader: Reader, passage: Passage, told: Sequence[Report], last: _Last, spoken: bool) -> _Last:
    """What the next passage goes on from."""
    issuer = _issuer(reader, passage)
    heard = last.heard
    for report in told:
        heard = heard_from(heard, report)
    if heard is not last.heard:
        return _Last(msgspec.structs.replace(heard, issuer=issuer), passage.paragraph, True)
    mentions = [mention for _, mention in reader.mentions(passage.words)]
    told_of = [m.actors for m in mentions if m.form in ("person", "title") and m.actors]
    others = [actors for actors in told_of if last.heard.actor not in actors]
    heard = msgspec.structs.replace(
        last.heard,
        crossed=last.heard.crossed or bool(others),
        issuer=issuer,
        topic=_topic(reader, passage, mentions, last.heard) or last.heard.topic,
    )
    return _Last(heard, passage.paragraph if spoken else last.paragraph, spoken, _first_person(reader, passage))


def _first_person(reader: Reader, passage: Passage) -> Mention | None:
    """The person with whom a passage without a quotation begins."""
    if passage.quoted:
        return None
    found = [m for _, m in reader.mentions(passage.words[:_OPENING]) if m.form in ("person", "title")]
    return found[0] if found and len(found[0].actors) == 1 else None


def _topic(reader: Reader, passage: Passage, mentions: Sequence[Mention], heard: Heard) -> Actor | None:
    """Whom a passage with these mentions tells of first, or goes on telling of as "he"."""
    opening = opening_pronoun(reader, passage.words, heard)
    if opening is not None:
        return opening
    first = next((m for m in mentions if m.form not in ("adjective", "pronoun")), None)
    return first.actors[0] if first is not None and len(first.actors) == 1 else None


def _issuer(reader: Reader, passage: Passage) -> Actor | None:
    """Who puts out the document that a passage tells of: the first actor named in it."""
    if passage.lower.isdisjoint(sayings().documents):
        return None
    named = (
        m for _, m in reader.mentions(passage.words) if m.form not in ("adjective", "place") and len(m.actors) == 1
    )
    return next((m.actors[0] for m in named), None)


def _carried_on(reader: Reader, found: list[Statement], new: list[Statement], passage: Passage) -> list[Statement]:
    """A quotation that makes a sentence of its own behind what its speaker said goes on with that statement.

    So does one that opens a paragraph where the one before left its quotation open.
    """
    if not found or len(new) != 1 or new[0].cue is not None or not found[-1].quoted:
        return [*found, *new]
    if any(word.quotation is None for word in passage.words):
        return [*found, *new]
    before, more = found[-1], new[0]
    between = reader.text[before.evidence.end : more.evidence.start]
    if before.speaker != more.speaker or ("\n" in between and not _left_open(reader, before)):
        return [*found, *new]
    joined = msgspec.structs.replace(
        before,
        text=f"{before.text} {more.text}",
        content=before.content + more.content,
        quoted=before.quoted + more.quoted,
        evidence=reader.span(before.evidence.start, more.evidence.end),
    )
    return [*found[:-1], joined]


def _left_open(reader: Reader, statement: Statement) -> bool:
    """Whether a paragraph ends right behind a statement without a mark that closes it."""
    return reader.text[statement.evidence.end : statement.evidence.end + 1] == "\n"


def _is_public(actor: Actor | None) -> bool:
    if actor is None or actor.kind != "person" or actor.country is not None:
        return actor is not None
    return actor.office is not None and actor.office not in confined_offices() | {OTHER_HEAD.name}


def _of_passage(reader: Reader, passage: Passage, told: Sequence[Report], last: _Last) -> Iterator[Statement]:
    words = passage.words
    for report in told:
        if report.pieces:
            yield _statement(reader, report, [words[a : b + 1] for a, b in report.pieces])
    taken = [(a, b) for report in told for a, b in report.pieces]
    for index, word in enumerate(words):
        if word.quotation is not None and not any(a <= index <= b for a, b in taken):
            yield from _alone(reader, passage, index, word.quotation, told, last)
    if (
        not told
        and not passage.quoted
        and last.fresh
        and last.paragraph == passage.paragraph
        and not last.heard.crossed
    ):
        yield from _free(reader, words, last.heard)


def _free(reader: Reader, words: Sequence[Word], heard: Heard) -> Iterator[Statement]:
    """What is still somebody's speech though nothing says so: "Rao said …. The talks would go on."

    Free indirect speech shifts "will" to "would" (Quirk et al. 1985, 14.35); other tenses may be the writer's.
    """
    end = len(words) - (words[-1].lower in (".", "!", "?"))
    would = next((i for i, word in enumerate(words) if word.lower == "would"), None)
    clause = would is not None and would <= 8 and not any(w.lower in (",", "if", "which", "who") for w in words[:would])
    said = any(word.lower in saying_forms() for word in words[:would])  # "It did not say how many would go"
    if clause and heard.actor is not None and end > 1 and not said:
        yield msgspec.structs.replace(_said(reader, [words[:end]], heard.actor), speaker_evidence=heard.span)


def _alone(
    reader: Reader, passage: Passage, index: int, quotation: Quotation, told: Sequence[Report], last: _Last
) -> Iterator[Statement]:
    """A quotation that no word of saying holds: whose sentence it stands in says it, else who spoke last."""
    inner = reader.text[quotation.inner_start : quotation.inner_end]
    whole = inner[:1].isupper() and inner[-1:] in (".", "!", "?", "…")
    near = [report for report in told if report.speaker is not None]
    spoken = whole or bool(_FIRST_PERSON & set(inner.lower().split()))
    scare = len(inner.split()) <= _SCARE and not spoken and not _attributed(reader, near, quotation)
    if not inner or scare or is_title(reader.text, quotation):
        return
    piece = [passage.words[index : index + 1]]
    if near:
        nearest = min(near, key=lambda report: abs(report.cue.start - quotation.start))
        yield _statement(reader, msgspec.structs.replace(nearest, pieces=()), piece)
    elif (subject := _subject(reader, passage, index)) is not None:
        yield msgspec.structs.replace(_said(reader, piece, subject.actors[0]), speaker_evidence=subject.span)
    elif whole and not passage.opens and last.subject is not None and not told:
        yield msgspec.structs.replace(_said(reader, piece, last.subject.actors[0]), speaker_evidence=last.subject.span)
    elif passage.paragraph - last.paragraph <= 1 and (whole or passage.paragraph == last.paragraph):
        yield msgspec.structs.replace(_said(reader, piece, last.heard.actor), speaker_evidence=last.heard.span)


def _subject(reader: Reader, passage: Passage, index: int) -> Mention | None:
    """Who begins the sentence of a quotation that a colon opens, or that is a piece of speech ('He began with "…"')."""
    words = passage.words
    quotation = words[index].quotation
    colon = words[index - 1].lower == ":"
    fragment = quotation is not None and reader.text[quotation.inner_start].islower() and not colon
    for _, mention in reader.mentions(words[: min(index, _OPENING)]):
        speaks = mention.form in ("person", "title", "body", "pronoun", "organisation") and len(mention.actors) == 1
        return mention if speaks and (colon or fragment) else None
    return None


def _attributed(reader: Reader, near: Sequence[Report], quotation: Quotation) -> bool:
    """Whether a word of saying waits for its content: 'called it a "step"', and not 'called him home for "talks"'."""
    waiting = [report for report in near if not report.pieces and report.verb is not None]
    between = [reader.text[report.cue.end : quotation.start].lower().split() for report in waiting]
    return any(not _ELSEWHERE & set(words) for words in between)


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
