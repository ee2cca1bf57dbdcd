"""What a state's own people do among themselves is politics; with rebels or with what broke away it is more."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto held talks with Kenyan Deputy President Kithure Kindiki.",
        "Kenyan President William Ruto spoke by phone with Kenyan Foreign Minister Musalia Mudavadi.",
        "The Kenyan government urged the Kenyan foreign ministry to act.",
    ],
)
def test_within_a_state(told: Told, text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Colombia held talks with the FARC in Havana.",
        "Kenyan President William Ruto held talks with Ugandan President Yoweri Museveni.",
        "Kenyan President William Ruto met UN Secretary-General António Guterres.",
    ],
)
def test_beyond_a_state(told: Told, text: str) -> None:
    assert len(told(text)) == 1
