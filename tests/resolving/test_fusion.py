"""What is believed of the reports of one happening, and under which title."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.resolving import event
from communique.types import Report

Make = Callable[..., Report]
VISIT = ("visitor Wanjiru Otieno KEN", "host =Japan JPN")


def test_the_day_most_independent_sources_give_is_accepted(report: Make) -> None:
    reports = [
        report("a", "visit", *VISIT, start="2024-05-13"),
        report("b", "visit", *VISIT, start="2024-05-14"),
        report("c", "visit", *VISIT, start="2024-05-14"),
    ]
    alone = event(reports, "e1")
    copies = event(reports, "e1", {"a": "a", "b": "b", "c": "b"})
    assert alone.start is not None
    assert alone.start.edtf == "2024-05-14"
    assert (alone.sources, alone.independent_sources) == (3, 3)
    assert (copies.sources, copies.independent_sources) == (3, 2)


def test_ties_go_to_the_more_precise(report: Make) -> None:
    month = report("a", "visit", *VISIT, start="2024-05")
    day = report("b", "visit", *VISIT, start="2024-05-14")
    found = event([month, day], "e1")
    assert found.start is not None
    assert found.start.edtf == "2024-05-14"
    assert found.disagreements == ()


def test_the_end_is_not_before_the_start(report: Make) -> None:
    a = report("a", "visit", *VISIT, start="2024-05-14")
    b = report("b", "visit", *VISIT, start="2024-05-14", end="2024-05-13")
    assert event([a, b], "e1").end is None


def test_a_city_is_accepted_before_its_country(report: Make) -> None:
    country = report("a", "visit", *VISIT, place="Japan JPN")
    city = report("b", "visit", *VISIT, place="Osaka JPN")
    found = event([country, city], "e1")
    assert found.place is not None
    assert found.place.name == "Osaka"
    assert found.disagreements == ()


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([("planned", "2024-05-01"), ("happened", "2024-05-14")], "happened"),
        ([("planned", "2024-05-01"), ("cancelled", "2024-05-10")], "cancelled"),
        ([("cancelled", "2024-05-01"), ("planned", "2024-05-10")], "planned"),
        ([("planned", "2024-05-01"), ("happened", None)], "happened"),
        ([("planned", "2024-05-01"), ("cancelled", None)], "planned"),
        ([("planned", None), ("ongoing", None)], "ongoing"),
        ([("planned", "2024-05-01"), ("denied", "2024-05-01")], "denied"),
        ([("planned", "2024-05-07/2024-05-21"), ("happened", "2024-05-14")], "happened"),
        ([("planned", "2024-05-16/2024-05-21"), ("cancelled", "2024-05-14")], "planned"),
    ],
)
def test_the_latest_word_decides_the_status(report: Make, told: list[tuple[str, str | None]], status: str) -> None:
    reports = [
        report(f"d{n}", "visit", *VISIT, status=each, published=published) for n, (each, published) in enumerate(told)
    ]
    assert event(reports, "e1").status == status


def test_participants_are_one_each_under_their_fullest_name(report: Make) -> None:
    a = report("a", "talks", "party Otieno KEN", "party Sato (foreign minister) JPN")
    b = report("b", "talks", "party Wanjiru Otieno KEN", "host Haruto Sato JPN", "party =Norway NOR")
    found = event([a, b], "e1").participants
    assert [(p.role, p.actor.name, p.actor.office) for p in found] == [
        ("host", "Haruto Sato", "foreign minister"),
        ("party", "Wanjiru Otieno", None),
        ("party", "Norway", None),
    ]


def test_confidence_grows_with_independent_sources_only(report: Make) -> None:
    reports = [report(name, "visit", *VISIT, confidence=0.6) for name in "ab"]
    assert event(reports, "e1").confidence == 0.84
    assert event(reports, "e1", {"a": "a", "b": "a"}).confidence == 0.6
    many = [report(f"d{n}", "visit", *VISIT, confidence=0.9) for n in range(9)]
    assert event(many, "e1").confidence == 0.99


def test_the_more_specific_kind_wins_a_tie(report: Make) -> None:
    a = report("a", "meeting", *VISIT)
    b = report("b", "summit", *VISIT)
    assert event([a, b], "e1").kind == "summit"


@pytest.mark.parametrize(
    ("kind", "participants", "fields", "title"),
    [
        ("visit", VISIT, {}, "Wanjiru Otieno visits Japan"),
        ("visit", VISIT, {"status": "planned"}, "Wanjiru Otieno to visit Japan"),
        ("visit", VISIT, {"status": "cancelled"}, "Visit of Wanjiru Otieno to Japan (cancelled)"),
        ("visit", ("visitor Wanjiru Otieno KEN", "host Haruto Sato JPN"), {}, "Wanjiru Otieno visits Japan"),
        ("visit", VISIT[:1], {"place": "Oslo NOR"}, "Wanjiru Otieno visits Oslo"),
        ("visit", VISIT[:1], {}, "Visit of Wanjiru Otieno"),
        ("visit", (), {}, "Visit"),
        (
            "visit",
            ("visitor Wanjiru Otieno KEN", "visitor Peter Kamau KEN", "host =Japan JPN"),
            {},
            "Wanjiru Otieno and Peter Kamau visit Japan",
        ),
        (
            "talks",
            ("party Wanjiru Otieno KEN", "party Haruto Sato JPN"),
            {"place": "Nairobi KEN"},
            "Wanjiru Otieno and Haruto Sato hold talks in Nairobi",
        ),
        ("talks", ("party Wanjiru Otieno KEN",), {}, "Talks: Wanjiru Otieno"),
        ("call", ("party Wanjiru Otieno KEN", "party =Japan JPN"), {}, "Phone call: Wanjiru Otieno – Japan"),
        (
            "expulsion",
            ("actor =Chile CHL", "target =Peru PER"),
            {"status": "planned"},
            "Expulsion: Chile → Peru (planned)",
        ),
        ("relations-cut", ("party =Chile CHL", "party =Peru PER"), {}, "Relations cut: Chile – Peru"),
    ],
)
def test_titles(report: Make, kind: str, participants: tuple[str, ...], fields: dict[str, str], title: str) -> None:
    assert event([report("a", kind, *participants, **fields)], "e1").title == title


@settings(max_examples=50, deadline=None)
@given(st.permutations(range(4)))
def test_the_order_of_reports_does_not_matter(report: Make, order: list[int]) -> None:
    reports = [
        report("a", "visit", *VISIT, start="2024-05-13", place="Osaka JPN"),
        report("b", "visit", "visitor Otieno KEN", "host Haruto Sato JPN", start="2024-05-14"),
        report("c", "visit", *VISIT, start="2024-05", topics=("trade", "climate")),
        report("d", "visit", *VISIT, end="2024-05-15", topics=("climate",)),
    ]
    assert event([reports[n] for n in order], "e1") == event(reports, "e1")
