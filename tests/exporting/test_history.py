"""What the change log says of events that are there and of those that are gone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from communique.exporting._history import history
from communique.record import open_record
from communique.types import Coding, EventClaim

VISIT = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")


@pytest.fixture
def visit(claim: Callable[..., EventClaim], coding: Callable[..., Coding]) -> Callable[..., Coding]:
    def make(document: str, text: str = "", **fields: object) -> Coding:
        return coding(document, text or f"Report {document} of a journey.", claim("visit", *VISIT, **fields))

    return make


def test_what_changed_and_what_is_gone(
    tmp_path: Path, visit: Callable[..., Coding], coding: Callable[..., Coding]
) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        (first,) = record.keep([visit("a", start="2024-05-13")]).changes.added
        (other,) = record.keep([visit("b", start="2024-06-20")]).changes.added
        past = history(record)
        assert {event: life.changes for event, life in past.lives.items()} == {first: 0, other: 0}
        record.keep([visit("c", start="2024-05-13", end="2024-05-14")])
        assert history(record).lives[first].changes == 1
        record.keep([coding("b", "Something else.")])
        (gone,) = history(record).gone.values()
        assert (gone.event, gone.into) == (other, None)
        assert gone.start is not None
        assert gone.start.edtf == "2024-06-20"
        assert list(history(record).gone_from({first})) == [gone]
        assert list(history(record).gone_from(set())) == []


def test_a_merged_event_is_found_with_its_heir(
    tmp_path: Path, visit: Callable[..., Coding], coding: Callable[..., Coding]
) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        record.keep([visit("a"), visit("b", start="2024-05-13"), visit("c", start="2024-07-20")])
        ids = {event.reports[0].document: event.id for event in record.events()}
        record.keep([coding("c", "Nothing of a journey.")])  # so that only one date is left for the undated report
        merged, withdrawn = (history(record).gone[ids[document]] for document in "ac")
        assert (merged.into, merged.start) == (ids["b"], None)
        assert (withdrawn.into, withdrawn.start and withdrawn.start.edtf) == (None, "2024-07-20")
        assert {gone.event for gone in history(record).gone_from({ids["b"]})} == {ids["a"], ids["c"]}
