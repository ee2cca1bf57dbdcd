"""A pronoun may stand for the event told last."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

One = Callable[..., EventClaim]
PLAN = "Kenyan President William Ruto was to visit Uganda on April 15."


@pytest.mark.parametrize(("words", "status"), [("postponed", "postponed"), ("canceled", "cancelled")])
def test_outcome_by_pronoun(one: One, words: str, status: str) -> None:
    claim = one(f"{PLAN} It has been {words}.")
    assert claim.status == status
    assert claim.status_evidence is not None
    assert claim.status_evidence.text == words


def test_it_keeps_who_and_when(one: One) -> None:
    claim = one(f"{PLAN} It has been postponed.")
    assert [p.actor.name for p in claim.participants] == ["William Ruto", "Uganda"]
    assert claim.start is not None
    assert claim.start.edtf == "2024-04-15"


def test_a_pronoun_in_the_active_is_somebody(one: One) -> None:
    assert one(f"{PLAN} It postponed the vote.").status == "planned"
