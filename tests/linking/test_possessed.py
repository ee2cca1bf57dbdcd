"""Titles behind a possessive: the holder of the office in the state that it means."""

from collections.abc import Callable

import pytest

from communique.linking import Linked

Link = Callable[[str], Linked]


def holders(linked: Linked, words: str) -> list[str]:
    return [a.name for m in linked.mentions if m.span.text == words for a in m.actors]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kenya said its foreign minister had met Rao.", "foreign minister", "foreign minister of Kenya"),
        ("Kenya sent its foreign minister to Lima.", "foreign minister", "foreign minister of Kenya"),
        ("Kenyan President Amina Odhiambo sent her premier.", "premier", "prime minister of Kenya"),
        ("Niger, whose ministers were in Peru for talks, protested.", "ministers", "ministers of Niger"),
        ("Chile will not sign. Its president met Peruvian President Luis Vega.", "president", "president of Chile"),
        ("Chilean President Ana Rao left. Chile will not sign. Its president met Luis Vega.", "president", "Ana Rao"),
    ],
)
def test_the_holder_in_the_state_of_the_possessive(linked: Link, text: str, words: str, expected: str) -> None:
    assert holders(linked(text), words) == [expected]


@pytest.mark.parametrize(
    "text",
    ["Snow fell. Its president met Luis Vega.", "He met her foreign minister.", "Chile recalled its ambassador."],
)
def test_without_a_state_it_stays_open(linked: Link, text: str) -> None:
    assert [m for m in linked(text).mentions if m.form == "title"] == []
