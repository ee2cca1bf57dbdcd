"""Every example finds the words that it names, every counter-example none of its thing."""

from collections.abc import Callable

import pytest

from communique.codebook import Framed, FramedExample, framed_things
from communique.resolving.framing import framing_words
from communique.types import Coding, EventClaim

Make = Callable[..., Coding]
MakeClaim = Callable[..., EventClaim]
ENTRIES = framed_things()
EXAMPLES = [(entry, example) for entry in ENTRIES for example in entry.examples]
COUNTEREXAMPLES = [(entry, text) for entry in ENTRIES for text in entry.counterexamples]


def found(make: Make, claim: MakeClaim, text: str, thing: str) -> set[str]:
    (words,) = framing_words(make("a", text, claim("meeting")))
    return {word.word for word in words if word.thing == thing}


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=[example.text for _, example in EXAMPLES])
def test_example(coding: Make, claim: MakeClaim, entry: Framed, example: FramedExample) -> None:
    assert found(coding, claim, example.text, entry.thing) == set(example.finds)


@pytest.mark.parametrize(("entry", "text"), COUNTEREXAMPLES, ids=[text for _, text in COUNTEREXAMPLES])
def test_counterexample(coding: Make, claim: MakeClaim, entry: Framed, text: str) -> None:
    assert found(coding, claim, text, entry.thing) == set()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.thing)
def test_variants_tell_apart(entry: Framed) -> None:
    forms = [form for forms in entry.words.values() for form in forms]
    assert len(set(forms)) == len(forms)
    assert len(entry.words) > 1
    assert entry.source
