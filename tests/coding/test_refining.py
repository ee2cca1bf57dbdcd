"""Which kind of encounter it is, by who came together."""

import pytest

from communique.running import code_text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Egyptian President Abdel Fattah el-Sisi received Kenyan President William Ruto in Cairo.", "visit"),
        (
            "Egyptian Foreign Minister Badr Abdelatty received Kenyan Foreign Minister Musalia Mudavadi in Cairo.",
            "meeting",
        ),
        ("Egyptian President Abdel Fattah el-Sisi received the Kenyan ambassador in Cairo.", "meeting"),
        ("Egyptian President Abdel Fattah el-Sisi received the Kenyan prime minister at the airport.", "visit"),
        ("Turkish and Greek negotiators sat down in Athens.", "talks"),
        ("The Turkish and Greek presidents sat down in Athens.", "meeting"),
        ("Leaders of ASEAN met in Vientiane on March 4, 2024.", "summit"),
        ("Ministers of ASEAN met in Vientiane on March 4, 2024.", "meeting"),
        ("The presidents of Chad, Sudan and Kenya met in Nairobi.", "summit"),
        ("The foreign ministers of Chad, Sudan and Kenya met in Nairobi.", "meeting"),
        (
            "Kenyan President William Ruto hosted the president of Chad and the foreign minister of Sudan in Nairobi.",
            "meeting",
        ),
    ],
)
def test_kind(text: str, kind: str) -> None:
    (claim,) = code_text(text, language="en").events
    assert claim.kind == kind
