"""The date of publication: read where the text states it, inferred where it does not, never made up.

Dated texts are read again without the date and the address that their page gave, so that the text alone
has to tell; undated ones may be helped by the other texts, as the annotator was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from communique.evaluation.counts import Share
from communique.evaluation.days import Interval, days
from communique.evaluation.gold import GoldDocument
from communique.types import When

__all__ = ["DateMistake", "PublishedScores", "allowed", "score_published", "within"]

Dates = Mapping[str, When | None]
"""Text id → the day or days of publication that were found."""


class DateMistake(msgspec.Struct, frozen=True):
    """A text that was given other days than its own: what the gold set has and what was found."""

    document: str
    gold: str
    found: When


class PublishedScores(msgspec.Struct, frozen=True):
    """``inferred`` counts undated texts, ``stated`` dated ones; ``wrong`` are the dates that cannot be true."""

    inferred: Share
    stated: Share
    wrong: tuple[DateMistake, ...]


def score_published(documents: Sequence[GoldDocument], inferred: Dates, stated: Dates) -> PublishedScores:
    """Count the dates of publication.

    ``inferred`` holds what the program gives for each text as it is, ``stated`` what it reads in the words
    of those that have a day of publication, without their page's metadata.
    """
    undated = [d for d in documents if d.published_inferred is not None]
    dated = [d for d in documents if _has_day(d)]
    return PublishedScores(
        inferred=_share(undated, inferred, lambda d: d.published_inferred),
        stated=_share(dated, stated, lambda d: d.published),
        wrong=(*_wrong(undated, inferred), *_wrong(dated, stated), *_made_up(documents, inferred)),
    )


def allowed(edtf: str) -> tuple[Interval, ...]:
    """The stretches of days of an EDTF date, interval or one of a set.

    >>> len(allowed("[2010-05,2011-05]"))
    2
    """
    members = edtf[1:-1].split(",") if edtf.startswith("[") else [edtf]
    return tuple(days(member.strip()) for member in members)


def within(found: When, edtf: str) -> bool:
    """Whether every day that ``found`` leaves possible is one that ``edtf`` allows."""
    if found.earliest is None or found.latest is None:
        return False
    stretches = allowed(edtf)
    ours = allowed(found.edtf) if found.edtf.startswith("[") else (Interval(found.earliest, found.latest),)
    return all(any(a.first <= o.first and o.last <= a.last for a in stretches) for o in ours)


def _has_day(document: GoldDocument) -> bool:
    return document.published is not None and document.published.count("-") == 2


def _share(documents: Sequence[GoldDocument], found: Dates, gold: Callable[[GoldDocument], str | None]) -> Share:
    given = ((found.get(d.id), gold(d)) for d in documents)
    return Share.among(when is not None and edtf is not None and within(when, edtf) for when, edtf in given)


def _wrong(documents: Sequence[GoldDocument], found: Dates) -> Iterator[DateMistake]:
    """Dates that share no day with the right one; a wider one is no mistake, only of less use."""
    for document in documents:
        when, edtf = found.get(document.id), document.published_inferred or document.published
        if when is not None and edtf is not None and not _can_be(when, edtf):
            yield DateMistake(document.id, edtf, when)


def _can_be(found: When, edtf: str) -> bool:
    first, last = found.earliest, found.latest
    return any((first is None or first <= a.last) and (last is None or a.first <= last) for a in allowed(edtf))


def _made_up(documents: Sequence[GoldDocument], found: Dates) -> Iterator[DateMistake]:
    """Dates of texts for which nothing can be inferred."""
    for document in documents:
        when = found.get(document.id)
        if when is not None and document.published is None and document.published_inferred is None:
            yield DateMistake(document.id, "none", when)
