"""Whose an office is that the words leave open; where nothing tells it, it stays open."""

from collections.abc import Callable

import pytest

from communique.linking import Linked, link
from communique.linking._owners import home_country
from communique.parsing import parse
from communique.reading import read
from communique.types import Document, Page

Link = Callable[[str], Linked]


def country(linked: Linked, name: str) -> str | None:
    """The country of the last person mentioned by ``name``."""
    *_, last = (m for m in linked.mentions if name in m.span.text and m.form == "person")
    return last.actors[0].country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru, through its Foreign Minister, Ana Ruiz, pledged help to Kenya.", "PER"),
        ("Kenyan President Odhiambo and his Defence Minister Ana Ruiz left Lima.", "KEN"),
        ("Kenyan President Odhiambo and Defence Minister Ana Ruiz left.", "KEN"),
        ("King Felipe of Spain and Queen Ana Ruiz left.", "ESP"),
        ("Peru's ambassador was called. The minister kept the ambassador, Ana Ruiz, waiting in Nairobi.", "PER"),
        ("Peru recalled its ambassador. The minister had kept the ambassador, Ana Ruiz, waiting in Nairobi.", "PER"),
        ("Kenya asked for money. Kenya needs it, Prime Minister Ana Ruiz said.", "KEN"),
    ],
)
def test_told_by_the_words_around(linked: Link, text: str, expected: str) -> None:
    assert country(linked(text), "Ana Ruiz") == expected


@pytest.mark.parametrize(
    "text",
    [
        "They saw Foreign Minister Ana Ruiz.",
        "Kenyan Foreign Minister Odhiambo and Foreign Minister Ana Ruiz left.",  # of one rank: guest and host
        "Kenyan President Odhiambo and Prime Minister Ana Ruiz left.",  # both lead a state
        "Kenya and Peru were named. Money is needed, Prime Minister Ana Ruiz said.",  # two states
        "Kenya waits for guests. Prime Minister Ana Ruiz will visit Kenya.",  # a guest
        "Kenya's finance minister, Luis Vega, left. Kenya is poor. Finance Minister Ana Ruiz said so.",  # held
        "Kenya is poor. Kenya needs help, said Ana Ruiz, chairman of the UN.",  # of an organisation
    ],
)
def test_else_left_open(linked: Link, text: str) -> None:
    assert country(linked(text), "Ana Ruiz") is None


@pytest.mark.parametrize(("dateline", "code"), [("TAIPEI", "TWN"), ("Nairobi", "KEN"), ("NOWHERE", None), (None, None)])
def test_country_of_a_dateline(dateline: str | None, code: str | None) -> None:
    assert home_country(dateline) == code


def test_minister_of_the_dateline() -> None:
    text = "Foreign Minister Ana Ruiz thanked Peru."
    assert country(link(Document("d", "test", text, dateline="NAIROBI"), parse(text)), "Ana Ruiz") == "KEN"


def test_the_first_of_two_does_not_serve_the_state_of_the_second(linked: Link) -> None:
    text = "They saw Defence Minister Ana Ruiz and Peruvian Trade Minister Luis Vega."
    assert country(linked(text), "Ana Ruiz") is None


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Peru's Ana Rao was the host.", "Ana Rao", "PER"),
        ("For the Peruvian side Deputy Minister Ana Rao signed.", "Ana Rao", "PER"),
        ("Ana Rao of the Peruvian foreign ministry was angry.", "Ana Rao", "PER"),
        ("Minister of State Ana Rao signed for Lima.", "Ana Rao", "PER"),
        ("The minister flew to Malta for talks with his counterpart there, Ana Rao.", "Ana Rao", "MLT"),
        ("In Lima, the deputy foreign minister, Ana Rao, said it was late.", "Ana Rao", "PER"),
        ("In Lima, Foreign Minister Ana Rao said it was late.", "Ana Rao", None),
        ("The US State Department denied it. Spokeswoman Ana Rao said so.", "Ana Rao", "USA"),
        (
            "Britain accused Peru of murder. Foreign Secretary Boris Johnson summoned the ambassador, Ana Rao. "
            "Peru and the Peruvian press were angry.",
            "Ana Rao",
            "PER",
        ),
    ],
)
def test_of_whom_the_words_tell(linked: Link, text: str, name: str, country: str | None) -> None:
    found = {a.country for m in linked(text).mentions for a in m.actors if a.name == name}
    assert found == {country}


def test_a_ministry_on_its_governments_site_is_that_state_s() -> None:
    """ "Director of the Legal Department of the Foreign Ministry Ana Ruiz": whose ministry, the address tells."""
    text = "Director of the Legal Department of the Foreign Ministry Ana Ruiz met Peruvian Minister Luis Vega."
    page = read(Page("x", text, url="https://www.mfa.gov.ke/news/1"))
    assert country(link(page, parse(page.text)), "Ana Ruiz") == "KEN"
    assert country(link(read(Page("x", text)), parse(text)), "Ana Ruiz") is None
