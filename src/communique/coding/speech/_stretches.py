"""Stretches of a passage that hold what is said: pairs of a first and a last word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.coding.speech._cues import Cue, phrase_at
from communique.coding.speech._passages import Reader, Word

__all__ = ["ADJUNCTS", "BREAKS", "around", "before_verb", "clauses", "ends", "limit", "piece"]

_STARTERS = frozenset(
    {"but", "and", "yet", "so", "still", "meanwhile", "however", "then", ",", "•", "*", "-", "–", "—", "♦"}
)
ADJUNCTS = frozenset(
    "on in at during after before following when while as according citing who which whose whom where with adding "
    "speaking referring noting from by upon ahead amid despite without under if although though because unless last "
    "next asked".split()
)
BREAKS = frozenset({";"})
_OUTER = frozenset({":"})  # what is told before a colon is not part of what "he said" follows
_CLAUSAL = frozenset("the a an it he she they we i there no its his her their our both all any neither".split())
_MODALS = frozenset("will would can could must should may might shall".split())
_SHORT = 8
_TRAILING = frozenset({",", ".", ":", ";", "—", "–", "--"})
_LEADING = frozenset({",", ":", "that", "—", "–"})
_STOPS = frozenset({".", "!", "?"})


def before_verb(words: Sequence[Word], first: int) -> tuple[int, int] | None:
    """The content before "Rao said": from where its sentence begins to the comma."""
    last = first - 1
    if last >= 0 and words[last].lower == "as":
        last -= 1
    if last < 0 or (words[last].quotation is None and words[last].lower not in (",", "—", "–", "--", "?", "!")):
        return None
    if words[last].quotation is None:
        last -= 1
    start = last + 1
    while start > 0 and words[start - 1].lower not in _OUTER and not ends(words, start - 1):
        start -= 1
    while start <= last and words[start].lower in _STARTERS:
        start += 1
    return (start, last) if start <= last and _is_content(words, start, last) else None


def ends(words: Sequence[Word], index: int) -> bool:
    """Whether a stop stands at ``index``."""
    return words[index].lower in _STOPS and words[index].quotation is None


def _is_content(words: Sequence[Word], start: int, last: int) -> bool:
    """Whether it is more than an adverbial: "In Oslo on Monday, Rao said"."""
    quoted = any(word.quotation is not None for word in words[start : last + 1])
    adverbial = (
        (words[start].lower in ADJUNCTS or _is_participle(words[start].lower))
        and last - start < _SHORT
        and all(w.lower != "," for w in words[start:last])
    )
    return quoted or (last - start >= 1 and not adverbial)


def _is_participle(lower: str) -> bool:
    return lower.endswith("ing") and len(lower) > 5


def limit(words: Sequence[Word], start: int, later: Sequence[Cue], *, nominal: bool = False) -> int:
    """The word behind the last one of a content: where the sentence ends, or another report begins.

    A ``nominal`` content has no finite verb: "called it a mistake and said he would come" are two reports.
    """
    end = next((i for i in range(start, len(words)) if words[i].lower in BREAKS or ends(words, i)), len(words))
    for cue in (c for c in later if not c.verb.documents):
        opening = _opening(words, cue, nominal=nominal or _is_past_the_modal(words, start, cue))
        if opening is not None and start < opening < end:
            return opening
    for index in range(start + 1, end):
        if words[index - 1].lower == "," and phrase_at(words, index):
            return index - 1
    return end


def _opening(words: Sequence[Word], cue: Cue, *, nominal: bool) -> int | None:
    """Where a later report leaves an earlier one: at ", adding that", ", and Rao said", ", Rao said"."""
    place = cue.before
    comma = place > 0 and words[place - 1].lower == ","
    coordinated = place > 0 and words[place].lower in ("and", "but")
    if cue.gerund or (coordinated and (comma or nominal or _is_followed(words, cue))):
        return place - comma
    while place > 0 and words[place].quotation is None and words[place].lower not in (",", "that", ";", "which", "who"):
        place -= 1
    return place if place > 0 and words[place].lower == "," else None


def _is_past_the_modal(words: Sequence[Word], start: int, cue: Cue) -> bool:
    """ "Said it would wait and urged Peru to": a verb in the past does not go on from "would"."""
    past = words[cue.first].lower.endswith("ed") or words[cue.first].lower in ("said", "told")
    return past and any(word.lower in _MODALS for word in words[start : max(start, cue.before)])


def _is_followed(words: Sequence[Word], cue: Cue) -> bool:
    """Whether "that" or a quotation stands right behind a verb."""
    return any(word.lower == "that" or word.quotation is not None for word in words[cue.last + 1 : cue.last + 2])


def piece(words: Sequence[Word], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The piece from ``start`` up to ``end``, marks at its edges left off; nothing where nothing is left."""
    while end > start and words[end - 1].lower in _TRAILING:
        end -= 1
    while start < end and words[start].lower in _LEADING:
        start += 1
    if start < end:
        yield start, end - 1


def clauses(reader: Reader, words: Sequence[Word], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces from ``start`` up to ``end``; a clause with a "that" of its own is one: "that …, and that …"."""
    that = start > 0 and words[start - 1].lower == "that"
    for index in range(start + 1, end - 2) if that else ():
        joined = words[index].lower in ("and", "but") and words[index + 1].lower == "that"
        if joined and _opens_clause(reader, words[index + 2]):
            yield from piece(words, start, index)
            start = index + 2
    yield from piece(words, start, end)


def _opens_clause(reader: Reader, word: Word) -> bool:
    """Whether a word behind "that" begins a clause: "and that the …", not "and that week"."""
    capital = word.quotation is None and reader.text[word.start].isupper()
    return capital or word.lower in _CLAUSAL


def around(words: Sequence[Word], index: int, end: int) -> Iterator[tuple[int, int]]:
    """The content around a phrase: what stands before it in its sentence, and behind the comma that closes it."""
    start = index
    while start > 0 and words[start - 1].lower not in BREAKS and not ends(words, start - 1):
        start -= 1
    while start < index and words[start].lower in _STARTERS:
        start += 1
    if start < index:
        yield from piece(words, start, index)
    if end < len(words) and words[end].lower == "," and words[index - 1].lower in ("", ",", ".", ";"):
        yield from piece(words, end + 1, limit(words, end + 1, ()))
