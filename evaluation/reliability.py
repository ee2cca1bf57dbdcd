"""`python -m evaluation.reliability [--json]`: whether claims given 0.8 to 0.9 are right in about 85 of 100 cases.

A claim is right where it pairs with a labelled event of its text, a meeting, talks and a summit passing for one
another (``communique.evaluation.align``, lenient): the event is there and its family is right, whatever its values.
The weights of ``communique.coding.confidence`` are fitted anew as well, on the gold set and the second set, and judged
on texts that they were not fitted on: each group of texts on one event, and pairs that look alike, left out together;
and the sixth and seventh set, which nobody who works on the coder has read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from math import log, sqrt
from pathlib import Path

import msgspec
import numpy as np
from cyclopts import App
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from communique.coding.confidence import BASE, WEIGHTS, signs
from communique.evaluation.align import Alignment, align, lenient_kind
from communique.evaluation.found import predictions
from communique.evaluation.gold import FAMILIES, Clusters, GoldDocument
from communique.evaluation.loading import load_clusters, load_gold
from communique.evaluation.predict import code_gold, keep_together
from communique.types import Coding, EventClaim
from evaluation.corpus import FOLDER
from evaluation.unseen import SETS

__all__ = ["Bin", "Judged", "Reliability", "bins", "fitted", "groups", "judged", "left_out", "measure", "scored"]

app = App(name="reliability", help="Hold the confidence of claims to the gold set.", result_action="return_value")

_RIDGE = 1.0  # pulls weights towards 0 as one claim of each kind would: with few errors they run away
_STEPS = 25  # of Newton's method, which has converged long before
_SURE = 1.645  # standard deviations of a normal distribution on either side of 90 %

Floats = NDArray[np.float64]


class Judged(msgspec.Struct, frozen=True):
    """A claim of a document, and whether it pairs with a labelled event."""

    document: str
    claim: EventClaim
    right: bool


class Bin(msgspec.Struct, frozen=True):
    """Claims whose confidence is from ``low`` up to a tenth more; ``mean`` of it, and the share that is right.

    ``least`` and ``most`` bound the share with 90 % (Wilson): how little the count lets one say.
    """

    low: float
    count: int
    mean: float
    right: float
    least: float
    most: float


class Reliability(msgspec.Struct, frozen=True):
    """A set of confidences held to what is right: in bins, with the Brier score and the log loss of all."""

    claims: int
    right: int
    brier: float
    log_loss: float
    bins: tuple[Bin, ...]


class Measured(msgspec.Struct, frozen=True):
    """Confidences as given, those of weights fitted without the text at hand, and the weights fitted on all.

    ``unread`` are the confidences given in texts that neither the coder nor the weights were made on.
    """

    given: Reliability
    left_out: Reliability
    unread: Reliability
    in_use: dict[str, float]
    fitted: dict[str, float]


def judged(documents: Sequence[GoldDocument], codings: Sequence[Coding]) -> list[Judged]:
    """Every claim of the families that are labelled, in the order of the documents."""
    found = []
    for document, coding in zip(documents, codings, strict=True):
        gold = [event for event in document.events if event.type in FAMILIES]
        found += _of(align(document, gold, predictions(coding), lenient_kind))
    return found


def _of(alignment: Alignment) -> list[Judged]:
    right = [Judged(alignment.document.id, pair.prediction.claim, True) for pair in alignment.pairs]
    return right + [Judged(alignment.document.id, found.claim, False) for found in alignment.false]


def measure(claims: Sequence[Judged], clusters: Clusters, unread: Sequence[Judged]) -> Measured:
    """The confidences in use and those of weights fitted here on ``claims``."""
    right = [claim.right for claim in claims]
    weights = fitted(_matrix(claims), np.array(right, float))
    return Measured(
        given=_as_given(claims),
        left_out=scored(left_out(claims, groups((claim.document for claim in claims), clusters)), right),
        unread=_as_given(unread),
        in_use={"base": BASE} | WEIGHTS,
        fitted=dict(zip(("base", *WEIGHTS), (round(float(w), 2) for w in weights), strict=True)),
    )


def _as_given(claims: Sequence[Judged]) -> Reliability:
    return scored([claim.claim.confidence for claim in claims], [claim.right for claim in claims])


def _matrix(claims: Sequence[Judged]) -> Floats:
    """A row a claim: 1, then 1 or 0 for each sign."""
    return np.array([[1.0, *(float(signs(c.claim)[sign]) for sign in WEIGHTS)] for c in claims])


def fitted(rows: Floats, right: Floats) -> Floats:
    """Weights of a logistic regression, those of the signs drawn towards 0."""
    penalty = _RIDGE * np.eye(rows.shape[1])
    penalty[0, 0] = 0.0
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likely = _probability(rows @ weights)
        curvature = rows.T @ (rows * (likely * (1 - likely))[:, None]) + penalty
        weights = weights + np.linalg.solve(curvature, rows.T @ (right - likely) - penalty @ weights)
    return weights


def _probability(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-odds)), np.float64)


def groups(documents: Iterable[str], clusters: Clusters) -> dict[str, str]:
    """Document → the first document of those that are to be left out with it."""
    group = {document: document for document in documents}
    for members in (*clusters.same_event, *clusters.look_alikes):
        joined = {group.get(member, member) for member in members}
        first = min(joined)
        group |= {d: first for d in (*group, *members) if group.get(d, d) in joined}
    return group


def left_out(claims: Sequence[Judged], group: dict[str, str]) -> list[float]:
    """The confidence of each claim by weights that were fitted without its text and those of its group."""
    rows, right = _matrix(claims), np.array([claim.right for claim in claims], float)
    homes = np.array([group[claim.document] for claim in claims])
    likely = np.zeros(len(claims))
    for home in set(homes.tolist()):
        out = homes == home
        likely[out] = _probability(rows[out] @ fitted(rows[~out], right[~out]))
    return [float(p) for p in likely]


def scored(confidences: Sequence[float], right: Sequence[bool]) -> Reliability:
    """Confidences held to what is right."""
    pairs = list(zip(confidences, right, strict=True))
    return Reliability(
        claims=len(pairs),
        right=sum(right),
        brier=sum((p - r) ** 2 for p, r in pairs) / len(pairs),
        log_loss=-sum(log(p if r else 1 - p) for p, r in pairs) / len(pairs),
        bins=bins(pairs),
    )


def bins(pairs: Sequence[tuple[float, bool]]) -> tuple[Bin, ...]:
    """The bins that hold a claim; 1.0 lies in the last."""
    tenths = [min(9, int(round(p, 6) * 10)) for p, _ in pairs]
    members = {tenth: [pair for t, pair in zip(tenths, pairs, strict=True) if t == tenth] for tenth in set(tenths)}
    return tuple(_bin(tenth / 10, members[tenth]) for tenth in sorted(members))


def _bin(low: float, pairs: Sequence[tuple[float, bool]]) -> Bin:
    count = len(pairs)
    share = sum(right for _, right in pairs) / count
    spread = _SURE**2 / count
    middle = (share + spread / 2) / (1 + spread)
    half = _SURE * sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    return Bin(low, count, sum(p for p, _ in pairs) / count, share, middle - half, middle + half)


@app.default
def reliability(*, json: bool = False) -> int:
    """Print the reliability tables and the weights.

    Parameters
    ----------
    json
        Print all as one JSON object.
    """
    claims = [*_claims(FOLDER), *_claims(SETS["second"])]
    unread = [*_claims(SETS["sixth"]), *_claims(SETS["seventh"])]
    measured = measure(claims, _together(load_clusters(FOLDER), load_clusters(SETS["second"])), unread)
    if json:
        print(msgspec.json.format(msgspec.json.encode(measured), indent=2).decode())
        return 0
    Console().print(
        _table("As given", measured.given),
        _table("Fitted without the text at hand", measured.left_out),
        _table("As given, in texts that nobody has read", measured.unread),
        f"weights in use: {measured.in_use}",
        f"fitted on all:  {measured.fitted}",
        sep="\n",
    )
    return 0


def _claims(folder: Path) -> list[Judged]:
    documents = load_gold(folder)
    return judged(documents, keep_together([code_gold(document) for document in documents]).codings)


def _together(one: Clusters, other: Clusters) -> Clusters:
    return Clusters((*one.same_event, *other.same_event), (*one.look_alikes, *other.look_alikes))


def _table(title: str, found: Reliability) -> Table:
    table = Table(title=f"{title}: {found.right} of {found.claims} right", title_justify="left")
    for heading in ("confidence", "claims", "mean", "right", "90 % between"):
        table.add_column(heading, justify="right")
    for one in found.bins:
        between = f"{one.least:.2f} and {one.most:.2f}"
        table.add_row(f"{one.low:.1f}", str(one.count), f"{one.mean:.2f}", f"{one.right:.2f}", between)
    table.caption = f"Brier score {found.brier:.3f}, log loss {found.log_loss:.3f}"
    return table


if __name__ == "__main__":
    sys.exit(app())
