"""Joining across texts: reports of one event are to share it, look-alikes are not.

Only main events are looked at, and a text may rightly share with its look-alike the event that one of
the two recalls or plans (rule 12 of the gold set): the labelled starts then are the same. A claim weighs
what the annotator says of the labelled event that it is aligned with, and what the coder says where it
is aligned with none.

Beside the look-alikes, all pairs of reports in one event that are both aligned are judged by their labels: they are
wrongly joined where the families cannot be one, the starts lie more than a day apart, or no country is in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

import msgspec

from communique.evaluation.align import Alignment, lenient_kind
from communique.evaluation.counts import Share
from communique.evaluation.days import days
from communique.evaluation.found import ClaimKey, claim_key
from communique.evaluation.gold import FAMILIES, Clusters, GoldEvent
from communique.types import EventClaim

__all__ = ["JoinScores", "score_joins"]

_A_DAY = timedelta(days=1)
"""Reports of one happening may differ by that much: then they disagree."""


class JoinScores(msgspec.Struct, frozen=True):
    """Pairs of texts on one event, ``same``, of which some were left ``apart``; look-alikes joined are ``wrong``.

    ``pairs`` are the reports of different texts in one event whose labels can be compared, ``mixed`` those of them that
    tell of two happenings.
    """

    same: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]
    look_alikes: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]
    pairs: int = 0
    mixed: tuple[tuple[str, str, str], ...] = ()

    @property
    def joined(self) -> Share:
        """The pairs on one event that share it."""
        return Share(len(self.same) - len(self.apart), len(self.same))

    @property
    def other_wrong(self) -> Share:
        """The pairs of reports in one event that tell of two happenings."""
        return Share(len(self.mixed), self.pairs)


def score_joins(alignments: Sequence[Alignment], ids: Mapping[ClaimKey, str], clusters: Clusters) -> JoinScores:
    """Count the pairs of ``clusters`` whose texts share a main event under ``ids``."""
    main = {alignment.document.id: _main_events(alignment, ids) for alignment in alignments}
    codable = {a.document.id for a in alignments if _has_main(a)}
    same = tuple(_pairs(clusters, codable))
    together = list(_together(alignments, ids))
    return JoinScores(
        same=same,
        apart=tuple((a, b) for a, b in same if main[a].keys().isdisjoint(main[b])),
        look_alikes=clusters.look_alikes,
        wrong=tuple((a, b) for a, b in clusters.look_alikes if _mixed(main[a], main[b])),
        pairs=len(together),
        mixed=tuple((event, a, b) for event, (a, one), (b, other) in together if not _can_be_one(one, other)),
    )


def _together(
    alignments: Sequence[Alignment], ids: Mapping[ClaimKey, str]
) -> Iterator[tuple[str, tuple[str, GoldEvent], tuple[str, GoldEvent]]]:
    """The event and the labels of each two reports of different texts that it joins."""
    labels: defaultdict[str, list[tuple[str, GoldEvent]]] = defaultdict(list)
    for alignment in alignments:
        for pair in alignment.pairs:
            event = ids[claim_key(alignment.document.id, pair.prediction.claim)]
            labels[event].append((alignment.document.id, pair.gold))
    for event, labelled in labels.items():
        yield from ((event, a, b) for a, b in combinations(labelled, 2) if a[0] != b[0])


def _can_be_one(one: GoldEvent, other: GoldEvent) -> bool:
    here, there = ({p.country for p in event.participants} - {None} for event in (one, other))
    return (
        lenient_kind(one.type, other.type)
        and (one.start is None or other.start is None or _gap(one.start, other.start) <= _A_DAY)
        and (not here or not there or not here.isdisjoint(there))
    )


def _gap(one: str, other: str) -> timedelta:
    """From the end of the earlier start to the beginning of the later; below zero where they share a day."""
    a, b = days(one), days(other)
    return max(a.first, b.first) - min(a.last, b.last)


def _pairs(clusters: Clusters, codable: set[str]) -> Iterator[tuple[str, str]]:
    for group in clusters.same_event:
        yield from combinations((text for text in group if text in codable), 2)


def _main_events(alignment: Alignment, ids: Mapping[ClaimKey, str]) -> dict[str, set[str | None]]:
    """The events that the text's main claims belong to, with the labelled starts of these claims."""
    starts: dict[str, set[str | None]] = defaultdict(set)
    for claim, start in _main_claims(alignment):
        starts[ids[claim_key(alignment.document.id, claim)]].add(start)
    return starts


def _main_claims(alignment: Alignment) -> Iterator[tuple[EventClaim, str | None]]:
    for pair in alignment.pairs:
        if pair.gold.main:
            yield pair.prediction.claim, pair.gold.start
    for found in alignment.false:
        if found.claim.salience == "main":
            yield found.claim, None


def _mixed(left: Mapping[str, set[str | None]], right: Mapping[str, set[str | None]]) -> bool:
    """Whether the texts share an event under which they tell of different days."""
    return any(not (left[event] & right[event]) - {None} for event in left.keys() & right.keys())


def _has_main(alignment: Alignment) -> bool:
    """Whether the text's main event is of a kind that this version codes."""
    return any(event.main and event.type in FAMILIES for event in alignment.document.events)
