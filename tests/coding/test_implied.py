"""Sides that a clause leaves to the story, and those that it does not."""

import pytest

from communique.running import code_text
from communique.types import EventClaim

QUARREL = "Chile expelled the Peruvian ambassador on Monday."


def told(text: str, kind: str) -> list[EventClaim]:
    return [event for event in code_text(text, language="en").events if event.kind == kind]


def countries(claim: EventClaim, role: str) -> list[str | None]:
    return [p.actor.country for p in claim.participants if p.role == role]


def test_the_actor_left_out_of_a_passive_is_the_other_side() -> None:
    (claim,) = told(f"{QUARREL} All imports from Peru were banned too.", "trade-measure")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["CHL"], ["PER"])


def test_the_target_of_a_recall_is_the_other_side() -> None:
    (claim,) = told(f"{QUARREL} Peru then called its own envoy home.", "recall")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["PER"], ["CHL"])


def test_an_agreement_that_names_nobody_is_that_of_the_two_sides() -> None:
    (claim,) = told("Kenya and Peru held talks in Oslo on Monday. A treaty was signed.", "agreement")
    assert sorted(map(str, countries(claim, "party"))) == ["KEN", "PER"]


def test_what_is_implied_stands_where_it_was_told() -> None:
    text = f"{QUARREL} All imports from Peru were banned too."
    (claim,) = told(text, "trade-measure")
    actor = next(p for p in claim.participants if p.role == "actor")
    assert actor.evidence.text == "Chile"
    assert text[actor.evidence.start : actor.evidence.end] == "Chile"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("All imports from Peru were banned too.", "trade-measure"),  # nothing was told before
        (f"{QUARREL} Chile condemned the attack.", "condemnation"),  # whose attack it was is not told
        ("Kenya, Peru and Chile met in Oslo on Monday. All imports from Peru were banned too.", "trade-measure"),
    ],
)
def test_what_the_story_does_not_tell_stays_open(text: str, kind: str) -> None:
    assert told(text, kind) == []


def test_a_state_that_has_no_part_in_the_story_gives_it_no_other_side() -> None:
    (claim,) = told(f"{QUARREL} It asked the Kenyan ambassador to leave.", "expulsion")
    assert (countries(claim, "actor"), countries(claim, "target")) == (["CHL"], ["PER"])
