"""From plan to happening, by whom it is told."""

from collections.abc import Callable

import msgspec

from communique.resolving import event
from communique.types import Attribution, Report, Span

Make = Callable[..., Report]
VISIT = ("visitor Wanjiru Otieno KEN", "host =Japan JPN")


def test_stages_follow_the_reports(report: Make) -> None:
    reports = [
        report("d", "visit", *VISIT, start="2024-05-20", published="2024-05-21"),
        report("a", "visit", *VISIT, start="2024-05-13", published="2024-05-01", status="planned"),
        report("b", "visit", *VISIT, start="2024-05-13", published="2024-05-02", status="planned"),
        report("c", "visit", *VISIT, published="2024-05-10", status="postponed"),
        report("e", "visit", *VISIT),
    ]
    stages = event(reports, "e1").history
    assert [(s.status, s.published and s.published.edtf, s.start and s.start.edtf, s.reports) for s in stages] == [
        ("planned", "2024-05-01", "2024-05-13", ("a", "b")),
        ("postponed", "2024-05-10", None, ("c",)),
        ("happened", "2024-05-21", "2024-05-20", ("d",)),
        ("happened", None, None, ("e",)),
    ]


def test_first_and_latest_report(report: Make) -> None:
    reports = [report(name, "visit", *VISIT, published=day) for name, day in (("a", "2024-05-14"), ("b", "2024-05-13"))]
    found = event([*reports, report("c", "visit", *VISIT)], "e1").confirmation
    assert found is not None
    assert (found.first, found.latest) == ("b", "a")
    undated = event([report("c", "visit", *VISIT)], "e1").confirmation
    assert undated is not None
    assert (undated.first, undated.first_published, undated.latest) == (None, None, None)


def on_the_word_of(told: Report, who: int, **changes: object) -> Report:
    claim = msgspec.structs.replace(told.claim, **changes)
    said = Attribution(claim.participants[who].actor, Span(0, 1, "x"))
    return msgspec.structs.replace(told, claim=msgspec.structs.replace(claim, attribution=said))


def test_the_sides_confirm_and_deny(report: Make) -> None:
    a = on_the_word_of(report("a", "visit", *VISIT), 0)
    b = on_the_word_of(report("b", "visit", *VISIT), 1, status="denied")
    c = report("c", "visit", *VISIT)
    found = event([a, b, c], "e1").confirmation
    assert found is not None
    assert [(s.side, s.name, s.denies, s.reports) for s in found.sides] == [
        ("JPN", "Japan", True, ("b",)),
        ("KEN", "Kenya", False, ("a",)),
    ]
