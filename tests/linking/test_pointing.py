"""Words that mean one of two who were named before."""

import pytest

from communique.linking import link
from communique.parsing import parse
from communique.types import Document


def meant(text: str, words: str) -> list[str]:
    linked = link(Document(id="d", source="test", text=text), parse(text))
    at = text.rindex(words)
    return [a.id for m in linked.mentions if m.span.start == at and m.span.text == words for a in m.actors]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Emmanuel Macron waited for Narendra Modi until the latter arrived.", "the latter", "Q1058"),
        ("Emmanuel Macron waited for Narendra Modi, and the former was angry.", "the former", "Q3052772"),
    ],
)
def test_pointing(text: str, words: str, name: str) -> None:
    assert meant(text, words) == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Emmanuel Macron and Narendra Modi met at the former palace.", "the former"),
    ],
)
def test_pointing_at_nobody(text: str, words: str) -> None:
    assert meant(text, words) == []
