"""Where organisations sit."""

from communique.linking import headquarters
from communique.types import Span


def test_a_listed_seat_is_a_city_with_its_country() -> None:
    place = headquarters("Q7184", Span(0, 4, "NATO"))
    assert place is not None
    assert (place.name, place.country, place.evidence) == ("Brussels", "BEL", Span(0, 4, "NATO"))


def test_a_body_without_a_seat_is_nowhere() -> None:
    assert headquarters("un-p5", Span(0, 2, "P5")) is None
