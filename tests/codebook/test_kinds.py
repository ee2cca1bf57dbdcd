"""The kinds hold together, and every example and counter-example of theirs is coded as it says."""

import re
from collections import defaultdict
from typing import get_args

import msgspec
import pytest

from communique.codebook import Example, Kind, VerbTrigger, channels, codebook, status_cues, topics
from communique.running import code_text
from communique.types import ActorKind, Status

KINDS = codebook().kinds
EXAMPLES = [(kind, example) for kind in KINDS for example in kind.examples]
COUNTEREXAMPLES = [(kind, text) for kind in KINDS for text in kind.counterexamples]


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[e.text[:60] for _, e in EXAMPLES])
def test_example(kind: Kind, example: Example) -> None:
    found = code_text(example.text, language="en").events
    assert [event.kind for event in found] == [kind.kind] * example.events
    names = defaultdict(set)
    for participant in (p for event in found for p in event.participants):
        names[participant.role].add(participant.actor.name)
    assert names == {role: set(listed) for role, listed in example.participants.items()}
    assert found[0].status == example.status
    assert (found[0].family, found[0].type, found[0].mode, found[0].cameo) == (
        kind.family,
        kind.type,
        kind.mode,
        kind.cameo,
    )


@pytest.mark.parametrize(("kind", "text"), COUNTEREXAMPLES, ids=[text[:60] for _, text in COUNTEREXAMPLES])
def test_counterexample(kind: Kind, text: str) -> None:
    """It tells of no event, or of another kind that has its own examples."""
    assert kind.family not in {event.family for event in code_text(text, language="en").events}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_kind_is_explained_and_exemplified(kind: Kind) -> None:
    assert kind.definition.endswith(".")
    assert len({example.text for example in kind.examples}) >= 4
    assert len(set(kind.counterexamples)) >= 2
    assert kind.verbs or kind.nouns


def test_the_version_is_a_number_and_a_digest_of_the_files() -> None:
    assert re.fullmatch(r"\d+\+[0-9a-f]{8}", codebook().version)


def test_kinds_are_unique() -> None:
    assert len({kind.kind for kind in KINDS}) == len(KINDS)


def test_noun_names_one_kind() -> None:
    nouns = [noun for kind in KINDS for noun in kind.nouns]
    assert [noun for noun in nouns if nouns.count(noun) > 1] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_cue_of_a_kind_is_a_channel(kind: Kind) -> None:
    named = {verb.cue for verb in kind.verbs} | {kind.needs}
    assert named - {None} <= set(channels())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_verb_stands_once_a_kind_but_for_what_it_asks(kind: Kind) -> None:
    frames = [(v.lemma, v.cue, v.subject, v.particle, v.thing, v.through, v.then, v.content) for v in kind.verbs]
    assert len(set(frames)) == len(frames)


@pytest.mark.parametrize("name", sorted(channels()))
def test_channel_is_used_and_lower_case(name: str) -> None:
    used = {verb.cue for kind in KINDS for verb in kind.verbs} | {kind.needs for kind in KINDS}
    used |= {"sport"}  # asked of states that meet, whatever the kind: tests/coding/test_acts.py
    used |= {"present"}  # asked of who was there too: tests/coding/test_attending.py
    used |= {"announced", "onward"}  # asked of what is told to come: tests/coding/test_status.py
    used |= {"arriving"}  # asked of who comes to where the story is: tests/coding/drafting/test_arriving.py
    used |= {"rounds"}  # not asked of a round of talks: the counterexamples of that kind
    used |= {"party"}  # asked of verbs that ask for nothing else: tests/parsing/test_gate.py
    assert name in used
    assert channels()[name]
    assert all(word == word.lower() for word in channels()[name])


@pytest.mark.parametrize("verb", sorted(set(codebook().deeds.values())))
def test_a_deed_is_that_of_a_verb_that_acts_on_a_thing(verb: str) -> None:
    frames = [frame for kind in KINDS for frame in kind.verbs if frame.lemma == verb]
    nominal = {"subject", "of", "from", "to"}
    acting = [frame for frame in frames if not frame.through or not nominal.isdisjoint(frame.through)]
    assert [frame for frame in acting if frame.thing or frame.plain]


def test_statuses_with_cues_are_known_and_tried_once() -> None:
    statuses = [cue.status for cue in status_cues()]
    assert set(statuses) <= set(get_args(Status))
    assert len(set(statuses)) == len(statuses)
    assert all(cue.lemmas or cue.phrases for cue in status_cues())


def test_outcome_is_tried_before_plan() -> None:
    """A cancelled plan is cancelled, not planned."""
    order = [cue.status for cue in status_cues()]
    assert max(order.index("cancelled"), order.index("postponed")) < order.index("planned")


def test_topics_are_unique_and_lower_case() -> None:
    words = [word for topic in topics() for word in topic.words]
    assert len({topic.name for topic in topics()}) == len(topics())
    assert [word for word in words if words.count(word) > 1 or word != word.lower()] == []


@pytest.mark.parametrize(
    ("record", "raw"),
    [
        (VerbTrigger, {"lemma": "visit", "subject": "tourist"}),
        (VerbTrigger, {"lemma": "visit", "subject": "visitor", "objects": "host"}),
        (Example, {"text": "A met B.", "status": "maybe", "participants": {}}),
    ],
)
def test_a_wrong_entry_is_refused(record: type, raw: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(raw, record)


def test_modifiers_are_kinds_of_actor() -> None:
    assert {kind for entry in KINDS for kind in entry.modifier} <= set(get_args(ActorKind))
