"""Every example of a word of saying gives the statement that it says, every counter-example none."""

import pytest

from communique.codebook import Saying, SayingExample, sayings
from communique.running import code_text

ENTRIES = sayings().sayings
EXAMPLES = [(entry, example) for entry in ENTRIES for example in entry.examples]
COUNTEREXAMPLES = [text for entry in ENTRIES for text in entry.counterexamples]


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=[e.text[:60] for _, e in EXAMPLES])
def test_example(entry: Saying, example: SayingExample) -> None:
    (found,) = code_text(example.text, language="en").statements
    assert found.speaker is not None
    assert found.speaker_evidence is not None
    assert (found.speaker_evidence.text, found.text) == (example.speaker, example.content)
    assert (found.addressee_evidence.text if found.addressee_evidence else None) == example.addressee
    assert found.saying in {other.kind for other in ENTRIES if found.cue in other.verbs}


@pytest.mark.parametrize("text", COUNTEREXAMPLES, ids=lambda text: text[:60])
def test_counterexample(text: str) -> None:
    assert code_text(text, language="en").statements == ()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.verbs[0])
def test_entry_is_exemplified(entry: Saying) -> None:
    assert entry.examples
    assert len(set(entry.verbs)) == len(entry.verbs)
    assert entry.takes or entry.parenthetical


def test_verbs_by_what_they_take() -> None:
    assert {"say", "tell", "accuse"} <= sayings().verbs()
    assert sayings().verbs("of") == {"accuse", "warn", "caution", "alert"}
