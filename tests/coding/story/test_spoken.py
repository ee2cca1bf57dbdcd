"""Acts done by what is said: by whom, towards whom, and what is none."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]
Roles = Callable[[EventClaim], dict[str, list[str]]]
EXPELLED = "Kenya expelled the ambassador of Somalia on Monday."
RUTO = "Kenyan President William Ruto"


def spoken(claims: tuple[EventClaim, ...]) -> list[str]:
    return [claim.kind for claim in claims if claim.family == "statement"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (f"The road is closed and Somalia must pay for it, {RUTO} said.", "demand"),
        (f"{RUTO} said the road is closed and Somalia must pay for it.", "demand"),
        (f"According to {RUTO}, the road is closed and Somalia must pay for it.", "demand"),
        (f"“The road is closed and Somalia must pay for it,” {RUTO} said.", "demand"),
        (f"{RUTO} said that he will not go into any talks on the island.", "rejection"),
        (f"“An insult,” {RUTO} said.", "condemnation"),
        (f"There would be grave consequences, {RUTO} warned.", "threat"),
        (f"{RUTO} said that the step would not go unanswered.", "threat"),
        (f"{RUTO} said that Kenya would answer in kind.", "threat"),
        (f"{RUTO} said that all cooperation was under review.", "threat"),
        (f"The order was against its national interests, {RUTO} said.", "condemnation"),
        (f"Kenya had nothing to do with the fire, {RUTO} said.", "denial"),
    ],
)
def test_whatever_word_holds_it(told: Told, roles: Roles, said: str, kind: str) -> None:
    _, claim = told(f"{EXPELLED} {said}")
    assert (claim.kind, roles(claim)) == (kind, {"actor": ["William Ruto"], "target": ["Somalia"]})


@pytest.mark.parametrize(
    "said",
    [
        "“An insult,” said Ana Rao, an economist.",  # who speaks for nobody
        "“An insult,” Ugandan President Yoweri Museveni said.",  # whose state has no part in it
        "“An insult,” said the president of the Premier League.",
        f"{RUTO} joked that he will not go into any talks on the island.",
        f"The road is closed. Must Somalia pay for it, {RUTO} asked?",
        f"{RUTO} said that if Somalia must pay, the road is closed.",
        f"Mr Silva is an insult, {RUTO} said.",  # whom nobody knows
    ],
)
def test_what_is_no_act_of_a_state(told: Told, said: str) -> None:
    assert spoken(told(f"{EXPELLED} {said}")) == []


def test_where_the_story_has_no_other_side_nobody_is_meant(told: Told) -> None:
    assert told(f"“An insult,” {RUTO} said.") == ()


def test_one_reproof_is_told_once(told: Told) -> None:
    text = f"{EXPELLED} {RUTO} accused Somalia of spying. “An insult,” he said."
    assert spoken(told(text)) == ["accusation"]


def test_he_may_be_the_other_one(told: Told) -> None:
    text = f"{EXPELLED} {RUTO} said that Somali President Hassan Sheikh Mohamud is ill and he will not go into talks."
    assert spoken(told(text)) == []


def test_its_day_is_that_of_the_saying(told: Told) -> None:
    text = f"{RUTO} said on Tuesday that the rain will come in May and Somalia must pay for it."
    (claim,) = told(text, published="2024-04-25")
    assert claim.start is not None
    assert claim.start.edtf == "2024-04-23"


def test_what_another_draft_tells_is_not_told_again(told: Told) -> None:
    assert spoken(told(f"{RUTO} said that Somalia must pay.")) == ["demand"]


def test_a_third_side_judges_what_others_agreed_on(told: Told, roles: Roles) -> None:
    text = f"Somalia and Ethiopia signed an agreement on Monday. {RUTO} said that Kenya is not bound by it."
    _, claim = told(text)
    assert (claim.kind, roles(claim)["actor"]) == ("rejection", ["William Ruto"])
    assert sorted(roles(claim)["target"]) == ["Ethiopia", "Somalia"]


def test_a_phrase_judges_nobody(told: Told) -> None:
    assert spoken(told(f"{EXPELLED} “Instead of insults,” {RUTO} said.")) == []


def test_to_whom_it_is_said_is_whom_it_is_aimed_at(told: Told, roles: Roles) -> None:
    (claim,) = told(f"{RUTO} told Somalia's leader Hassan Sheikh Mohamud that there would be grave consequences.")
    assert (claim.kind, roles(claim)) == ("threat", {"actor": ["William Ruto"], "target": ["Somalia"]})


def test_a_word_of_saying_does_what_it_says_to_whom_it_is_addressed(told: Told, roles: Roles) -> None:
    (claim,) = told(f"{RUTO} told Rao that duties will only hurt people and urged Somalia to lift them.")
    assert (claim.kind, roles(claim)) == ("demand", {"actor": ["William Ruto"], "target": ["Somalia"]})


def test_another_of_the_same_side_may_do_another_act_beside(told: Told) -> None:
    claims = told(
        f"{EXPELLED} Somali President Hassan Sheikh Mohamud said the step would not go unanswered. "
        "Somali Prime Minister Hamza Abdi Barre accused Kenya of spying."
    )
    assert sorted(spoken(claims)) == ["accusation", "threat"]


def test_two_sides_that_spoke_of_each_other_are_those_of_an_answer(told: Told, roles: Roles) -> None:
    _, claim = told("Norway accused Iceland of spying. Iceland said it would answer in kind.")
    assert (claim.kind, roles(claim)) == ("threat", {"actor": ["Iceland"], "target": ["Norway"]})
