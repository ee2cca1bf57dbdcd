"""Bodies and organisations called again by a noun alone; the codebook's examples."""

import pytest

from communique.codebook import ShortFormExample, short_forms
from communique.linking import link
from communique.parsing import parse
from communique.reading import read
from communique.types import Page

FORMS = short_forms().forms


def meant(text: str, noun: str) -> list[str]:
    """The names of the actors for which the noun stands, in order."""
    document = read(Page("text", text, language="en"))
    mentions = link(document, parse(document.text, whole=True)).mentions
    return [m.actors[0].name for m in mentions if m.span.text.lower() == noun and m.actors]


@pytest.mark.parametrize(
    ("noun", "example"),
    [(form.noun, example) for form in FORMS for example in form.examples],
    ids=lambda v: getattr(v, "text", v),
)
def test_example(noun: str, example: ShortFormExample) -> None:
    assert meant(example.text, noun) == [example.name]


@pytest.mark.parametrize(("noun", "text"), [(form.noun, text) for form in FORMS for text in form.counterexamples])
def test_counterexample(noun: str, text: str) -> None:
    assert meant(text, noun) == []


def test_of_several_the_one_named_last_is_meant() -> None:
    text = "ECOWAS leaders met in Abuja. ASEAN ministers met in Hanoi. The bloc condemned Mali."
    assert meant(text, "bloc") == ["ASEAN"]


def test_of_several_named_long_ago_none_is_meant() -> None:
    text = f"ECOWAS and ASEAN leaders met in Abuja. {'It rained in the city. ' * 4}The bloc condemned Mali."
    assert meant(text, "bloc") == []


def test_nothing_is_meant_before_it_is_named() -> None:
    assert meant("The bloc condemned Mali. ECOWAS leaders met in Abuja.", "bloc") == []
