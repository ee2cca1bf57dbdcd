"""Nouns that stand for the one state, or person, told of before; the codebook's examples."""

import re

import pytest

from communique.codebook import ShortFormExample, stand_ins
from communique.linking import link
from communique.parsing import parse
from communique.reading import read
from communique.types import Page

NOUNS = stand_ins()
OTHERS = (NOUNS.neighbours, NOUNS.fellows, NOUNS.hosts, NOUNS.guests)
EXAMPLES = [*(e for land in NOUNS.lands for e in land.examples), *(e for one in OTHERS for e in one.examples)]
WRONG = [
    *(t for land in NOUNS.lands for t in land.counterexamples),
    *(t for one in OTHERS for t in one.counterexamples),
]
WORDS = "|".join([*(land.noun for land in NOUNS.lands), *(noun for one in OTHERS for noun in one.nouns)])
STANDING = re.compile(rf"(?:(?:the|its|his|her) (?:northern )?)?(?:{WORDS})", re.IGNORECASE)


def meant(text: str, words: re.Pattern[str] = STANDING) -> list[str]:
    """The names of the actors for which such a noun stands, in order."""
    document = read(Page("text", text, language="en"))
    mentions = link(document, parse(document.text, whole=True)).mentions
    return [m.actors[0].name for m in mentions if words.fullmatch(m.span.text) and m.actors]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text)
def test_example(example: ShortFormExample) -> None:
    assert meant(example.text) == [example.name]


@pytest.mark.parametrize("text", WRONG)
def test_counterexample(text: str) -> None:
    assert meant(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("North Korea fired a missile. Japan condemned the North.", ["North Korea"]),
        (
            "North Korea spoke. Officials in the South met envoys from the North.",
            ["South Korea", "North Korea"],
        ),
        ("North Korea fired a missile over the North Pacific.", []),
        ("Chad sent troops to the North.", []),
    ],
)
def test_the_two_koreas(text: str, names: list[str]) -> None:
    assert meant(text, re.compile("the (?:North|South)")) == names


def test_a_neighbour_with_a_name_is_not_looked_for() -> None:
    assert meant("Niger is under sanctions. Nigeria thanked its northern neighbour, Chad.") == []
