"""Every example of the patterns of narration holds its pattern, no counter-example does."""

import pytest

from communique.codebook import narration, narrative

PATTERNS = narration().patterns


@pytest.mark.parametrize(("name", "text"), [(w.name, text) for w in PATTERNS for text in w.examples])
def test_example(name: str, text: str) -> None:
    assert narrative()[name].search(text)


@pytest.mark.parametrize(("name", "text"), [(w.name, text) for w in PATTERNS for text in w.counterexamples])
def test_counterexample(name: str, text: str) -> None:
    assert not narrative()[name].search(text)


def test_every_pattern_is_shown() -> None:
    assert all(wording.examples and wording.counterexamples for wording in PATTERNS)
    assert all(words for words in narration().words.values())
