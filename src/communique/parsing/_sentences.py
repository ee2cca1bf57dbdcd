"""Text → tokens → sentences, by spaCy's English tokeniser and rules for where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from communique.parsing._records import Token
from communique.parsing._vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["sentences"]

_TERMINAL = frozenset({".", "!", "?", "…", "..."})
_CLOSING = frozenset({'"', "”", "’", "'", "''", ")", "]", "»"})
_OPENERS = frozenset("the a an in on at he she it they we this that these his her their but and".split())
_DASHES = frozenset({"-", "--", "—", "–", ":"})
_SUFFIX = 32
"""Characters in which a suffix can stand. spaCy's patterns are searched from the start of a word for each
suffix it has, so that a line of dollar signs takes the square of its length."""
_STRETCH = re.compile(r"\S+|\n")
_KEPT = 1 << 15  # stretches of which the words are remembered, the latest ones
_MOST_CHARS = 40  # of a stretch that is met again; longer ones are addresses and codes
_MAX_CHARS = 900_000  # spaCy refuses texts over a million characters; longer ones are cut at paragraphs


@cache
def _language() -> tuple[Language, Vocabulary]:
    """spaCy's English tokeniser, but for hyphens: "two-day", "al-Sisi" and "July 9-11" keep theirs."""
    from spacy.lang.en import English
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_suffix_regex

    language = English()
    hyphens = ("-|–|—", "[+\\-\\*^]")
    infixes = [rule for rule in language.Defaults.infixes or () if not any(h in rule for h in hyphens)] + ["—|--"]
    tokenizer = language.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError("spaCy's English tokeniser is not the one this was written for")
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    suffix = compile_suffix_regex(language.Defaults.suffixes or ())
    tokenizer.suffix_search = lambda word: suffix.search(word, max(0, len(word) - _SUFFIX))
    return language, Vocabulary(language)


def sentences(text: str) -> Iterator[tuple[Token, ...]]:
    """The sentences of ``text`` as tuples of bare tokens; none crosses a paragraph break."""
    for offset, part in _parts(text):
        yield from _split(part, offset)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > _MAX_CHARS:
        cut = text.rfind("\n", start, start + _MAX_CHARS)
        cut = cut + 1 if cut > start else start + _MAX_CHARS
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]


def _split(text: str, offset: int) -> Iterator[tuple[Token, ...]]:
    current: list[Token] = []
    ended = open_end = False
    for form, at in _words(text):
        start = offset + at
        if form.isspace():
            if "\n" in form and current:
                yield tuple(current)
                current, ended, open_end = [], False, False
            continue
        if open_end and _begins(current, form, ended):
            yield tuple(current)
            current, ended = [], False
        current.append(Token(form, start, start + len(form)))
        ended = form in _TERMINAL or (ended and form in _CLOSING)
        open_end = ended or form[-1] == "." or form in _DASHES  # only behind these may a sentence begin
    if current:
        yield tuple(current)


def _words(text: str) -> list[tuple[str, int]]:
    """The words of ``text``, ends of lines among them, and where they stand."""
    found: list[tuple[str, int]] = []
    for stretch in _STRETCH.finditer(text):
        written, start = stretch[0], stretch.start()
        pieces = _remembered(written) if len(written) <= _MOST_CHARS else _pieces(written)
        if len(pieces) == 1:
            found.append((written, start))  # as most are
        else:
            found += [(form, start + at) for form, at in pieces]
    return found


def _pieces(stretch: str) -> tuple[tuple[str, int], ...]:
    """The words of a stretch without blanks, cut by itself: marks beyond a blank lead spaCy astray, as in "'' ''"."""
    language, vocabulary = _language()
    with vocabulary.use():
        return tuple((word.text, word.idx) for word in language.tokenizer(stretch))


_remembered = lru_cache(maxsize=_KEPT)(_pieces)
"""As ``_pieces``; what spaCy itself remembers of words that it has cut is off in a memory zone (``Vocabulary``)."""


def _begins(current: list[Token], form: str, ended: bool) -> bool:
    """Whether the word ``form`` begins a sentence after ``current``; an abbreviation ends one only before an opener."""
    if ended:
        return form not in _CLOSING and not (form[0].islower() or form[0] in ",;")
    last = current[-1].text
    if last in _DASHES and _is_dateline(current):
        return True
    abbreviated = len(last) > 2 and last[-1] == "."
    return abbreviated and form[0].isupper() and form.lower() in _OPENERS


def _is_dateline(current: list[Token]) -> bool:
    """Words before a dash that are a dateline: a place in capitals, or a place with a date or an agency."""
    words = current[:-1]
    opening = next((t.text for t in words if t.text != "("), "")
    if len(words) > 14 or not opening[:1].isupper():
        return False
    marked = any(t.text in ("(", ")") or t.text.isdigit() for t in words)
    capitals = opening.isupper() and len(opening) > 2
    dated = capitals and (words[-1].text.isdigit() or words[-1].text == ")")  # "ARAVA, on the border, May 3"
    return (marked or capitals) and (dated or all(not t.text.islower() or len(t.text) < 4 for t in words))
