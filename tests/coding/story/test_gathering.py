"""One claim a happening: what is the same is gathered, what is another stays apart."""

from collections.abc import Callable

import pytest

from communique.running import code_text
from communique.types import EventClaim

One = Callable[..., EventClaim]
Told = Callable[..., tuple[EventClaim, ...]]
Roles = Callable[[EventClaim], dict[str, list[str]]]
SHEINBAUM = "Mexican President Claudia Sheinbaum"
PETRO = "Colombian President Gustavo Petro"


def starts(claims: tuple[EventClaim, ...]) -> list[str | None]:
    return [claim.start.edtf if claim.start else None for claim in claims]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (f"{SHEINBAUM} visited Colombia on Monday.\n\nThe visit was her first to the country.", 2),
        (f"{SHEINBAUM} will visit Colombia on April 20.\n\nThe trip was announced last week.", 2),
        (f"{SHEINBAUM} visited Colombia on Monday.\n\nSheinbaum's visit to Colombia was her third.", 2),
        (f"{SHEINBAUM} met {PETRO} in Bogota.\n\nThe talks between Sheinbaum and Petro lasted an hour.", 2),
        (f"{SHEINBAUM} met {PETRO} in Bogota.\n\nThe talks lasted an hour. The meeting was friendly.", 3),
        (f"{SHEINBAUM} arrived in Bogota on Monday for a visit to Colombia.", 2),
    ],
)
def test_mentions_of_one_happening_are_gathered(one: One, text: str, mentions: int) -> None:
    assert len(one(text).mentions) == mentions


def test_a_later_mention_adds_what_the_first_leaves_open(one: One) -> None:
    claim = one(f"{SHEINBAUM} will visit Colombia.\n\nSheinbaum will arrive in Bogota on Friday.")
    assert claim.start is not None
    assert claim.start.edtf == "2024-04-12"
    assert claim.place is not None
    assert claim.place.name == "Bogotá"


@pytest.mark.parametrize(
    ("second", "start"),
    [
        ("Her previous visit to Colombia was in October 2022.", "2022-10"),
        ("She last visited Colombia in October 2022.", "2022-10"),
        ("In March 2023, Sheinbaum visited Colombia.", "2023-03"),
        ("Sheinbaum had visited Colombia on January 15.", "2024-01-15"),
    ],
)
def test_an_earlier_visit_stays_apart(told: Told, second: str, start: str) -> None:
    claims = told(f"{SHEINBAUM} visited Colombia on April 8.\n\n{second}")
    assert [claim.kind for claim in claims] == ["visit", "visit"]
    assert starts(claims) == ["2024-04-08", start]


def test_days_of_one_stay_are_one_visit_from_its_first_day(told: Told) -> None:
    claims = told(f"{SHEINBAUM} was received in Bogota on April 12.\n\nSheinbaum had come to Colombia on April 10.")
    assert starts(tuple(c for c in claims if c.kind == "visit")) == ["2024-04-10"]


def test_who_arrives_at_night_opens_the_visit_in_the_morning(told: Told) -> None:
    claims = told(f"{SHEINBAUM} opened a visit to Colombia on April 12.\n\nShe arrived in Bogota late on April 11.")
    assert starts(tuple(c for c in claims if c.kind == "visit")) == ["2024-04-12"]


def test_the_same_two_on_other_days_are_two_meetings(told: Told) -> None:
    claims = told(f"{PETRO} met {SHEINBAUM} on April 8.\n\nPetro had met Sheinbaum on January 15.")
    assert starts(claims) == ["2024-04-08", "2024-01-15"]


def test_one_of_the_two_with_another_is_another_meeting(told: Told, roles: Roles) -> None:
    claims = told(f"{PETRO} met {SHEINBAUM}.\n\nPetro also met Bolivian President Luis Arce.")
    assert [roles(claim)["party"] for claim in claims] == [
        ["Claudia Sheinbaum", "Gustavo Petro"],
        ["Gustavo Petro", "Luis Arce"],
    ]


def test_a_return_visit_is_another_visit(told: Told, roles: Roles) -> None:
    claims = told(f"{SHEINBAUM} visited Colombia on Monday.\n\n{PETRO} visited Mexico.")
    assert [roles(claim) for claim in claims] == [
        {"visitor": ["Claudia Sheinbaum"], "host": ["Colombia"]},
        {"visitor": ["Gustavo Petro"], "host": ["Mexico"]},
    ]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        (f"{PETRO} visited Morocco, Algeria and Tunisia.", ["Morocco", "Algeria", "Tunisia"]),
        (f"{PETRO} will visit China and Vietnam next week.", ["China", "Vietnam"]),
    ],
)
def test_legs_of_a_tour_are_visits_of_their_own(told: Told, roles: Roles, text: str, hosts: list[str]) -> None:
    claims = told(text)
    assert [roles(claim) for claim in claims] == [{"visitor": ["Gustavo Petro"], "host": [host]} for host in hosts]
    assert [claim.place.name if claim.place else None for claim in claims] == hosts


@pytest.mark.parametrize(
    "talks",
    [
        ". Talks with her Colombian counterpart Luis Gilberto Murillo are planned.",
        ", where talks are planned with her Colombian counterpart Luis Gilberto Murillo.",
        ". The visit will include talks with Colombian Foreign Minister Luis Gilberto Murillo.",
    ],
)
def test_talks_in_a_visit_are_with_the_visitor(told: Told, roles: Roles, talks: str) -> None:
    visit, held = told(f"Mexican Foreign Minister Alicia Bárcena will visit Colombia on April 20{talks}")
    assert (visit.kind, held.kind) == ("visit", "talks")
    assert roles(held) == {"party": ["Alicia Bárcena", "Luis Gilberto Murillo"]}
    assert held.status == "planned"


def test_an_outcome_outweighs_the_plan(one: One) -> None:
    claim = one(f"{SHEINBAUM} was to visit Colombia on April 15.\n\nThe visit was called off.")
    assert (claim.status, starts((claim,))) == ("cancelled", ["2024-04-15"])


@pytest.mark.parametrize(
    "text", ["The visit was long.", "The talks ended on Monday.", "A meeting was held.", "It was postponed."]
)
def test_what_names_nobody_is_dropped(told: Told, text: str) -> None:
    assert told(text) == ()


def test_a_state_gives_way_to_who_acts_for_it(one: One, roles: Roles) -> None:
    claim = one(f"Mexico and Colombia held talks on Monday.\n\n{SHEINBAUM} and {PETRO} held talks in Bogota on Monday.")
    assert roles(claim) == {"party": ["Claudia Sheinbaum", "Gustavo Petro"]}
    assert len(claim.mentions) == 2


def test_whoever_acts_for_a_state_is_a_side_though_the_state_is_untold(told: Told) -> None:
    claims = told("In London the foreign secretary summoned the Ugandan ambassador. Foreign Minister Ana Rao and "
                  "her Chinese colleague, Wang Yi, signed a treaty.")  # fmt: skip
    assert "agreement" in [claim.kind for claim in claims]


def test_what_names_strangers_is_not_the_encounter_of_others(told: Told) -> None:
    text = f"Mexico wound up its first summit with African leaders.\n\nThere {SHEINBAUM} met {PETRO}."
    assert [claim.kind for claim in told(text)] == ["meeting"]


def sides(told: Told, text: str, kind: str) -> list[list[tuple[str, str | None]]]:
    return [[(p.role, p.actor.country) for p in claim.participants] for claim in told(text) if claim.kind == kind]


DEALINGS = "Bolivia and Chile held talks in Lima on Monday."


@pytest.mark.parametrize(
    ("deed", "kind", "doer"),
    [
        ("Kenya has cut ties as well.", "relations-cut", ("actor", "KEN")),
        ("Norway has allocated a further 2 million dollars in humanitarian assistance.", "aid", ("actor", "NOR")),
        ("Chile condemned the attack.", "condemnation", ("actor", "CHL")),
        ("Norway condemned the attack.", "condemnation", ("actor", "NOR")),
        ("Chilean jets bombed a camp on March 1.", "strike", ("actor", "CHL")),
        ("Chile launched a full-scale attack in March 2022.", "attack", ("actor", "CHL")),
        ("Chile asked donors for two million dollars for Haiti.", "request", ("actor", "CHL")),
        ("Czech Prime Minister Petr Fiala arrived at noon for a two-day visit.", "visit", ("visitor", "CZE")),
    ],
)
def test_a_deed_of_one_side_in_news_of_dealings_is_told_without_the_other(
    told: Told, deed: str, kind: str, doer: tuple[str, str]
) -> None:
    assert sides(told, f"{DEALINGS}\n\n{deed}", kind) == [[doer]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway has allocated 2 million dollars in assistance.", "aid"),  # to its own farmers, for all one knows
        (f"{DEALINGS}\n\nKenya rejected the accusation.", "rejection"),  # of which nothing is told
        (f"{DEALINGS}\n\nChilean President Gabriel Boric attacked the plan.", "attack"),
        (f"{DEALINGS}\n\nChile attacked the plan on Sunday.", "attack"),
        (f"{DEALINGS}\n\nKenya may cut ties.", "relations-cut"),
        (f"{DEALINGS}\n\nKenya condemned the film.", "condemnation"),
        (f"{DEALINGS}\n\nThe foreign minister of Kenya told reporters that it was wrong.", "accusation"),
        (f"{DEALINGS}\n\nKenyan President William Ruto praised his daughter.", "support"),
        (f"{DEALINGS}\n\nKenyan President William Ruto warned everyone.", "threat"),
        (f"{DEALINGS}\n\nKenyan President William Ruto asked the company to pay.", "demand"),
    ],
)
def test_what_may_be_done_at_home_is_no_deed_towards_another(told: Told, text: str, kind: str) -> None:
    assert sides(told, text, kind) == []


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Kenya urged calm.", "demand"),
        ("Kenyan President William Ruto hailed the reunification.", "support"),
        ("The foreign ministry of Kenya deplored what it called a trick.", "condemnation"),
        ("Kenya demanded the removal of the fence.", "demand"),
        ("Kenya objected.", "rejection"),
        ("Kenya objects to any easing.", "rejection"),
    ],
)
def test_words_of_who_speaks_for_a_state_are_told_though_not_for_whom(told: Told, said: str, kind: str) -> None:
    assert sides(told, f"{DEALINGS}\n\n{said}", kind) == [[("actor", "KEN")]]


def test_what_is_said_in_a_call_is_said_to_who_was_called(told: Told) -> None:
    text = f"{DEALINGS}\n\nKenyan President William Ruto telephoned Ugandan President Yoweri Museveni and urged calm."
    assert sides(told, text, "demand") == []


def test_the_visit_is_the_one_told_of_before_and_not_the_next(told: Told) -> None:
    text = (
        "Kenyan President William Ruto will visit Peru in spring, the palace said.\n\n"
        + "Trade has grown, and so have hopes in both capitals. " * 6
        + "\n\nThe visit, from 26 to 29 March, is the first in years.\n\nRuto will go to Chile, too."
    )
    found = {claim.place.country: claim for claim in told(text, published="2024-01-10") if claim.place is not None}
    assert (found["PER"].end.edtf if found["PER"].end else None) == "2024-03-29"
    assert found["CHL"].end is None


def test_a_visit_under_way_is_not_one_recalled(told: Told) -> None:
    text = f"{SHEINBAUM} is paying a visit to Colombia.\n\nThe president had been to Colombia last August."
    assert starts(told(text)) != ["2023-08"]


def test_what_was_signed_is_not_called_off(told: Told) -> None:
    text = "Mexico and Colombia have signed a trade pact.\n\nThe signing was called off in May after a quarrel."
    assert [claim.status for claim in told(text) if claim.kind == "agreement"][:1] == ["happened"]


@pytest.mark.parametrize(
    "text",
    [
        "Gulf leaders signed a declaration in Al-Ula on Tuesday.",
        "West African leaders agreed on a trade pact.",
        "Arab foreign ministers signed a joint statement.",
    ],
)
def test_leaders_of_a_region_who_sign_are_told_as_a_group(text: str) -> None:
    (claim,) = (event for event in code_text(text, language="en").events if event.family == "agreement")
    assert [p.actor.kind for p in claim.participants] == ["group"]


@pytest.mark.parametrize(
    "text",
    [
        "Business leaders signed a pact.",
        "Gulf leaders sign accord.\n\nQatar and Egypt signed an accord in Al-Ula on Tuesday.",
    ],
)
def test_leaders_of_nowhere_or_of_an_accord_told_by_its_sides_are_no_group_that_signs(text: str) -> None:
    claims = [event for event in code_text(text, language="en").events if event.family == "agreement"]
    assert all(p.actor.kind != "group" for claim in claims for p in claim.participants)


@pytest.mark.parametrize(
    "text",
    [
        "The OAS will hold a special meeting of its Permanent Council.",
        "NATO postponed a meeting of its foreign ministers.",
    ],
)
def test_a_body_that_is_to_sit_need_not_say_when(text: str) -> None:
    (claim,) = code_text(text, language="en").events
    assert claim.kind == "meeting"


def test_a_recall_is_towards_another_state_whatever_else_is_told() -> None:
    (claim,) = code_text("Peru called its ambassador home.", language="en").events
    assert (claim.kind, [p.actor.country for p in claim.participants]) == ("recall", ["PER"])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Fiji and Oman issued a declaration on fish and signed two protocols on trade.", 2),
        ("Fiji and Oman signed a treaty in Suva. Later the two countries signed memoranda on fish.", 2),
        ("Fiji and Oman signed an agreement in Suva. Fiji and Oman signed the memorandum after long talks.", 1),
        ("Fiji and Oman signed a treaty in Suva. Fiji and Oman had agreed on the accord in talks.", 1),
    ],
)
def test_papers_of_different_names_are_agreements_of_their_own(text: str, count: int) -> None:
    claims = [event for event in code_text(text, language="en").events if event.kind == "agreement"]
    assert len(claims) == count


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("The two were at one after weeks of talks.", ["Colombia", "Mexico"]),
        ("Talks about timber nearly foundered in July of last year.", ["Claudia Sheinbaum", "Gustavo Petro"]),
    ],
)
def test_talks_of_which_is_told_how_long_or_when_they_were_are_those_of_the_sides_told(
    told: Told, roles: Roles, sentence: str, parties: list[str]
) -> None:
    claims = told(f"{SHEINBAUM} and {PETRO} signed a pact in Bogota on Monday. {sentence}")
    talks = [claim for claim in claims if claim.kind == "talks"]
    assert [roles(claim)["party"] for claim in talks] == [parties]


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("A technical committee is to meet in Bogota in May.", "meeting", "planned"),
        ("The joint commission on water will be convened early next year.", "meeting", "planned"),
        ("A meeting of the Joint Border Committee in Cucuta was called off.", "meeting", "cancelled"),
        ("The text was drawn up after the first session of the joint working group.", "talks", "happened"),
        ("Working groups on water and trade will convene every week.", "meeting", "planned"),
    ],
)
def test_a_joint_body_is_of_the_two_states_told_of(
    told: Told, roles: Roles, sentence: str, kind: str, status: str
) -> None:
    claims = told(f"{SHEINBAUM} and {PETRO} signed a pact in Bogota on Monday. {sentence}")
    sat = [claim for claim in claims if claim.kind == kind]
    assert [(claim.status, roles(claim)) for claim in sat] == [(status, {"party": ["Colombia", "Mexico"]})]


@pytest.mark.parametrize(
    "sentence",
    [
        "A Senate committee is to meet in Bogota in May.",
        "Diplomats of Peru and Chile sat down in May, at the eighth session of their technical committee.",
    ],
)
def test_a_body_of_others_is_not_of_the_two_states_told_of(told: Told, sentence: str) -> None:
    claims = told(f"{SHEINBAUM} and {PETRO} signed a pact in Bogota on Monday. {sentence}")
    assert not [
        c for c in claims if {"COL", "MEX"} & {p.actor.country for p in c.participants} and c.kind != "agreement"
    ]


RAO_AND_HILL = "Indian Foreign Minister Anil Rao met Canadian Foreign Minister Susan Hill in Oslo on Monday."


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Since then they have talked on the phone half a dozen times.", "call"),
        ("The top diplomats had first sat across from one another in Riyadh in February.", "meeting"),
    ],
)
def test_they_are_the_two_persons_who_met_before(told: Told, roles: Roles, sentence: str, kind: str) -> None:
    _, other = told(f"{RAO_AND_HILL} {sentence}")
    assert (other.kind, roles(other)) == (kind, {"party": ["Anil Rao", "Susan Hill"]})


def test_a_meeting_that_has_yet_to_be_is_none(told: Told) -> None:
    assert not told("Indian Prime Minister Narendra Modi has yet to meet Chinese Premier Li Qiang.")


def test_a_week_of_consultations_for_which_an_envoy_is_called_home_is_no_talks(told: Told) -> None:
    claims = told("Mexico called its ambassador to Colombia home for a week of consultations.")
    assert [claim.kind for claim in claims] == ["recall"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("A stop in Lima has been scrapped.", "cancelled"),
        ("A stopover in Lima is planned for Thursday.", "planned"),
        ("A trip to Lima was put off.", "postponed"),
    ],
)
def test_a_journey_of_nobody_is_made_by_who_travels(told: Told, roles: Roles, sentence: str, status: str) -> None:
    _, other = told(f"{SHEINBAUM} arrived in Bogota on Monday. {sentence}")
    assert (other.status, roles(other)) == (status, {"visitor": ["Claudia Sheinbaum"], "host": ["Peru"]})


def test_a_journey_to_where_the_traveller_is_at_home_is_not_hers(told: Told) -> None:
    assert len(told(f"{SHEINBAUM} arrived in Bogota on Monday. A visit to Mexico was put off.")) == 1


def test_what_is_off_is_what_had_been_planned(told: Told) -> None:
    text = (
        f"No Colombia visit for Sheinbaum\n\n{SHEINBAUM} has called off her visit to Colombia. "
        "Sheinbaum had been due to arrive in Colombia on March 30."
    )
    (visit,) = told(text, published="2024-03-24")
    assert (visit.status, starts((visit,))) == ("cancelled", ["2024-03-30"])
