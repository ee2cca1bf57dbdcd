from pathlib import Path

import msgspec
import pytest
from evaluation.corpus import corpus_hash
from evaluation.gate import Floors, failures, load_floors

PINNED = Floors(corpus="abc", floors={"events.f1": 0.7}, ceilings={"joins.wrong": 1})
MEASURED = {"events.f1": 0.7, "joins.wrong": 1.0}


def test_the_gate_is_open_at_the_floor() -> None:
    assert list(failures(PINNED, MEASURED, "abc")) == []


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"events.f1": 0.69}, "events.f1"),
        ({"events.f1": None}, "events.f1"),
        ({"joins.wrong": 2.0}, "joins.wrong"),
        ({"joins.wrong": None}, "joins.wrong"),
    ],
)
def test_each_figure_that_falls_behind_is_named(changed: dict[str, float | None], named: str) -> None:
    (reason,) = failures(PINNED, MEASURED | changed, "abc")
    assert reason.startswith(named)


def test_a_floor_whose_figure_is_gone_shuts_the_gate() -> None:
    assert len(list(failures(PINNED, {}, "abc"))) == 2


def test_floors_hold_for_one_corpus() -> None:
    (reason,) = failures(PINNED, MEASURED, "def")
    assert reason.startswith("corpus")


def test_the_pinned_floors_are_of_this_corpus() -> None:
    assert load_floors().corpus == corpus_hash()


def test_a_floor_that_is_no_number_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('corpus = "abc"\n[floors]\nstart = "high"\n[ceilings]\n', encoding="utf-8")
    with pytest.raises(msgspec.ValidationError):
        load_floors(path)
