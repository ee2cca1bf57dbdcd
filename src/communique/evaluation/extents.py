"""Whether the names of participants are found, from their first to their last character.

By the language model alone, or by the model and the codebook together, which is what linking has to go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from communique.codebook import offices
from communique.evaluation.counts import Share
from communique.evaluation.gold import GoldDocument, GoldParticipant
from communique.linking import find_names
from communique.parsing import parse

__all__ = ["NamesFound", "lost_names", "names_found"]


class NamesFound(msgspec.Struct, frozen=True):
    """Names of participants that are found, whole and no more, somewhere in their text.

    By model and codebook together, and by the model alone.
    """

    all: Share
    model: Share


class _Written(msgspec.Struct, frozen=True):
    """A name that stands in a text, and who finds it."""

    name: str
    model: bool
    codebook: bool


def names_found(documents: Iterable[GoldDocument]) -> NamesFound:
    """Count the names of participants in the texts."""
    names = [name for document in documents for name in _names(document)]
    return NamesFound(
        all=Share.among(name.model or name.codebook for name in names), model=Share.among(name.model for name in names)
    )


def lost_names(document: GoldDocument) -> list[str]:
    """The names of a text that the model does not find."""
    return [name.name for name in _names(document) if not name.model]


def _names(document: GoldDocument) -> Iterator[_Written]:
    """Each name of a participant once. Sentences are parsed whether they tell of an event or not."""
    sentences = parse(document.text, whole=True).sentences
    by_model = {(name.start, name.end) for sentence in sentences for name in sentence.names}
    by_codebook = {(match.start, match.end) for match in find_names(document.text)}
    for written in sorted({form for event in document.events for p in event.participants for form in _forms(p)}):
        places = {(hit.start(), hit.end()) for hit in _whole(written).finditer(document.text)}
        if places:
            yield _Written(written, bool(places & by_model), bool(places & by_codebook))


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
