"""Reports of speech without a verb of saying: "Rao: …", "Rao was quoted as saying …", "according to Rao"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.codebook import sayings
from communique.coding.speech._complements import skip_adjuncts
from communique.coding.speech._cues import openings, phrase_at
from communique.coding.speech._passages import Passage, Reader, Word
from communique.coding.speech._report import Report
from communique.coding.speech._speakers import Heard, Speaker, after, before, read_phrase
from communique.coding.speech._stretches import around, before_verb, limit, piece

__all__ = ["credits"]

_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited"})
_BEING = frozenset({"was", "were", "is", "are", "been", "be"})
_AUXILIARIES = _BEING | {"has", "have", "had", "also", "later"}
_NAMING = 14
_SIGNED = 3
"""Words that a signed quotation has at least: itself, a dash, a name."""

_CLOSING = frozenset({",", ";", ".", ":", ")", "?", "!"})


def credits(reader: Reader, passage: Passage, heard: Heard) -> Iterator[Report]:
    """All such reports of a passage; ``heard`` is who spoke before it."""
    words = passage.words
    lower = passage.lower
    if ":" in lower:
        yield from _labelled(reader, passage)
    if passage.quoted:
        yield from _signed(reader, words)
    if "saying" in lower:
        yield from _quoted(reader, words, heard)
    if not lower.isdisjoint(openings()):
        yield from _phrased(reader, words, heard)
    if lower & sayings().accounts:
        yield from _accounts(reader, words, heard)


def _labelled(reader: Reader, passage: Passage) -> Iterator[Report]:
    """ "Rao: we are ready": the name before a colon, as headlines and transcripts have it."""
    words = passage.words
    speaker = _transcribed(reader, passage) or _named(reader, words) or _apposed(reader, words)
    if speaker is not None and words[speaker.last + 1].lower == ":":
        cue = reader.span(words[speaker.last + 1].start, words[speaker.last + 1].end)
        pieces = tuple(piece(words, speaker.last + 2, len(words)))
        yield Report(speaker=speaker, pieces=pieces, verb=None, cue=cue)


def _transcribed(reader: Reader, passage: Passage) -> Speaker | None:
    """ "SECRETARY RAO: …": capitals that open a paragraph and end in the family name of somebody named elsewhere."""
    words = passage.words
    colon = next((i for i, word in enumerate(words[:5]) if word.lower == ":"), 0)
    actor = reader.surnames.get(words[colon - 1].lower) if colon and passage.opens else None
    if actor is None or not reader.text[words[0].start : words[colon].start].isupper():
        return None
    return Speaker(actor, reader.span(words[0].start, words[colon - 1].end), 0, colon - 1)


def _named(reader: Reader, words: Sequence[Word]) -> Speaker | None:
    """The person or body named at the start, with the state behind it: "King Rao of Peru"."""
    found = reader.mentions(words[:3])
    if not found or found[0][1].form not in ("person", "title", "body") or len(found[0][1].actors) != 1:
        return None
    first, mention = found[0]
    last = next((i for i in range(first, len(words)) if words[i].end >= mention.span.end), first)
    last += 2 * (last + 3 < len(words) and words[last + 1].lower == "of")
    return Speaker(mention.actors[0], mention.span, first, last) if last + 1 < len(words) else None


def _apposed(reader: Reader, words: Sequence[Word]) -> Speaker | None:
    """ "Warsaw's deputy minister, Ana Silva:": all that stands before the colon names one person."""
    colon = next((i for i, word in enumerate(words[:_NAMING]) if word.lower == ":"), 0)
    mention = reader.ending.get(words[colon - 1].end) if colon else None
    if mention is None or mention.form != "person" or words[0].start not in reader.starting:
        return None
    speaker = read_phrase(reader, words, 0, colon - 1, Heard())
    plain = all(reader.covered(w.start) or w.lower in ("'s", "’s", ",", "of", "the") for w in words[:colon])
    return speaker if plain else None


def _signed(reader: Reader, words: Sequence[Word]) -> Iterator[Report]:
    """'"We have patience" - President Rao': a quotation, a dash, and whose it is."""
    if len(words) < _SIGNED or words[0].quotation is None or words[1].lower not in ("-", "--", "–", "—"):
        return
    end = len(words) - (words[-1].lower == ".")
    mention = reader.ending.get(words[end - 1].end)
    if mention is None or mention.form != "person" or words[2].start < mention.span.start:
        return
    speaker = Speaker(mention.actors[0], mention.span, 2, end - 1)
    cue = reader.span(words[1].start, words[1].end)
    yield Report(speaker=speaker, pieces=((0, 0),), verb=None, cue=cue)


def _quoted(reader: Reader, words: Sequence[Word], heard: Heard) -> Iterator[Report]:
    """ "Rao was quoted by the agency as saying …", "the agency quoted Rao as saying …"."""
    for index in range(len(words) - 1):
        if words[index].lower == "as" and words[index + 1].lower == "saying":
            verb = next((i for i in range(index - 1, max(-1, index - 20), -1) if words[i].lower in _QUOTING), None)
            report = _quoted_at(reader, words, verb, index, heard) if verb is not None else None
            if report is not None:
                yield report


def _quoted_at(reader: Reader, words: Sequence[Word], verb: int, index: int, heard: Heard) -> Report | None:
    """The report of "quoted … as saying": the verb stands at ``verb``, "as" at ``index``."""
    start = verb
    while start > 0 and words[start - 1].lower in _AUXILIARIES:
        start -= 1
    passive = any(word.lower in _BEING for word in words[start:verb])
    front = before(reader, words, start - 1, heard)
    back = read_phrase(reader, words, verb + 1 + passive, index - 1, heard) if index - 1 > verb else None
    content = index + 2
    if passive and back is None and words[content : content + 1] and words[content].lower == "by":
        back = after(reader, words, content + 1, heard)
        content = back.last + 1 if back is not None else content
    speaker, teller = (front, back) if passive else (back, front)
    behind = tuple(piece(words, content, limit(words, content, ())))
    ahead = before_verb(words, front.first) if front is not None and not behind else None
    cue = reader.span(words[verb].start, words[index + 1].end)
    via = (teller,) if teller is not None else ()
    pieces = behind or ((ahead,) if ahead else ())
    return Report(speaker=speaker, pieces=pieces, verb=None, cue=cue, via=via) if speaker is not None else None


def _phrased(reader: Reader, words: Sequence[Word], heard: Heard) -> Iterator[Report]:
    """ "According to Rao, …", "…, according to Rao"."""
    opening = openings()
    for index in (i for i, word in enumerate(words) if word.lower in opening):
        size = phrase_at(words, index)
        end = _phrase_end(reader, words, index + size) if size else index
        speaker = read_phrase(reader, words, index + size, end - 1, heard) if end > index + size else None
        if speaker is not None:
            cue = reader.span(words[index].start, words[index + size - 1].end)
            yield Report(speaker=speaker, pieces=tuple(around(words, index, end)), verb=None, cue=cue)


def _phrase_end(reader: Reader, words: Sequence[Word], start: int) -> int:
    """Behind the noun phrase that begins at ``start``: at the next mark outside a name, or at a time."""
    end = start
    while end < len(words) and words[end].quotation is None and words[end].lower not in _CLOSING:
        if end > start and skip_adjuncts(reader, words, end) > end:
            break
        mention = reader.starting.get(words[end].start)
        end += 1
        while mention is not None and end < len(words) and words[end].start < mention.span.end:
            end += 1
    return end


def _accounts(reader: Reader, words: Sequence[Word], heard: Heard) -> Iterator[Report]:
    """ "In Rao's words, …", "by the ministry's account …"."""
    for noun in range(2, len(words)):
        if words[noun].lower not in sayings().accounts or words[noun - 1].lower not in ("'s", "’s", "'", "’"):
            continue
        opening = next((i for i in range(noun - 2, max(-1, noun - 10), -1) if words[i].lower in ("in", "by")), None)
        if opening is None:
            yield from _predicated(reader, words, noun, heard)
            continue
        speaker = read_phrase(reader, words, opening + 1, noun - 2, heard) if opening + 1 <= noun - 2 else None
        if speaker is not None:
            pieces = (*around(words, opening, noun + 1),) or (*piece(words, noun + 1, limit(words, noun + 1, ())),)
            cue = reader.span(words[opening].start, words[noun].end)
            yield Report(speaker=speaker, pieces=pieces, verb=None, cue=cue)


def _predicated(reader: Reader, words: Sequence[Word], noun: int, heard: Heard) -> Iterator[Report]:
    """'"A breakthrough" was Rao's comment'."""
    verb = next((i for i in range(noun - 3, max(0, noun - 10), -1) if words[i].lower in _BEING), None)
    speaker = read_phrase(reader, words, verb + 1, noun - 2, heard) if verb is not None else None
    if verb is not None and speaker is not None and words[verb - 1].quotation is not None:
        cue = reader.span(words[noun].start, words[noun].end)
        yield Report(speaker=speaker, pieces=((verb - 1, verb - 1),), verb=None, cue=cue)
