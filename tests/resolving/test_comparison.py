"""Two reports compared: the verdict is the one that joining goes by, and its reasons say why."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.resolving import compare, traits
from communique.resolving._likeness import can_be_one
from communique.types import Report

Make = Callable[..., Report]
VISIT = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")
FIELDS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["visit", "talks", "meeting", "expulsion"]),
        "who": st.sampled_from(
            [
                VISIT,
                ("visitor Otieno KEN", "host Haruto Sato JPN"),
                ("visitor =Japan JPN", "host =Kenya KEN"),
                ("party Peter Kamau KEN", "party =Japan JPN"),
                (),
            ]
        ),
        "start": st.sampled_from([None, "2024-05-13", "2024-05-14", "2024-05-20", "2024-05"]),
        "place": st.sampled_from([None, "Osaka JPN", "Nairobi KEN"]),
    }
)


def told(report: Make, document: str, fields: dict[str, object]) -> Report:
    rest = {name: fields[name] for name in ("start", "place")}
    return report(document, fields["kind"], *fields["who"], **rest)  # type: ignore[misc]


@settings(max_examples=200, deadline=None)
@given(FIELDS, FIELDS)
def test_possible_is_what_joining_says(report: Make, one: dict[str, object], other: dict[str, object]) -> None:
    a, b = traits(told(report, "a", one), "a"), traits(told(report, "b", other), "b")
    found, turned = compare(a, b), compare(b, a)
    assert found.possible == can_be_one(a, b, 1)
    assert 0 <= found.score <= 1
    assert found.score == turned.score
    assert [(r.field, r.speaks) for r in found.reasons] == [(r.field, r.speaks) for r in turned.reasons]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"start": "2024-05-20"}, "dates cannot both be true: 2024-05-13, 2024-05-20"),
        ({"start": "2024-05-13", "place": "Nairobi KEN"}, "in different countries"),
    ],
)
def test_what_keeps_apart_is_said(report: Make, other: dict[str, str], words: str) -> None:
    one = traits(report("a", "visit", *VISIT, start="2024-05-13", place="Osaka JPN"), "a")
    found = compare(one, traits(report("b", "visit", *VISIT, **other), "b"))
    assert [reason.words for reason in found.against] == [words]


def test_what_speaks_for_it_is_said(report: Make) -> None:
    one = traits(report("a", "visit", *VISIT, start="2024-05-13", place="Osaka JPN"), "a")
    other = traits(report("b", "visit", "visitor Otieno KEN", "host =Japan JPN", start="2024-05-13"), "b")
    assert [reason.words for reason in compare(one, other).reasons] == [
        "same kind: visit",
        "same day 2024-05-13",
        "same sides: Japan, Kenya",
        "same person: Wanjiru Otieno",
    ]
