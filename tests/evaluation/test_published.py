from datetime import date

import pytest

from communique.evaluation.counts import Share
from communique.evaluation.gold import GoldDocument
from communique.evaluation.published import score_published, within
from communique.types import When
from communique.types.edtf import read_edtf


def days(edtf: str) -> When:
    return When(edtf, *read_edtf(edtf), "inferred")


def text(id: str, published: str | None, inferred: str | None = None) -> GoldDocument:
    return GoldDocument(
        id=id,
        text_file=f"{id}.txt",
        url=None,
        title=None,
        published=published,
        language="en",
        events=(),
        published_inferred=inferred,
    )


@pytest.mark.parametrize(
    ("found", "gold", "right"),
    [
        ("2024-05-03", "2024-05-03", True),
        ("2024-05-03/2024-05-04", "2024-05-03", False),  # wider than a reader can tell
        ("2024-05-04", "2024-05", True),
        ("2024-05-30/2024-06-02", "2024-05", False),
        ("2024-06", "2024-05/2024-07", True),
        ("2010-05", "[2010-05,2011-05]", True),
        ("2010-05/2011-05", "[2010-05,2011-05]", False),  # takes in the months between
        ("[2010-05-02,2011-05-03]", "[2010-05,2011-05]", True),
        ("2024-05-03/..", "2024", False),
    ],
)
def test_a_date_is_right_within_what_a_careful_reader_can_tell(found: str, gold: str, right: bool) -> None:
    assert within(days(found), gold) is right


def test_undated_and_dated_texts_are_counted_apart() -> None:
    documents = [text("a", None, "2024-05-03"), text("b", "2024-05", "2024-05-03"), text("c", "2024-05-04")]
    inferred = {"a": days("2024-05-03"), "b": days("2024-05"), "c": days("2024-05-04")}
    scores = score_published(documents, inferred, {"c": None})
    assert (scores.inferred, scores.stated, scores.wrong) == (Share(1, 2), Share(0, 1), ())


def test_dates_that_cannot_be_true_are_named() -> None:
    documents = [text("a", None, "2024-05-03"), text("b", "2024-05-04"), text("c", None)]
    inferred = {"a": days("2024-05-04"), "b": days("2024-05-04"), "c": days("2024")}
    scores = score_published(documents, inferred, {"b": days("2023-05-04")})
    assert [(mistake.document, mistake.gold) for mistake in scores.wrong] == [
        ("a", "2024-05-03"),
        ("b", "2024-05-04"),
        ("c", "none"),
    ]
    assert scores.wrong[1].found.earliest == date(2023, 5, 4)
