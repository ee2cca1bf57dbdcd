"""Whose an office is by a possessive before it: "its foreign minister", "Peru, whose president", "his spokesman"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.linking._envoys import is_envoy
from communique.linking._mentions import holder, state_of
from communique.linking._people import COUNTERPART, People
from communique.linking._records import Mention
from communique.linking._references import main_subject
from communique.linking._titles import Phrase
from communique.parsing import Parse, Sentence, Token
from communique.types import Span

__all__ = ["possessed"]

_POSSESSIVE = re.compile(r"\b(?P<whose>[Ii]ts|[Hh]is|[Hh]er|whose)(?: (?:own|new|then))? $")
_LONGEST = 12  # characters
_LANDS = frozenset({"state", "place", "body", "organisation", "reference"})


def possessed(text: Parse, phrases: Sequence[Phrase], mentions: Sequence[Mention], who: People) -> Iterator[Mention]:
    """Titles without a name or a state behind a possessive of which the state is known, in sentences with a tree.

    Envoys are left out: of "its ambassador" the verb tells more.
    """
    for phrase in phrases:
        if phrase.name or phrase.countries or phrase.organisation or not phrase.offices or is_envoy(phrase):
            continue
        before = _POSSESSIVE.search(text.text, max(0, phrase.start - _LONGEST), phrase.start)
        if before is None or phrase.offices[0].id == COUNTERPART:
            continue
        code = _owner(text, before["whose"].lower(), before.start(), mentions)
        state = state_of(code) if code is not None else None
        span = Span.of(text.text, phrase.start, phrase.end)
        actor = holder(code, phrase, f"{span.text} of {state.name}", who) if code and state is not None else None
        if actor is not None:
            yield Mention(span, "title", (actor,))


def _owner(text: Parse, word: str, start: int, mentions: Sequence[Mention]) -> str | None:
    """The country of whom the possessive at ``start`` means."""
    if word in ("his", "her"):
        return next((_country(m) for m in mentions if m.span.start == start), None)
    if word == "whose":
        beside = (m for m in mentions if text.text[m.span.end : start] in (" ", ", "))
        return next((_country(m) for m in beside), None)
    number = next((n for n, s in enumerate(text.sentences) if s.start <= start < s.end and s.parsed), None)
    if number is None:
        return None
    if start == text.sentences[number].start:
        return _of_subject(main_subject(text.sentences[number - 1]), mentions) if number else None
    return _of_its_clause(text.sentences[number], start, mentions)


def _of_its_clause(sentence: Sentence, start: int, mentions: Sequence[Mention]) -> str | None:
    """The state that is subject of the clause of "its", or of one above it."""
    tokens = sentence.tokens
    index = next(i for i, token in enumerate(tokens) if token.start == start)
    for _ in tokens:
        index = tokens[index].head
        subjects = (t for t in tokens if t.end <= start and t.dep.startswith("nsubj") and t.head == index)
        found = next((code for t in subjects if (code := _of_subject(t, mentions)) is not None), None)
        if found is not None:
            return found
    return None


def _of_subject(subject: Token, mentions: Sequence[Mention]) -> str | None:
    held = [m for m in mentions if m.span.start <= subject.start < m.span.end and m.form in _LANDS]
    return _country(held[-1]) if held else None


def _country(mention: Mention) -> str | None:
    """The one country of those whom a mention means."""
    countries = {actor.country for actor in mention.actors}
    return countries.pop() if len(countries) == 1 else None
