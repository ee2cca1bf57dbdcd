"""Whether the names of participants are found, from their first to their last character.

By the language model alone, or by the model and the codebook together, which is what linking has to go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from communique.codebook import offices
from communique.linking import find_names
from communique.parsing import parse
from evaluation.counts import Share
from evaluation.gold import GoldDocument, GoldParticipant

__all__ = ["lost_names", "name_extents"]


def name_extents(documents: Iterable[GoldDocument], *, model: str | None = None, codebook: bool = False) -> Share:
    """The share of the names of participants that are found, whole and no more, somewhere in their text."""
    outcomes = [found for document in documents for _, found in _outcomes(document, model, codebook)]
    return Share(sum(outcomes), len(outcomes))


def lost_names(document: GoldDocument, *, model: str | None = None, codebook: bool = False) -> list[str]:
    """The names of a text that are not found."""
    return [name for name, found in _outcomes(document, model, codebook) if not found]


def _outcomes(document: GoldDocument, model: str | None, codebook: bool) -> Iterator[tuple[str, bool]]:
    """Each name once, and whether it is found. Sentences are parsed whether they tell of an event or not."""
    parsed = parse(document.text, model=model, whole=True)
    spans = {(name.start, name.end) for sentence in parsed.sentences for name in sentence.names}
    if codebook:
        spans |= {(match.start, match.end) for match in find_names(document.text)}
    for written in sorted({form for event in document.events for p in event.participants for form in _forms(p)}):
        places = [(hit.start(), hit.end()) for hit in _whole(written).finditer(document.text)]
        if places:
            yield written, any(place in spans for place in places)


def _forms(participant: GoldParticipant) -> Iterator[str]:
    """The name as the text writes it, without article and title; who is only described has none ("the King")."""
    words = (participant.as_written or participant.name).split()
    if participant.name[:1].isupper() and all(word[0].isupper() or word in _SMALL for word in words):
        bare = _untitled(words[words[0] in ("the", "The") :])
        if bare:
            yield " ".join(bare)


def _untitled(words: Sequence[str]) -> Sequence[str]:
    """ "President Bush" is a Bush, "King Charles III" a Charles III."""
    for end in range(len(words), 0, -1):
        if " ".join(words[:end]).lower().rstrip(".") in _titles():
            return words[end:]
    return words


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.lower() for office in offices() for title in office.titles) | {"mr", "ms", "mrs"}


_SMALL = frozenset("of on and for the bin ibn al de da do du la van von".split())


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
