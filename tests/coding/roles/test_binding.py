"""Each role is bound where the clause puts it: subject, object, phrase, possessive, agent, modifier."""

from collections.abc import Callable

import pytest

from communique.running import code_text
from communique.types import EventClaim

One = Callable[..., EventClaim]
Told = Callable[..., tuple[EventClaim, ...]]
Roles = Callable[[EventClaim], dict[str, list[str]]]
ARCE, BOLUARTE, BORIC = "Luis Arce", "Dina Boluarte", "Gabriel Boric"
P_ARCE, P_BOLUARTE, P_BORIC = (
    f"Bolivian President {ARCE}",
    f"Peruvian President {BOLUARTE}",
    f"Chilean President {BORIC}",
)
EIDE = "Espen Barth Eide"

VISITS = [
    (f"{P_ARCE} visited Japan.", [ARCE], ["Japan"]),
    (f"{P_ARCE} arrived in Tokyo on Tuesday.", [ARCE], ["Japan"]),
    (f"{P_ARCE} travelled from La Paz to Tokyo on Tuesday.", [ARCE], ["Japan"]),
    (f"{P_ARCE} left for Tokyo on Tuesday.", [ARCE], ["Japan"]),
    (f"{P_ARCE} paid a visit to Japan.", [ARCE], ["Japan"]),
    (f"{P_ARCE} will begin a two-day visit to Japan on Friday.", [ARCE], ["Japan"]),
    (f"{P_ARCE}'s visit to Japan was announced.", [ARCE], ["Japan"]),
    (f"The visit of {P_ARCE} to Japan was announced.", [ARCE], ["Japan"]),
    (f"The visit to Japan by {P_ARCE} begins on Friday.", [ARCE], ["Japan"]),
    (f"{P_BOLUARTE}, who visited Japan last month, resigned.", [BOLUARTE], ["Japan"]),
    (f"Bolivia's president, {ARCE}, visited Japan.", [ARCE], ["Japan"]),
    (f"Norway's {EIDE} visited Latvia.", [EIDE], ["Latvia"]),
    (f"Japan welcomed {P_ARCE} on Monday.", [ARCE], ["Japan"]),
    (f"{P_BOLUARTE} hosted {P_ARCE} in Lima.", [ARCE], [BOLUARTE]),
    (f"{P_BOLUARTE} invited {P_ARCE} to visit Peru.", [ARCE], ["Peru"]),
]
MEETINGS = [
    f"{P_ARCE} met {P_BOLUARTE}.",
    f"{P_ARCE} met with {P_BOLUARTE} in Lima.",
    f"{P_ARCE} and {P_BOLUARTE} will meet in La Paz.",
    f"A meeting between {P_ARCE} and {P_BOLUARTE} was held in La Paz.",
    f"{P_ARCE}'s meeting with {P_BOLUARTE} was friendly.",
    f"{P_ARCE} held a meeting with {P_BOLUARTE}.",
    f"{P_ARCE} met his Peruvian counterpart {BOLUARTE}.",
    f"{P_ARCE} is expected to meet {P_BOLUARTE} in Lima.",
    f"{P_ARCE} sat down with {P_BOLUARTE} in Lima.",
    f"{P_ARCE} said he had met {P_BOLUARTE}.",
]
CALLS = [
    f"{P_ARCE} phoned {P_BOLUARTE} on Monday.",
    f"{P_ARCE} called {P_BOLUARTE} by phone.",
    f"{P_ARCE} spoke by phone with {P_BOLUARTE}.",
    f"{P_ARCE} and {P_BOLUARTE} spoke by telephone.",
    f"{P_ARCE} had a phone call with {P_BOLUARTE}.",
    f"{P_ARCE} held a telephone conversation with {P_BOLUARTE}.",
]
TALKS = [
    f"{P_ARCE} held talks with {P_BOLUARTE}.",
    f"{P_ARCE} and {P_BOLUARTE} held talks in Lima.",
    f"{P_ARCE} spoke with {P_BOLUARTE} in Lima.",
    f"Talks between {P_ARCE} and {P_BOLUARTE} ended on Monday.",
]


@pytest.mark.parametrize(("text", "visitors", "hosts"), VISITS)
def test_visit(one: One, roles: Roles, text: str, visitors: list[str], hosts: list[str]) -> None:
    claim = one(text)
    assert claim.kind == "visit"
    assert roles(claim) == {"visitor": visitors, "host": hosts}


@pytest.mark.parametrize(
    ("kind", "text"),
    [(kind, text) for kind, texts in (("meeting", MEETINGS), ("call", CALLS), ("talks", TALKS)) for text in texts],
)
def test_parties(one: One, roles: Roles, kind: str, text: str) -> None:
    claim = one(text)
    assert claim.kind == kind
    assert roles(claim) == {"party": sorted([ARCE, BOLUARTE])}


@pytest.mark.parametrize(
    "text", [f"{P_BOLUARTE} received {P_ARCE} in Lima.", f"{P_ARCE} was received by {P_BOLUARTE} in Lima."]
)
def test_who_receives_is_the_host(one: One, roles: Roles, text: str) -> None:
    assert roles(one(text)) == {"host": [BOLUARTE], "visitor": [ARCE]}


@pytest.mark.parametrize(
    "text",
    [
        "Norway hosted talks between Sudan and South Sudan.",
        "Talks between Sudan and South Sudan will be hosted by Norway.",
    ],
)
def test_who_hosts_talks_is_no_party(one: One, roles: Roles, text: str) -> None:
    assert roles(one(text)) == {"host": ["Norway"], "party": ["South Sudan", "Sudan"]}


def test_three_parties(one: One, roles: Roles) -> None:
    claim = one(f"{P_ARCE}, {P_BOLUARTE} and {P_BORIC} met in La Paz.")
    assert roles(claim) == {"party": sorted([ARCE, BOLUARTE, BORIC])}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The foreign ministers of Peru and Bolivia met.", ["foreign minister of Bolivia", "foreign minister of Peru"]),
        ("Peru and Bolivia held talks in Santiago.", ["Bolivia", "Peru"]),
        ("A Bolivia-Peru summit took place in Lima.", ["Bolivia", "Peru"]),
        ("The ASEAN summit opened in Jakarta on Tuesday.", ["ASEAN"]),
        (f"{P_ARCE} met with his Peruvian counterpart in Lima.", [ARCE, "president of Peru"]),
    ],
)
def test_states_offices_and_bodies_are_parties(one: One, roles: Roles, text: str, parties: list[str]) -> None:
    assert roles(one(text)) == {"party": parties}


def test_who_is_only_talked_of_takes_no_part(one: One, roles: Roles) -> None:
    claim = one(f"{P_ARCE} met {P_BOLUARTE} to discuss the threats of {P_BORIC}.")
    assert roles(claim) == {"party": sorted([ARCE, BOLUARTE])}


def test_who_reports_takes_no_part(one: One, roles: Roles) -> None:
    claim = one(f"{P_ARCE} met {P_BOLUARTE}, {P_BORIC} said.")
    assert roles(claim) == {"party": sorted([ARCE, BOLUARTE])}


def test_evidence_is_the_name_as_it_stands(one: One) -> None:
    claim = one(f"{P_ARCE} met {P_BOLUARTE}.")
    assert all(p.actor.name in p.evidence.text for p in claim.participants)
    assert [(p.actor.country, p.actor.office) for p in claim.participants] == [
        ("BOL", "president"),
        ("PER", "president"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Cuban Foreign Minister Bruno Rodríguez went to Havana.",
        "German Chancellor Friedrich Merz travelled to Berlin on Monday.",
        f"{P_ARCE} visited a school in La Paz.",
    ],
)
def test_a_journey_at_home_is_no_visit(told: Told, text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        f"{P_ARCE} flew to Lima for talks with {P_BOLUARTE}.",
        f"{P_ARCE} held a consultation at the level of presidents with {P_BOLUARTE}.",
    ],
)
def test_company_further_on(told: Told, roles: Roles, text: str) -> None:
    (claim,) = [claim for claim in told(text) if claim.kind == "talks"]
    assert roles(claim) == {"party": sorted([ARCE, BOLUARTE])}


def test_he_who_is_called_a_friend_takes_no_call(told: Told) -> None:
    assert told(f"{P_ARCE} called {P_BOLUARTE} a friend.") == ()


def test_an_honorific_opens_the_name(told: Told, roles: Roles) -> None:
    claims = told(f"{P_ARCE} met {P_BOLUARTE} in May. On Monday Mr Arce spoke with Ms Boluarte by phone.")
    assert [roles(claim) for claim in claims] == [{"party": sorted([ARCE, BOLUARTE])}] * 2


def test_whose_stands_for_those_before_it() -> None:
    text = "President Ruto of Kenya and President Boluarte of Peru, whose summit in Oslo is the second, signed a pact."
    (claim,) = [event for event in code_text(text, language="en").events if event.kind == "summit"]
    assert [p.actor.country for p in claim.participants] == ["KEN", "PER"]


def test_how_long_a_visit_lasts_does_not_say_whose_it_is() -> None:
    text = "President William Ruto signed a deal with Peru at the end of a visit of three days to Lima."
    (claim,) = [event for event in code_text(text, language="en").events if event.kind == "visit"]
    assert [(p.role, p.actor.country) for p in claim.participants] == [("host", "PER"), ("visitor", "KEN")]


def test_their_countries_are_states() -> None:
    text = (
        "President William Ruto of Kenya met President Dina Boluarte of Peru. "
        "They praised their countries, which established diplomatic relations in 1965."
    )
    (claim,) = [event for event in code_text(text, language="en").events if event.kind == "relations-established"]
    assert [p.actor.name for p in claim.participants] == ["Kenya", "Peru"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru expelled six Kenyan diplomats, including Deputy Ambassador Ana Rao and Consul Luis Vega.",
            {"actor": ["Peru"], "target": ["Ana Rao", "Luis Vega", "six Kenyan diplomats"]},
        ),
        (
            "Peru recalled Ambassador Luis Vega from Kenya.",
            {"party": ["Luis Vega"], "actor": ["Peru"], "target": ["Kenya"]},
        ),
        (
            "Peru has recalled its ambassador to Kenya, Luis Vega, for consultations.",
            {"party": ["Luis Vega"], "actor": ["Peru"], "target": ["Kenya"]},
        ),
    ],
)
def test_envoys_by_name(one: One, roles: Roles, text: str, expected: dict[str, list[str]]) -> None:
    assert roles(one(text)) == expected


def test_two_titled_persons_are_one_subject(one: One, roles: Roles) -> None:
    text = "Kenya's Crown Prince Ana Rao and U.S. Secretary of State Luis Vega met in Nairobi on Monday."
    assert roles(one(text)) == {"party": ["Ana Rao", "Luis Vega"]}


@pytest.mark.parametrize(
    "text",
    [
        f"{P_ARCE}'s new missile can reach Japan.",  # it does not travel
        "Angry Bolivians condemned Chile.",  # people, not their state
        "Many Bolivians condemned Chile.",
    ],
)
def test_what_is_not_done_for_a_state(told: Told, text: str) -> None:
    assert told(text) == ()


def test_the_people_of_a_state_may_stand_for_it(one: One, roles: Roles) -> None:
    assert roles(one("The Bolivians condemned Chile on Monday.")) == {"actor": ["Bolivia"], "target": ["Chile"]}


def test_a_visitor_does_not_visit_home(told: Told) -> None:
    """ "The three countries" are not those named before it where the visitor's own is one of them."""
    text = f"Chile and Peru warned Bolivia. {P_ARCE} spoke of his visit to the three countries."
    assert [claim for claim in told(text) if claim.kind == "visit"] == []


def test_the_source_of_a_headline_is_none_of_its_sides(told: Told, roles: Roles) -> None:
    (claim,) = told("Bolivia condemns Chile's missile launch: spokesperson Ana Rao")
    assert roles(claim) == {"actor": ["Bolivia"], "target": ["Chile"]}


def test_the_people_of_a_state_abroad_do_not_stand_for_it(told: Told) -> None:
    assert told("The Bolivians of Chile condemned Peru on Monday.") == ()


def test_a_war_is_blamed_on_nobody_by_the_name_of_where_it_is(told: Told, one: One, roles: Roles) -> None:
    """ "The Peru invasion" was by somebody; "the Peruvian invasion" by Peru."""
    assert told("Bolivia condemned the Peru invasion on Monday.") == ()
    assert roles(one("Bolivia condemned the Peruvian invasion on Monday.")) == {
        "actor": ["Bolivia"],
        "target": ["Peru"],
    }


def test_a_visit_has_no_mediator(one: One, roles: Roles) -> None:
    claim = one(f"{P_ARCE} visited Santiago under the auspices of Chile on Monday.")
    assert roles(claim) == {"visitor": [ARCE], "host": ["Chile"]}


def test_persons_clash_in_words(told: Told) -> None:
    assert told(f"{P_ARCE} has clashed with {P_BORIC}.") == ()
