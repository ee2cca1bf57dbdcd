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


def test_an_envoy_told_before_is_known_by_name(told: Told, roles: Roles) -> None:
    claims = told("Chilean Ambassador Luis Vega criticised the vote. Peru expelled Vega on Tuesday.")
    (expulsion,) = (claim for claim in claims if claim.kind == "expulsion")
    assert roles(expulsion) == {"actor": ["Peru"], "target": ["Luis Vega"]}


def test_who_is_no_envoy_is_only_called(told: Told) -> None:
    assert told("Actress Maria Vega was booed in Lima. Chile's film council summoned Vega on Monday.") == ()
