"""From signs to a confidence, and which claims are kept."""

from collections.abc import Callable

import pytest

from communique.coding.confidence import LEAST, Signed, Weights, confidence, weighed, weights
from communique.running import code_text
from communique.types import EventClaim

SIDES = ("party =Chile CHL", "party =Peru PER")
MakeClaim = Callable[..., EventClaim]
KNOWN = Weights(1.0, {"for": 1.0, "against": -2.0})


@pytest.mark.parametrize(
    ("signs", "sure"), [((), 0.73), (("for",), 0.88), (("against",), 0.27), (("for", "new"), 0.88)]
)
def test_signs_add_up_and_unknown_ones_weigh_nothing(signs: tuple[str, ...], sure: float) -> None:
    assert confidence(signs, KNOWN) == sure


def test_only_the_confidence_is_set(claim: MakeClaim) -> None:
    bare = claim("talks", *SIDES)
    (done,) = weighed([Signed(bare, ())])
    assert done.confidence == confidence(())
    assert {f for f in bare.__struct_fields__ if getattr(bare, f) != getattr(done, f)} == {"confidence"}


def test_what_is_too_unsure_is_left_out(claim: MakeClaim) -> None:
    low = min(weights().signs, key=lambda sign: weights().signs[sign])
    likely, unlikely = Signed(claim("talks", *SIDES), ()), Signed(claim("call", *SIDES), (low,))
    bar = confidence((low,)) + 0.01
    assert [c.kind for c in weighed([likely, unlikely], bar)] == ["talks"]
    assert [c.kind for c in weighed([likely, unlikely], 0.0)] == ["talks", "call"]


def test_every_claim_that_is_kept_is_likelier_right_than_wrong() -> None:
    coding = code_text("Kenyan President William Ruto visited Ghana on Monday.", published="2024-05-15", language="en")
    assert LEAST > 0.5
    assert [c.confidence for c in coding.events if not LEAST <= c.confidence < 1.0] == []
    assert coding.events


def test_the_weights_are_drawn_towards_nothing() -> None:
    """A sign that alone would turn any claim round was seen too rarely, or was fitted without a pull."""
    assert all(abs(weight) < 3 for weight in weights().signs.values())
    assert 0.5 < confidence(()) < 0.95
