"""Whose it is that an act befalls, and for whom somebody gives."""

import pytest

from communique.running import code_text
from communique.types import EventClaim


def only(text: str) -> EventClaim:
    (claim,) = code_text(text, language="en").events
    return claim


def named(claim: EventClaim, role: str) -> list[tuple[str, str]]:
    return [(p.actor.name, p.evidence.text) for p in claim.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Chile imposed sanctions on a Peruvian bank.", ("Peru", "Peruvian")),
        ("Chile raised its tariffs on goods from Peru.", ("Peru", "Peru")),
        ("Chile imposed sanctions on its neighbour Peru.", ("Peru", "Peru")),
        ("Chilean commandos killed ten Peruvian sailors.", ("Peru", "Peruvian")),
        ("Chile sent 20 tons of rice to people in Yemen.", ("Yemen", "Yemen")),
    ],
)
def test_the_owner_is_the_target(text: str, target: tuple[str, str]) -> None:
    assert named(only(text), "target") == [target]


@pytest.mark.parametrize(
    "text",
    [
        "Chile imposed sanctions on a bank.",
        "Chile imposed a tax on cars.",
        "Chile suspended its campaign in Peru.",  # where it is, not whose
    ],
)
def test_what_nobody_owns_is_no_target(text: str) -> None:
    assert code_text(text, language="en").events == ()


def test_for_whom_one_gives_in_that_sense_gets_nothing() -> None:
    clinton = "US Secretary of State Hillary Clinton pledged $1 billion for the United States."
    text = f"Donors pledged $2 billion to Haiti. {clinton}"
    pledges = [e for e in code_text(text, language="en").events if named(e, "actor")[0][0] == "Hillary Clinton"]
    assert [named(e, "target") for e in pledges] == [[("Haiti", "Haiti")]]
