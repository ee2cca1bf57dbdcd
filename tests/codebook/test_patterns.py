"""Triggers in readable form."""

import pytest

from communique.codebook import Example, Kind, VerbTrigger, codebook
from communique.codebook.patterns import example_line, noun_lines, roles, verb_lines, word_lists


def entry(name: str) -> Kind:
    return next(kind for kind in codebook().kinds if kind.kind == name)


def kind_of(*verbs: VerbTrigger, **fields: object) -> Kind:
    given = {"nouns": (), "owner": "party", "prepositions": {}, "examples": (), "counterexamples": ()} | fields
    return Kind(kind="k", family="k", definition="", type="AID", mode=None, cameo=None, verbs=verbs, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("frame", "line"),
    [
        ({"subject": "visitor", "object": "host"}, "visitor v host"),
        ({"subject": "visitor", "prepositions": (("to", "host"), ("in", "host"))}, "visitor v to/in host"),
        ({"subject": "visitor", "prepositions": (("for", "host"),), "abroad": True}, "visitor v for host (abroad)"),
        ({"subject": "actor", "thing": "envoy", "owner": "target"}, "actor v target's ‹envoy›"),
        ({"subject": "actor", "thing": "envoy", "object": "target"}, "actor v target's ‹envoy›"),
        ({"subject": "actor", "owner": "target"}, "actor v target's …"),
        ({"subject": "party", "thing": "truce", "through": ("to", "on")}, "party v to/on ‹truce›"),
        ({"subject": "actor", "indirect": "target", "thing": "aid"}, "actor v target ‹aid›"),
        ({"subject": "party", "particle": "up", "cue": "phone"}, "party v up (with a word of “phone”)"),
        ({"subject": "actor", "object": "target", "then": "any"}, "actor v target (to do something)"),
    ],
)
def test_a_frame(frame: dict[str, object], line: str) -> None:
    assert verb_lines(kind_of(VerbTrigger(lemma="v", **frame))) == (line,)  # type: ignore[arg-type]


def test_frames_that_differ_in_the_verb_are_one_line() -> None:
    go, come = (VerbTrigger(lemma=lemma, subject="visitor") for lemma in ("go", "come"))
    ask = VerbTrigger(lemma="ask", subject="host")
    assert verb_lines(kind_of(go, come, ask)) == ("visitor go/come", "host ask")


def test_nouns_with_what_stands_around_them() -> None:
    kind = kind_of(
        nouns=("visit", "trip"), prepositions={"to": "host", "in": "host"}, modifier={"state": "host"}, unlike=("book",)
    )
    assert noun_lines(kind) == (
        "visit, trip",
        "with: party's …, to/in host",
        "right before it: state = host",
        "not after: book",
    )
    assert noun_lines(kind_of()) == ()


def test_roles_and_words_of_an_entry() -> None:
    assert roles(entry("talks")) == ("party", "mediator", "host")
    assert {"‹envoy›", "‹leaving›", "“non-grata”"} <= set(word_lists(entry("expulsion")))
    assert "ambassador" in word_lists(entry("expulsion"))["‹envoy›"]


@pytest.mark.parametrize("kind", codebook().kinds, ids=lambda kind: kind.kind)
def test_roles_of_the_examples_are_roles_of_the_kind(kind: Kind) -> None:
    assert {role for example in kind.examples for role in example.participants} <= set(roles(kind))


def test_the_coding_of_an_example() -> None:
    planned = Example(text="", status="planned", participants={"party": ["A", "B"], "host": ["C"]})
    assert example_line(planned) == "planned; party: A, B; host: C"
    twice = Example(text="", status="happened", participants={"actor": ["A"]}, events=2)
    assert example_line(twice) == "happened; actor: A; 2 events"
