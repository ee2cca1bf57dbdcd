"""What changed, in words."""

from typing import Any

from communique.exporting._change_words import Moved, moved
from communique.record import Entry


def entry(**fields: Any) -> Entry:
    return Entry(at="2024-05-13T10:00:00+00:00", change="updated", event="e1", document=None, detail={"fields": fields})


def participant(name: str) -> list[Any]:
    return [
        "party",
        {"id": name, "name": name, "kind": "person", "country": "PER"},
        {"start": 0, "end": 1, "text": "x"},
    ]


def when(edtf: str, basis: str = "stated") -> dict[str, Any]:
    return {"edtf": edtf, "earliest": None, "latest": None, "basis": basis, "evidence": None}


def test_dates_places_and_names() -> None:
    told = entry(
        title=["A visits B", "A and C visit B"],
        start=[None, when("2024-05")],
        place=[{"name": "Lima", "country": "PER"}, None],
        status=["planned", "happened"],
    )
    assert list(moved(told)) == [
        Moved("title", "A visits B", "A and C visit B"),
        Moved("start", "–", "2024-05"),
        Moved("place", "Lima (PER)", "–"),
        Moved("status", "planned", "happened"),
    ]


def test_of_many_only_who_came_and_went() -> None:
    people = [[participant("Ana"), participant("Bo")], [participant("Bo"), participant("Cy")]]
    told = entry(
        participants=[[dict(zip(("role", "actor", "evidence"), p, strict=True)) for p in side] for side in people]
    )
    assert list(moved(told)) == [Moved("participants", "party: Ana (PER)", "party: Cy (PER)")]


def test_what_no_reader_sees_is_no_change() -> None:
    assert list(moved(entry(start=[when("2024-05", "relative"), when("2024-05")]))) == []


def test_judgements() -> None:
    told = {"number": 1, "verdict": "set", "field": "start", "value": "2024-05-14", "who": "anna", "note": None}
    assert list(moved(entry(judgements=[[], [told]]))) == [Moved("judgements", "–", "set start 2024-05-14 anna")]


def test_fields_of_a_later_version_are_told_as_they_are() -> None:
    assert list(moved(entry(framing=[None, [{"word": "war"}]]))) == [Moved("framing", "–", '[{"word":"war"}]')]


def test_other_rows_have_none() -> None:
    assert list(moved(Entry(at="2024-05-13", change="added", event="e1", document=None, detail={"title": "A"}))) == []
