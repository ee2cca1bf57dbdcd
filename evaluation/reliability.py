"""`python -m evaluation.reliability [--json | --fit]`: whether of claims given 0.8 to 0.9 about 85 in 100 are right.

A claim is right where it pairs with a labelled event of its text, a meeting, talks and a summit passing for one
another (``communique.evaluation.align``, lenient): the event is there and its family is right, whatever its values.
``--fit`` makes the weights of ``communique.coding.confidence`` anew, on the gold set, the sets that were read and the
articles with odd numbers, each coded with the model of acts and without it; they are judged on texts that they were not
fitted on (each group of texts on one event, and pairs that look alike, left out together), and on the texts that
nobody who works on the coder has read.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

import msgspec
import numpy as np
from cyclopts import App
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from communique.coding import told
from communique.coding.confidence import WEIGHTS, Weights, confidence
from communique.coding.marks import SWITCH
from communique.evaluation.align import Alignment, align, lenient_kind
from communique.evaluation.found import predictions
from communique.evaluation.gold import FAMILIES, Clusters, GoldDocument
from communique.evaluation.loading import load_clusters, load_gold
from communique.evaluation.predict import code_gold, keep_together, link_gold
from communique.types import Coding, EventClaim
from evaluation.corpus import FOLDER
from evaluation.unseen import READ, SETS, Half, Set, half_of, within

__all__ = ["Bin", "Judged", "Reliability", "bins", "fitted", "groups", "judged", "left_out", "scored", "signed_in"]

app = App(name="reliability", help="Hold the confidence of claims to labelled texts.", result_action="return_value")

_RIDGE = 10.0  # pulls weights towards 0 as ten claims of each kind would: most signs are rare
_LEAST_SEEN = 8  # claims: what fewer show weighs nothing
_STEPS = 12  # of Newton's method, which has converged by then
_FOLDS = 8
_SURE = 1.645  # standard deviations of a normal distribution on either side of 90 %
_READ: tuple[tuple[Set, Half], ...] = (
    *((name, "both") for name, halves in READ.items() if "both" in halves),
    ("articles", "odd"),
)
_UNREAD: dict[str, tuple[tuple[Set, Half], ...]] = {
    "As given, in whole texts that nobody has read": (("sixth", "both"), ("seventh", "both")),
    "As given, in articles that nobody has read": (("articles", "even"),),
}

Floats = NDArray[np.float64]


class Judged(msgspec.Struct, frozen=True):
    """A claim of a document, whether it pairs with a labelled event, and its signs where they are known."""

    document: str
    claim: EventClaim
    right: bool
    signs: frozenset[str] = frozenset()


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
    """A set of confidences held to what is right: in bins, with the Brier score, the log loss and the order of all.

    ``order`` is the probability that of a right claim and a wrong one the right one has more confidence (the area under
    the curve): 0.5 is chance.
    """

    claims: int
    right: int
    brier: float
    log_loss: float
    order: float
    bins: tuple[Bin, ...]


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


def signed_in(document: GoldDocument) -> list[Judged]:
    """Every claim of a text with its signs, those too that are too unsure to be kept."""
    coding = code_gold(document)
    every = tuple(told(link_gold(coding)))
    signs = {id(one.claim): frozenset(one.signs) for one in every}
    whole = msgspec.structs.replace(coding, events=tuple(one.claim for one in every))
    return [msgspec.structs.replace(c, signs=signs[id(c.claim)]) for c in judged([document], [whole])]


def fitted(claims: Sequence[Judged]) -> Weights:
    """The weights of a logistic regression on the signs of claims, drawn towards 0."""
    signs = _common_signs(claims)
    right = np.array([claim.right for claim in claims], float)
    base, *others = (round(float(w), 2) for w in _regression(_matrix(claims, signs), right))
    return Weights(base, {sign: weight for sign, weight in zip(signs, others, strict=True) if weight})


def _common_signs(claims: Sequence[Judged]) -> list[str]:
    counts = Counter(sign for claim in claims for sign in claim.signs)
    return sorted(sign for sign, count in counts.items() if count >= _LEAST_SEEN)


def _matrix(claims: Sequence[Judged], signs: Sequence[str]) -> Floats:
    """A row a claim: 1, then 1 or 0 for each sign."""
    return np.array([[1.0, *(float(sign in claim.signs) for sign in signs)] for claim in claims])


def _regression(rows: Floats, right: Floats) -> Floats:
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
    homes = sorted({group[claim.document] for claim in claims})
    fold = {home: number % _FOLDS for number, home in enumerate(homes)}
    likely = [0.0] * len(claims)
    for out in set(fold.values()):
        weights = fitted([claim for claim in claims if fold[group[claim.document]] != out])
        for number, claim in enumerate(claims):
            if fold[group[claim.document]] == out:
                likely[number] = confidence(claim.signs, weights)
    return likely


def scored(confidences: Sequence[float], right: Sequence[bool]) -> Reliability:
    """Confidences held to what is right."""
    pairs = list(zip(confidences, right, strict=True))
    return Reliability(
        claims=len(pairs),
        right=sum(right),
        brier=sum((p - r) ** 2 for p, r in pairs) / len(pairs),
        log_loss=-sum(log(p if r else 1 - p) for p, r in pairs) / len(pairs),
        order=_order(pairs),
        bins=bins(pairs),
    )


def _order(pairs: Sequence[tuple[float, bool]]) -> float:
    right, wrong = ([p for p, r in pairs if r is which] for which in (True, False))
    above = sum((p > q) + 0.5 * (p == q) for p in right for q in wrong)
    return above / (len(right) * len(wrong)) if right and wrong else 0.5


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
def reliability(*, json: bool = False, fit: bool = False) -> int:
    """Print the reliability tables.

    Parameters
    ----------
    json
        Print all as one JSON object.
    fit
        Fit the weights anew, print how they do on texts left out, and write them into the package.
    """
    if fit:
        measured = {"Fitted without the text at hand": _fit()}
    else:
        measured = {"As given, in the development gold set": _as_given(judged_in(load_gold(FOLDER)))}
        measured |= {title: _as_given(_claims(parts)) for title, parts in _UNREAD.items()}
    if json:
        print(msgspec.json.format(msgspec.json.encode(measured), indent=2).decode())
        return 0
    Console().print(*(_table(title, found) for title, found in measured.items()), sep="\n")
    return 0


def _fit() -> Reliability:
    """Write the weights; what those of the other texts make of each."""
    sets = [(load_gold(FOLDER), load_clusters(FOLDER)), *(_part(*part) for part in _READ)]
    documents = [document for texts, _ in sets for document in texts]
    claims = [claim for document in documents for claim in signed_in(document)]
    os.environ[SWITCH] = "off"
    claims += [claim for document in documents for claim in signed_in(document)]
    WEIGHTS.write_bytes(msgspec.json.format(msgspec.json.encode(fitted(claims)), indent=1) + b"\n")
    group: dict[str, str] = {}
    for texts, clusters in sets:
        group |= groups((document.id for document in texts), clusters)
    return scored(left_out(claims, group), [claim.right for claim in claims])


def _part(name: Set, half: Half) -> tuple[tuple[GoldDocument, ...], Clusters]:
    documents = half_of(load_gold(SETS[name]), half)
    return documents, within(load_clusters(SETS[name]), documents)


def _claims(parts: Iterable[tuple[Set, Half]]) -> list[Judged]:
    return [claim for part in parts for claim in judged_in(_part(*part)[0])]


def judged_in(documents: Sequence[GoldDocument]) -> list[Judged]:
    """Every claim that the program makes of some texts, kept in one record."""
    return judged(documents, keep_together([code_gold(document) for document in documents]).codings)


def _as_given(claims: Sequence[Judged]) -> Reliability:
    return scored([claim.claim.confidence for claim in claims], [claim.right for claim in claims])


def _table(title: str, found: Reliability) -> Table:
    table = Table(title=f"{title}: {found.right} of {found.claims} right", title_justify="left")
    for heading in ("confidence", "claims", "mean", "right", "90 % between"):
        table.add_column(heading, justify="right")
    for one in found.bins:
        between = f"{one.least:.2f} and {one.most:.2f}"
        table.add_row(f"{one.low:.1f}", str(one.count), f"{one.mean:.2f}", f"{one.right:.2f}", between)
    table.caption = f"Brier score {found.brier:.3f}, log loss {found.log_loss:.3f}, order {found.order:.3f}"
    return table


if __name__ == "__main__":
    sys.exit(app())
