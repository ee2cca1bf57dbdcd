"""Topics: the codebook's words in the sentence that tells of the event."""

from collections.abc import Callable

import pytest

from communique.coding.drafting._topics import topics
from communique.types import EventClaim

One = Callable[..., EventClaim]
KOBAKHIDZE = "Georgian Prime Minister Irakli Kobakhidze"
PASHINYAN = "Armenian Prime Minister Nikol Pashinyan"


def names(text: str) -> list[str]:
    return [topic.name for topic in topics(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They spoke of tariffs, the pipeline and refugees.", ["trade", "energy", "migration"]),
        ("They spoke of the weather.", []),
        ("The Gas Pipeline was on the agenda.", ["energy"]),
        ("The traders of Gori were pleased.", []),
        ("The gasworks closed.", []),
        ("Trade, trade and again trade.", ["trade"]),
    ],
)
def test_words_name_topics(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_only_the_stretch_is_read() -> None:
    text = "On trade they agreed. On energy they did not."
    assert [topic.name for topic in topics(text, 22, len(text))] == ["energy"]


def test_evidence_is_the_word(one: One) -> None:
    claim = one(f"{KOBAKHIDZE} and {PASHINYAN} held talks on trade and energy in Tbilisi.")
    assert [(topic.name, topic.evidence.text) for topic in claim.topics] == [("trade", "trade"), ("energy", "energy")]


def test_another_sentence_gives_no_topic(one: One) -> None:
    claim = one(f"{KOBAKHIDZE} met {PASHINYAN}. Elsewhere, trade unions marched.")
    assert claim.topics == ()
