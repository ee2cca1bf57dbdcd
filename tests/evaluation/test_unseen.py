"""Halves of labelled texts: those that may be looked at, and those that stay unread."""

import pytest
from evaluation.unseen import SETS, Set, app, half_of, within

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


@pytest.mark.parametrize(
    "arguments",
    [
        ["seventh"],
        ["sixth"],
        ["articles", "--half", "even"],
        ["articles"],
        ["wordings", "--half", "even"],
        ["wordings"],
    ],
)
def test_no_line_of_texts_that_stay_unread_is_printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert app([*arguments, "--errors"]) == 2
    assert "not to be looked at" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "texts", "groups"),
    [
        ("second", 40, 5),
        ("third", 36, 4),
        ("fourth", 44, 4),
        ("fifth", 40, 4),
        ("sixth", 40, 4),
        ("seventh", 40, 4),
        ("wordings", 640, 0),
        ("articles", 477, 0),
    ],
)
def test_the_sets_are_well_formed(name: Set, texts: int, groups: int) -> None:
    documents = load_gold(SETS[name])
    assert len(documents) == texts
    assert len(within(load_clusters(SETS[name]), documents).same_event) == groups
