"""What a record answers is a tuple, a table for Arrow, pandas and polars, and HTML for a notebook."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from communique.record import Events, FigureFilter, Filter, Record, StatementFilter, open_record
from communique.record.figure import FigureConditions
from communique.record.filter import Conditions, SaidConditions
from communique.types import Coding, EventClaim, UsageError

OTIENO, SATO = "party Wanjiru Otieno (foreign minister) KEN", "party Haruto Sato JPN"


@pytest.fixture
def record(tmp_path: Path, claim: Callable[..., EventClaim], coding: Callable[..., Coding]) -> Iterator[Record]:
    codings = [
        coding("a", "One.", claim("meeting", OTIENO, SATO, start="2024-05-13", words="a <b> met")),
        coding("b", "Two.", claim("call", OTIENO, "party Rosa Quispe PER", start="2023-02-01")),
        coding("c", "Three.", claim("call", SATO, "party =Norway NOR")),
    ]
    with open_record(tmp_path / "r.db", create=True) as opened:
        opened.keep(codings)
        yield opened


def test_a_sequence_is_a_tuple(record: Record) -> None:
    events = record.events()
    assert events == tuple(record.each_event())
    assert [event.kind for event in events] == ["call", "meeting", "call"]
    assert isinstance(events[1:], Events)
    assert len(events[1:]) == 2


def test_conditions_are_keywords_or_a_filter(record: Record) -> None:
    assert [e.kind for e in record.events(actor="otieno", from_="2024")] == ["meeting"]
    assert record.events(to="2023") == record.events(Filter(to=date(2023, 12, 31))) == record.events()[:1]
    assert [e.kind for e in record.events(Filter(kind="call"), actor="sato")] == ["call"]
    assert [told.id for told in record.claims(country="PER")] == ["b#0000"]
    assert len(record.claims()) == 3


@pytest.mark.parametrize(
    ("conditions", "words"),
    [({"acter": "lavrov"}, "there is no filter 'acter'; there are actor, country"), ({"from_": "soon"}, "no date")],
)
def test_a_wrong_condition_is_named(record: Record, conditions: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        record.events(**conditions)  # type: ignore[arg-type]


def test_actors_are_counted(record: Record) -> None:
    actors = record.actors()
    assert [(a.actor.name, a.events) for a in actors] == [
        ("Haruto Sato", 2),
        ("Wanjiru Otieno", 2),
        ("Norway", 1),
        ("Rosa Quispe", 1),
    ]
    assert (actors[1].offices, actors[1].first, actors[1].last) == (
        ("foreign minister",),
        date(2023, 2, 1),
        date(2024, 5, 13),
    )
    assert [a.actor.name for a in record.actors(country="jpn", kind="call")] == ["Haruto Sato"]
    assert (actors[2].first, actors[2].last) == (None, None)


def test_it_is_a_table_everywhere(record: Record) -> None:
    events = record.events()
    assert events.to_arrow().num_rows == 3
    assert list(events.to_pandas()["start_earliest"].dt.year[:2]) == [2023, 2024]
    assert events.to_polars()["kind"].to_list() == ["call", "meeting", "call"]
    assert record.actors().to_polars().shape == (4, 8)
    assert record.claims().to_arrow().num_rows == 3
    assert record.statements().to_pandas().empty
    assert record.figures().to_arrow().num_rows == 0


def test_a_missing_library_is_named(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(UsageError, match="pip install polars"):
        record.events().to_polars()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'communique\[arrow\]'"):
        record.events().to_arrow()


def test_html_tells_how_many_there_are(record: Record) -> None:
    page = record.events()._repr_html_()
    assert page.startswith("<div>3 events</div><table>")
    assert "Wanjiru Otieno" in page
    assert "(the first 20 are shown)" in Events(record.events() * 7)._repr_html_()
    assert "&lt;b&gt; met" in record.claims()._repr_html_()


@pytest.mark.parametrize(
    ("conditions", "wanted"),
    [(Conditions, Filter), (SaidConditions, StatementFilter), (FigureConditions, FigureFilter)],
)
def test_every_condition_is_a_keyword(conditions: type, wanted: type) -> None:
    assert tuple(conditions.__annotations__) == wanted.__struct_fields__  # type: ignore[attr-defined]
