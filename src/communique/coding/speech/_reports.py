"""Reports of speech in one passage: which stretches of it somebody is told to have said.

Behind the verb ("Rao said that …"), before it ("…, Rao said"), on both sides ("…, Rao said, …"), or with a phrase
("according to Rao, …").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from communique.codebook import sayings
from communique.coding.speech._complements import complement
from communique.coding.speech._credits import credits
from communique.coding.speech._cues import Cue, cues, phrase_at, saying_forms
from communique.coding.speech._passages import Passage, Reader, Word
from communique.coding.speech._report import Report
from communique.coding.speech._speakers import Heard, Speaker, after, before, first_named, opening_subject
from communique.coding.speech._stretches import ADJUNCTS, BREAKS, before_verb, clauses, ends, limit, piece
from communique.types import Span

__all__ = ["heard_from", "reports"]


_SEVERAL = ("they", "sides", "countries", "parties", "leaders", "ministers", "governments", "nations", "presidents")
_VOICE = 4
_WILLING = frozenset({"promise", "demand"})
_ARTICLES = frozenset({"a", "the", "their", "its", "this", "that"})
_BOUNDS = (",", ";", ":", "—", "–", "--")
_APPOSED = ("who", "which", "whose", "the", "a", "his", "her", "its")


def reports(reader: Reader, passage: Passage, heard: Heard) -> list[Report]:
    """The reports of a passage; ``heard`` is who spoke before it."""
    words = passage.words
    found: list[Report] = []
    verbs = [] if passage.lower.isdisjoint(saying_forms()) else list(cues(words, reader))
    for number, cue in enumerate(verbs):
        later = verbs[number + 1 :]
        report = _report(reader, words, cue, later, found, heard)
        if report is not None:
            found = _joined(words, found, report)
            heard = heard_from(heard, report)
    for told in credits(reader, passage, heard):
        found = _with_phrase(found, told)
    return found


def heard_from(heard: Heard, report: Report) -> Heard:
    """Who is heard once a report is told; one whom we do not know silences whoever spoke before."""
    if report.speaker is None or (report.speaker.actor is None and not report.pieces):
        return heard
    return msgspec.structs.replace(
        heard, actor=report.speaker.actor, span=report.speaker.span, topic=None, crossed=False
    )


def _report(
    reader: Reader, words: Sequence[Word], cue: Cue, later: Sequence[Cue], found: Sequence[Report], heard: Heard
) -> Report | None:
    speaker, inverted = _speaker(reader, words, cue, found, heard)
    speaker = _in_writing(reader, words, speaker)
    if speaker is None or (cue.verb.documents and not _is_document(words, speaker)):
        return None
    content = complement(reader, words, cue)
    first = cue.before + 1 if inverted else min(speaker.first, cue.before + 1)
    announced = words[-1].lower == ":"  # what is said follows in the next paragraph
    aside = cue.verb.parenthetical or (inverted and _is_quoted(words, cue))
    ahead = before_verb(words, first) if aside and not cue.gerund and not announced else None
    pieces: tuple[tuple[int, int], ...] = ()
    if inverted or (ahead is not None and (content is None or content.loose)):
        pieces = (*([ahead] if ahead else []), *_continued(words, cue, speaker, later, ahead))
    elif content is not None:
        nominal = cue.verb.kind == "describe" or words[content.start].lower == "to"
        pieces = tuple(clauses(reader, words, content.start, limit(words, content.start, later, nominal=nominal)))
    teller = _cited(reader, words, max(cue.last, speaker.last) + 1, heard)
    return Report(
        speaker=teller or speaker,
        via=(speaker,) if teller else (),
        pieces=pieces,
        verb=cue.verb,
        cue=reader.span(words[cue.first].start, words[cue.last].end),
        at=(cue.first, cue.last),
        addressee=content.addressee if content is not None else None,
        addressed=content.actor if content is not None else None,
    )


def _in_writing(reader: Reader, words: Sequence[Word], speaker: Speaker | None) -> Speaker | None:
    """ "In a joint statement the two sides said": whoever is not named speaks by the document."""
    if speaker is None or speaker.actor is not None or not words[speaker.last].lower.endswith(_SEVERAL):
        return speaker
    last = next((i for i in range(speaker.last, -1, -1) if words[i].start < speaker.span.start), 0)
    for place in range(last, 1, -1):
        if ends(words, place) or words[place].quotation is not None:
            return speaker
        if words[place].lower in sayings().documents:
            written = _written(reader, words, place)
            return msgspec.structs.replace(speaker, span=written) if written is not None else speaker
    return speaker


def _written(reader: Reader, words: Sequence[Word], place: int) -> Span | None:
    """The words of a document behind "in a": "joint statement"."""
    start = place - (words[place - 1].lower in ("joint", "final", "written"))
    led = start > 1 and words[start - 1].lower in _ARTICLES and words[start - 2].lower in ("in", "by", "with")
    return reader.span(words[start].start, words[place].end) if led else None


def _cited(reader: Reader, words: Sequence[Word], place: int, heard: Heard) -> Speaker | None:
    """ "…, the agency reported, citing the ministry": the ministry, by way of the agency."""
    place += place < len(words) and words[place].lower == ","
    citing = place + 1 < len(words) and words[place].lower in ("citing", "quoting")
    return after(reader, words, place + 1, heard) if citing else None


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
        return (found[-1].speaker if found else first_named(reader, words[: cue.first], heard)), False
    if (
        behind
        and (cue.verb.parenthetical or _is_quoted(words, cue))
        and cue.verb.kind != "tell"
        and cue.last + 1 < len(words)
    ):
        speaker = after(reader, words, cue.last + 1, heard)
        if speaker is not None and not (cue.verb.addressee and words[speaker.last].lower in sayings().audiences):
            return speaker, True  # "…, told reporters": to them
    if place >= 0 and words[place].lower in ("and", "but"):
        return (found[-1].speaker if found else _who_acted(reader, words, place, heard)), False
    return before(reader, words, place, heard), False


def _is_quoted(words: Sequence[Word], cue: Cue) -> bool:
    """'"We shall be back," promised Rao': whether a quotation stands right before a verb of promising or asking."""
    place = cue.before - (words[cue.before].lower == ",")
    return place >= 0 and words[place].quotation is not None and cue.verb.kind in _WILLING


def _who_acted(reader: Reader, words: Sequence[Word], end: int, heard: Heard) -> Speaker | None:
    """ "Peru expelled two envoys and announced that …": who begins the sentence that goes on with the verb."""
    start = next((i + 1 for i in range(end - 1, -1, -1) if ends(words, i) or words[i].lower in BREAKS), 0)
    relative = next((i for i in range(end - 1, start, -1) if words[i].lower in ("who", "which")), None)
    if relative is not None:
        return before(reader, words, relative, heard)  # "Rao, who expelled them and accuses them of …"
    found = first_named(reader, words[start:end], heard)
    if found is None:
        return None
    return msgspec.structs.replace(found, first=found.first + start, last=found.last + start)


def _apposed(reader: Reader, words: Sequence[Word], comma: int) -> bool:
    """Whether the comma before a verb closes what is set off behind its subject: "Rao, as the paper has it, said"."""
    opening = next((i for i in range(comma - 1, -1, -1) if words[i].lower == ","), None)
    by_phrase = opening is not None and phrase_at(words, opening + 1) > 0
    return by_phrase or _opens_with_voice(words, comma) or opening_subject(reader, words, comma) is not None


def _opens_with_voice(words: Sequence[Word], comma: int) -> bool:
    """ "The note, signed by Rao, says": a document or a voice with something set off behind it."""
    start = next((i + 1 for i in range(comma - 1, -1, -1) if ends(words, i)), 0)
    first = next((i for i in range(start, min(comma, start + _VOICE)) if words[i].lower == ","), start)
    nouns = sayings().documents | sayings().voices
    return first > start and words[start].lower in _ARTICLES and words[first - 1].lower in nouns


def _continued(
    words: Sequence[Word], cue: Cue, speaker: Speaker, later: Sequence[Cue], ahead: tuple[int, int] | None
) -> Iterator[tuple[int, int]]:
    """What goes on behind "…, Rao said": behind the next comma, in a quotation, or behind a semicolon."""
    place = max(cue.last, speaker.last) + 1
    while place < len(words) and words[place].quotation is None and words[place].lower not in _BOUNDS:
        if ends(words, place):
            return
        place += 1
    if place < len(words) and words[place].lower == ";" and _tells(words, place, later):
        return
    place += place < len(words) and words[place].quotation is None
    if speaker.first > cue.last and place == speaker.last + 2:
        place = _behind_apposition(words, place)
    if place >= len(words) or (ahead and words[ahead[1]].quotation and not _goes_on(words[place])):
        return
    if words[place].quotation is not None or not _is_adjunct(words, place):
        comma = place > 1 and words[place - 1].lower == ","
        yield from piece(words, place, limit(words, place - 2 * comma, later))  # ", and Silva repeated that …"


def _goes_on(word: Word) -> bool:
    """Whether speech may go on behind a quotation and the words that attribute it: with another, or "and …"."""
    return word.quotation is not None or word.lower in ("and", "but", "or", "if", "since", "because", "provided")


def _behind_apposition(words: Sequence[Word], place: int) -> int:
    """Behind what is told of the speaker: "said Rao, who leads the talks, …"."""
    if words[place - 1].lower != "," or place >= len(words) or words[place].lower not in _APPOSED:
        return place
    return next((i + 1 for i in range(place, len(words)) if words[i].lower in (",", ";")), len(words))


def _tells(words: Sequence[Word], semicolon: int, later: Sequence[Cue]) -> bool:
    """Whether the clause behind a semicolon has a word of saying of its own."""
    end = next((i for i in range(semicolon + 1, len(words)) if words[i].lower in BREAKS or ends(words, i)), len(words))
    return any(semicolon < cue.first < end for cue in later)


def _is_adjunct(words: Sequence[Word], place: int) -> bool:
    lower = words[place].lower
    return lower in ADJUNCTS or (lower.endswith("ing") and len(lower) > 5)


def _joined(words: Sequence[Word], found: Sequence[Report], report: Report) -> list[Report]:
    """The reports with another; "Rao said …, the agency reported" is Rao's report by way of the agency.

    "Rao thinks …, he said" is one report: that of the thought.
    """
    last = found[-1] if found else None
    whole = report.pieces[0] if report.pieces and report.pieces[0][1] < report.at[0] else None
    if last is None or last.speaker is None or last.verb is None or report.speaker is None or whole is None:
        return [*found, _cleared(words, found, report)]
    start, end = last.speaker.first, max(last.speaker.last, last.at[1])
    nested = bool(last.pieces) and start - 2 <= whole[0] <= start and last.pieces[-1][1] <= whole[1]
    told = bool(last.pieces) and min(start, last.at[0]) == whole[0] and whole[1] <= end
    if nested and last.verb.kind == "think":
        return [*found[:-1], report]
    if (nested or told) and last.speaker.span != report.speaker.span:
        return [*found[:-1], msgspec.structs.replace(last, via=(*last.via, report.speaker))]
    return [*found, _cleared(words, found, report)]


def _cleared(words: Sequence[Word], found: Sequence[Report], report: Report) -> Report:
    """A report without what an earlier one holds of the same sentence."""
    floor = max((piece[1] + 1 for other in found for piece in other.pieces), default=0)
    if not report.pieces or report.pieces[0][0] >= floor:
        return report
    pieces = [
        cut for first, last in report.pieces if last >= floor for cut in piece(words, max(first, floor), last + 1)
    ]
    kept = [(a, b) for a, b in pieces if b - a > 1 or any(w.quotation for w in words[a : b + 1])]
    return msgspec.structs.replace(report, pieces=tuple(kept))


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
