"""Which mentions may be one happening."""

from collections.abc import Callable, Sequence

import pytest

from communique.types import EventClaim

Told = Callable[..., Sequence[EventClaim]]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # one person, two states
        ("Kenyan President William Ruto visited Japan. Kenyan President William Ruto visited Italy.", 2),
        # two dates that cannot both be true
        (
            "Kenyan President William Ruto met Ugandan President Yoweri Museveni on April 2. "
            "Kenyan President William Ruto met Ugandan President Yoweri Museveni on April 9.",
            2,
        ),
        # a date and none
        (
            "Kenyan President William Ruto met Ugandan President Yoweri Museveni on April 2. "
            "William Ruto met Yoweri Museveni for an hour.",
            1,
        ),
        # what is done is not what is planned for another day
        (
            "Kenyan President William Ruto visited Japan on April 2. "
            "Kenyan President William Ruto will visit Japan on May 6.",
            2,
        ),
    ],
)
def test_one_happening_or_two(told: Told, text: str, events: int) -> None:
    assert len(told(text)) == events


@pytest.mark.parametrize(
    "text",
    [
        "Anna Keller met Tom Bright at a party in Paris on Monday.",  # nobody acts for a state
        "Kenyan President William Ruto visited Kenya on Monday.",  # at home
        "Talks were held on Monday.",  # nobody named
    ],
)
def test_what_names_no_two_public_sides_is_no_event(told: Told, text: str) -> None:
    assert not told(text)


def test_an_encounter_of_fewer_in_one_sentence_is_another(told: Told) -> None:
    text = (
        "Norwegian Foreign Minister Espen Barth Eide met Kenyan Foreign Minister Ana Ruiz and Peruvian Foreign "
        "Minister Luis Vega, who are in Oslo for talks between Kenya and Peru."
    )
    casts = {frozenset(p.actor.country for p in e.participants) for e in told(text) if e.family in ("meeting", "talks")}
    assert casts == {frozenset({"NOR", "KEN", "PER"}), frozenset({"KEN", "PER"})}


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ana Rao met Gov. Luis Vega and Mayor Kim Silva on Monday.",  # within one state, whichever it is
        "Donors gave $5 million to Sen. Ana Rao on Monday.",
        "Ana Rao, president of the Rao Foundation, met Sen. Luis Vega on Monday.",
    ],
)
def test_what_goes_on_within_a_state(told: Told, text: str) -> None:
    assert told(text) == ()
