"""Verb against noun where news is ambiguous, names, and headlines."""

import pytest

from communique.parsing import Token, is_title_case
from communique.parsing._sentences import sentences
from communique.parsing._tagger import tag


def tagged(text: str) -> list[Token]:
    (sentence,) = sentences(text)
    return tag(sentence)


def reading(text: str, word: str) -> str:
    """``VBD`` for a verb, else the part of speech, of the first token ``word``."""
    token = next(t for t in tagged(text) if t.text == word)
    return token.tag or token.pos


VERBS_AND_NOUNS: list[tuple[str, str, str]] = [
    ("Ruto visits Oslo on Monday.", "visits", "VBZ"),
    ("He visits Oslo today.", "visits", "VBZ"),
    ("Lima visits are rare.", "visits", "NOUN"),
    ("His visits to Oslo were brief.", "visits", "NOUN"),
    ("The visit will begin on Monday.", "visit", "NOUN"),
    ("He did not visit Peru.", "visit", "VB"),
    ("He will soon visit Peru.", "visit", "VB"),
    ("The visiting minister spoke.", "visiting", "NOUN"),
    # talk
    ("Their talks in Oslo failed.", "talks", "NOUN"),
    ("Finland plans talks with Sweden.", "talks", "NOUN"),
    ("Talks are planned for Friday.", "Talks", "NOUN"),
    ("They will talk on Friday.", "talk", "VB"),
    # meet
    ("The leaders meet on Monday.", "meet", "VBP"),
    ("They meet on Monday.", "meet", "VBP"),
    ("Rama met Vucic.", "met", "VBD"),
    ("Rama has met Vucic.", "met", "VBN"),
    ("The meeting ended.", "meeting", "NOUN"),
    ("After meeting Vucic he left.", "meeting", "VBG"),
    ("After a meeting with Vucic he left.", "meeting", "NOUN"),
    ("Rama is meeting Vucic.", "meeting", "VBG"),
    ("At the meeting of ministers he spoke.", "meeting", "NOUN"),
    # host
    ("Ghana hosts the summit.", "hosts", "VBZ"),
    ("Ghana will host the summit.", "host", "VB"),
    ("The host nation welcomed them.", "host", "NOUN"),
    ("Ghana is hosting the summit.", "hosting", "VBG"),
    # call
    ("Norway calls for a ceasefire.", "calls", "VBZ"),
    ("A call between the leaders lasted an hour.", "call", "NOUN"),
    ("The call lasted an hour.", "call", "NOUN"),
    ("Noboa called Boric.", "called", "VBD"),
    ("Ghana has called off the visit.", "called", "VBN"),
    # plan, end, head, state
    ("Finland plans talks with Sweden.", "plans", "VBZ"),
    ("Finland's plans changed.", "plans", "NOUN"),
    ("He ends his tour on Sunday.", "ends", "VBZ"),
    ("The head of state left.", "head", "NOUN"),
    ("The state visit to Japan starts Sunday.", "starts", "VBZ"),
    # participles before nouns
    ("The planned visit was delayed.", "planned", "ADJ"),
    ("The planned visit was delayed.", "delayed", "VBN"),
]


@pytest.mark.parametrize(("text", "word", "expected"), VERBS_AND_NOUNS)
def test_verb_or_noun(text: str, word: str, expected: str) -> None:
    assert reading(text, word) == expected


@pytest.mark.parametrize(
    ("text", "auxiliary", "lemma", "expected"),
    [
        ("He will go.", "will", "will", "MD"),
        ("She'll host them.", "'ll", "will", "MD"),
        ("They won't meet.", "wo", "will", "MD"),
        ("They can’t meet.", "ca", "can", "MD"),
        ("He may visit Oslo in May.", "may", "may", "MD"),
        ("They were invited.", "were", "be", "VBD"),
        ("It has begun.", "has", "have", "VBZ"),
        ("They did not meet.", "did", "do", "VBD"),
    ],
)
def test_auxiliaries(text: str, auxiliary: str, lemma: str, expected: str) -> None:
    token = next(t for t in tagged(text) if t.text == auxiliary)
    assert (token.pos, token.lemma, token.tag) == ("AUX", lemma, expected)


@pytest.mark.parametrize("text", ["He may visit Oslo in May.", "Fiji hosts talks in May."])
def test_month_of_may_is_a_name(text: str) -> None:
    assert reading(text, "May") == "PROPN"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Peru wants to nominate a new envoy.", "nominate"),
        ("The envoy is to oversee its mission.", "oversee"),
        ("Ghana pledged to demilitarise the border.", "demilitarise"),
        ("Norway wants to host the summit.", "host"),
    ],
)
def test_infinitive(text: str, verb: str) -> None:
    assert reading(text, verb) == "VB"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway wants to host the summit.", "PART"),
        ("Norway wants to be there.", "PART"),
        ("The trip to Fiji ended.", "ADP"),
        ("He gave it to journalists.", "ADP"),
    ],
)
def test_to(text: str, expected: str) -> None:
    assert reading(text, "to") == expected


@pytest.mark.parametrize(
    ("headline", "verb", "expected"),
    [
        ("Kenya Hosts Regional Summit", "Hosts", "VBZ"),
        ("Ghana's Leader Meets Togo Counterpart In Accra", "Meets", "VBZ"),
        ("Chile And Peru Hold Talks On Trade", "Hold", "VBP"),
        ("Chile And Peru Hold Talks On Trade", "Talks", "NOUN"),
        ("Noboa Visited Quito Last Week", "Visited", "VBD"),
        ("Noboa Will Visit Quito Next Week", "Visit", "VB"),
    ],
)
def test_headline(headline: str, verb: str, expected: str) -> None:
    assert reading(headline, verb) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Chile And Peru Hold Talks On Trade", True),
        ("Kenya Hosts Regional Summit", True),
        ("Chile and Peru Hold Talks on Trade", True),
        ("Chile and Peru hold talks on trade", False),
        ("Kenyan President William Ruto Visited Prime Minister Store.", False),
        ("The minister left.", False),
        ("Ruto left", False),
    ],
)
def test_title_case(line: str, expected: bool) -> None:
    (sentence,) = sentences(line)
    assert is_title_case(sentence) is expected


@pytest.mark.parametrize("word", ["Ruto", "al-Sisi", "Guinea-Bissau", "Oslo"])
def test_names(word: str) -> None:
    assert reading(f"On Monday {word} was there.", word) == "PROPN"


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("countries", "country"), ("visits", "visit"), ("process", "process"), ("speeches", "speech")],
)
def test_lemma_of_a_noun(word: str, lemma: str) -> None:
    assert next(t for t in tagged(f"The {word} of Fiji were long.") if t.text == word).lemma == lemma


@pytest.mark.parametrize(
    ("word", "lemma"), [("met", "meet"), ("held", "hold"), ("flew", "fly"), ("denied", "deny"), ("hosted", "host")]
)
def test_lemma_of_a_verb(word: str, lemma: str) -> None:
    assert next(t for t in tagged(f"They {word} Fiji.") if t.text == word).lemma == lemma
