"""Tagged tokens are cut into phrases that cover them all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.parsing import Token
from communique.parsing._chunks import Chunk, chunks, is_time
from communique.parsing._sentences import sentences
from communique.parsing._tagger import tag

VOCABULARY = (
    "Ruto Oslo Kenya's the a his two foreign minister ministers visit visits talks met meeting will has been to of in "
    "with by on who that which where as after and or but , . : “ ” — not said May Monday week 8 (Fiji)"
).split()


def tagged(text: str) -> list[Token]:
    (sentence,) = sentences(text)
    return tag(sentence)


def brackets(text: str) -> str:
    """``np:the king | vg:will meet | np:them``, without the full stop that makes the line a sentence."""
    tokens = tagged(f"{text}.")
    found = list(chunks(tokens))[:-1]
    return " | ".join(f"{c.kind}:{' '.join(t.text for t in tokens[c.start : c.end])}" for c in found)


def group(text: str) -> Chunk:
    """The only verb group of ``text``."""
    (found,) = [c for c in chunks(tagged(text)) if c.kind == "vg"]
    return found


CHUNKED: list[tuple[str, str]] = [
    ("The Fijian king will soon meet them", "np:The Fijian king | vg:will soon meet | np:them"),
    ("Fiji's king spoke", "np:Fiji 's king | vg:spoke"),
    ("He did not visit Peru", "np:He | vg:did not visit | np:Peru"),
    ("They agreed to hold talks", "np:They | vg:agreed | vg:to hold | np:talks"),
    ("He came on May 3", "np:He | vg:came | prep:on | np:May 3"),
    ("Rama and Kurti , who left", "np:Rama | cc:and | np:Kurti | comma:, | sub:who | vg:left"),
    ("In February 2004 India and Nepal met", "prep:In | np:February 2004 | np:India | cc:and | np:Nepal | vg:met"),
    ("He arrived Monday", "np:He | vg:arrived | np:Monday"),
    ("The April summit ended", "np:The April summit | vg:ended"),
    ("He visited Fiji last week", "np:He | vg:visited | np:Fiji | np:last week"),
    ("Ghana called off talks", "np:Ghana | vg:called | adv:off | np:talks"),
    ("He said that they met", "np:He | vg:said | sub:that | np:they | vg:met"),
]


@pytest.mark.parametrize(("text", "expected"), CHUNKED)
def test_brackets(text: str, expected: str) -> None:
    assert brackets(text) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ruto visited Oslo", "finite"),
        ("Ruto will visit Oslo", "finite"),
        ("Ruto has been invited", "finite"),
        ("to visit Oslo", "infinitive"),
        ("after visiting Oslo", "gerund"),
    ],
)
def test_form(text: str, form: str) -> None:
    assert group(text).form == form


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("The visit was cancelled", True),
        ("The visit has been cancelled", True),
        ("The visit will be cancelled", True),
        ("Fiji has cancelled it", False),
        ("Fiji is visiting them", False),
        ("Fiji cancelled it", False),
    ],
)
def test_passive(text: str, passive: bool) -> None:
    assert group(text).passive is passive


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("the Kenyan foreign minister Musalia Mudavadi", "Mudavadi"),
        ("Kenya's foreign minister", "minister"),
        ("the planned two-day visit", "visit"),
        ("July 9", "July"),
    ],
)
def test_head_of_a_noun_phrase(text: str, head: str) -> None:
    tokens = tagged(text)
    (chunk,) = chunks(tokens)
    assert tokens[chunk.head].text == head


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Monday", True), ("April", True), ("week", True), ("two-day", True), ("Oslo", False), ("visit", False)],
)
def test_time(word: str, expected: bool) -> None:
    token = next(t for t in tagged(f"They met the {word} before") if t.text == word)
    assert is_time(token) is expected


@given(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=16).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_chunks_cover_every_token(text: str) -> None:
    for sentence in sentences(text):
        position = 0
        for chunk in chunks(tag(sentence)):
            assert chunk.start == position
            assert chunk.start <= chunk.head < chunk.end
            position = chunk.end
        assert position == len(sentence)
