"""Matches become states, places, bodies and organisations; a name of a thing is no person."""

from collections.abc import Callable
from datetime import date

import pytest

from communique.linking import Linked, Mention, city_named, link, place_of, state_of
from communique.parsing import parse
from communique.types import Document

Link = Callable[[str], Linked]


def only(linked: Linked) -> Mention:
    (mention,) = linked.mentions
    return mention


@pytest.mark.parametrize(
    ("city", "state", "place"),
    [
        ("Moscow", "RUS", "RUS"),
        ("Nairobi", "KEN", "KEN"),
        ("Lima", "PER", "PER"),
        ("Washington", "USA", "USA"),
        ("Istanbul", None, "TUR"),
        ("Geneva", None, "CHE"),
    ],
)
def test_capital_is_a_place_and_a_state(linked: Link, city: str, state: str | None, place: str) -> None:
    mention = only(linked(f"He left {city} early."))
    assert mention.form == "place"
    assert [a.country for a in mention.actors] == ([state] if state else [])
    assert mention.place is not None
    assert (mention.place.name, mention.place.country) == (city, place)


def test_country_is_a_state_and_a_place(linked: Link) -> None:
    mention = only(linked("He left Peru early."))
    assert (mention.form, mention.actors[0].kind, mention.actors[0].country) == ("state", "state", "PER")
    assert mention.place is not None
    assert (mention.place.country, mention.place.evidence) == ("PER", mention.span)


def test_adjective_is_a_state_and_no_place(linked: Link) -> None:
    mention = only(linked("He left Peruvian soil."))
    assert (mention.form, mention.actors[0].country, mention.place) == ("adjective", "PER", None)


@pytest.mark.parametrize(
    ("text", "words", "identity"),
    [
        ("He left Kenya's Foreign Ministry early.", "Kenya's Foreign Ministry", "ken-foreign-ministry"),
        ("He left the Kenyan foreign ministry early.", "Kenyan foreign ministry", "ken-foreign-ministry"),
        ("He left the Foreign Ministry of Kenya early.", "Foreign Ministry of Kenya", "ken-foreign-ministry"),
        (
            "He left the Kenyan Ministry of Foreign Affairs early.",
            "Kenyan Ministry of Foreign Affairs",
            "ken-foreign-ministry",
        ),
    ],
)
def test_body_with_its_owner(linked: Link, text: str, words: str, identity: str) -> None:
    mention = only(linked(text))
    (actor,) = mention.actors
    assert (mention.form, mention.span.text) == ("body", words)
    assert (actor.id, actor.kind, actor.country) == (identity, "government", "KEN")


def test_body_without_an_owner_is_the_one_named_before(linked: Link) -> None:
    first, second = linked("He left Kenya's Foreign Ministry. The Foreign Ministry said no.").mentions
    assert first.actors == second.actors


def test_body_of_nobody_is_left_out(linked: Link) -> None:
    assert linked("He left the Foreign Ministry early.").mentions == ()


@pytest.mark.parametrize(
    ("seat", "country"), [("the Kremlin", "RUS"), ("the White House", "USA"), ("Downing Street", "GBR")]
)
def test_seat_stands_for_the_state(linked: Link, seat: str, country: str) -> None:
    mention = only(linked(f"He praised {seat} early."))
    assert [a.kind for a in mention.actors] == ["state"]
    assert mention.actors[0].country == country


def test_organisation(linked: Link) -> None:
    mention = only(linked("He praised the African Union early."))
    assert (mention.form, mention.actors[0].kind, mention.actors[0].country) == ("organisation", "organisation", None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He met Jordan Bardella early.", "Jordan Bardella"),
        ("He met Chad Bowman early.", "Chad Bowman"),
        ("He met Denzel Washington early.", "Denzel Washington"),
        ("He met Georgia Papadaki early.", "Georgia Papadaki"),
    ],
)
def test_place_in_a_personal_name(linked: Link, text: str, name: str) -> None:
    mention = only(linked(text))
    assert (mention.form, mention.span.text, mention.place) == ("person", name, None)


@pytest.mark.parametrize(
    "text",
    [
        "They crossed Kim Il Sung Square early.",
        "They used Indira Gandhi Airport early.",
        "They sat in Nelson Mandela Hall early.",
    ],
)
def test_thing_named_after_a_person(linked: Link, text: str) -> None:
    assert [m for m in linked(text).mentions if m.form == "person"] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("He left Brazzaville. Congo said no.", "COG"),
        ("He left Kinshasa. Congo said no.", "COD"),
        ("He left Pyongyang. Korea said no.", "PRK"),
        ("He left Seoul. Korea said no.", "KOR"),
    ],
)
def test_name_of_two_states_goes_with_the_rest_of_the_text(linked: Link, text: str, code: str) -> None:
    assert linked(text).mentions[-1].actors[0].country == code


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kenyan officials left early.", ["Kenyan officials"]),
        ("Four senior Kenyan officials left early.", ["four senior Kenyan officials"]),
        ("Peruvian and Chilean officials left early.", ["official of Peru", "official of Chile"]),
    ],
)
def test_unnamed_officials_are_a_group(linked: Link, text: str, names: list[str]) -> None:
    mention = only(linked(text))
    assert [a.name for a in mention.actors] == names
    assert {a.kind for a in mention.actors} == {"group"}


def test_unnamed_holder_of_an_office(linked: Link) -> None:
    (actor,) = only(linked("The Kenyan president left early.")).actors
    assert (actor.id, actor.kind, actor.country, actor.office) == ("ken-president", "person", "KEN", "president")


def test_state_of() -> None:
    state = state_of("PER")
    assert state is not None
    assert (state.id, state.name, state.kind) == ("Q419", "Peru", "state")
    assert state_of("XYZ") is None


@pytest.mark.parametrize(
    ("words", "city"),
    [("LIMA", "Lima"), ("Lima, Peru", "Lima"), ("Lima Herald", None), ("Herald, Lima", None), ("", None)],
)
def test_a_city_named_outside_the_text(words: str, city: str | None) -> None:
    place = city_named(words)
    assert (place.name if place is not None else None) == city


def test_place_of() -> None:
    place = place_of("PER")
    assert place is not None
    assert (place.name, place.country, place.evidence) == ("Peru", "PER", None)
    assert place_of("XYZ") is None


def home(text: str, dateline: str) -> Linked:
    return link(Document("d", "test", text, dateline=dateline), parse(text), today=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("text", "dateline", "identity"),
    [
        ("The Foreign Office protested.", "ISLAMABAD", "pak-foreign-office"),
        ("The Foreign Office protested.", "LONDON", "gbr-foreign-office"),
        ("The Department of Foreign Affairs protested.", "MANILA", "phl-dfa"),
        ("Peru was angry. The foreign ministry protested.", "LIMA", "per-foreign-ministry"),
        ("In Nairobi the foreign ministry protested.", "LIMA", "ken-foreign-ministry"),
    ],
)
def test_whose_a_ministry_is_that_the_words_leave_open(text: str, dateline: str, identity: str) -> None:
    assert [a.id for m in home(text, dateline).mentions if m.form == "body" for a in m.actors] == [identity]


def test_a_ministry_is_not_that_of_a_state_next_door() -> None:
    assert not [m for m in home("Kenya left. The foreign ministry said so.", "KAMPALA").mentions if m.form == "body"]


def test_a_parliament_is_not_taken_for_the_one_of_the_dateline() -> None:
    assert not [m for m in home("Peru was angry. The parliament voted.", "LIMA").mentions if m.form == "body"]
