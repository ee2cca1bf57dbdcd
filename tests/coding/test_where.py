"""Where it happens: the city or country that the clause names."""

from collections.abc import Callable

import pytest

from communique.types import EventClaim

One = Callable[..., EventClaim]
SHEINBAUM = "Mexican President Claudia Sheinbaum"
PETRO = "Colombian President Gustavo Petro"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (f"{SHEINBAUM} met {PETRO} in Bogota.", "Bogotá", "COL"),
        (f"{SHEINBAUM} met {PETRO} at the presidential palace in Bogota.", "Bogotá", "COL"),
        (f"{SHEINBAUM} met {PETRO} on the sidelines of a conference in Vienna.", "Vienna", "AUT"),
        (f"{SHEINBAUM} arrived in Bogota on Monday.", "Bogotá", "COL"),
        (f"{SHEINBAUM} visited Colombia.", "Colombia", "COL"),
        (f"{PETRO} travelled from Bogota to Lima on Tuesday.", "Lima", "PER"),
        ("Rwanda and Burundi held talks in Nairobi.", "Nairobi", "KEN"),
        ("Norway will host talks between Sudan and South Sudan in Oslo.", "Oslo", "NOR"),
        ("The ASEAN summit opened in Jakarta on Tuesday.", "Jakarta", "IDN"),
        (f"{SHEINBAUM} arrived in Bogota on Monday for a visit to Colombia.", "Bogotá", "COL"),
    ],
)
def test_place(one: One, text: str, name: str, country: str) -> None:
    place = one(text).place
    assert place is not None
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize(
    "text",
    [
        f"{SHEINBAUM} and {PETRO} spoke by telephone from Bogota on Monday.",
        f"{SHEINBAUM} phoned {PETRO} in Bogota.",
    ],
)
def test_a_call_has_no_place(one: One, text: str) -> None:
    claim = one(text)
    assert (claim.kind, claim.place) == ("call", None)


def test_what_is_not_named_is_not_known(one: One) -> None:
    assert one(f"{SHEINBAUM} met {PETRO} on Monday.").place is None


def test_a_city_has_coordinates_and_its_words(one: One) -> None:
    place = one(f"{SHEINBAUM} met {PETRO} in Bogota.").place
    assert place is not None
    assert place.evidence is not None
    assert place.evidence.text == "Bogota"
    assert (round(place.lat or 0), round(place.lon or 0)) == (5, -74)


@pytest.mark.parametrize(
    "text",
    [
        f"{SHEINBAUM} met {PETRO} to discuss the war in Sudan.",
        f"{SHEINBAUM} held talks with {PETRO} about Caracas.",
        f"{SHEINBAUM} met {PETRO} after Lima.",
    ],
)
def test_a_place_named_for_another_thing_is_not_where(one: One, text: str) -> None:
    assert one(text).place is None
