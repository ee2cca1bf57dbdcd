"""Of whom a deed that befell others is held, and whom it befell."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

One = Callable[..., EventClaim]


@pytest.mark.parametrize(
    "text",
    [
        "Togo condemned the expulsion of the Ugandan ambassador by Kenya.",
        "Togo condemned the arrest of Ugandan diplomats by Kenya.",
        "Togo condemned Kenya's shelling of the Ugandan city of Gulu.",
    ],
)
def test_a_complaint_is_of_who_did_it(one: One, text: str) -> None:
    targets = [p.actor.name for p in one(text).participants if p.role == "target"]
    assert targets == ["Kenya"]


def test_whom_it_befell_is_no_target(told: Callable[..., tuple[EventClaim, ...]]) -> None:
    claims = told("Togo condemned the Wednesday shelling of the Ugandan city of Gulu.")
    assert all(p.role != "target" for claim in claims for p in claim.participants)
