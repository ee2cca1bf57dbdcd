"""Where it happens: the city or country that the clause names."""

from collections.abc import Callable

import pytest

from communique.running import code_text
from communique.types import EventClaim

One = Callable[..., EventClaim]
Told = Callable[..., tuple[EventClaim, ...]]
SHEINBAUM = "Mexican President Claudia Sheinbaum"
PETRO = "Colombian President Gustavo Petro"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (f"{SHEINBAUM} met {PETRO} in Bogota.", "Bogotá", "COL"),
        (f"{SHEINBAUM} met {PETRO} at NATO headquarters.", "Brussels", "BEL"),
        (f"{SHEINBAUM} met {PETRO} at the headquarters of the African Union.", "Addis Ababa", "ETH"),
        (f"{SHEINBAUM} met {PETRO} at the United Nations on Friday.", "New York", "USA"),
        (f"{SHEINBAUM} met {PETRO} at the State Department on Friday.", "United States", "USA"),
        (f"{SHEINBAUM} met {PETRO} at the presidential palace in Bogota.", "Bogotá", "COL"),
        (f"Around the table in Lima sat {SHEINBAUM} and {PETRO}.", "Lima", "PER"),
        ("Peru will host a conference of donors for Lebanon on May 20.", "Peru", "PER"),
        (f"{SHEINBAUM} met {PETRO} on the sidelines of a conference in Vienna.", "Vienna", "AUT"),
        (f"{SHEINBAUM} met {PETRO} on the sidelines of the meeting of the bloc in Vienna.", "Vienna", "AUT"),
        ("Chad and Sudan concluded the pact in Nairobi on Friday.", "Nairobi", "KEN"),
        (f"{SHEINBAUM} arrived in Bogota on Monday.", "Bogotá", "COL"),
        (f"{SHEINBAUM} visited Colombia.", "Colombia", "COL"),
        (f"{PETRO} travelled from Bogota to Lima on Tuesday.", "Lima", "PER"),
        ("Rwanda and Burundi held talks in Nairobi.", "Nairobi", "KEN"),
        ("Peru summoned the Bolivian ambassador to a meeting in the capital on Monday.", "Lima", "PER"),
        ("Peru summoned the Bolivian ambassador in the financial capital on Monday.", "Peru", "PER"),
        (f"{SHEINBAUM} met {PETRO} in the capital of Peru.", "Peru", "PER"),
        (f"{SHEINBAUM} visited Colombia while protesters marched in the capital.", "Colombia", "COL"),
        ("Norway will host talks between Sudan and South Sudan in Oslo.", "Oslo", "NOR"),
        ("The ASEAN summit opened in Jakarta on Tuesday.", "Jakarta", "IDN"),
        (f"{SHEINBAUM} arrived in Bogota on Monday for a visit to Colombia.", "Bogotá", "COL"),
        ("Chad and Sudan agreed to a ceasefire in Nairobi.", "Nairobi", "KEN"),
        ("Chad and Sudan signed a pact at the end of a summit at a Nairobi hotel.", "Nairobi", "KEN"),
        ("Kenya and Somalia said in Oslo that they would resume diplomatic ties.", "Oslo", "NOR"),
        ("The Arab League, meeting in Doha, imposed sanctions on Sudan.", "Doha", "QAT"),
        ("During the visit to Kampala, Kenya and Uganda signed three accords.", "Kampala", "UGA"),
        ("Eritrea reopened its embassy in Addis Ababa.", "Addis Ababa", "ETH"),
        ("Peru closed the Kenyan consulate in Houston.", "Houston", "USA"),
        ("Peru ordered the closure of the Kenyan consulate in Houston.", "Houston", "USA"),
        ("Jordan returned its ambassador to Tel Aviv.", "Tel Aviv", "ISR"),
        ("Chad tore up the 2015 Nairobi agreement between Chad and Sudan.", "Nairobi", "KEN"),
        ("The Nairobi agreement signed in May by Chad and Sudan ended the war.", "Nairobi", "KEN"),
        ("The signing of a pact between Chad and Sudan, which took place in Nairobi, was praised.", "Nairobi", "KEN"),
        (f"{SHEINBAUM} met {PETRO} on the margins of the meeting of the bloc in Vienna.", "Vienna", "AUT"),
        ("Chad and Sudan signed one of many trade pacts in a theatre in the Kenyan capital.", "Nairobi", "KEN"),
        ("Kenya and Chad met at United Nations headquarters in New York.", "New York", "USA"),
    ],
)
def test_place(one: One, text: str, name: str, country: str) -> None:
    place = one(text).place
    assert place is not None
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize(
    "text",
    [
        f"{SHEINBAUM} and {PETRO} spoke by telephone from Bogota on Monday.",
        f"{SHEINBAUM} phoned {PETRO} in Bogota.",
    ],
)
def test_a_call_has_no_place(one: One, text: str) -> None:
    claim = one(text)
    assert (claim.kind, claim.place) == ("call", None)


def test_what_is_not_named_is_not_known(one: One) -> None:
    assert one(f"{SHEINBAUM} met {PETRO} on Monday.").place is None


def test_a_city_has_coordinates_and_its_words(one: One) -> None:
    place = one(f"{SHEINBAUM} met {PETRO} in Bogota.").place
    assert place is not None
    assert place.evidence is not None
    assert place.evidence.text == "Bogota"
    assert (round(place.lat or 0), round(place.lon or 0)) == (5, -74)


@pytest.mark.parametrize(
    "text",
    [
        f"{SHEINBAUM} met {PETRO} to discuss the war in Sudan.",
        f"{SHEINBAUM} and {PETRO} discussed the war in Khartoum.",
        f"{SHEINBAUM} and {PETRO} discussed the fighting in Sudan.",
        "Mexico and Colombia signed a deal on a port in Cartagena.",
        f"{SHEINBAUM} held talks with {PETRO} about Caracas.",
        f"{SHEINBAUM} met {PETRO} after Lima.",
        f"{SHEINBAUM} and {PETRO} met at the Mexico-Colombia summit.",
        f"{SHEINBAUM} met {PETRO} at the request of Guyana.",
        f"{SHEINBAUM} met {PETRO} in response to Guyana.",
    ],
)
def test_a_place_named_for_another_thing_is_not_where(one: One, text: str) -> None:
    assert one(text).place is None


HERE = "{}The two leaders agreed.\n\nFinnish President Alexander Stubb said here after a meeting with {} that it was."
KRISTERSSON = "Swedish Prime Minister Ulf Kristersson"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (HERE.format("OSLO, April 9 (NTB) -- ", KRISTERSSON), "NOR"),
        (HERE.format("", KRISTERSSON), None),
        (HERE.format("OSLO, April 9 (NTB) -- ", KRISTERSSON).replace(" here ", " "), None),
        (f"It began in Oslo. There Finnish President Alexander Stubb met {KRISTERSSON}.", "NOR"),
        (f"It began in Oslo, not in Riga. There Finnish President Alexander Stubb met {KRISTERSSON}.", None),
        (f"Finnish President Alexander Stubb met {KRISTERSSON} in La Paz, Mexico.", "MEX"),
        (f"Finnish President Alexander Stubb met {KRISTERSSON} in La Paz.", "BOL"),
        (f"Finnish President Alexander Stubb met {KRISTERSSON} in Windsor, Canada.", "CAN"),
    ],
)
def test_places_pointed_at_and_names_of_several(told: Told, text: str, country: str | None) -> None:
    (claim,) = [claim for claim in told(text) if claim.family == "meeting"]
    assert (claim.place.country if claim.place else None) == country


def test_talks_on_a_day_of_a_visit_are_where_it_is(told: Told) -> None:
    visit = f"{KRISTERSSON} visited Finland on Monday.\n\nHe held talks with Finnish President Alexander Stubb on {{}}."
    places = [{c.kind: c.place and c.place.country for c in told(visit.format(day))} for day in ("Monday", "Sunday")]
    assert [place["talks"] for place in places] == ["FIN", None]


def test_outside_a_state_is_not_in_it(told: Told) -> None:
    assert told("It was the first journey of Kenyan President William Ruto outside Ghana since May.") == ()


@pytest.mark.parametrize(
    ("text", "family", "place"),
    [
        (
            "The foreign ministers of Kenya and Peru met in the Swiss village of Gland on Monday.",
            "meeting",
            "Switzerland",
        ),
        ("Russian missiles struck the port of Odesa on Monday.", "force", "Ukraine"),
        ("Turkish Foreign Minister Hakan Fidan visited Baghdad and met US envoy Ana Rao.", "meeting", "Baghdad"),
    ],
)
def test_places_that_the_clause_leaves_to_the_reader(text: str, family: str, place: str) -> None:
    (claim,) = (e for e in code_text(text, published="2024-05-14").events if e.family == family)
    assert claim.place is not None
    assert claim.place.name == place


@pytest.mark.parametrize(
    "text",
    [
        "Mexico cut ties with Ecuador after a fire at its embassy in Quito.",
        "Nicaragua cut relations with Colombia during a visit by a minister to Managua.",
        "Kenya and Somalia said in Oslo that they would sign a trade agreement.",
    ],
)
def test_what_else_a_clause_tells_of_does_not_place_it(one: One, text: str) -> None:
    assert one(text).place is None


def test_there_is_the_place_told_last(told: Told) -> None:
    text = f"{SHEINBAUM} flew to Bogota on Friday. She is to meet {PETRO} there tomorrow."
    assert [e.place.name for e in told(text) if e.place and e.kind == "meeting"] == ["Bogotá"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mexico and Colombia signed a declaration on missing persons in Brussels.", "Brussels"),
        ("Mexico and Colombia signed a deal on fishing in Bogota.", "Bogotá"),
        (f"{SHEINBAUM} and {PETRO} discussed sanctions relief in Bogota.", "Bogotá"),
    ],
)
def test_a_city_behind_the_matter_is_where_it_was_signed_or_discussed(one: One, text: str, place: str) -> None:
    found = one(text).place
    assert found is not None
    assert found.name == place


def test_who_is_before_the_subject_is_not_the_subject(one: One) -> None:
    claim = one(f"On 3 May in Geneva, before hundreds of guests, {SHEINBAUM} and {PETRO} signed the accord.")
    assert claim.place is not None
    assert claim.place.name == "Geneva"


PACT = "The leaders of Chad and Sudan have signed a pact after two years of war.\n\nCrowds in Nairobi cheered."


@pytest.mark.parametrize(
    ("desk", "name"),
    [
        ("Jane Roe in Nairobi", "Nairobi"),
        ("Jane Roe in Nairobi and John Doe in Paris", "Nairobi"),
        ("Jane Roe in Paris", None),  # not told of again
        ("Jane Roe in Khartoum", None),  # at home of one of them
    ],
)
def test_reporters_come_to_where_others_meet(told: Told, desk: str, name: str | None) -> None:
    (pact,) = [claim for claim in told(f"Chad and Sudan sign pact\n\n{desk}\n\n{PACT}") if claim.kind == "agreement"]
    assert (pact.place.name if pact.place else None) == name


def test_where_the_first_verb_of_a_sentence_is_the_second_is_too(told: Told) -> None:
    text = f"{SHEINBAUM} is in Vienna and due to sign a treaty with {PETRO} today."
    (treaty,) = [claim for claim in told(text) if claim.kind == "agreement"]
    assert treaty.place is not None
    assert treaty.place.name == "Vienna"


def test_ties_are_cut_nowhere(told: Told) -> None:
    text = "BOGOTA, May 3 (NTB) - Colombia has cut diplomatic ties with Peru over fish."
    assert [claim.place for claim in told(text) if claim.family == "relations"] == [None]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenya shot down a Ugandan drone on Monday.", None),
        ("Iran seized a Greek tanker on Monday.", None),
        ("Russia bombed a Ukrainian port on Monday.", "UKR"),
    ],
)
def test_what_moves_is_not_where_its_state_is(one: One, text: str, country: str | None) -> None:
    place = one(text).place
    assert (place.country if place is not None else None) == country


@pytest.mark.parametrize(
    "text",
    ["Japan donated 40,000 Canadian dollars to Ghana.", "Japan pledged 200 million Norwegian kroner to Ghana."],
)
def test_money_is_of_no_state(one: One, text: str) -> None:
    assert [p.actor.name for p in one(text).participants] == ["Japan", "Ghana"]
