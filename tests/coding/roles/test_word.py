"""On whose word: a verb of saying over the clause, or "according to"."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

One = Callable[..., EventClaim]
VISIT = "Kenyan President William Ruto will visit Uganda"
ODONGO = "Ugandan Foreign Minister Jeje Odongo"


@pytest.mark.parametrize(
    "text",
    [
        f"{ODONGO} said that {VISIT}.",
        f"{ODONGO} announced that {VISIT}.",
        f"{VISIT}, {ODONGO} said.",
        f"{VISIT}, said {ODONGO}.",
        f'"{VISIT}," {ODONGO} said.',
        f'"{VISIT}," said {ODONGO}.',
        f"{VISIT}, according to {ODONGO}.",
    ],
)
def test_named_source(one: One, text: str) -> None:
    found = one(text).attribution
    assert found is not None
    assert found.actor is not None
    assert found.actor.name == "Jeje Odongo"
    assert "Odongo" in found.evidence.text


@pytest.mark.parametrize(
    "text",
    [
        f"{VISIT}, the Ugandan Foreign Ministry announced on Tuesday.",
        f"{VISIT}, according to the Ugandan Foreign Ministry.",
        f"The Ugandan Foreign Ministry said that {VISIT}.",
    ],
)
def test_a_ministry_as_source(one: One, text: str) -> None:
    found = one(text).attribution
    assert found is not None
    assert found.actor is not None
    assert (found.actor.kind, found.actor.country) == ("government", "UGA")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{VISIT}, sources said.", "sources"),
        (f"{VISIT}, his office said Monday.", "his office"),
        (f'"{VISIT}," said a spokesman.', "a spokesman"),
        (f"A diplomat said {VISIT}.", "A diplomat"),
        (f"{VISIT}, according to two diplomats.", "two diplomats"),
    ],
)
def test_unnamed_source(one: One, text: str, words: str) -> None:
    found = one(text).attribution
    assert found is not None
    assert (found.actor, found.evidence.text) == (None, words)


@pytest.mark.parametrize("text", [f"{VISIT}.", f"{VISIT} on Friday.", f"{VISIT}. The road is long, {ODONGO} said."])
def test_the_outlet_itself(one: One, text: str) -> None:
    assert one(text).attribution is None
