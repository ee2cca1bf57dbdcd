"""Main is what the head of a report tells and what is new; the rest is background."""

from collections.abc import Callable

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]
FILLER = "\n\n".join(
    f"Traders in {place} said that the harvest had been good and that prices would hold until the rains."
    for place in ("Kitale", "Nakuru", "Mbale", "Gulu", "Lira", "Jinja", "Soroti", "Eldoret")
)
VISIT = "Kenyan President William Ruto visited Uganda on Monday."


def salience(claims: tuple[EventClaim, ...]) -> list[str]:
    return [claim.salience for claim in claims]


def test_the_head_is_main(told: Told) -> None:
    assert salience(told(f"{VISIT}\n\n{FILLER}")) == ["main"]


def test_the_tail_is_background(told: Told) -> None:
    assert salience(told(f"{FILLER}\n\n{VISIT}")) == ["background"]


def test_what_lies_weeks_back_is_background(told: Told) -> None:
    assert salience(told("Kenyan President William Ruto visited Uganda in January 2023.")) == ["background"]


def test_without_a_date_the_place_in_the_text_decides(told: Told) -> None:
    assert salience(told("Kenyan President William Ruto visited Uganda.")) == ["main"]
    assert salience(told("Kenyan President William Ruto visited Uganda in January 2023.", None)) == ["main"]


def test_a_plan_for_later_is_main(told: Told) -> None:
    assert salience(told("Kenyan President William Ruto will visit Uganda in August.")) == ["main"]


def test_an_early_mention_makes_main(told: Told) -> None:
    later = "Ruto visited Uganda on Monday and stayed a day."
    assert salience(told(f"{VISIT}\n\n{FILLER}\n\n{later}")) == ["main"]


def test_what_is_said_of_the_news_is_comment(told: Told) -> None:
    act = "Chile expelled two Peruvian diplomats."
    assert salience(told(f"{act} Peru condemned Chile.")) == ["main", "background"]
    assert salience(told(f"Peru condemned Chile. {act}")) == ["main", "main"]
