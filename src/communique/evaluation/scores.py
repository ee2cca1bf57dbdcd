"""From alignments to figures: events, and the values of the events that were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from communique.evaluation.align import Alignment, Pair
from communique.evaluation.counts import Share, Tally
from communique.evaluation.days import days, same_days
from communique.evaluation.gold import FAMILIES, GoldEvent
from communique.evaluation.names import matched
from communique.types import EventClaim, When

__all__ = ["EventScores", "ValueScores", "score_events", "score_families", "score_values", "wrong_values"]

_WEEK = 7  # days


class EventScores(msgspec.Struct, frozen=True):
    """Which events were found: all, the main ones, and each kind (under its labelled name)."""

    all: Tally
    main: Tally
    kinds: dict[str, Tally]


class ValueScores(msgspec.Struct, frozen=True):
    """How right the values are, among aligned events only.

    ``start`` counts events whose start the gold set gives; ``null_kept`` those whose start it leaves
    open; ``place`` those whose country it names; ``plover`` those whose PLOVER type it gives.
    """

    participants: Tally
    start: Share
    null_kept: Share
    status: Share
    place: Share
    plover: Share


def score_events(alignments: Sequence[Alignment]) -> EventScores:
    """Events found, missed and false."""
    kinds = {kind: Tally.total(_tally(a, kind) for a in alignments) for kind in FAMILIES}
    return EventScores(Tally.total(kinds.values()), Tally.total(map(_main, alignments)), kinds)


def score_values(alignments: Iterable[Alignment]) -> ValueScores:
    """The values of the events that were found."""
    pairs = [pair for alignment in alignments for pair in alignment.pairs]
    return ValueScores(
        participants=Tally.total(map(_participants, pairs)),
        start=Share.among(_start_right(pair) for pair in pairs if pair.gold.start is not None),
        null_kept=Share.among(_null_kept(pair) for pair in pairs if pair.gold.start is None),
        status=Share.among(pair.gold.status == pair.prediction.claim.status for pair in pairs),
        place=Share.among(_place_right(pair) for pair in pairs if pair.gold.place.country is not None),
        plover=Share.among(pair.gold.plover == pair.prediction.claim.type for pair in pairs if pair.gold.plover),
    )


def score_families(alignments: Iterable[Alignment]) -> Share:
    """Of the events found whatever they were taken for, those of which the family is right."""
    pairs = [pair for alignment in alignments for pair in alignment.pairs]
    return Share.among(pair.gold.type == pair.prediction.claim.family for pair in pairs)


def wrong_values(pair: Pair) -> Iterator[tuple[str, str, str]]:
    """The values of an event found that are not the labelled ones: field, what is labelled, what was found."""
    gold, claim = pair.gold, pair.prediction.claim
    start = claim.start.edtf if claim.start else "none"
    if not (_null_kept(pair) if gold.start is None else _start_right(pair)):
        yield "start", gold.start or gold.start_inferred or "none", start
    if gold.status != claim.status:
        yield "status", gold.status, claim.status
    if gold.place.country is not None and not _place_right(pair):
        yield "place", gold.place.country, (claim.place.country if claim.place else None) or "none"
    if (people := _participants(pair)).missed or people.false:
        ours = ", ".join(participant.actor.name for participant in claim.participants)
        yield "participants", ", ".join(participant.name for participant in gold.participants), ours


def _tally(alignment: Alignment, kind: str) -> Tally:
    return Tally(
        hits=sum(pair.gold.type == kind for pair in alignment.pairs),
        missed=sum(event.type == kind for event in alignment.missed),
        false=sum(prediction.claim.family == kind for prediction in alignment.false),
    )


def _main(alignment: Alignment) -> Tally:
    """Main events only. A secondary event that is told as a main one is not false: it happened."""
    return Tally(
        hits=sum(pair.gold.main for pair in alignment.pairs),
        missed=sum(event.main for event in alignment.missed),
        false=sum(prediction.claim.salience == "main" for prediction in alignment.false),
    )


def _participants(pair: Pair) -> Tally:
    gold, found = pair.gold.participants, pair.prediction.claim.participants
    hits = matched(gold, [participant.actor for participant in found])
    return Tally(hits, len(gold) - hits, len(found) - hits)


def _start_right(pair: Pair) -> bool:
    """The labelled date, or the one a careful reader can infer, to the same precision."""
    start, inferred = pair.prediction.claim.start, pair.gold.start_inferred
    if start is None or pair.gold.start is None:
        return False
    same = same_days(pair.gold.start, start) or (inferred is not None and _same_extent(inferred, pair.prediction.claim))
    return same or _within_rough(pair.gold, start)


def _same_extent(inferred: str, claim: EventClaim) -> bool:
    """The inferred start; of an event of some days it is written as an interval, from the first day to the last."""
    start, end = claim.start, claim.end
    if start is None:
        return False
    lasts = "/" in inferred and start.day is not None and end is not None
    return same_days(inferred, start) or (lasts and days(inferred) == (start.day, end.latest if end else None))


def _within_rough(gold: GoldEvent, start: When) -> bool:
    """Whether the label is rougher only because the gold set writes no parts of months and years.

    "Last week" is labelled with its month, "early 1999" with the year, "in January or February" with a start and
    an end in whole months. Within these a start of ours may be narrower, yet not narrower than a week.
    """
    stretch = days(f"{gold.start}/{gold.end}" if gold.end and gold.end.count("-") < 2 else gold.start or "")
    if gold.start is None or _is_day(gold.start) or start.earliest is None or start.latest is None:
        return False
    lies_within = stretch.first <= start.earliest and start.latest <= stretch.last
    return lies_within and (start.latest - start.earliest).days + 1 >= _WEEK


def _is_day(partial: str) -> bool:
    return "/" not in partial and partial.count("-") == 2


def _null_kept(pair: Pair) -> bool:
    """Whether no date was made up: none given, or one that holds what a careful reader can infer."""
    start, inferred = pair.prediction.claim.start, pair.gold.start_inferred
    if start is None:
        return True
    if inferred is None or start.earliest is None or start.latest is None:
        return False
    first, last = days(inferred)
    return start.earliest <= first and last <= start.latest


def _place_right(pair: Pair) -> bool:
    place = pair.prediction.claim.place
    return place is not None and place.country == pair.gold.place.country
