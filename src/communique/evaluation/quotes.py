"""Statements against the labelled quotes of the gold set: content and speaker, direct and indirect.

A labelled quote is found where its first words stand at the beginning of a stretch of content (up to two words may
stand before them) or of words quoted in it, with the speaker that the annotator names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import msgspec
from rapidfuzz.fuzz import ratio

from communique.codebook import countries
from communique.evaluation.counts import Share
from communique.evaluation.gold import GoldDocument, GoldQuote
from communique.evaluation.names import ALIKE, folded, same_name
from communique.linking import find_names
from communique.types import Actor, Coding, Span, Statement

__all__ = ["QuoteScores", "score_quotes"]

_BEFORE = 2
"""Words that may stand before the labelled ones: "and", an article."""


class _Found(msgspec.Struct, frozen=True):
    """A labelled quote and, where one was found, the statement with its content."""

    document: GoldDocument
    quote: GoldQuote
    statement: Statement | None
    speaker: bool


class QuoteScores(msgspec.Struct, frozen=True):
    """Labelled quotes found by content and by content and speaker; statements that are labelled among all made."""

    direct: Share
    indirect: Share
    content_direct: Share
    content_indirect: Share
    labelled: Share
    on_negatives: int
    lines: tuple[str, ...]


def score_quotes(documents: Sequence[GoldDocument], codings: Sequence[Coding]) -> QuoteScores:
    """Count what ``codings``, one a document and in the same order, have of the quotes."""
    matched = [(d, c, tuple(_match(d, c))) for d, c in zip(documents, codings, strict=True)]
    found = [f for _, _, all_found in matched for f in all_found]
    made = [(d, s) for d, c in zip(documents, codings, strict=True) for s in c.statements]
    return QuoteScores(
        direct=Share.among(f.speaker for f in found if f.quote.kind == "direct"),
        indirect=Share.among(f.speaker for f in found if f.quote.kind == "indirect"),
        content_direct=Share.among(f.statement is not None for f in found if f.quote.kind == "direct"),
        content_indirect=Share.among(f.statement is not None for f in found if f.quote.kind == "indirect"),
        labelled=Share.among(any(_holds(s, q) for q in d.quotes) for d, s in made),
        on_negatives=sum(d.negative for d, _ in made),
        lines=tuple(line for document, coding, all_found in matched for line in _lines(document, coding, all_found)),
    )


def _lines(document: GoldDocument, coding: Coding, all_found: Sequence[_Found]) -> Iterator[str]:
    """A line for each quote missed, each wrong speaker and each statement that is not labelled."""
    for found in all_found:
        if found.statement is None:
            yield f"{document.id}\tmissed\t{found.quote.kind} by {found.quote.speaker}\t{found.quote.first_words}"
        elif not found.speaker:
            said = f"{found.quote.speaker}, not {_speaker_words(found.statement)}"
            yield f"{document.id}\tspeaker\t{found.quote.kind} by {said}\t{found.quote.first_words}"
    for statement in coding.statements:
        if not any(_holds(statement, quote) for quote in document.quotes):
            facts = f"{statement.kind} by {_speaker_words(statement)} ({statement.cue})"
            yield f"{document.id}\tunlabelled\t{facts}\t{' '.join(statement.text.split())}"


def _match(document: GoldDocument, coding: Coding) -> Iterator[_Found]:
    for quote in document.quotes:
        fitting = [s for s in coding.statements if _begins(s, quote)]
        right = [s for s in fitting if _same_speaker(quote.speaker, s)]
        best = next(iter(right or fitting), None)
        yield _Found(document, quote, best, bool(right))


def _begins(statement: Statement, quote: GoldQuote) -> bool:
    """Whether the first words stand at the beginning of a stretch of content of the kind asked for."""
    wanted = folded(quote.first_words)
    kind: Literal["direct", "indirect"] = quote.kind
    spans = statement.quoted if kind == "direct" else (*statement.content, statement.evidence)
    if kind == "indirect" and statement.kind == "direct":
        return False
    starts = [folded(span.text.strip("\"'“”‘’«»")) for span in spans]
    return any(_at(words, wanted) for words in starts)


def _at(words: Sequence[str], wanted: Sequence[str]) -> bool:
    bare, first = [_bare(w) for w in words], [_bare(w) for w in wanted]
    return any(bare[i : i + len(first)] == first for i in range(_BEFORE + 1))


def _bare(word: str) -> str:
    return word.strip(',.;:!?"“”«»()')


def _holds(statement: Statement, quote: GoldQuote) -> bool:
    """Whether the labelled words stand anywhere in a statement."""
    words = [_bare(w) for w in folded(statement.text)]
    wanted = [_bare(w) for w in folded(quote.first_words)]
    return any(words[i : i + len(wanted)] == wanted for i in range(len(words)))


def _same_speaker(name: str, statement: Statement) -> bool:
    """By name, by the words of an unnamed speaker, or by country where the annotator names a state or a body of one.

    Where somebody reports that another said so, the annotator names one of the two.
    """
    known = ((statement.speaker, statement.speaker_evidence), *((v.actor, v.evidence) for v in statement.via))
    return any(_is_called(name, actor, words) for actor, words in known)


def _is_called(name: str, actor: Actor | None, words: Span | None) -> bool:
    if actor is None:
        return words is not None and _shares_words(name, words.text)
    if (
        same_name(name, actor.name)
        or _spelled_alike(name, actor.name)
        or actor.id in _known_as(name)
        or (words is not None and actor.kind != "person" and same_name(name, words.text))
    ):
        return True
    return actor.kind != "person" and actor.country in _countries_in(name)


def _shares_words(name: str, words: str) -> bool:
    """Whether unnamed speakers are the ones described: "Pakistani officials", "the communique"."""
    return bool(set(folded(name)) & set(folded(words)) - {"of", "the", "a"})


def _spelled_alike(name: str, other: str) -> bool:
    """Whether two spellings of one name differ by a few letters: "Wechayachai", "Wichaiyachai"."""
    return ratio(" ".join(folded(name)), " ".join(folded(other))) >= ALIKE


@cache
def _known_as(name: str) -> frozenset[str]:
    """Ids of the codebook's bodies and organisations of that name: "Council of the EU"."""
    return frozenset(
        str(e.id) for m in find_names(name) if m.end - m.start == len(name) for e in m.entries if hasattr(e, "id")
    )


@cache
def _countries_in(name: str) -> frozenset[str]:
    """Countries that a name holds by name or adjective: "Foreign Ministry of Brazil", "UK government"."""
    padded = f" {' '.join(folded(name))} "
    return frozenset(
        c.code for c in countries() if any(f" {' '.join(folded(n))} " in padded for n in (*c.names, *c.adjectives))
    )


def _speaker_words(statement: Statement) -> str:
    words = statement.speaker_evidence.text if statement.speaker_evidence else "–"
    return f"{statement.speaker.name if statement.speaker else '?'} [{' '.join(words.split())}]"
