"""Every example of an act done by what is said gives an event of its kind, every counter-example none."""

from collections import defaultdict

import pytest

from communique.codebook import SpokenAct, SpokenExample, channels, codebook, spoken
from communique.running import code_text

ACTS = spoken().acts
EXAMPLES = [(act, example) for act in ACTS for example in act.examples]
COUNTEREXAMPLES = [(act, text) for act in ACTS for text in act.counterexamples]


@pytest.mark.parametrize(("act", "example"), EXAMPLES, ids=[e.text[:60] for _, e in EXAMPLES])
def test_example(act: SpokenAct, example: SpokenExample) -> None:
    (found,) = [event for event in code_text(example.text, language="en").events if event.kind == act.kind]
    names = defaultdict(list)
    for participant in found.participants:
        names[participant.role].append(participant.actor.name)
    assert (names, found.status) == (example.participants, "happened")


@pytest.mark.parametrize(("act", "text"), COUNTEREXAMPLES, ids=[text[:60] for _, text in COUNTEREXAMPLES])
def test_counterexample(act: SpokenAct, text: str) -> None:
    assert "statement" not in {event.family for event in code_text(text, language="en").events}


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.kind)
def test_act_is_of_a_kind_and_exemplified(act: SpokenAct) -> None:
    assert act.kind in {kind.kind for kind in codebook().kinds if kind.family == "statement"}
    assert act.examples
    assert act.counterexamples
    assert act.channel is None or act.channel in channels()


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.kind)
def test_marks_are_found_by_their_first_word(act: SpokenAct) -> None:
    listed = {*act.marks, *(channels()[act.channel] if act.channel else ())}
    assert {" ".join(words) for phrases in act.phrases.values() for words in phrases} == listed
    assert all(words[0] == first for first, phrases in act.phrases.items() for words in phrases)
