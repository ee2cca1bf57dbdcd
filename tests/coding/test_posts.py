"""An act that befalls an envoy is that of the state in which he serves."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]
Roles = Callable[[EventClaim], dict[str, list[str]]]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Peru's ambassador to Chile was summoned on Monday.", "Chile"),
        ("The Peruvian ambassador in Oslo has been summoned over the incident.", "Norway"),
        ("The Peruvian ambassador to Nairobi was told to leave the country.", "Kenya"),
    ],
)
def test_the_post_tells_who_acts(told: Told, roles: Roles, text: str, actor: str) -> None:
    (claim,) = told(text)
    assert roles(claim) == {"target": ["ambassador of Peru"], "actor": [actor]}


def test_who_is_named_acts(told: Told, roles: Roles) -> None:
    (claim,) = told("Kenya summoned Peru's ambassador to Chile on Monday.")
    assert roles(claim)["actor"] == ["Kenya"]
