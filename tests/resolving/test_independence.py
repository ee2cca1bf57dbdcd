"""Texts of the same words have one fingerprint; copies come from whom they credit, or from the first."""

from collections.abc import Callable

import msgspec
import pytest

from communique.resolving import copies_among, fingerprint, site_of
from communique.types import Copies, Report

MakeReport = Callable[..., Report]
TOLD = ("visit", "visitor Wanjiru Otieno KEN", "host =Japan JPN")


def test_case_and_signs_do_not_make_a_text_another() -> None:
    assert fingerprint("Ministers met — at last!") == fingerprint("MINISTERS met at last")
    assert fingerprint("Ministers met") != fingerprint("Ministers meet")


@pytest.mark.parametrize(
    ("publisher", "url", "site"),
    [
        ("Daily Kite", "https://www.kite.example/a?b=1", "kite.example"),
        ("Daily Kite", None, "daily kite"),
        ("DAILY KITE", "no address", "daily kite"),
        (None, None, None),
        ("–", None, None),
    ],
)
def test_the_site(publisher: str | None, url: str | None, site: str | None) -> None:
    assert site_of(publisher, url) == site


def found(report: MakeReport, *told: tuple[str | None, str | None, str | None]) -> tuple[str | None, str | None]:
    """Agency and origin of copies by publisher, agency and day, called ``a``, ``b`` and so on."""
    reports = [
        msgspec.structs.replace(report(name, *TOLD, published=day), publisher=publisher, agency=agency)
        for name, (publisher, agency, day) in zip("abcd", told, strict=False)
    ]
    (copies,) = copies_among([*reports, report("z", *TOLD)], {r.document: "a" for r in reports} | {"z": "z"})
    assert copies.reports == tuple(r.document for r in reports)
    return copies.agency, copies.origin


@pytest.mark.parametrize(
    ("told", "agency", "origin"),
    [
        ([("Kite", None, "2024-05-14"), ("Post", None, "2024-05-13")], None, "b"),
        ([("Kite", None, "2024-05-13"), ("Post", None, "2024-05-13")], None, None),
        ([("Kite", None, "2024-05-13"), ("Post", None, "2024-05")], None, None),
        ([("Kite", None, "2024-05-13"), ("Post", None, None)], None, None),
        ([("Kite", "Reuters", "2024-05-13"), ("Post", None, "2024-05-14")], "Reuters", None),
        ([("Kite", "Reuters", "2024-05-13"), ("reuters", "Reuters", "2024-05-14")], "Reuters", "b"),
        ([("Kite", "Reuters", "2024-05-13"), ("Post", "AFP", "2024-05-14")], None, None),
    ],
)
def test_where_copies_come_from(
    report: MakeReport, told: list[tuple[str | None, str | None, str | None]], agency: str | None, origin: str | None
) -> None:
    assert found(report, *told) == (agency, origin)


def test_each_alone_copies_nobody(report: MakeReport) -> None:
    reports = [report(name, *TOLD) for name in "ab"]
    assert copies_among(reports, {"a": "a", "b": "b"}) == ()


def test_two_claims_of_one_document_are_no_copies(report: MakeReport) -> None:
    reports = [report("a", *TOLD, start="2024-05-13"), report("a", *TOLD), report("b", *TOLD)]
    assert copies_among(reports, {"a": "a", "b": "a"}) == (Copies(reports=("a", "b"), agency=None, origin=None),)
