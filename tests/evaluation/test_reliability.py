"""How confidences are held to what is right."""

from collections.abc import Callable

import pytest
from evaluation.reliability import Judged, bins, fitted, groups, judged, left_out, scored, signed_in

from communique.evaluation.found import Prediction
from communique.evaluation.gold import Clusters, GoldDocument, GoldEvent
from communique.types import Coding, Document, EventClaim, Segment

MakeGold = Callable[..., GoldEvent]
MakeFound = Callable[..., Prediction]
MakeDocument = Callable[..., GoldDocument]

MANY = Clusters((), ())


def coded(text: GoldDocument, claims: tuple[EventClaim, ...]) -> Coding:
    whole = Document(text.id, text.source, text.text, segments=(Segment(0, 0, len(text.text)),))
    return Coding(document=whole, events=claims)


def test_a_claim_is_right_where_it_pairs(gold: MakeGold, found: MakeFound, document: MakeDocument) -> None:
    text = document(gold())
    claims = (found().claim, found(words="She had called him in May", day=None, family="call").claim)
    coding = coded(text, claims)
    assert [(claim.claim.family, claim.right) for claim in judged([text], [coding])] == [
        ("meeting", True),
        ("call", False),
    ]


def test_a_meeting_passes_for_talks(gold: MakeGold, found: MakeFound, document: MakeDocument) -> None:
    text = document(gold(type="talks"))
    coding = coded(text, (found().claim,))
    assert [claim.right for claim in judged([text], [coding])] == [True]


def test_bins_are_tenths() -> None:
    (eight, nine) = bins([(0.8, True), (0.85, False), (0.9, True), (1.0, True)])
    assert (eight.low, eight.count, eight.right) == (0.8, 2, 0.5)
    assert eight.mean == pytest.approx(0.825)
    assert (nine.low, nine.count, nine.right) == (0.9, 2, 1.0)


@pytest.mark.parametrize("confidence", [0.1, 0.2, 0.3, 0.6, 0.7])
def test_a_bin_begins_at_its_tenth(confidence: float) -> None:
    assert bins([(confidence, True)])[0].low == confidence


def test_few_claims_leave_much_open() -> None:
    (few,) = bins([(0.85, True)] * 4 + [(0.85, False)])
    (many,) = bins([(0.85, True)] * 400 + [(0.85, False)] * 100)
    assert few.least < many.least < 0.8 < many.most < few.most <= 1.0


def test_scores_are_those_of_the_formulas() -> None:
    found = scored([0.5, 0.5], [True, False])
    assert (found.claims, found.right, found.brier) == (2, 1, 0.25)
    assert found.log_loss == pytest.approx(0.6931, abs=1e-4)


def test_weights_follow_what_is_right(found: MakeFound) -> None:
    claim = found().claim
    signed = [(i % 2 == 1, i % 2 == 1 or i % 4 == 0) for i in range(400)]  # with the sign always, else each second
    weights = fitted([Judged("a", claim, right, frozenset({"sign"} if sign else ())) for sign, right in signed])
    assert weights.base == pytest.approx(0.0, abs=0.5)
    assert weights.signs["sign"] > 1.5


def test_a_rare_sign_weighs_nothing(found: MakeFound) -> None:
    told = [Judged("a", found().claim, i > 3, frozenset({"rare"} if i < 5 else ())) for i in range(100)]
    assert fitted(told).signs == {}


def test_order_is_how_often_the_right_one_has_more() -> None:
    assert scored([0.9, 0.6, 0.7, 0.5], [True, True, False, False]).order == 0.75
    assert scored([0.5, 0.5], [True, False]).order == 0.5


def test_claims_come_with_their_signs(document: MakeDocument, gold: MakeGold) -> None:
    (one, *_) = signed_in(document(gold()))
    assert one.claim.family == "meeting"
    assert "family meeting" in one.signs


def test_texts_on_one_event_are_one_group() -> None:
    clusters = Clusters((("a", "b"), ("d", "e")), (("b", "c"),))
    group = groups("abcdef", clusters)
    assert group["a"] == group["b"] == group["c"]
    assert group["d"] == group["e"]
    assert len(set(group.values())) == 3


def test_a_text_is_judged_by_the_others(found: MakeFound) -> None:
    """Its own labels change what others get, not what it gets itself."""
    claim, sign = found().claim, frozenset({"sign"})
    told = [Judged(f"d{i}", claim, i % 4 < 2, sign if i % 2 else frozenset()) for i in range(40)]
    turned = [Judged("d0", claim, not told[0].right), *told[1:]]
    group = groups((one.document for one in told), MANY)
    one, other = left_out(told, group), left_out(turned, group)
    assert one[0] == other[0]
    assert one != other
