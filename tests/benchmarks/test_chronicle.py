"""Made-up documents: the same for a seed, with spans that hold, and as unequal as the news."""

from collections import Counter
from statistics import median

from benchmarks.chronicle import chronicle
from benchmarks.resolving import time_resolving


def test_the_same_seed_gives_the_same() -> None:
    assert list(chronicle(200, 5)) == list(chronicle(200, 5))
    assert list(chronicle(200, 5)) != list(chronicle(200, 6))


def test_every_claim_has_its_words_and_its_truth() -> None:
    for told in chronicle(300):
        text = told.coding.document.text
        assert len(told.truth) == len(told.coding.events) == len(set(told.truth))
        assert all(text[c.evidence.start : c.evidence.end] == c.evidence.text for c in told.coding.events)


def test_a_few_pairs_are_told_of_most() -> None:
    sides = Counter(
        tuple(sorted({p.actor.country or "" for p in claim.participants}))
        for told in chronicle(3000)
        for claim in told.coding.events
    )
    assert all("USA" in pair for pair, _ in sides.most_common(2))
    assert max(sides.values()) > 10 * median(sides.values())


def test_resolving_is_held_against_the_truth() -> None:
    measured = time_resolving(600)
    assert measured.claims > 400
    assert measured.precision > 0.8
    assert measured.recall > 0.5
