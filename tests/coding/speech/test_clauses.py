"""What is said is cut into clauses, at marks and at the words that join them."""

import pytest

from communique.coding.speech import Clause, clauses
from communique.parsing import parse
from communique.types import Span


def cut(text: str) -> list[Clause]:
    return list(clauses(parse(text).sentences, Span.of(text, 0, len(text))))


def test_marks_and_joining_words_open_a_clause() -> None:
    found = cut("The road is closed, and Peru won't open it; that is all.")
    assert [(c.opening, " ".join(c.words)) for c in found] == [
        ("", "the road is closed"),
        ("and", "peru will not open it"),
        ("that", "is all"),
    ]


def test_a_clause_knows_where_it_stands() -> None:
    text = "It is late, but Peru is early."
    assert [text[c.start : c.end] for c in cut(text)] == ["It is late", "Peru is early"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Peru will leave.", [True]),
        ("Will Peru leave?", [False]),
        ("Peru will leave if Chile stays.", [True, False]),
        ("Peru, which will leave.", [True, False]),
    ],
)
def test_questions_and_conditions_say_nothing(text: str, said: list[bool]) -> None:
    assert [clause.is_said for clause in cut(text)] == said


def test_what_is_joined_to_no_main_clause_is_none() -> None:
    assert [clause.is_main for clause in cut("Peru stays, so long as Chile pays")] == [True, False, False]


def test_only_the_stretch_is_read() -> None:
    text = "Rao said the road is closed and Silva left."
    (clause,) = clauses(parse(text).sentences, Span.of(text, 9, 27))
    assert clause.words == ("the", "road", "is", "closed")
