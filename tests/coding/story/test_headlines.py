"""Headlines without a verb."""

import pytest

from communique.running import code_text
from communique.types import EventClaim

BODY = (
    "\n\nRussian Foreign Minister Sergei Lavrov and Kenyan President William Ruto were in the news on Monday, as were "
    "Ana Rao, a singer who lives in Lima, and all who like her songs and buy them.\n"
)


def told(headline: str, family: str) -> list[EventClaim]:
    events = code_text(headline + BODY, language="en", published="2024-05-14").events
    return [event for event in events if event.family == family and event.evidence.start < len(headline)]


@pytest.mark.parametrize(
    ("headline", "visitor", "host"),
    [
        ("Lavrov in Cairo", "RUS", "EGY"),
        ("Ruto in Oslo for talks on gas", "KEN", "NOR"),
        ("Kenya's Ruto in Beijing", "KEN", "CHN"),
    ],
)
def test_a_name_and_a_place_abroad_tell_a_visit(headline: str, visitor: str, host: str) -> None:
    (claim,) = told(headline, "visit")
    found = {p.role: p.actor.country for p in claim.participants}
    assert (found, claim.status) == ({"visitor": visitor, "host": host}, "happened")


@pytest.mark.parametrize(
    "headline", ["Lavrov in Moscow", "Ana Rao in Cairo", "Lavrov in Cairo court case", "Ruto on Cairo"]
)
def test_other_headlines_tell_none(headline: str) -> None:
    assert told(headline, "visit") == []


def test_whom_a_headline_names_talks_there() -> None:
    (claim,) = told("Ruto in Beijing for talks with Lavrov", "talks")
    assert {p.actor.country for p in claim.participants} == {"KEN", "RUS"}
