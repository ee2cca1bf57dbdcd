"""Halves of labelled texts: those that may be looked at, and those that stay unread."""

import pytest
from evaluation.unseen import SETS, app, half_of, within

from communique.evaluation.gold import Clusters, GoldDocument
from communique.evaluation.loading import load_clusters, load_gold

DOCUMENTS = [GoldDocument(id=name, events=()) for name in ("e01", "e02", "en03", "w010")]


def test_halves_by_the_number_of_the_id() -> None:
    assert [d.id for d in half_of(DOCUMENTS, "odd")] == ["e01", "en03"]
    assert [d.id for d in half_of(DOCUMENTS, "even")] == ["e02", "w010"]
    assert len(half_of(DOCUMENTS, "both")) == 4


def test_pairs_across_the_halves_are_left_out() -> None:
    clusters = Clusters(same_event=(("e01", "en03"), ("e01", "e02")), look_alikes=(("e02", "w010"),))
    kept = within(clusters, half_of(DOCUMENTS, "odd"))
    assert (kept.same_event, kept.look_alikes) == ((("e01", "en03"),), ())


@pytest.mark.parametrize("half", ["even", "both"])
def test_no_line_of_the_even_half_is_printed(half: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert app(["--half", half, "--errors"]) == 2
    assert "only the odd half" in capsys.readouterr().err


def test_the_second_set_is_well_formed() -> None:
    documents = load_gold(SETS["second"])
    assert len(documents) == 40
    assert len(within(load_clusters(SETS["second"]), documents).same_event) == 5
