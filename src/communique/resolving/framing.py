"""What reports call one thing ("invasion", "special military operation"), how they spell a name, how high they rank it.

These are no disagreements: the words differ, not what is said to have happened.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from types import MappingProxyType

from rapidfuzz import fuzz

from communique.codebook import framed_things
from communique.codebook.words import WordFinder
from communique.resolving._cast import by_actor
from communique.resolving._names import is_wikidata, name_tokens
from communique.resolving._support import Origins, count_origins
from communique.types import Coding, EventClaim, Framing, FramingWord, Participant, Report, Rival, Span

__all__ = ["framing", "framing_words"]

_BREAK = re.compile(r"\n+")
_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_SPELT_ALIKE = 60  # of 100 (rapidfuzz): a word of the text that is another spelling of a word of the known name
_RANKS = ("first", "acting")
"""Words that make another office of one, and that a report may leave out: "first vice president", "vice president"."""
_OPEN, _CLOSE = "\"“‘'«", "\"”’'»"


def framing_words(coding: Coding) -> tuple[tuple[FramingWord, ...], ...]:
    """For each claim of ``coding``, in their order, the framing words of its paragraphs, of main news of the document.

    A word counts once a claim, as the document's own where it stands anywhere without quotation marks.
    """
    found = list(_words(coding))
    if not found:
        return ((),) * len(coding.events)
    text = coding.document.text
    return tuple(_once(word for word in found if _goes_with(text, claim, word.evidence)) for claim in coding.events)


def framing(reports: Sequence[Report], origins: Origins) -> tuple[Framing, ...]:
    """Things that independent reports call by words of which they share none; persons whom they spell or rank apart."""
    if count_origins(reports, origins) < 2:
        return ()
    return (*_things(reports, origins), *_persons(reports, origins))


def _words(coding: Coding) -> Iterator[FramingWord]:
    text = coding.document.text
    said = [span for statement in coding.statements for span in statement.quoted]
    for form, start, end in _finder().find(text):
        evidence = Span.of(text, start, end)
        quoted = any(span.covers(evidence) for span in said) or _is_marked(text, start, end)
        for thing, word in _forms()[form]:
            yield FramingWord(thing=thing, word=word, evidence=evidence, quoted=quoted)


def _is_marked(text: str, start: int, end: int) -> bool:
    """Whether quotation marks stand right around the word: 'the "regime"'."""
    return text[start - 1 : start] in tuple(_OPEN) and text[end : end + 1] in tuple(_CLOSE)


def _goes_with(text: str, claim: EventClaim, evidence: Span) -> bool:
    if claim.salience == "main":
        return True
    spans = (claim.evidence, *claim.mentions)
    return any(not _BREAK.search(text, *_between(span, evidence)) for span in spans)


def _between(one: Span, other: Span) -> tuple[int, int]:
    first, last = sorted((one, other), key=lambda span: span.start)
    return first.start, last.end


def _once(words: Iterable[FramingWord]) -> tuple[FramingWord, ...]:
    found: dict[tuple[str, str], FramingWord] = {}
    for word in words:
        key = word.thing, word.word
        if key not in found or (found[key].quoted and not word.quoted):
            found[key] = word
    return tuple(found.values())


@cache
def _forms() -> MappingProxyType[str, tuple[tuple[str, str], ...]]:
    """Form → each thing and the variant of it that it stands for."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for framed in framed_things():
        for variant, forms in framed.words.items():
            for form in forms:
                found[form.lower()].append((framed.thing, variant))
    return MappingProxyType({form: tuple(meanings) for form, meanings in found.items()})


@cache
def _finder() -> WordFinder:
    return WordFinder(_forms())


def _things(reports: Sequence[Report], origins: Origins) -> Iterator[Framing]:
    told: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for report in reports:
        for word in report.words:
            shown = f"“{word.word}”" if word.quoted else word.word
            told[word.thing][shown].add(report.document)
    for thing, words in sorted(told.items()):
        if _told_apart(words, origins):
            yield Framing(thing=thing, words=_rivals(words))


def _told_apart(words: Mapping[str, set[str]], origins: Origins) -> bool:
    """Whether two independent reports have words for it and none in common, in quotation marks or not."""
    by_report: defaultdict[str, set[str]] = defaultdict(set)
    for word, documents in words.items():
        for document in documents:
            by_report[document].add(word.strip("“”"))
    return any(
        origins[one] != origins[other] and by_report[one].isdisjoint(by_report[other])
        for one, other in combinations(sorted(by_report), 2)
    )


def _persons(reports: Sequence[Report], origins: Origins) -> Iterator[Framing]:
    for given in by_actor([(report, p) for report in reports for p in report.claim.participants]):
        fullest = given[0][1].actor
        if fullest.kind == "person" and not fullest.unnamed:
            for told in (_spellings(given), _ranks(given)):
                if len({origins[document] for documents in told.values() for document in documents}) > 1:
                    yield Framing(thing=fullest.name, words=_rivals(told))


def _spellings(given: Sequence[tuple[Report, Participant]]) -> Mapping[str, set[str]]:
    """The spellings of a name that stand apart, each with the documents that have it."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for report, participant in given:
        if name := _as_told(participant):
            told[name].add(report.document)
    return {name: documents for name, documents in told.items() if _is_spelt_apart(name, told)}


def _ranks(given: Sequence[tuple[Report, Participant]]) -> Mapping[str, set[str]]:
    """An office and the same in another rank; not of persons whom the codebook knows, whose office may be its own."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for report, participant in given:
        if participant.actor.office is not None and not is_wikidata(participant.actor.id):
            told[participant.actor.office].add(report.document)
    pairs = [(f"{rank} {office}", office) for rank in _RANKS for office in told if f"{rank} {office}" in told]
    return {office: told[office] for pair in pairs for office in pair}


def _as_told(participant: Participant) -> str | None:
    """The name in the report's own spelling, which the codebook's is not; null where the words have no full name."""
    known = name_tokens(participant.actor.name)
    words = [word for word in _NAME.findall(participant.evidence.text) if _is_word_of(word, known)]
    return " ".join(words) if len(words) > 1 else None


def _is_word_of(word: str, known: Sequence[str]) -> bool:
    own = " ".join(name_tokens(word))
    return any(fuzz.ratio(own, other) >= _SPELT_ALIKE for other in known)


def _is_spelt_apart(name: str, told: Mapping[str, set[str]]) -> bool:
    """Whether another report has another word for a part of the name; a part left out is no other spelling."""
    own = set(name_tokens(name))
    others = [set(name_tokens(other)) for other in told if other != name and not told[other] <= told[name]]
    return any(not (own <= other or other <= own) for other in others)


def _rivals(words: Mapping[str, Iterable[str]]) -> tuple[Rival, ...]:
    rivals = [Rival(value=word, reports=tuple(sorted(documents))) for word, documents in words.items()]
    return tuple(sorted(rivals, key=lambda rival: (-len(rival.reports), rival.value)))
