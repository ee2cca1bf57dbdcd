"""Only sentences with a trigger of the codebook are parsed."""

import pytest

from communique.parsing import parse
from communique.parsing._gate import gated, verb_lemmas


@pytest.mark.parametrize(
    "text",
    [
        "Ruto visited Oslo.",
        "RUTO VISITED OSLO",
        "They held talks.",
        "The ministers met.",
        "The meeting lasted long.",
        "The visits were short.",
        "It was “visit” number two.",
        "The trip was postponed.",
        "The trip was called off.",
    ],
)
def test_open(text: str) -> None:
    assert gated(text, [0]) == {0}


@pytest.mark.parametrize(
    "text",
    [
        "The weather stayed mild in Oslo.",
        "Snow fell all night.",
        "He revisited old songs.",
        "A talkshow was on air.",
        "Meetinghouses are old.",
        "It was comet season.",
    ],
)
def test_shut(text: str) -> None:
    assert gated(text, [0]) == frozenset()


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("He went to Lima on Monday.", True),
        ("He went to the Peruvian capital.", True),
        ("He went to bed early.", False),
        ("She will be in Lima.", True),
        ("She will be in charge.", False),
        ("Ruto called Museveni.", True),
        ("They called it a day.", False),
        ("They spoke by phone.", True),
        ("A call for calm was heard.", False),
        ("A call with Oslo was planned.", True),
        ("They came together in June.", True),
        ("They came late.", False),
        ("Her last stop was short.", True),
        ("The driver failed to stop.", False),
    ],
)
def test_words_of_many_senses_need_more(text: str, opens: bool) -> None:
    assert (gated(text, [0]) == {0}) is opens


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("The council met on Monday to talk about parking.", False),
        ("The ministers met on Monday to talk about parking.", True),
        ("The two sides met on Monday.", True),
        ("It met on Monday.", True),
        ("Doctors visited patients at home.", False),
        ("Peruvian doctors visited patients at home.", True),
        ("The match was put off.", False),
        ("It was put off.", True),
        ("The trip was put off.", True),
        ("The turkey was received with joy.", False),
        ("Turkey was received with joy.", True),
    ],
)
def test_verbs_need_somebody_who_can_act(text: str, opens: bool) -> None:
    assert (gated(text, [0]) == {0}) is opens


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("They said that the tax would cost them money.", False),  # "said yes to a truce"
        ("She had put them up wrong.", False),  # "had the ambassador come"
        ("Peru called in the ambassador.", True),
        ("Peru had an ambassador there.", False),
        ("Peru summoned him.", True),
        ("Peru summoned their leader.", False),
        ("Ruto rang them.", True),
        ("Peru hit back.", True),
        ("Ruto went home.", False),
        ("Ruto flew home from Lima.", True),
        ("The truce began at dawn.", True),
    ],
)
def test_all_that_a_frame_asks_for_must_stand_there(text: str, opens: bool) -> None:
    assert (gated(text, [0]) == {0}) is opens


def test_each_sentence_for_itself() -> None:
    text = "Snow fell. They met. Snow fell. They met and talked."
    parsed = [s.parsed for s in parse(text).sentences]
    assert parsed == [False, True, False, True]


def test_letter_that_grows_when_lowered_shifts_nothing() -> None:
    text = "İİİİİİİİ snowed. They met."
    assert gated(text, [0, text.index("They")]) == {1}


def test_unparsed_sentence_has_bare_tokens() -> None:
    (sentence,) = parse("Snow fell all night.").sentences
    assert {(t.pos, t.lemma, t.dep) for t in sentence.tokens} == {("", "", "")}


def test_parsed_sentence_has_a_tree() -> None:
    (sentence,) = parse("They met.").sentences
    assert [t.dep for t in sentence.tokens] == ["nsubj", "root", "punct"]


def test_nothing_of_nothing() -> None:
    assert parse("").sentences == ()


@pytest.mark.parametrize(
    ("form", "lemma"), [("telephoned", "telephone"), ("met", "meet"), ("postponing", "postpone"), ("scrapped", "scrap")]
)
def test_the_codebooks_verbs_are_known_by_their_forms(form: str, lemma: str) -> None:
    assert verb_lemmas()[form] == lemma
