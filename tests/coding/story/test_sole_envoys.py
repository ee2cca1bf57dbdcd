"""The one envoy whom a report names is who was called home, summoned or sent away."""

import pytest

from communique.running import code_text
from communique.types import EventClaim

RECALLED = "Kenya recalled its ambassador to Peru on Monday. "


def events(text: str) -> tuple[EventClaim, ...]:
    return code_text(text, language="en", published="2024-05-14").events


def cast(text: str) -> dict[str, str]:
    return {p.actor.name: p.role for p in events(text)[0].participants}


@pytest.mark.parametrize(
    "behind",
    [
        "Ana Rao, Kenya's ambassador in Lima, arrived in Nairobi at noon.",
        "The ambassador, Ana Rao, arrived in Nairobi at noon.",
        "The Kenyan ambassador to Peru, Ana Rao, kept silent.",
        "Kenyan Ambassador Ana Rao kept silent.",
    ],
)
def test_the_only_ambassador_named_is_the_one_recalled(behind: str) -> None:
    assert cast(RECALLED + behind) == {"Kenya": "actor", "Peru": "target", "Ana Rao": "party"}


def test_the_evidence_is_where_the_envoy_is_named() -> None:
    claim = events(RECALLED + "The Kenyan ambassador to Peru, Ana Rao, kept silent.")[0]
    assert [p.evidence.text for p in claim.participants if p.role == "party"] == ["Kenyan ambassador to Peru, Ana Rao"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Peru expelled the envoy of Kenya on Monday. Ambassador Ana Rao of Kenya must go by Friday.", "target"),
        ("Peru summoned Kenya's envoy on Monday. Ambassador Ana Rao of Kenya stayed for an hour.", "target"),
        ("Kenya's chargé d'affaires, Ana Rao, is back. Kenya had recalled its envoy from Peru on Monday.", "party"),
    ],
)
def test_an_envoy_acted_on(text: str, role: str) -> None:
    assert cast(text)["Ana Rao"] == role


@pytest.mark.parametrize(
    "text",
    [
        RECALLED + "Kenya's ambassador to Chile, Ana Rao, said that it was time.",
        RECALLED + "Kenya's former ambassador, Ana Rao, said that it was time.",
        RECALLED + "Kenya's new ambassador, Ana Rao, said that it was time.",
        RECALLED + "Kenya's ambassador to the United Nations, Ana Rao, said that it was time.",
        RECALLED + "Kenyan Ambassador Ana Rao and Kenyan Ambassador Luis Mensa were in Nairobi.",
        RECALLED + "Peru's ambassador, Ana Rao, said that it was time.",
        RECALLED + "It recalled its ambassador to Chile, too. Kenyan Ambassador Ana Rao kept silent.",
        "Kenya recalled its chargé d'affaires from Peru on Monday. Kenyan Ambassador Ana Rao kept silent.",
        "Kenya recalled its diplomats from Peru on Monday. Kenyan Ambassador Ana Rao kept silent.",
        "Kenya recalled its ambassador to Peru in 2019. Kenyan Ambassador Ana Rao kept silent.",
    ],
)
def test_it_may_have_been_another(text: str) -> None:
    assert all(p.actor.name != "Ana Rao" for claim in events(text) for p in claim.participants)


def test_who_is_named_in_the_act_stays() -> None:
    told = cast("Peru expelled the Kenyan consul, Luis Mensa, on Monday. Kenyan Ambassador Ana Rao protested.")
    assert told["Luis Mensa"] == "target"
    assert "Ana Rao" not in told
