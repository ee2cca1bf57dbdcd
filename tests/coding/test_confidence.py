"""What a claim's confidence is made of."""

from collections.abc import Callable
from itertools import product

import pytest

from communique.coding.confidence import WEIGHTS, confidence, signs, with_confidence
from communique.running import code_text
from communique.types import EventClaim

SIDES = ("party =Chile CHL", "party =Peru PER")
MakeClaim = Callable[..., EventClaim]


@pytest.fixture
def signed(claim: MakeClaim) -> Callable[..., EventClaim]:
    """A claim with the signs that are named."""

    def make(dated: bool, act: bool, main: bool) -> EventClaim:
        start, salience = "2024-05-13" if dated else None, "main" if main else "background"
        return claim("talks" if act else "condemnation", *SIDES, start=start, salience=salience)

    return make


@pytest.mark.parametrize(("dated", "act", "main"), list(product([True, False], repeat=3)))
def test_each_sign_raises_it(signed: Callable[..., EventClaim], dated: bool, act: bool, main: bool) -> None:
    there = {"dated": dated, "act": act, "main": main}
    assert signs(signed(**there)) == there
    for sign in (sign for sign, is_there in there.items() if not is_there):
        assert confidence(signed(**there)) < confidence(signed(**there | {sign: True}))


def test_it_stays_between_a_guess_and_certainty(signed: Callable[..., EventClaim]) -> None:
    assert set(WEIGHTS) == {"dated", "act", "main"}
    assert 0.5 <= confidence(signed(False, False, False)) < confidence(signed(True, True, True)) < 1.0


def test_only_the_confidence_is_set(signed: Callable[..., EventClaim]) -> None:
    bare = signed(True, True, False)
    (done,) = with_confidence([bare])
    assert done.confidence == confidence(bare)
    assert {f for f in bare.__struct_fields__ if getattr(bare, f) != getattr(done, f)} == {"confidence"}


def test_it_is_that_of_the_finished_claim() -> None:
    coding = code_text("Kenyan President William Ruto visited Ghana on Monday.", published="2024-05-15", language="en")
    (visit,) = coding.events
    assert visit.start is not None
    assert visit.confidence == confidence(visit)
