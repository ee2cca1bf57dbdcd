"""What a noun only names as a scene has the time of what is told of it; a length is that of what it is said of."""

from communique.running import code_text
from communique.types import EventClaim


def told(text: str, family: str) -> EventClaim:
    events = code_text(text, language="en", published="2024-05-14").events
    (claim,) = (event for event in events if event.family == family)
    return claim


def test_a_summit_at_which_two_are_to_meet_lies_ahead() -> None:
    text = (
        "Peruvian President Ana Rao is to meet Kenyan President William Ruto on the sidelines of the G20 summit in Rio."
    )
    assert told(text, "summit").status == "planned"


def test_a_summit_at_which_two_met_does_not() -> None:
    text = "Peruvian President Ana Rao met Kenyan President William Ruto on the sidelines of the G20 summit in Rio."
    assert told(text, "summit").status == "happened"


def test_six_days_of_talks_are_their_length_and_not_that_of_the_accord() -> None:
    text = "Peruvian and Chilean officials signed an accord on Friday after six days of talks in Lima."
    accord, talks = told(text, "agreement"), told(text, "talks")
    assert accord.start is not None
    assert (accord.start.edtf, accord.end) == ("2024-05-10", None)
    assert [day.edtf for day in (talks.start, talks.end) if day is not None] == ["2024-05-05", "2024-05-10"]


def test_a_government_talks_with_the_rebels_of_its_country() -> None:
    text = "Talks between the federal government and the Tigray People's Liberation Front opened in Pretoria on Friday."
    assert {p.actor.country for p in told(text, "talks").participants} == {"ETH"}
