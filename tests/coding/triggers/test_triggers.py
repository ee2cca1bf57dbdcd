"""Which words of a sentence tell of an event, and of which kind."""

from collections.abc import Callable

import pytest

from communique.coding.tree._tree import Tree
from communique.coding.triggers._triggers import in_channel, kind_named, triggers
from communique.parsing import parse
from communique.types import EventClaim

Told = Callable[..., tuple[EventClaim, ...]]


def found(text: str) -> list[tuple[str, str]]:
    """The trigger words of the first sentence, each with its kind."""
    tree = Tree(parse(text).sentences[0])
    return [(tree.token(t.at).text, t.kind.kind) for t in triggers(tree, text.lower())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruto visited Uganda.", [("visited", "visit")]),
        ("Ruto met Museveni in Kampala.", [("met", "meeting")]),
        ("Ruto held talks with Museveni.", [("talks", "talks")]),
        ("Ruto spoke with Museveni.", [("spoke", "call")]),
        ("Ruto spoke with Museveni in Kampala.", [("spoke", "talks")]),
        ("Ruto spoke with Museveni by phone.", [("spoke", "call")]),
        ("Ruto telephoned Museveni.", [("telephoned", "call")]),
        ("Ruto and Museveni held a summit in Nairobi.", [("summit", "summit")]),
        ("Ruto received Museveni in Nairobi.", [("received", "meeting")]),
    ],
)
def test_trigger_and_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenya renewed its call for a truce in Sudan.",
        "Kenya met the deadline.",
        "Ruto called Museveni a friend.",
    ],
)
def test_words_of_another_sense_give_no_event(told: Told, text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    ("words", "channel", "held"),
    [
        ("they spoke by phone on monday", "phone", True),
        ("they spoke over the phone", "phone", True),
        ("they bought smartphones", "phone", False),
        ("they met face to face", "sitting", True),
        ("they met", "sitting", False),
    ],
)
def test_channel_is_of_whole_words(words: str, channel: str, held: bool) -> None:
    assert in_channel(words, channel) is held


def test_a_telephone_nearby_makes_speaking_a_call() -> None:
    tree = Tree(parse("Ruto spoke with Museveni.").sentences[0])
    assert [t.kind.kind for t in triggers(tree, "the phone rang. ruto spoke with museveni.")] == ["call"]


def test_kind_is_found_by_name() -> None:
    assert kind_named("visit").family == "visit"
