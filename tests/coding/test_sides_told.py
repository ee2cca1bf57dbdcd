"""Who takes part where the clause says it by more than a name: appositions, groups, telephones, embassies."""

import pytest

from communique.running import code_text
from communique.types import EventClaim


def told(text: str, family: str) -> list[EventClaim]:
    events = code_text(text, language="en", published="2024-05-14").events
    return [event for event in events if event.family == family]


def sides(claim: EventClaim) -> dict[str, set[str | None]]:
    found: dict[str, set[str | None]] = {}
    for participant in claim.participants:
        found.setdefault(participant.role, set()).add(participant.actor.country or participant.actor.name)
    return found


@pytest.mark.parametrize(
    ("text", "family", "both"),
    [
        (
            "The mediator of the union, former Ghanaian president John Mahama, held talks with Malian leader "
            "Assimi Goita in Bamako.",
            "talks",
            {"party": {"GHA", "MLI"}},
        ),
        (
            "On May 3 Peruvian President Ana Rao and Chilean President Omar Vega agreed by telephone to revive ties.",
            "call",
            {"party": {"PER", "CHL"}},
        ),
        (
            "In a phone call on May 3, Peruvian President Ana Rao urged Chilean President Omar Vega to open the port.",
            "call",
            {"party": {"PER", "CHL"}},
        ),
        (
            "Kenyan President William Ruto assured Peruvian President Ana Rao during a video conversation of his help.",
            "call",
            {"party": {"KEN", "PER"}},
        ),
        (
            "Kenyan President William Ruto answered a call from Peruvian President Ana Rao.",
            "call",
            {"party": {"KEN", "PER"}},
        ),
        (
            "Kenyan President William Ruto, Peruvian President Ana Rao and Omani Foreign Minister Omar Vega held a "
            "conference call on Monday.",
            "call",
            {"party": {"KEN", "PER", "OMN"}},
        ),
        (
            "Peruvian President Ana Rao was received with full honours by the Chilean president, Omar Vega.",
            "visit",
            {"visitor": {"PER"}, "host": {"CHL"}},
        ),
        (
            "In May, Chilean President Omar Vega received a state visit from his Peruvian counterpart, Ana Rao.",
            "visit",
            {"visitor": {"PER"}, "host": {"CHL"}},
        ),
        (
            "Chilean Foreign Minister Omar Vega led a delegation to Nairobi.",
            "visit",
            {"visitor": {"CHL"}, "host": {"KEN"}},
        ),
        (
            "Chile sent its foreign minister, Omar Vega, to Nairobi on Monday.",
            "visit",
            {"visitor": {"CHL"}, "host": {"KEN"}},
        ),
        (
            "Chilean President Omar Vega invited Kenyan President William Ruto to be guest of honour at the fair.",
            "visit",
            {"visitor": {"KEN"}, "host": {"CHL"}},
        ),
        ("Oman hosts Arab leaders in Muscat on Sunday.", "visit", {"host": {"OMN"}, "visitor": {"Arab leaders"}}),
        (
            "Peruvian and Chilean diplomats spent three days negotiating in Oslo.",
            "talks",
            {"party": {"PER", "CHL"}},
        ),
        (
            "Peru and Chile held their joint cabinet meeting in Lima on Monday.",
            "meeting",
            {"party": {"PER", "CHL"}},
        ),
        (
            "Peru gave Chile the data at an annual meeting between officials of Peru and Chile in Oslo.",
            "meeting",
            {"party": {"PER", "CHL"}},
        ),
        (
            "On Thursday the heads of the armies of Chad, Niger and Benin met in Niamey.",
            "meeting",
            {"party": {"TCD", "NER", "BEN"}},
        ),
        ("Arab leaders slapped sanctions on Benin.", "sanction", {"actor": {"Arab leaders"}, "target": {"BEN"}}),
        (
            "The Security Council approved a round of sanctions on Monday, targeting Benin's exports of oil.",
            "sanction",
            {"actor": {"United Nations Security Council"}, "target": {"BEN"}},
        ),
        (
            "Oman sanctioned the relatives of Chilean President Omar Vega.",
            "sanction",
            {"actor": {"OMN"}, "target": {"CHL"}},
        ),
        (
            "Bodies such as ASEAN and the African Union have called on the Chilean government to stop the dam.",
            "statement",
            {"actor": {"ASEAN", "African Union"}, "target": {"CHL"}},
        ),
        (
            "Peru cut ties with Benin after police raided its embassy in Cotonou.",
            "force",
            {"actor": {"BEN"}, "target": {"PER"}},
        ),
        (
            "Peruvian forces bombed a rebel camp a mile inside Chile.",
            "force",
            {"actor": {"PER"}, "target": {"CHL"}},
        ),
    ],
)
def test_sides(text: str, family: str, both: dict[str, set[str | None]]) -> None:
    assert [sides(claim) for claim in told(text, family)] == [both]


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Peruvian President Ana Rao told reporters by telephone that the talks were over.", "call"),
        ("In a call for unity, Peruvian President Ana Rao urged Chilean President Omar Vega to wait.", "call"),
        ("In a phone call with reporters, Peruvian President Ana Rao attacked Chilean President Omar Vega.", "call"),
        ("Chilean President Omar Vega invited Kenyan President William Ruto to reconsider the offer.", "visit"),
        ("The two leaders of the party sent their secretary to the bakery in Lima.", "visit"),
        ("Police raided a nightclub in Cotonou.", "force"),
    ],
)
def test_others_have_no_part(text: str, family: str) -> None:
    assert told(text, family) == []


def test_what_was_agreed_on_a_weekday_was_agreed_on_the_last_one() -> None:
    (claim,) = told("Peru and Chile agreed on Friday to restore full ties.", "relations")
    assert claim.start is not None
    assert claim.start.edtf == "2024-05-10"
