"""Those of whom the next sentence says that they were there too."""

import pytest

from communique.running import code_text

TALKS = "Peru and Chile held talks in Oslo on March 4, 2024. "


def cast(text: str) -> dict[str, str]:
    (claim,) = code_text(TALKS + text, language="en").events
    return {p.actor.name: p.role for p in claim.participants}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Kenyan foreign minister was present.", "party"),
        ("The Kenyan foreign minister was in the room.", "party"),
        ("The Kenyan foreign minister also attended.", "party"),
        ("The Kenyan foreign minister took part too.", "party"),
        ("The talks were attended by the Kenyan foreign minister.", "party"),
        ("Also present was the Kenyan foreign minister.", "party"),
        ("The Kenyan foreign minister looked on.", "mediator"),
        ("The Kenyan foreign minister was the mediator.", "mediator"),
        ("The Kenyan foreign minister was the host.", "host"),
        ("The Kenyan foreign minister presided.", "mediator"),
        ("The Kenyan foreign minister had mediated.", "mediator"),
        ("The Kenyan foreign minister oversaw the talks.", "mediator"),
        ("The Kenyan foreign minister witnessed the talks.", "mediator"),
        ("The Kenyan foreign minister, who led the mediation, smiled.", "mediator"),
    ],
)
def test_who_was_there_takes_part(text: str, role: str) -> None:
    assert cast(text) == {"Peru": "party", "Chile": "party", "foreign minister of Kenya": role}


def test_who_signs_as_a_witness_is_no_party() -> None:
    told = "The treaty was signed by Peru and Chile on March 4, 2024. President Ana Rao of Kenya signed as a witness."
    (claim,) = code_text(told, language="en").events
    assert {p.actor.name: p.role for p in claim.participants} == {
        "Peru": "party",
        "Chile": "party",
        "Ana Rao": "mediator",
    }


def test_so_was_another() -> None:
    told = cast("The Kenyan foreign minister was in the room, and so was Ambassador Ana Rao of Japan.")
    assert "Ana Rao" in told


def test_who_is_called_the_host_by_the_way() -> None:
    assert cast("Jonas Gahr Støre, host of the talks, was pleased.")["Jonas Gahr Støre"] == "host"


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan foreign minister was not present.",
        "The Kenyan foreign minister took part in a marathon.",
        "The Kenyan foreign minister attended a funeral.",
        "The Kenyan foreign minister was the host of a dinner.",
        "The Kenyan foreign minister presided over the Security Council.",
        "The Kenyan foreign minister witnessed a storm.",
        "The Kenyan foreign minister led the opposition.",
        "It rained. Nobody knew why. Rivers rose. The Kenyan foreign minister was present.",
    ],
)
def test_who_was_elsewhere_takes_no_part(text: str) -> None:
    assert cast(text) == {"Peru": "party", "Chile": "party"}
