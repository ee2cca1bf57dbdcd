""" "I" and "we" in what somebody says for a state or body are the speaker."""

import pytest

from communique.running import code_text


def told(text: str) -> list[tuple[str, str, list[str]]]:
    events = code_text(text, id="d", published="2024-05-06").events
    return [(e.kind, e.status, sorted(p.actor.name for p in e.participants)) for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We strongly condemn Bolivia's decision,” Peru's Foreign Minister Ana Rao said on Monday.",
            ("condemnation", "happened", ["Ana Rao", "Bolivia"]),
        ),
        (
            "Peru's Foreign Minister Ana Rao said: “I met President Juan Silva of Chile in Oslo on Friday.”",
            ("meeting", "happened", ["Ana Rao", "Juan Silva"]),
        ),
        (
            "“We will expel two Chilean diplomats,” Peru's Foreign Minister Ana Rao told reporters.",
            ("expulsion", "happened", ["Ana Rao", "two Chilean diplomats"]),
        ),
    ],
)
def test_the_speaker_acts(text: str, expected: tuple[str, str, list[str]]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "“I don't think I have ever met President Juan Silva of Chile,” Peru's Foreign Minister Ana Rao said.",
        "“We met President Juan Silva of Chile,” said Pedro Diaz, a baker in Lima.",
    ],
)
def test_who_denies_it_or_speaks_for_nobody_does_not(text: str) -> None:
    assert told(text) == []
