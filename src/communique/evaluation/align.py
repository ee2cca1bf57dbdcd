"""Which predicted event is which labelled one.

A pair may be aligned where the kinds agree and either the evidence overlaps or the happening is
recognisably the same: a country in common, and dates that can both be true, stated on both sides or
told within a few sentences. Among all one-to-one assignments of such pairs the one with the highest
sum of scores is taken, exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from communique.evaluation.days import days
from communique.evaluation.found import Prediction, Stretch
from communique.evaluation.gold import GoldDocument, GoldEvent
from communique.evaluation.names import matched
from communique.types import UsageError

__all__ = ["Alignment", "Pair", "SameKind", "align", "any_kind", "lenient_kind", "strict_kind"]

# About two sentences of newswire: what tells on is still the same passage.
NEAR = 300
_NO_SCIPY = "pairing events needs scipy; run: pip install 'communique[evaluate]'"
_NEIGHBOURS = frozenset({"meeting", "talks", "summit"})

SameKind = Callable[[str, str], bool]


class Pair(msgspec.Struct, frozen=True):
    """A labelled event and the predicted one that is taken for it."""

    gold: GoldEvent
    prediction: Prediction


class Alignment(msgspec.Struct, frozen=True):
    """One text: the pairs, the labelled events without a partner and the predicted ones without."""

    document: GoldDocument
    pairs: tuple[Pair, ...]
    missed: tuple[GoldEvent, ...]
    false: tuple[Prediction, ...]


def strict_kind(gold: str, predicted: str) -> bool:
    """Whether the kinds are the same."""
    return gold == predicted


def lenient_kind(gold: str, predicted: str) -> bool:
    """The same, where a meeting, talks and a summit pass for each other."""
    return gold == predicted or {gold, predicted} <= _NEIGHBOURS


def any_kind(gold: str, predicted: str) -> bool:
    """Whatever the kinds: to see which are taken for one another."""
    return True


def align(
    document: GoldDocument,
    gold: Sequence[GoldEvent],
    predicted: Sequence[Prediction],
    same_kind: SameKind = strict_kind,
) -> Alignment:
    """The best one-to-one alignment of ``gold`` and ``predicted`` within one text."""
    scores = [[_score(document.text, g, p, same_kind) for p in predicted] for g in gold]
    chosen = _best(scores)
    pairs = tuple(Pair(gold[g], predicted[p]) for g, p in sorted(chosen.items()))
    missed = tuple(event for g, event in enumerate(gold) if g not in chosen)
    found = set(chosen.values())
    return Alignment(document, pairs, missed, tuple(p for i, p in enumerate(predicted) if i not in found))


def _best(scores: Sequence[Sequence[float]]) -> dict[int, int]:
    """Row → column with the greatest sum of scores; zero is no pair."""
    if not scores or not scores[0]:
        return {}
    rows, columns = _assignment()(np.array(scores), maximize=True)
    chosen = zip(rows.tolist(), columns.tolist(), strict=True)
    return {row: column for row, column in chosen if scores[row][column] > 0}


@cache
def _assignment() -> Callable[..., tuple[NDArray[np.intp], NDArray[np.intp]]]:
    try:
        from scipy.optimize import linear_sum_assignment
    except ImportError as error:
        raise UsageError(_NO_SCIPY) from error
    return linear_sum_assignment


def _score(text: str, gold: GoldEvent, found: Prediction, same_kind: SameKind) -> float:
    """How well the two fit, above 0 and up to 4; 0 where they may not be paired."""
    if not same_kind(gold.type, found.claim.family):
        return 0.0
    distance = _distance(text, gold, found)
    shared, dated = _shared_countries(gold, found), _date_fit(gold, found)
    recognisable = shared > 0 and dated is not False and (dated is True or distance <= NEAR)
    if distance > 0 and not recognisable:
        return 0.0
    closeness = 1.0 / (1.0 + distance / NEAR)
    people = matched(gold.participants, [p.actor for p in found.claim.participants])
    named = people / max(len(gold.participants), len(found.claim.participants), 1)
    date = {True: 1.0, None: 0.5, False: 0.0}[dated]
    return closeness + 0.5 * (named + shared) + date + (gold.type == found.claim.family)


def _distance(text: str, gold: GoldEvent, found: Prediction) -> int:
    """Characters between the annotator's evidence and the nearest mention; 0 where they overlap."""
    start = text.index(gold.evidence)
    evidence = Stretch(start, start + len(gold.evidence))
    return min(max(0, s.start - evidence.end + 1, evidence.start - s.end + 1) for s in found.stretches)


def _shared_countries(gold: GoldEvent, found: Prediction) -> float:
    """The countries in common, as a share of all that either names."""
    ours = {p.country for p in gold.participants} - {None}
    theirs = {p.actor.country for p in found.claim.participants} - {None}
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def _date_fit(gold: GoldEvent, found: Prediction) -> bool | None:
    """Whether both starts can be true; null where one is not known."""
    start = found.claim.start
    if gold.start is None or start is None:
        return None
    first, last = days(gold.start)
    return (start.earliest is None or start.earliest <= last) and (start.latest is None or first <= start.latest)
