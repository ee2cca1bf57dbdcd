"""Merging drafts: by what texts say, and where they contradict themselves."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

One = Callable[..., EventClaim]


def test_the_fullest_mention_is_the_evidence_and_all_are_kept(one: One) -> None:
    claim = one(
        "The visit of Kenyan President William Ruto to Japan was confirmed. "
        "Kenyan President William Ruto will visit Japan on April 22."
    )
    assert claim.evidence.text.endswith("April 22")
    assert len(claim.mentions) == 2


def test_a_plan_that_was_called_off_is_called_off(one: One) -> None:
    claim = one(
        "Kenyan President William Ruto will visit Japan on April 22. "
        "The visit of Kenyan President William Ruto to Japan was called off, his office said."
    )
    assert claim.status == "cancelled"
    assert claim.start is not None
    assert claim.start.edtf == "2024-04-22"


def test_what_was_put_off_and_took_place_happened(one: One) -> None:
    claim = one(
        "Kenyan President William Ruto visited Japan on Monday. The visit had been postponed in March over floods."
    )
    assert claim.status == "happened"


def test_what_is_called_a_step_is_not_yet_done(one: One) -> None:
    claim = one(
        "Kenyan President William Ruto called the trip a step forward and said he would travel to Japan in due course."
    )
    assert claim.status == "planned"


def test_a_summit_once_named_names_its_talks(one: One) -> None:
    claim = one(
        "Kenyan President William Ruto and Ugandan President Yoweri Museveni held a summit in Kampala on Monday. "
        "The talks between William Ruto and Yoweri Museveni lasted two hours."
    )
    assert claim.kind == "summit"


@pytest.mark.parametrize("city", ["Tokyo", "Osaka"])
def test_a_city_is_a_better_place_than_its_country(one: One, city: str) -> None:
    claim = one(
        "Kenyan President William Ruto visited Japan on Monday. "
        f"Kenyan President William Ruto arrived in {city} on Monday."
    )
    assert claim.place is not None
    assert claim.place.name == city
