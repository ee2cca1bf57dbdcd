"""What is part of what, and what is a series: by sides, days and place."""

from collections.abc import Callable

import pytest

from communique.resolving import event, event_traits
from communique.resolving.links import in_series, is_part, occasion_keys, series_key
from communique.types import Report

Make = Callable[..., Report]
VISIT = ("visitor Wanjiru Otieno KEN", "host =Japan JPN")
TALKS = ("party Wanjiru Otieno KEN", "party Haruto Sato JPN")


@pytest.mark.parametrize(
    ("kind", "who", "fields", "part"),
    [
        ("talks", TALKS, {"start": "2024-05-14"}, True),
        ("agreement", ("party =Kenya KEN", "party =Japan JPN"), {"start": "2024-05-14"}, True),
        ("call", TALKS, {"start": "2024-05-13"}, True),
        ("talks", TALKS, {"start": "2024-05-14", "place": "Osaka JPN"}, True),
        ("talks", TALKS, {"start": "2024-05-14", "place": "Oslo NOR"}, False),
        ("talks", TALKS, {"start": "2024-05-16"}, False),
        ("talks", TALKS, {"start": "2024-05"}, False),
        ("talks", TALKS, {"start": "2024-05-14", "status": "cancelled"}, False),
        ("talks", ("party Peter Kamau KEN", "party Haruto Sato JPN"), {"start": "2024-05-14"}, False),
        ("talks", ("party =Kenya KEN", "party =Norway NOR"), {"start": "2024-05-14"}, False),
        ("sanction", ("actor =Kenya KEN", "target =Japan JPN"), {"start": "2024-05-14"}, False),
    ],
)
def test_what_is_part_of_a_visit(
    report: Make, kind: str, who: tuple[str, ...], fields: dict[str, str], part: bool
) -> None:
    whole = report("a", "visit", *VISIT, start="2024-05-13", end="2024-05-15", place="Tokyo JPN")
    one, other = (event_traits(event([told], told.document)) for told in (report("b", kind, *who, **fields), whole))
    assert is_part(one, other) is part
    assert not is_part(other, one)
    assert not part or occasion_keys(one) & occasion_keys(other)


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"start": "2024-05-14", "place": "Osaka JPN"}, True),
        ({"start": "2024-05-16", "place": "Osaka JPN"}, False),
        ({"start": "2024-05-14"}, False),
        ({"start": "2024-05-12", "place": "Osaka JPN"}, False),
    ],
)
def test_who_is_still_there_is_on_the_visit(report: Make, fields: dict[str, str], part: bool) -> None:
    whole = event_traits(event([report("a", "visit", *VISIT, start="2024-05-13", place="Tokyo JPN")], "a"))
    talks = event_traits(event([report("b", "talks", *TALKS, **fields)], "b"))
    assert is_part(talks, whole) is part
    assert not part or occasion_keys(talks) & occasion_keys(whole)


def test_talks_of_some_are_part_of_the_summit(report: Make) -> None:
    names = ["party =Kenya KEN", "party =Ghana GHA", "party =Norway NOR"]
    summit = event_traits(event([report("a", "summit", *names, start="2024-05-13")], "a"))
    talks = event_traits(event([report("b", "talks", *names[:2], start="2024-05-13")], "b"))
    deal = event_traits(event([report("c", "agreement", *names[:2], start="2024-05-13")], "c"))
    assert (is_part(talks, summit), is_part(deal, summit), is_part(summit, talks)) == (True, False, False)


@pytest.mark.parametrize(
    ("who", "same"),
    [
        (VISIT, True),
        (("visitor Otieno KEN", "host =Japan JPN"), True),
        (("visitor =Kenya KEN", "host =Japan JPN"), True),
        (("visitor Peter Kamau KEN", "host =Japan JPN"), False),
        (("visitor =Japan JPN", "host =Kenya KEN"), False),
    ],
)
def test_a_series_is_of_the_same_actors(report: Make, who: tuple[str, ...], same: bool) -> None:
    one = event_traits(event([report("a", "visit", *VISIT, start="2024-05-13")], "a"))
    other = event_traits(event([report("b", "visit", *who, start="2023-02")], "b"))
    assert (series_key(one) == series_key(other) and in_series(one, other)) is same


def test_what_did_not_take_place_or_has_no_date_is_in_no_series(report: Make) -> None:
    off = event_traits(event([report("a", "visit", *VISIT, start="2024-05-13", status="cancelled")], "a"))
    undated = event_traits(event([report("b", "visit", *VISIT)], "b"))
    assert (series_key(off), series_key(undated)) == (None, None)
