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
        ("Kenyan President William Ruto attended the BRICS gathering in Kazan.", "summit"),
        ("Malaysian Prime Minister Anwar Ibrahim will attend the ASEAN meeting in Vientiane.", "summit"),
        ("Arab leaders gathered in Amman on Monday.", "summit"),
        ("Donors gathered in Amman on Monday.", "meeting"),
        ("Arab foreign ministers held an emergency session in Cairo on Monday.", "meeting"),
        ("Chad and Libya held a second session in Tunis on Monday.", "talks"),
        ("Kenyan President William Ruto had a session with Ugandan President Yoweri Museveni in Kampala.", "meeting"),
        (
            "Kenyan President William Ruto hosted the president of Chad and the foreign minister of Sudan in Nairobi.",
            "meeting",
        ),
    ],
)
def test_kind(text: str, kind: str) -> None:
    (claim,) = code_text(text, language="en").events
    assert claim.kind == kind


@pytest.mark.parametrize(
    ("text", "kind", "roles"),
    [
        ("Malta closed the Libyan embassy.", "mission-closed", {"Malta": "actor", "embassy of Libya": "target"}),
        ("North Korea fired two missiles on Sunday.", "show-of-force", {"North Korea": "actor"}),
        (
            "The Libyan ambassador was summoned to the Maltese foreign ministry.",
            "summon",
            {"ambassador of Libya": "target", "foreign ministry of Malta": "actor"},
        ),
    ],
)
def test_act(text: str, kind: str, roles: dict[str, str]) -> None:
    """Whose embassy is closed, at whom missiles fly, and who summons is told by who takes part."""
    (claim,) = code_text(text, language="en").events
    assert (claim.kind, {p.actor.name: p.role for p in claim.participants}) == (kind, roles)
