"""Speech that is set off without quotation marks is the speaker's, until others are heard."""

import pytest

from communique.running import code_text

RELEASE = """Minister comments on the attack in Lima

Responding to the attack, the Foreign Minister of Chile, Rosa Rao, said:

I utterly condemn Bolivia's attack on the port of Lima. Our thoughts are with the families.

We call on Bolivia to withdraw its troops at once.

{after}
"""


def said(text: str) -> list[tuple[str, str]]:
    found = code_text(text, id="d", published="2024-05-06").statements
    return [(s.speaker.name if s.speaker else "", s.text) for s in found]


@pytest.mark.parametrize(
    "after",
    [
        "Rao travels to Peru on Thursday.",
        "The Foreign Minister travels to Peru on Thursday.",
        "Notes to editors",
        "“I know of nothing,” the Bolivian ambassador, Juan Silva, said.",
        "The Bolivian ambassador, Juan Silva, said:\n\nI know of nothing.",
    ],
)
def test_paragraphs_behind_a_word_of_saying_are_one_statement(after: str) -> None:
    first = said(RELEASE.format(after=after))[0]
    assert first == (
        "Rosa Rao",
        "I utterly condemn Bolivia's attack on the port of Lima. Our thoughts are with the families. "
        "We call on Bolivia to withdraw its troops at once.",
    )


def test_the_next_speaker_is_another() -> None:
    after = "The Bolivian ambassador, Juan Silva, said:\n\nI know of nothing."
    assert said(RELEASE.format(after=after))[1:] == [("Juan Silva", "I know of nothing.")]


def test_what_a_list_holds_is_nobodys_speech() -> None:
    assert said(
        "The Foreign Minister of Chile, Rosa Rao, said that she would sign:\n\nA treaty on fishing\nA loan"
    ) == [("Rosa Rao", "she would sign")]


def test_every_place_is_that_of_the_text() -> None:
    text = RELEASE.format(after="")
    (statement,) = code_text(text, id="d").statements
    assert all(text[span.start : span.end] == span.text for span in (*statement.content, *statement.quoted))


def test_who_speaks_for_a_state_condemns_and_demands() -> None:
    found = code_text(RELEASE.format(after=""), id="d", published="2024-05-06").events
    told = {(e.kind, *(p.actor.name for p in e.participants)) for e in found}
    assert {("condemnation", "Rosa Rao", "Bolivia"), ("demand", "Rosa Rao", "Bolivia")} <= told
