"""Places that no clause names: of the host, of what else the two sides did then, of the dateline."""

import pytest

from communique.running import code_text
from communique.types import EventClaim


def one(text: str, kind: str) -> EventClaim:
    (claim,) = [event for event in code_text(text, language="en").events if event.kind == kind]
    return claim


def place(claim: EventClaim) -> str | None:
    return claim.place.name if claim.place is not None else None


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Kenya's President William Ruto received Peruvian Foreign Minister Javier Rojas.", "meeting", "Kenya"),
        ("Peru summoned the ambassador of Kenya.", "summon", "Peru"),
    ],
)
def test_the_seat_is_the_hosts_country(text: str, kind: str, expected: str) -> None:
    assert place(one(text, kind)) == expected


def test_a_treaty_is_signed_where_the_two_sides_met_that_day() -> None:
    text = "Kenya and Peru held talks in Oslo on May 3, 2024. The two sides signed a trade agreement on May 3, 2024."
    assert place(one(text, "agreement")) == "Oslo"


@pytest.mark.parametrize(
    "second",
    [
        "The two sides signed a trade agreement in March 2019.",  # another time
        "The two sides will sign a trade agreement in June.",  # still to come
        "Kenya and Chile signed a trade agreement on May 3, 2024.",  # others
    ],
)
def test_what_is_of_another_time_or_of_others_is_elsewhere(second: str) -> None:
    assert place(one(f"Kenya and Peru held talks in Oslo on May 3, 2024. {second}", "agreement")) is None


def test_news_is_told_from_the_country_of_who_met_there() -> None:
    page = "NAIROBI, May 3 (KNA) -- Kenya and Peru have signed a trade agreement, officials said."
    assert place(one(page, "agreement")) == "Nairobi"


@pytest.mark.parametrize(
    "page",
    [
        "LONDON, May 3 (KNA) -- Kenya and Peru have signed a trade agreement, officials said.",
        "NAIROBI, May 3 (KNA) -- Kenya and Peru will sign a trade agreement next month, officials said.",
    ],
)
def test_a_dateline_elsewhere_or_before_the_event_is_no_place(page: str) -> None:
    assert place(one(page, "agreement")) is None


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Accord signed\n\nNairobi, Monday 3 May 2021\n\nKenya and Peru have signed an accord, they said.", "KEN"),
        ("DAYTON, Ohio, May 3 (KNA) -- America and Peru have signed a trade agreement, officials said.", "USA"),
    ],
)
def test_a_dateline_may_stand_above_the_text_or_name_a_state_of_america(page: str, expected: str | None) -> None:
    claim = one(page, "agreement")
    assert (claim.place.country if claim.place is not None else None) == expected


def test_a_summit_still_due_is_not_the_one_that_is_over() -> None:
    text = "The summit of Kenya and Peru ended in Oslo on Monday. A return summit in Lima is due later this year."
    summits = [event for event in code_text(text, language="en").events if event.kind == "summit"]
    assert [(event.status, place(event)) for event in summits] == [("happened", "Oslo"), ("planned", "Lima")]


def test_a_strike_is_where_what_it_hits_stands() -> None:
    assert place(one("Israel bombed a Hezbollah office in Beirut.", "strike")) == "Beirut"


def test_an_ambassador_meets_at_the_post() -> None:
    text = "Kenyan Foreign Minister Musalia Mudavadi met the Peruvian ambassador on March 4, 2024."
    (claim,) = code_text(text, language="en").events
    assert claim.place is not None
    assert claim.place.country == "KEN"


def test_a_visit_is_to_the_state_of_its_place() -> None:
    text = "Kenyan President William Ruto signed the accord in Berlin on Friday at the end of a three-day visit."
    visit = next(event for event in code_text(text, language="en").events if event.kind == "visit")
    assert [(p.role, p.actor.name) for p in visit.participants] == [("visitor", "William Ruto"), ("host", "Germany")]


def test_a_dateline_abroad_places_what_the_text_tells_of_there_again() -> None:
    line = "NAIROBI, Kenya, May 14, 2024 (AP) - Chad and Sudan signed a peace accord on Tuesday."
    (claim,) = code_text(f"{line} The ceremony in Kenya was lavish.", language="en").events
    assert claim.place is not None
    assert claim.place.country == "KEN"


def test_a_dateline_abroad_may_be_a_bureau() -> None:
    line = "NAIROBI, May 14, 2024 (AP) - Chad and Sudan signed a peace accord on Tuesday."
    (claim,) = code_text(f"{line} The ceremony was lavish.", language="en").events
    assert claim.place is None


def test_who_arrives_without_a_place_is_at_the_dateline() -> None:
    line = "OTTAWA, May 15, 2024 (AP) - A forum on trade opened with music and dance."
    visit = one(f"{line} Kenyan President William Ruto arrived for the forum on Tuesday.", "visit")
    assert (place(visit), [p.actor.name for p in visit.participants]) == ("Ottawa", ["William Ruto", "Canada"])


def test_who_has_arrived_meets_others_there() -> None:
    text = "Kenyan President William Ruto flew to Oslo. The next morning he met Peruvian President Dina Boluarte."
    assert place(one(text, "meeting")) == "Oslo"


@pytest.mark.parametrize(
    "text",
    [
        "The African Union lifted its sanctions on Mali on Sunday. The African Union held a summit in Accra on Sunday.",
        "ACCRA, May 3 (GNA) -- The African Union imposed sanctions on Mali.",
    ],
)
def test_a_body_decides_where_it_meets(text: str) -> None:
    claim = next(e for e in code_text(text, language="en").events if e.family == "sanction")
    assert place(claim) == "Accra"


@pytest.mark.parametrize(
    "text", ["flies to Brussels next week for a NATO summit on May 24.", "heads to Brussels to attend a NATO summit."]
)
def test_a_summit_is_where_one_goes_for_it(text: str) -> None:
    assert place(one(f"Kenyan President William Ruto {text}", "summit")) == "Brussels"


def test_a_guest_meets_those_of_the_place_in_the_days_after() -> None:
    arrival = "Kenyan President William Ruto arrived in Lima on May 13, 2024."
    text = f"{arrival} He is to meet Dina Boluarte of Peru on May 14."
    assert place(one(text, "meeting")) == "Lima"


def test_what_is_on_the_sidelines_is_where_others_gathered() -> None:
    first = "Russia hosted African leaders at a summit in Sochi on Monday."
    second = "On the sidelines Kenyan President William Ruto met Peruvian President Dina Boluarte."
    assert place(one(f"{first} {second}", "meeting")) == "Sochi"


def test_the_head_of_a_line_of_a_calendar_says_where() -> None:
    lines = "LIMA - Kenyan President William Ruto meets Dina Boluarte of Peru.\n\nOSLO - Chad and Mali hold talks."
    assert place(one(lines, "talks")) == "Oslo"


@pytest.mark.parametrize(
    ("city", "expected"), [("GENEVA", "Geneva"), ("VIENNA", "Vienna"), ("DUBAI", None), ("CAIRO", None)]
)
def test_reporters_come_to_a_city_without_a_desk_for_what_is_held_there(city: str, expected: str | None) -> None:
    page = f"{city}, May 14, 2024 (AP) - Negotiators of Chad and Sudan ended a round of talks on Tuesday."
    assert place(one(page, "talks")) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Kenyan Foreign Minister Musalia Mudavadi", "President Paul Kagame", "Rwanda"),
        ("Peru's ambassador", "Swedish Prime Minister Ulf Kristersson", "Sweden"),
        ("Kenyan President William Ruto", "President Paul Kagame", None),
        ("On the sidelines Kenyan Foreign Minister Musalia Mudavadi", "President Paul Kagame", None),
    ],
)
def test_a_minister_or_an_envoy_goes_to_see_a_leader(first: str, second: str, expected: str | None) -> None:
    assert place(one(f"{first} met {second} on Monday.", "meeting")) == expected


def test_a_pact_with_the_hosts_is_of_the_days_after_the_arrival() -> None:
    text = "Rwandan President Paul Kagame flew into Luanda on May 13, 2024. Rwanda and Angola signed a pact on May 14."
    assert place(one(text, "agreement")) == "Luanda"


def test_who_meets_on_the_day_of_a_report_from_his_own_country_is_there() -> None:
    lead = (
        "ALGIERS, May 14 (APS) - Chad accused Mali of arming rebels on Tuesday, officials said.\n\n"
        + "It rained. " * 60
    )
    page = f"{lead}\n\nAlgerian President Abdelmadjid Tebboune met Kenyan President William Ruto on Tuesday."
    (claim,) = [e for e in code_text(page, published="2024-05-14", language="en").events if e.kind == "meeting"]
    assert (claim.salience, place(claim)) == ("background", "Algiers")
