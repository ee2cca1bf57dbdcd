"""Journeys whose clause does not say where they lead."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]
STAY = "Chilean President Gabriel Boric arrived in Nairobi on Monday for a state visit to Kenya."


def journeys(told: Told, sentence: str) -> list[tuple[str, list[str]]]:
    """The status and the hosts of what the last sentence tells beside the stay."""
    visits = [claim for claim in told(f"{STAY} {sentence}") if claim.kind == "visit"]
    return [(v.status, [p.actor.name for p in v.participants if p.role == "host"]) for v in visits[1:]]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("French President Emmanuel Macron came in April of last year.", "happened"),
        ("French President Emmanuel Macron is to come in June.", "planned"),
        ("Hungarian Prime Minister Viktor Orban went in July of last year.", "happened"),
        ("Polish President Karol Nawrocki, who had flown in on Sunday, praised the park.", "happened"),
        ("French President Emmanuel Macron was there in May of last year.", "happened"),
        ("Ghanaian President John Mahama turned up on Tuesday.", "happened"),
        ("Indian Trade Minister Piyush Goyal flew there twice last year.", "happened"),
        ("Indian Trade Minister Piyush Goyal visited in July of last year.", "happened"),
        ("Indian Trade Minister Piyush Goyal flew in from Delhi for the occasion.", "happened"),
        ("The Foreign Minister of India arrived in the capital on Tuesday.", "happened"),
    ],
)
def test_who_comes_comes_to_where_the_story_is(told: Told, sentence: str, status: str) -> None:
    assert journeys(told, sentence) == [(status, ["Kenya"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "French President Emmanuel Macron came out in favour of the plan in April.",
        "French President Emmanuel Macron went ahead with the reform in May.",
        "French President Emmanuel Macron came under fire in April.",
        "French President Emmanuel Macron came third in May.",
        "French President Emmanuel Macron went home on Friday.",
        "Not one minister of Ghana turned up.",
        "No Ghanaian minister came on Tuesday.",
        "Rain came in April.",
        "Indian Prime Minister Narendra Modi had arrived to attend the summit of the East African Community.",
    ],
)
def test_what_only_sounds_like_coming_is_no_journey(told: Told, sentence: str) -> None:
    assert journeys(told, sentence) == []
