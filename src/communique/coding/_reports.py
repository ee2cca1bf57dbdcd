"""Reports of speech in one passage: which stretches of it somebody is told to have said.

Behind the verb ("Rao said that …"), before it ("…, Rao said"), on both sides ("…, Rao said, …"), or with a phrase
("according to Rao, …").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import sayings
from communique.coding._complements import Complement, complement, skip_adjuncts
from communique.coding._cues import Cue, Verb, cues, phrase_at
from communique.coding._passages import Passage, Reader, Word
from communique.coding._speakers import Heard, Speaker, after, before, opening_subject, read_phrase
from communique.types import Actor, Span

__all__ = ["Report", "heard_from", "reports"]

_STARTERS = frozenset({"but", "and", "yet", "so", "still", "meanwhile", "however", "then", ",", "•", "*", "-", "–", "—", "♦"})
_ADJUNCTS = frozenset(
    "on in at during after before following when while as according citing who which whose whom where with adding "
    "speaking referring noting from by upon ahead amid despite without under".split()
)
_BREAKS = frozenset({";"})
_OUTER = frozenset({":"})  # what is told before a colon is not part of what "he said" follows
_SHORT = 7
_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited"})
_BEING = frozenset({"was", "were", "is", "are", "been", "be"})
_STOPS = frozenset({".", "!", "?"})


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Who is told to have said what: ``pieces`` are pairs of the first and the last word, in order, and may be none.

    ``cue`` is where the words of saying stand, ``at`` their first and last word.
    """

    speaker: Speaker | None
    pieces: tuple[tuple[int, int], ...]
    verb: Verb | None
    cue: Span
    addressee: Span | None = None
    addressed: Actor | None = None
    at: tuple[int, int] = (-1, -1)
    via: tuple[Speaker, ...] = ()


def reports(reader: Reader, passage: Passage, heard: Heard) -> list[Report]:
    """The reports of a passage; ``heard`` is who spoke before it."""
    words = passage.words
    found: list[Report] = []
    verbs = list(cues(words, reader))
    for number, cue in enumerate(verbs):
        later = verbs[number + 1 :]
        report = _report(reader, words, cue, later, found, heard)
        if report is not None:
            found = _joined(words, found, report)
            heard = heard_from(heard, report)
    for told in (*_labelled(reader, passage), *_quoted(reader, words, heard), *_phrased(reader, words, heard)):
        found = _with_phrase(found, told)
    return found


def heard_from(heard: Heard, report: Report) -> Heard:
    """Who is heard once a report is told; one whom we do not know silences whoever spoke before."""
    if report.speaker is None or (report.speaker.actor is None and not report.pieces):
        return heard
    return msgspec.structs.replace(heard, actor=report.speaker.actor, span=report.speaker.span, topic=None, crossed=False)


def _report(
    reader: Reader, words: Sequence[Word], cue: Cue, later: Sequence[Cue], found: Sequence[Report], heard: Heard
) -> Report | None:
    speaker, inverted = _speaker(reader, words, cue, found, heard)
    if speaker is None or (cue.verb.documents and not _is_document(words, speaker)):
        return None
    span = reader.span(words[cue.first].start, words[cue.last].end)
    content = complement(reader, words, cue)
    first = min(speaker.first, cue.before + 1) if speaker is not None and not inverted else cue.before + 1
    ahead = _before(words, first) if cue.verb.parenthetical and not cue.gerund else None
    if inverted or (ahead is not None and (content is None or content.loose)):
        pieces = ((ahead,) if ahead else ()) + tuple(_continued(reader, words, cue, speaker, later))
        content = msgspec.structs.replace(content, start=0) if content is not None else Complement(0)
    elif content is not None:
        pieces = tuple(_piece(words, content.start, _limit(words, content.start, later)))
    else:
        pieces, content = (), Complement(0)
    speaker, via = _cited(reader, words, max(cue.last, speaker.last) + 1, speaker, heard)
    return Report(speaker=speaker, via=via, pieces=pieces, verb=cue.verb, cue=span, addressee=content.addressee, addressed=content.actor, at=(cue.first, cue.last))


def _cited(
    reader: Reader, words: Sequence[Word], place: int, speaker: Speaker, heard: Heard
) -> tuple[Speaker, tuple[Speaker, ...]]:
    """ "…, the agency reported, citing the ministry": the ministry, by way of the agency."""
    place += place < len(words) and words[place].lower == ","
    if place + 1 < len(words) and words[place].lower in ("citing", "quoting"):
        cited = after(reader, words, place + 1, heard)
        if cited is not None:
            return cited, (speaker,)
    return speaker, ()


def _is_document(words: Sequence[Word], speaker: Speaker) -> bool:
    """Whether a document speaks, or somebody whom a pronoun means."""
    lower = {word.lower for word in words[speaker.first : speaker.last + 1]}
    return bool(lower & (sayings().documents | {"it", "he", "she"}))


def _speaker(
    reader: Reader, words: Sequence[Word], cue: Cue, found: Sequence[Report], heard: Heard
) -> tuple[Speaker | None, bool]:
    """Who speaks, and whether the phrase stands behind the verb."""
    place = cue.before
    behind = place >= 0 and (words[place].quotation is not None or words[place].lower in (",", "—", "–", "--"))
    behind = behind and place == cue.first - 1 and (words[place].lower != "," or not _apposed(reader, words, place))
    if cue.gerund:
        return (found[-1].speaker if found else None), False
    if behind and cue.verb.parenthetical and cue.last + 1 < len(words):
        speaker = after(reader, words, cue.last + 1, heard)
        if speaker is not None:
            return speaker, True
    if place >= 0 and words[place].lower in ("and", "but") and found:
        return found[-1].speaker, False
    return before(reader, words, place, heard), False


def _apposed(reader: Reader, words: Sequence[Word], comma: int) -> bool:
    """Whether the comma before a verb closes what is set between it and its subject: "Rao, according to the paper, said"."""
    opening = next((i for i in range(comma - 1, -1, -1) if words[i].lower == ","), None)
    by_phrase = opening is not None and phrase_at(words, opening + 1) > 0
    return by_phrase or opening_subject(reader, words, comma) is not None


def _before(words: Sequence[Word], first: int) -> tuple[int, int] | None:
    """The content before "Rao said": from where its sentence begins to the comma."""
    last = first - 1
    if last >= 0 and words[last].lower == "as":
        last -= 1
    if last < 0 or (words[last].quotation is None and words[last].lower not in (",", "—", "–", "--", "?", "!")):
        return None
    if words[last].quotation is None:
        last -= 1
    start = last + 1
    while start > 0 and words[start - 1].lower not in _OUTER and not _ends(words, start - 1):
        start -= 1
    while start <= last and words[start].lower in _STARTERS:
        start += 1
    return (start, last) if start <= last and _is_content(words, start, last) else None


def _ends(words: Sequence[Word], index: int) -> bool:
    return words[index].lower in _STOPS and words[index].quotation is None


def _is_content(words: Sequence[Word], start: int, last: int) -> bool:
    """Whether it is more than an adverbial: "In Oslo on Monday, Rao said"."""
    quoted = any(word.quotation is not None for word in words[start : last + 1])
    adverbial = words[start].lower in _ADJUNCTS and last - start < _SHORT and all(w.lower != "," for w in words[start:last])
    return quoted or (last - start >= 1 and not adverbial)


def _continued(
    reader: Reader, words: Sequence[Word], cue: Cue, speaker: Speaker | None, later: Sequence[Cue]
) -> Iterator[tuple[int, int]]:
    """What goes on behind "…, Rao said": behind the next comma, in a quotation, or behind a semicolon."""
    place = max(cue.last, speaker.last if speaker is not None else 0) + 1
    bounds = (",", ";", ":", "—", "–", "--")
    while place < len(words) and words[place].quotation is None and words[place].lower not in bounds:
        if words[place].lower in _STOPS:
            return
        place += 1
    if place < len(words) and words[place].lower == ";" and _tells(words, place, later):
        return
    place += place < len(words) and words[place].quotation is None
    if place >= len(words):
        return
    apposed = words[place].lower in ("who", "which", "whose", "the", "a", "his", "her", "its") and words[place - 1].lower == ","
    if apposed and speaker is not None and speaker.last + 1 == place - 1 and speaker.first > cue.last:
        place = next((i + 1 for i in range(place, len(words)) if words[i].lower in (",", ";")), len(words))
    if place < len(words) and (words[place].quotation is not None or not _is_adjunct(words, place)):
        yield from _piece(words, place, _limit(words, place, later))


def _tells(words: Sequence[Word], semicolon: int, later: Sequence[Cue]) -> bool:
    """Whether the clause behind a semicolon has a word of saying of its own."""
    end = next((i for i in range(semicolon + 1, len(words)) if words[i].lower in _BREAKS or _ends(words, i)), len(words))
    return any(semicolon < cue.first < end for cue in later)


def _is_adjunct(words: Sequence[Word], place: int) -> bool:
    lower = words[place].lower
    return lower in _ADJUNCTS or (lower.endswith("ing") and len(lower) > 5)


def _limit(words: Sequence[Word], start: int, later: Sequence[Cue]) -> int:
    """The word behind the last one of a content: where the sentence ends, or another report begins."""
    end = next((i for i in range(start, len(words)) if words[i].lower in _BREAKS or _ends(words, i)), len(words))
    for cue in (c for c in later if not c.verb.documents):
        opening = _opening(words, cue)
        if opening is not None and start < opening < end:
            return opening
    for index in range(start + 1, end):
        if words[index - 1].lower == "," and phrase_at(words, index):
            return index - 1
    return end


def _opening(words: Sequence[Word], cue: Cue) -> int | None:
    """Where a later report leaves an earlier one: at ", adding that", ", and Rao said", ", Rao said"."""
    place = cue.before
    joined = place > 0 and words[place].lower in ("and", "but")
    if cue.gerund or (joined and (words[place - 1].lower == "," or words[cue.last + 1 : cue.last + 2] and words[cue.last + 1].lower in ("that", ""))):
        return place - (place > 0 and words[place - 1].lower == ",")
    while place > 0 and words[place].quotation is None and words[place].lower not in (",", "that", ";", "which", "who"):
        place -= 1
    return place if place > 0 and words[place].lower == "," else None


def _piece(words: Sequence[Word], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The piece from ``start`` up to ``end``, marks at its edges left off; nothing where nothing is left."""
    while end > start and words[end - 1].quotation is None and words[end - 1].lower in (",", ".", ":", ";", "—", "–", "--"):
        end -= 1
    while start < end and words[start].lower in (",", ":", "that", "—", "–"):
        start += 1
    if start < end:
        yield start, end - 1


def _joined(words: Sequence[Word], found: Sequence[Report], report: Report) -> list[Report]:
    """The reports with another; "Rao said …, the agency reported" is Rao's report by way of the agency."""
    last = found[-1] if found else None
    whole = report.pieces[0] if report.pieces and report.pieces[0][1] < report.at[0] else None
    if last is not None and whole is not None and last.pieces and report.speaker is not None and last.speaker is not None:
        nested = last.speaker.first - 2 <= whole[0] <= last.speaker.first and last.pieces[-1][1] <= whole[1]
        told = last.verb is not None and min(last.speaker.first, last.at[0]) == whole[0] and whole[1] <= max(last.speaker.last, last.at[1])
        if nested and last.verb is not None and last.verb.kind == "think":
            return [*found[:-1], report]
        if (nested or told) and last.speaker.span != report.speaker.span:
            return [*found[:-1], msgspec.structs.replace(last, via=(*last.via, report.speaker))]
    return [*found, _cleared(words, found, report)]


def _cleared(words: Sequence[Word], found: Sequence[Report], report: Report) -> Report:
    """A report without what an earlier one holds of the same sentence."""
    floor = max((piece[1] + 1 for other in found for piece in other.pieces), default=0)
    if not report.pieces or report.pieces[0][0] >= floor:
        return report
    pieces = [piece for first, last in report.pieces if last >= floor for piece in _piece(words, max(first, floor), last + 1)]
    kept = [(a, b) for a, b in pieces if b - a > 1 or any(w.quotation for w in words[a : b + 1])]
    return msgspec.structs.replace(report, pieces=tuple(kept))


def _labelled(reader: Reader, passage: Passage) -> Iterator[Report]:
    """ "Rao: we are ready": the name before a colon, as headlines and transcripts have it."""
    words = passage.words
    colon = next((i for i, word in enumerate(words[:5]) if word.lower == ":"), 0)
    speaker = reader.surnames.get(words[colon - 1].lower) if colon and passage.opens else None
    if speaker is not None and reader.text[words[0].start : words[colon].start].isupper():
        label = Speaker(speaker, reader.span(words[0].start, words[colon - 1].end), 0, colon - 1)
        cue = reader.span(words[colon].start, words[colon].end)
        yield Report(speaker=label, pieces=tuple(_piece(words, colon + 1, len(words))), verb=None, cue=cue)
        return
    for first in range(min(3, len(words))):
        mention = reader.starting.get(words[first].start)
        if mention is None or mention.form not in ("person", "title", "body") or len(mention.actors) != 1:
            continue
        last = next((i for i in range(first, len(words)) if words[i].end >= mention.span.end), first)
        while words[last + 1 : last + 2] and words[last + 1].lower == "of" and last + 3 < len(words):
            last += 2
        if words[last + 1 : last + 2] and words[last + 1].lower == ":":
            speaker = Speaker(mention.actors[0], mention.span, first, last)
            cue = reader.span(words[last + 1].start, words[last + 1].end)
            yield Report(speaker=speaker, pieces=tuple(_piece(words, last + 2, len(words))), verb=None, cue=cue)
        return


def _quoted(reader: Reader, words: Sequence[Word], heard: Heard) -> Iterator[Report]:
    """ "Rao was quoted by the agency as saying …", "the agency quoted Rao as saying …"."""
    for index, word in enumerate(words[:-1]):
        if word.lower != "as" or words[index + 1].lower != "saying":
            continue
        verb = next((i for i in range(index - 1, max(-1, index - 20), -1) if words[i].lower in _QUOTING), None)
        if verb is None:
            continue
        passive = any(w.lower in _BEING for w in words[max(0, verb - 2) : verb])
        front = before(reader, words, verb - 1 - sum(w.lower in _BEING for w in words[max(0, verb - 2) : verb]), heard)
        back = read_phrase(reader, words, verb + 1 + passive, index - 1, heard) if index - 1 > verb + passive else None
        if passive and back is None and words[index + 2 : index + 3] and words[index + 2].lower == "by":
            back = after(reader, words, index + 3, heard)
        speaker, teller = (front, back) if passive else (back, front)
        if speaker is None:
            continue
        ahead = _before(words, front.first) if front is not None else None
        start = (back.last + 1 if back is not None and back.first > index else index + 2)
        behind = tuple(_piece(words, start, _limit(words, start, ())))
        cue = reader.span(words[verb].start, words[index + 1].end)
        via = (teller,) if teller is not None else ()
        yield Report(speaker=speaker, pieces=behind or ((ahead,) if ahead else ()), verb=None, cue=cue, via=via)


def _phrased(reader: Reader, words: Sequence[Word], heard: Heard) -> Iterator[Report]:
    """ "According to Rao, …", "…, according to Rao", "in Rao's words, …"."""
    yield from _accounts(reader, words, heard)
    for index in range(len(words)):
        size = phrase_at(words, index)
        if not size or index + size >= len(words):
            continue
        end = index + size
        while end < len(words) and words[end].quotation is None and words[end].lower not in (",", ";", ".", ":", ")"):
            mention = reader.starting.get(words[end].start)
            end += 1
            while mention is not None and end < len(words) and words[end].start < mention.span.end:
                end += 1
        end = _named_once(reader, words, index + size, end)
        speaker = read_phrase(reader, words, index + size, end - 1, heard) if end > index + size else None
        if speaker is not None:
            cue = reader.span(words[index].start, words[index + size - 1].end)
            yield Report(speaker=speaker, pieces=tuple(_around(words, index, end)), verb=None, cue=cue)


def _accounts(reader: Reader, words: Sequence[Word], heard: Heard) -> Iterator[Report]:
    """ "In Rao's words, …", "by the ministry's account …"."""
    for noun, word in enumerate(words):
        if word.lower not in sayings().accounts or noun < 2 or words[noun - 1].lower not in ("'s", "’s", "'", "’"):
            continue
        opening = next((i for i in range(noun - 2, max(-1, noun - 10), -1) if words[i].lower in ("in", "by")), None)
        speaker = read_phrase(reader, words, opening + 1, noun - 2, heard) if opening is not None else None
        if opening is None:
            yield from _predicated(reader, words, noun, heard)
        elif speaker is not None:
            pieces = tuple(_around(words, opening, noun + 1)) or tuple(_piece(words, noun + 1, _limit(words, noun + 1, ())))
            yield Report(speaker=speaker, pieces=pieces, verb=None, cue=reader.span(words[opening].start, word.end))


def _predicated(reader: Reader, words: Sequence[Word], noun: int, heard: Heard) -> Iterator[Report]:
    """ '"A breakthrough" was Rao's comment'."""
    verb = next((i for i in range(noun - 2, max(0, noun - 10), -1) if words[i].lower in _BEING), None)
    speaker = read_phrase(reader, words, verb + 1, noun - 2, heard) if verb is not None and verb + 1 <= noun - 2 else None
    if verb is not None and speaker is not None and words[verb - 1].quotation is not None:
        cue = reader.span(words[noun].start, words[noun].end)
        yield Report(speaker=speaker, pieces=((verb - 1, verb - 1),), verb=None, cue=cue)


def _named_once(reader: Reader, words: Sequence[Word], start: int, end: int) -> int:
    """ "according to his counterpart, Rao, …" and "according to a statement on Monday": where the phrase ends."""
    return next((i for i in range(start + 1, end) if skip_adjuncts(reader, words, i) > i), end)


def _around(words: Sequence[Word], index: int, end: int) -> Iterator[tuple[int, int]]:
    """The content around a phrase: what stands before it in its sentence, and behind the comma that closes it."""
    start = index
    while start > 0 and words[start - 1].lower not in _BREAKS and not _ends(words, start - 1):
        start -= 1
    while start < index and words[start].lower in _STARTERS:
        start += 1
    if start < index:
        yield from _piece(words, start, index)
    if end < len(words) and words[end].lower == "," and words[index - 1].lower in ("", ",", ".", ";"):
        yield from _piece(words, end + 1, _limit(words, end + 1, ()))


def _with_phrase(found: Sequence[Report], report: Report) -> list[Report]:
    """ "Rao, according to the agency, said": the phrase tells by way of whom; else it is a report of its own."""
    for number, other in enumerate(found):
        if other.pieces and report.pieces and other.speaker is not None and report.speaker is not None:
            lies_in = any(other.speaker.first - 2 <= a <= other.speaker.first <= b for a, b in report.pieces)
            holds = any(a <= report.pieces[0][0] and report.pieces[-1][1] <= b for a, b in other.pieces)
            if lies_in or holds:
                via = msgspec.structs.replace(other, via=(*other.via, report.speaker))
                return [*found[:number], via, *found[number + 1 :]]
    return [*found, report]
