"""Claims that were made of real news where its words tell no such thing, or another time."""

import pytest

from communique.running import code_text
from communique.types import EventClaim


def told(text: str) -> list[EventClaim]:
    return list(code_text(text, language="en", published="2024-05-14").events)


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian President Ana Rao and Chilean President Omar Vega, who speaks Japanese, studied in Lyon.",
        "Chairman Ana Rao of the bakery was a young woman when she went to Japan.",
        "Chairman Ana Rao met Vice President Omar Vega of the same firm in Lima on Monday.",
        "Analysts say that the new caution does not mean that Peru is cutting funding for Chile.",
        "Peruvian Judge Ana Rao was seen on a honeymoon trip to Chile.",
    ],
)
def test_no_event(text: str) -> None:
    assert told(text) == []


def test_who_is_only_told_apart_takes_no_part() -> None:
    (claim,) = told("It was Vladimir Putin, not Joe Biden, who visited Tehran last week.")
    assert [p.actor.country for p in claim.participants if p.role == "visitor"] == ["RUS"]


def test_those_who_only_report_strikes_do_not_strike() -> None:
    claims = told("NATO is looking into the air strikes in Kunduz cited by the Taliban.")
    assert [p for c in claims for p in c.participants if p.actor.name == "Taliban"] == []


def test_a_wish_in_quotation_marks_is_a_demand_and_no_courtesy_call() -> None:
    (claim,) = told('Kenyan President William Ruto called on Rwandan President Paul Kagame to "stop the war".')
    assert claim.kind == "demand"


def test_a_past_time_behind_a_threat_is_that_of_the_threat() -> None:
    (claim,) = told("Peru threatened to cut ties with Chile last month.")
    assert claim.start is not None
    assert (claim.kind, claim.start.edtf) == ("threat", "2024-04")


def test_a_recent_visit_has_been() -> None:
    claims = told("Analysts expect anger after the recent visit of Peruvian President Ana Rao to Kenya.")
    assert [claim.status for claim in claims if claim.kind == "visit"] == ["happened"]
