"""What counts as a disagreement, and what is only another precision, spelling or copy."""

from collections.abc import Callable

import msgspec
import pytest

from communique.resolving import disagreements, event
from communique.types import Place, Report

Make = Callable[..., Report]
VISIT = ("visitor Wanjiru Otieno KEN", "host =Japan JPN")


def fields_of(*reports: Report) -> list[str]:
    return [d.field for d in event(reports, "e1").disagreements]


def at(told: Report, place: Place) -> Report:
    return msgspec.structs.replace(told, claim=msgspec.structs.replace(told.claim, place=place))


def test_two_days_with_the_reports_that_give_them(report: Make) -> None:
    a = report("a", "visit", *VISIT, start="2024-05-13")
    b = report("b", "visit", *VISIT, start="2024-05-14")
    c = report("c", "visit", *VISIT, start="2024-05-14")
    (found,) = event([a, b, c], "e1").disagreements
    assert found.field == "start"
    assert [(v.value, v.reports) for v in found.values] == [
        ("2024-05-14", ("b", "c")),
        ("2024-05-13", ("a",)),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"start": "2024-05-13"}, {"start": "2024-05"}),
        ({"start": "2024-05-13"}, {}),
        ({"start": "2024-05-13", "end": "2024-05-15"}, {"start": "2024-05-14"}),
        ({"place": "Osaka JPN"}, {"place": "Japan JPN"}),
        ({"place": "Osaka JPN"}, {"place": "Grand Hall JPN"}),
        ({"status": "planned", "published": "2024-05-01"}, {"status": "happened"}),
        (
            {"status": "cancelled", "published": "2024-05-01", "start": "2024-05-13"},
            {"status": "happened", "start": "2024-05-13"},
        ),
    ],
)
def test_no_disagreement(report: Make, one: dict[str, str], other: dict[str, str]) -> None:
    assert fields_of(report("a", "visit", *VISIT, **one), report("b", "visit", *VISIT, **other)) == []


def test_ends_disagree(report: Make) -> None:
    a = report("a", "visit", *VISIT, start="2024-05-13", end="2024-05-15")
    b = report("b", "visit", *VISIT, start="2024-05-13", end="2024-05-16")
    assert fields_of(a, b) == ["end"]


def test_cities_known_to_lie_apart(report: Make) -> None:
    talks = ("party Wanjiru Otieno KEN", "party =Japan JPN")
    a = at(report("a", "talks", *talks), Place("Osaka", "JPN", 34.69, 135.50))
    b = at(report("b", "talks", *talks), Place("Tokyo", "JPN", 35.69, 139.69))
    hall = at(report("c", "talks", *talks), Place("Old Harbour Hall", "JPN", 34.70, 135.51))
    assert fields_of(a, b) == ["place"]
    assert fields_of(a, hall) == []


def test_the_cities_of_one_country_are_stops_of_a_visit(report: Make) -> None:
    a = at(report("a", "visit", *VISIT), Place("Osaka", "JPN", 34.69, 135.50))
    b = at(report("b", "visit", *VISIT), Place("Tokyo", "JPN", 35.69, 139.69))
    seoul = at(report("c", "visit", *VISIT), Place("Seoul", "KOR", 37.56, 126.99))
    assert fields_of(a, b) == []
    assert fields_of(a, seoul) == ["place"]


def test_called_off_and_held(report: Make) -> None:
    held = report("a", "visit", *VISIT, start="2024-05-13", published="2024-05-14")
    denied = report("b", "visit", *VISIT, start="2024-05-13", published="2024-05-15", status="denied")
    assert fields_of(held, denied) == ["status"]


def test_two_holders_of_one_office(report: Make) -> None:
    a = report("a", "expulsion", "actor =Chile CHL", "target Rosa Quispe (ambassador) PER")
    b = report("b", "expulsion", "actor =Chile CHL", "target Luis Andrade (ambassador) PER")
    other_post = report("c", "expulsion", "actor =Chile CHL", "target Luis Andrade (consul) PER")
    spelled = report("d", "expulsion", "actor =Chile CHL", "target Roza Quispe (ambassador) PER")
    assert fields_of(a, b) == ["participants"]
    assert fields_of(a, other_post) == []
    assert fields_of(a, spelled) == []


def test_copies_do_not_disagree(report: Make) -> None:
    a = report("a", "visit", *VISIT, start="2024-05-13")
    b = report("b", "visit", *VISIT, start="2024-05-14")
    assert disagreements([a, b], {"a": "a", "b": "a"}) == ()
    assert disagreements([a, b], {"a": "a", "b": "b"}) != ()


def test_a_minister_and_his_deputy_are_not_one_office(report: Make) -> None:
    a = report("a", "visit", "visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")
    b = report("b", "visit", "visitor Wanjiru Otieno (deputy foreign minister) KEN", "host =Japan JPN")
    (found,) = event([a, b], "e1").disagreements
    assert (found.field, found.about) == ("office", "Wanjiru Otieno")
    assert {(v.value, v.reports) for v in found.values} == {
        ("foreign minister", ("a",)),
        ("deputy foreign minister", ("b",)),
    }
    envoy = report("b", "visit", "visitor Wanjiru Otieno (special envoy) KEN", "host =Japan JPN")
    assert fields_of(a, envoy) == []
