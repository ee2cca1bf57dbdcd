"""Every example of what figures measure is measured so, every counter-example not."""

import pytest

from communique.codebook import Measured, measured_things
from communique.resolving._measuring import measure_of
from communique.running import code_text

ENTRIES = measured_things().measures
EXAMPLES = [(entry, text) for entry in ENTRIES for text in entry.examples]
COUNTEREXAMPLES = [(entry, text) for entry in ENTRIES for text in entry.counterexamples]


def measured(text: str) -> str | None:
    figures = code_text(text, language="en").figures
    found = measure_of(text, figures[0], [figure.evidence for figure in figures]) if figures else None
    return found.name if found else None


@pytest.mark.parametrize(("entry", "text"), EXAMPLES, ids=[text for _, text in EXAMPLES])
def test_example(entry: Measured, text: str) -> None:
    assert measured(text) == entry.name


@pytest.mark.parametrize(("entry", "text"), COUNTEREXAMPLES, ids=[text for _, text in COUNTEREXAMPLES])
def test_counterexample(entry: Measured, text: str) -> None:
    assert measured(text) != entry.name


def test_names_tell_entries_apart() -> None:
    assert len({entry.name for entry in ENTRIES}) == len(ENTRIES)
