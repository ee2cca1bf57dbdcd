"""Whom one person meets one after the other, and whom together."""

import pytest

from communique.running import code_text


def met(text: str) -> list[list[str | None]]:
    return [[p.actor.country for p in event.participants] for event in code_text(text, language="en").events]


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto met President Dina Boluarte and, after that, Gabriel Boric, the president of Chile.",
        "President William Ruto met President Dina Boluarte of Peru and later President Gabriel Boric of Chile.",
        "William Ruto met separately with President Dina Boluarte and President Gabriel Boric of Chile.",
    ],
)
def test_each_is_met_on_an_occasion_of_its_own(text: str) -> None:
    assert met(text) == [["KEN", "PER"], ["KEN", "CHL"]]


def test_several_are_met_together() -> None:
    text = "President William Ruto met President Dina Boluarte of Peru and President Gabriel Boric of Chile."
    assert met(text) == [["KEN", "PER", "CHL"]]
