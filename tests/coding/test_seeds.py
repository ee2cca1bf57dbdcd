"""Five reports on one minister's journeys, four of them on the same one, two years apart from the other."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from communique.record import open_record
from communique.running import code_sources
from communique.types import Coding, Event, EventClaim

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed texts are not in ../shared/seeds")


@cache
def codings() -> dict[str, Coding]:
    """The seeds by the number that their names begin with."""
    found = [coding for coding in code_sources([str(SEEDS)]) if isinstance(coding, Coding)]
    return {Path(coding.document.source).name[:3]: coding for coding in found}


def takes_to_china(event: EventClaim | Event) -> bool:
    roles = {(p.role, p.actor.name) for p in event.participants}
    return event.kind == "visit" and {("visitor", "Sergey Lavrov"), ("host", "China")} <= roles


def journey(number: str) -> EventClaim:
    """The visit that the report is about."""
    (claim,) = [c for c in codings()[number].events if takes_to_china(c) and c.salience == "main"]
    return claim


def bounds(event: EventClaim | Event) -> tuple[str, str]:
    assert event.start is not None
    last = event.end or event.start
    return str(event.start.earliest), str(last.latest)


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [("000", "2026-04-14", "2026-04-15"), ("002", "2024-04-08", "2024-04-09"), ("004", "2024-04-08", "2024-04-09")],
)
def test_dated_visit_is_planned(number: str, first: str, last: str) -> None:
    claim = journey(number)
    assert bounds(claim) == (first, last)
    assert claim.status == "planned"
    assert claim.place is not None
    assert claim.place.country == "CHN"


def test_undated_visit_keeps_its_clues_and_no_date() -> None:
    claim = journey("001")
    assert {("weekday", 1), ("duration", 2)} <= {(clue.kind, clue.value) for clue in claim.clues}
    assert (claim.start, claim.end) == (None, None)
    assert codings()["001"].document.published is None


def test_a_soon_is_no_date() -> None:
    claim = journey("003")
    assert (claim.start, claim.end, claim.status) == (None, None, "planned")


def test_visitor_holds_his_office() -> None:
    (visitor,) = [p.actor for p in journey("000").participants if p.role == "visitor"]
    assert (visitor.country, visitor.office) == ("RUS", "foreign minister")


def test_call_before_the_visit() -> None:
    (call,) = [claim for claim in codings()["000"].events if claim.kind == "call"]
    assert {p.actor.name for p in call.participants} == {"Sergey Lavrov", "Wang Yi"}
    assert bounds(call) == ("2026-04-05", "2026-04-05")


def test_a_body_that_is_printed_twice_is_kept_once() -> None:
    document = codings()["002"].document
    raw = (SEEDS / Path(document.source).name).read_text("utf-8")
    assert (raw.count("240.1 billion"), document.text.count("240.1 billion")) == (2, 1)


def test_what_stands_around_an_article_is_gone() -> None:
    text = codings()["004"].document.text.lower()
    assert [word for word in ("scooter", "subscribe", "related articles") if word in text] == []


def test_two_journeys_in_the_record(tmp_path: Path) -> None:
    with open_record(tmp_path / "seeds.db", create=True) as record:
        record.keep(codings().values())
        journeys = april_journeys(record.events())
    assert journeys == {
        ("2024-04-08", "2024-04-09"): ["001", "002", "004"],
        ("2026-04-14", "2026-04-15"): ["000"],
    }


def april_journeys(events: Sequence[Event]) -> dict[tuple[str, str], list[str]]:
    """Dates to the reports of each dated visit to China in an April; two on the same dates fail."""
    april = [e for e in events if takes_to_china(e) and e.start and e.start.earliest and e.start.earliest.month == 4]
    assert len({bounds(event) for event in april}) == len(april)
    return {bounds(e): sorted(Path(r.source).name[:3] for r in e.reports) for e in april}
