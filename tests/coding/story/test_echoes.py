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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya and Somalia have signed a ceasefire. It takes effect on April 20.", "truce-begun"),
        ("Kenya and Somalia have agreed on a ceasefire. The document enters into force on April 20.", "truce-begun"),
        ("Kenya and Somalia have signed a treaty. The document enters into force on April 20.", "ratification"),
        ("Kenya and Somalia have signed a treaty. It enters into force on April 20.", "ratification"),
    ],
)
def test_what_was_signed_takes_effect(told: Callable[..., tuple[EventClaim, ...]], text: str, kind: str) -> None:
    begun = next(claim for claim in told(text) if claim.kind == kind)
    assert (begun.status, begun.start.edtf if begun.start else None) == ("planned", "2024-04-20")
    assert [p.actor.name for p in begun.participants] == ["Kenya", "Somalia"]


def test_what_nobody_signed_takes_no_effect(told: Callable[..., tuple[EventClaim, ...]]) -> None:
    assert told("A new law on rents was passed. It takes effect on April 20.") == ()


PACT = "Kenya and Peru reached a trade agreement on April 10. "


@pytest.mark.parametrize(
    "behind",
    [
        "It was signed by Foreign Ministers Ana Rao of Kenya and Luis Vega of Peru.",
        "Foreign Ministers Ana Rao of Kenya and Luis Vega of Peru signed it in Lima.",
        "Kenyan Foreign Minister Ana Rao initialled it together with Luis Vega of Peru.",
    ],
)
def test_who_signed_it(one: One, behind: str) -> None:
    assert [p.actor.name for p in one(PACT + behind).participants] == ["Ana Rao", "Luis Vega"]


def test_one_side_signed_it(one: One) -> None:
    claim = one(
        "Mali and the rebels of the north signed a peace accord. "
        "Ali Mensa, the prime minister of Mali, inked it together with Ana Rao, who leads the rebels."
    )
    assert {p.actor.name for p in claim.participants} == {"Ali Mensa", "rebels of Mali"}


@pytest.mark.parametrize(
    "behind",
    [
        "Kenyan Foreign Minister Ana Rao has not signed it.",
        "Kenyan Foreign Minister Ana Rao signed it as a witness.",
        "Kenyan Foreign Minister Ana Rao may sign it in May.",
        "A bill on rents passed. Kenyan Foreign Minister Ana Rao signed it.",
    ],
)
def test_who_did_not_sign_it(told: Callable[..., tuple[EventClaim, ...]], behind: str) -> None:
    parties = (p for claim in told(PACT + behind) for p in claim.participants if p.role != "mediator")
    assert all(p.actor.name != "Ana Rao" for p in parties)
