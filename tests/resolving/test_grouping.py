"""Which reports are joined, and which are kept apart however alike they sound."""

from collections.abc import Callable, Sequence
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.resolving import group
from communique.types import Report

Make = Callable[..., Report]
VISIT = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")
TALKS = ("party Wanjiru Otieno KEN", "party Haruto Sato JPN")


def joined(reports: Sequence[Report]) -> list[list[str]]:
    """The documents of each group."""
    return sorted(sorted(r.document for r in members) for members in group(reports))


def test_nothing_gives_nothing() -> None:
    assert group([]) == ()


def test_every_report_is_in_one_group(report: Make) -> None:
    reports = [report(f"d{n}", "visit", *VISIT, start=f"2024-05-{n + 10}") for n in range(5)]
    assert sorted(r.document for g in group(reports) for r in g) == [f"d{n}" for n in range(5)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("visitor Wanjiru Otieno KEN", "visitor Otieno KEN"),
        ("visitor Wanjiru Otieno KEN", "visitor W. Otieno KEN"),
        ("visitor Oleksandr Hryshchenko UKR", "visitor Olexander Hryschenko UKR"),
        ("visitor Daniela Sonnstein (ambassador) DEU", "visitor Daniela Sonshtyn (ambassador) DEU"),
        ("visitor =Kenya KEN", "visitor Wanjiru Otieno KEN"),
    ],
)
def test_one_visitor_under_two_names(report: Make, one: str, other: str) -> None:
    a = report("a", "visit", one, "host =Japan JPN", start="2024-05-13")
    b = report("b", "visit", other, "host =Japan JPN", start="2024-05-13")
    assert joined([a, b]) == [["a", "b"]]


@pytest.mark.parametrize(
    "other",
    [
        {"start": "2023-05-13"},
        {"start": "2024-05-20"},
        {"start": "2023"},
        {"start": "2024-05-15"},
    ],
)
def test_dates_that_cannot_both_be_true_keep_apart(report: Make, other: dict[str, str]) -> None:
    a = report("a", "visit", *VISIT, start="2024-05-13", words="the same words in both of them")
    b = report("b", "visit", *VISIT, **other, words="the same words in both of them")
    assert joined([a, b]) == [["a"], ["b"]]


@pytest.mark.parametrize(
    "other",
    [
        ("visitor Peter Kamau KEN", "host =Japan JPN"),
        ("visitor Wanjiru Otieno KEN", "host =Norway NOR"),
        ("visitor Haruto Sato JPN", "host =Kenya KEN"),
        ("visitor =Japan JPN", "host =Kenya KEN"),
    ],
)
def test_other_people_or_the_other_direction_keep_apart(report: Make, other: tuple[str, str]) -> None:
    a = report("a", "visit", *VISIT, start="2024-05-13")
    b = report("b", "visit", *other, start="2024-05-13")
    assert joined([a, b]) == [["a"], ["b"]]


def test_different_wikidata_ids_are_different_people(report: Make) -> None:
    def numbered(document: str, number: str) -> Report:
        told = report(document, "talks", "party Juan Soto CHL", "party Rosa Quispe PER", start="2024-05-13")
        soto, quispe = told.claim.participants
        known = msgspec.structs.replace(soto, actor=msgspec.structs.replace(soto.actor, id=number))
        claim = msgspec.structs.replace(told.claim, participants=(known, quispe))
        return msgspec.structs.replace(told, claim=claim)

    assert joined([numbered("a", "Q11"), numbered("b", "Q12")]) == [["a"], ["b"]]
    assert joined([numbered("a", "Q11"), numbered("b", "Q11")]) == [["a", "b"]]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("meeting", "talks", True),
        ("summit", "meeting", True),
        ("agreement", "ceasefire", True),
        ("recognition", "relations-established", True),
        ("ceasefire", "relations-established", False),
        ("visit", "talks", False),
        ("call", "talks", False),
        ("summon", "expulsion", False),
    ],
)
def test_kinds_that_can_name_one_happening(report: Make, one: str, other: str, same: bool) -> None:
    a = report("a", one, *TALKS, start="2024-05-13")
    b = report("b", other, *TALKS, start="2024-05-13")
    assert joined([a, b]) == ([["a", "b"]] if same else [["a"], ["b"]])


def test_mutual_expulsions_are_two(report: Make) -> None:
    a = report("a", "expulsion", "actor =Chile CHL", "target =Peru PER", start="2024-05-13")
    b = report("b", "expulsion", "actor =Peru PER", "target =Chile CHL", start="2024-05-13")
    assert joined([a, b]) == [["a"], ["b"]]


def test_a_month_joins_the_only_day_in_it(report: Make) -> None:
    day = report("a", "visit", *VISIT, start="2024-05-13")
    month = report("b", "visit", *VISIT, start="2024-05", status="planned")
    second = report("c", "visit", *VISIT, start="2024-05-27")
    assert joined([day, month]) == [["a", "b"]]
    assert joined([day, month, second]) == [["a"], ["b"], ["c"]]


def test_plans_for_the_same_month_are_one(report: Make) -> None:
    reports = [report(name, "visit", *VISIT, start="2024-05", status="planned") for name in "abc"]
    assert joined(reports) == [["a", "b", "c"]]


def test_a_day_apart_joins_only_where_all_else_agrees(report: Make) -> None:
    a = report("a", "talks", *TALKS, start="2024-05-13", place="Nairobi KEN")
    late = report("b", "talks", *TALKS, start="2024-05-14")
    elsewhere = report("c", "talks", *TALKS, start="2024-05-14", place="Mombasa KEN")
    nameless = report("d", "talks", "party =Kenya KEN", "party =Japan JPN", start="2024-05-14")
    assert joined([a, late]) == [["a", "b"]]
    assert joined([a, elsewhere]) == [["a"], ["c"]]
    assert joined([a, nameless]) == [["a"], ["d"]]


def test_a_day_apart_one_report_may_name_the_person(report: Make) -> None:
    told = [
        report("a", "visit", *VISIT, start="2024-05-13"),
        report("b", "visit", "visitor =Kenya KEN", "host =Japan JPN", start="2024-05-13"),
        report("c", "visit", "visitor Otieno KEN", "host =Japan JPN", start="2024-05-14"),
    ]
    assert joined(told) == [["a", "b", "c"]]
    assert joined(told[1:]) == [["b"], ["c"]]


def test_a_visit_told_a_day_apart_is_one_whatever_the_city(report: Make) -> None:
    a = report("a", "visit", "visitor Wanjiru Otieno KEN", "host =Japan JPN", start="2024-05-13", place="Tokyo JPN")
    b = report("b", "visit", "visitor Wanjiru Otieno KEN", "host =Japan JPN", start="2024-05-14", place="Osaka JPN")
    assert joined([a, b]) == [["a", "b"]]


def test_a_deal_told_a_day_apart_is_one_whoever_helped(report: Make) -> None:
    deal = ("party Wanjiru Otieno KEN", "party =Japan JPN")
    a = report("a", "agreement", *deal, "mediator =Norway NOR", start="2024-05-13")
    b = report("b", "agreement", *deal, start="2024-05-14")
    c = report("c", "agreement", "party Wanjiru Otieno KEN", "party =Peru PER", start="2024-05-14")
    assert joined([a, b]) == [["a", "b"]]
    assert joined([a, c]) == [["a"], ["c"]]


def test_talks_day_after_day_are_not_glued(report: Make) -> None:
    reports = [report(f"d{n}", "talks", *TALKS, start=f"2024-05-{13 + n}") for n in range(3)]
    assert joined(reports) == [["d0"], ["d1"], ["d2"]]


def test_closure_does_not_glue_dates_over_a_wide_one(report: Make) -> None:
    week = report("w", "talks", *TALKS, start="2024-05-13/2024-05-18")
    monday = report("m", "talks", *TALKS, start="2024-05-13")
    friday = report("f", "talks", *TALKS, start="2024-05-17")
    assert ["f", "m", "w"] not in joined([week, monday, friday])
    assert all(len(g) < 3 for g in joined([week, monday, friday]))


def test_a_day_within_the_days_of_a_visit_is_of_it(report: Make) -> None:
    whole = report("a", "visit", *VISIT, start="2024-05-13", end="2024-05-16")
    midway = report("b", "visit", *VISIT, start="2024-05-15")
    assert joined([whole, midway]) == [["a", "b"]]


def test_one_document_tells_of_two(report: Make) -> None:
    a = report("a", "talks", *TALKS, start="2024-05-13", words="first round")
    b = report("a", "talks", *TALKS, start="2024-05-14", words="second round")
    c = report("a", "talks", *TALKS, start="2024-05-13", words="third mention")
    assert len(group([a, b, c])) == 3


def test_undated_joins_the_only_candidate(report: Make) -> None:
    dated = report("a", "visit", *VISIT, start="2024-05-13", published="2024-05-12", status="planned")
    undated = report("b", "visit", *VISIT, status="planned")
    other = report("c", "visit", *VISIT, start="2023-10-02")
    assert joined([dated, undated]) == [["a", "b"]]
    assert joined([dated, undated, other]) == [["a"], ["b"], ["c"]]


@pytest.mark.parametrize(
    ("clues", "fits"),
    [
        ([("weekday", 1)], True),  # 13 May 2024 was a Monday
        ([("weekday", 4)], False),
        ([("month", 5), ("day", 14)], True),
        ([("month", 10)], False),
        ([("duration", 2)], True),
        ([("duration", 3)], False),
        ([("weekday", 1), ("duration", 3)], True),  # a day more or less, where the day fits
        ([("weekday", 1), ("duration", 4)], False),
        ([("weekday", 1), ("day", 14)], False),
    ],
)
def test_clues_of_the_undated_must_fit(report: Make, clues: list[tuple[str, int]], fits: bool) -> None:
    dated = report("a", "visit", *VISIT, start="2024-05-13", end="2024-05-14")
    undated = report("b", "visit", *VISIT, clues=clues)
    assert joined([dated, undated]) == ([["a", "b"]] if fits else [["a"], ["b"]])


def test_clues_choose_among_several(report: Make) -> None:
    spring = report("a", "visit", *VISIT, start="2024-05-13")
    autumn = report("b", "visit", *VISIT, start="2023-10-02")
    undated = report("c", "visit", *VISIT, clues=[("month", 10)])
    assert joined([spring, autumn, undated]) == [["a"], ["b", "c"]]


@pytest.mark.parametrize(
    ("status", "published", "fits"),
    [
        ("planned", "2024-05-10", True),
        ("planned", "2024-05-20", False),
        ("planned", "2022-05-10", False),
        ("happened", "2024-05-14", True),
        ("happened", "2024-05-10", False),
        ("happened", "2025-05-14", False),
    ],
)
def test_the_undated_must_be_told_in_time(report: Make, status: str, published: str, fits: bool) -> None:
    dated = report("a", "visit", *VISIT, start="2024-05-13")
    undated = report("b", "visit", *VISIT, status=status, published=published)
    assert joined([dated, undated]) == ([["a", "b"]] if fits else [["a"], ["b"]])


def test_one_side_joins_by_its_person(report: Make) -> None:
    dated = report("a", "visit", *VISIT, start="2024-05-13")
    person = report("b", "visit", "visitor Wanjiru Otieno KEN")
    state = report("c", "visit", "visitor =Kenya KEN")
    on_the_day = report("d", "visit", "visitor =Kenya KEN", start="2024-05-13")
    assert joined([dated, person]) == [["a", "b"]]
    assert joined([dated, state]) == [["a"], ["c"]]
    assert joined([dated, on_the_day]) == [["a", "d"]]


def test_one_side_with_two_candidates_stays_alone(report: Make) -> None:
    japan = report("a", "talks", *TALKS, start="2024-05-13")
    norway = report("b", "talks", "party Wanjiru Otieno KEN", "party Ingrid Berg NOR", start="2024-05-13")
    half = report("c", "talks", "party Wanjiru Otieno KEN", start="2024-05-13")
    assert joined([japan, norway, half]) == [["a"], ["b"], ["c"]]


def test_one_side_joins_by_a_person_whom_one_report_names(report: Make) -> None:
    named = report("a", "meeting", "party =Kenya KEN", "party Haruto Sato JPN", start="2024-05-13")
    states = report("b", "talks", "party =Kenya KEN", "party =Japan JPN", start="2024-05-13")
    assert joined([named, states, report("c", "talks", "party Sato JPN", start="2024-05-13")]) == [["a", "b", "c"]]
    assert joined([named, states, report("c", "talks", "party Ito JPN", start="2024-05-13")]) == [["a", "b"], ["c"]]


def test_news_that_tells_no_day_is_of_its_week(report: Make) -> None:
    before = report("a", "meeting", *TALKS, start="2024-04-30")
    now = report("b", "meeting", *TALKS, start="2024-05-13")
    told = report("c", "meeting", *TALKS, published="2024-05-14")
    recalled = report("d", "meeting", *TALKS, published="2024-05-14", salience="background")
    assert joined([before, now, told]) == [["a"], ["b", "c"]]
    assert joined([before, told]) == [["a"], ["c"]]
    assert joined([before, now, recalled]) == [["a"], ["b"], ["d"]]


def test_two_of_a_gathering_may_have_met_by_themselves(report: Make) -> None:
    guests = tuple(f"party ={name} {code}" for name, code in (("Kenya", "KEN"), ("Japan", "JPN"), ("Peru", "PER")))
    gathering = report("a", "summit", *guests, "party =Fiji FJI", "party =Chad TCD", start="2024-05-13")
    two = report("b", "meeting", *guests[:2], published="2024-05-14")
    most = report("c", "summit", *guests, "party =Fiji FJI", published="2024-05-14")
    assert joined([gathering, two]) == [["a"], ["b"]]
    assert joined([gathering, most]) == [["a", "c"]]


def test_of_two_reports_of_a_document_the_news_joins_the_news(report: Make) -> None:
    pact = ("party =Kenya KEN", "party =Japan JPN")
    dated = report("a", "agreement", *pact, start="2024-05-13")
    news = report("b", "agreement", *pact, clues=[("weekday", 1)])
    background = as_background(report("b", "agreement", *pact))
    assert joined([dated, news, background]) == [["a", "b"], ["b"]]
    assert joined([dated, news, report("b", "agreement", *pact)]) == [["a"], ["b"], ["b"]]


def as_background(report: Report) -> Report:
    return msgspec.structs.replace(report, claim=msgspec.structs.replace(report.claim, salience="background"))


def test_of_two_news_of_a_document_the_likest_joins(report: Make) -> None:
    dated = report("a", "agreement", "party Wanjiru Otieno KEN", "party Haruto Sato JPN", start="2024-05-13")
    ministers = report("b", "agreement", "party Wanjiru Otieno KEN", "party Haruto Sato JPN")
    leaders = report("b", "agreement", "party Amina Mwangi KEN", "party Aoi Ito JPN")
    assert joined([dated, ministers, leaders]) == [["a", "b"], ["b"]]
    assert ministers in next(members for members in group([dated, ministers, leaders]) if len(members) > 1)


def test_an_undated_page_joins_by_whom_it_names(report: Make) -> None:
    dated = report("a", "agreement", "party =Kenya KEN", "party =Japan JPN", start="2024-05-13")
    named = report("b", "agreement", "party Wanjiru Otieno KEN", "party Aoi Sato JPN", start="2024-05-13")
    page = report("c", "agreement", "party Wanjiru Otieno KEN", "party Aoi Sato JPN", published=None)
    assert joined([dated, page]) == [["a"], ["c"]]
    assert joined([named, page]) == [["b", "c"]]


def test_the_same_words_sent_round_are_one_even_undated(report: Make) -> None:
    words = "the foreign minister is expected to travel to Japan soon"
    reports = [
        report(name, "visit", *VISIT, status="planned", words=words, published=f"2024-05-0{n}")
        for n, name in enumerate("ab", 1)
    ]
    old = report("c", "visit", *VISIT, status="planned", words=words, published="2021-05-01")
    assert joined(reports) == [["a", "b"]]
    assert ["a", "b", "c"] not in joined([*reports, old])


def test_guest_lists_of_a_gathering_may_differ(report: Make) -> None:
    names = ["party =Kenya KEN", "party =Ghana GHA", "party =Norway NOR", "party =Chile CHL"]
    a = report("a", "summit", *names[:3], start="2024-05-13")
    b = report("b", "summit", *names, start="2024-05-13")
    c = report("c", "summit", names[3], "party =Peru PER", "party =Japan JPN", start="2024-05-13")
    assert joined([a, b, c]) == [["a", "b"], ["c"]]


SIDES = [
    VISIT,
    TALKS,
    ("party Otieno KEN", "party =Japan JPN"),
    ("visitor Wanjiru Otieno KEN",),
    (),
    ("party Wanjiru Otieno KEN", "party Haruto Sato JPN", "party =Norway NOR"),
]
DATES = [None, "2024-05-13", "2024-05-14", "2024-05-15", "2024-05", "2024-05-13/2024-05-16"]


@st.composite
def many_reports(draw: st.DrawFn) -> list[dict[str, object]]:
    fields: st.SearchStrategy[dict[str, object]] = st.fixed_dictionaries(
        {
            "document": st.sampled_from("abcdefgh"),
            "kind": st.sampled_from(["visit", "talks", "meeting"]),
            "participants": st.sampled_from(SIDES),
            "start": st.sampled_from(DATES),
            "status": st.sampled_from(["planned", "happened"]),
            "published": st.sampled_from([None, "2024-05-12", "2024-05-16"]),
        }
    )
    return draw(st.lists(fields, max_size=14))


def build(make: Make, fields: dict[str, object]) -> Report:
    rest = {key: value for key, value in fields.items() if key not in ("document", "kind", "participants")}
    return make(fields["document"], fields["kind"], *fields["participants"], **rest)  # type: ignore[misc]


@settings(max_examples=150, deadline=None)
@given(many_reports(), st.randoms(use_true_random=False))
def test_order_does_not_matter(report: Make, fields: list[dict[str, object]], random: Random) -> None:
    reports = [build(report, each) for each in fields]
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert group(shuffled) == group(reports)


@settings(max_examples=150, deadline=None)
@given(many_reports())
def test_no_group_holds_days_further_apart_than_one(report: Make, fields: list[dict[str, object]]) -> None:
    for members in group([build(report, each) for each in fields]):
        spans = [m.claim.start for m in members if m.claim.start]
        days = [s.day for s in spans if s.day and s.edtf != "2024-05"]
        assert not days or (max(days) - min(days)).days <= 1 or any("/" in s.edtf for s in spans)
        documents = [m.document for m in members]
        assert len(set(documents)) == len(documents)
