"""Whom words name as the speaker: appositions, epithets, pronouns, and quotations that no word of saying holds."""

import pytest

from communique.running import code_text

RUIZ = "Peruvian Foreign Minister Ana Ruiz"
LEFT = "\n\nPeru expelled the ambassador of Chile on Monday."


def heard(text: str) -> list[tuple[str | None, str]]:
    """Of each statement the speaker, and the words that name one."""
    found = code_text(text + LEFT, published="2024-06-17", language="en").statements
    return [
        (s.speaker.name if s.speaker else None, s.speaker_evidence.text if s.speaker_evidence else "") for s in found
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We wait," said a senior adviser to the Kenyan president.', "a senior adviser to the Kenyan president"),
        ('"We wait," said a diplomat in Oslo, who asked not to be named.', "a diplomat in Oslo"),
        ('The embassy in Bern spoke of "a misunderstanding".', "The embassy in Bern"),
        ('The note, signed by Foreign Minister Jorge Taiana, says Chile "reserves its rights".', "The note"),
        ('"We wait," reads the note that an envoy handed over on Friday.', "the note"),
        ('"We shall be back," promised the Dutchman.', "the Dutchman"),
    ],
)
def test_those_nobody_knows_keep_their_own_words(text: str, words: str) -> None:
    assert heard(text) == [(None, words)]


@pytest.mark.parametrize(
    "text",
    [
        "A permanent secretary at Peru's labour ministry, Ana Ruiz, said the road was shut.",
        f'{RUIZ} was blunter. "Peru will not be bullied."',
        f'"Peru will not be bullied" - {RUIZ}',
        'Lima\'s foreign minister, Ana Ruiz: "Peru will not be bullied."',
        f'"Peru will not be bullied," as {RUIZ} put it.',
        f'"Peru will not be bullied," vowed {RUIZ}.',
        f'{RUIZ} left early. She had invited Carlos Soto of Chile. "Peru will not be bullied," she wrote.',
        'Peruvian Ambassador Ana Ruiz left Oslo. "Peru will not be bullied," the envoy wrote.',
    ],
)
def test_a_speaker_named_beside_what_is_said(text: str) -> None:
    assert [name for name, _ in heard(text)] == ["Ana Ruiz"]


def test_what_a_subject_quoted_decides_is_no_speech_of_his() -> None:
    names = [name for name, _ in heard('"The people" decides what the state does, Ana Ruiz of Peru said.')]
    assert names == ["Ana Ruiz"]
