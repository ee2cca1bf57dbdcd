"""Spans are marked wherever they overlap, and no character is lost."""

from hypothesis import given
from hypothesis import strategies as st

from communique.serving._highlight import Mark, Piece, paragraphs

TEXT = "Rao met Silva.\n\nThey spoke of tea.\n"


def test_pieces_are_cut_where_marks_begin_and_end() -> None:
    ((first, second, third), (rest,)) = paragraphs(TEXT, [Mark(0, 7, "event", "e0"), Mark(4, 14, "said", "s4")])
    assert first == Piece("Rao ", ("event",), ("e0",), ("e0",))
    assert second == Piece("met", ("event", "said"), ("e0", "s4"), ("s4",))
    assert third.kinds == ("said",)
    assert rest == Piece("They spoke of tea.")


def test_a_later_mark_has_no_anchor() -> None:
    ((piece, _), _) = paragraphs(TEXT, [Mark(0, 3, "said", "s0", later=True)])
    assert piece.anchors == ()
    assert piece.claims == ("s0",)


ends = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
span = ends.map(lambda two: Mark(min(two), max(two), "event", "e"))


@given(st.lists(span))
def test_all_words_are_there(marks: list[Mark]) -> None:
    shown = ["".join(piece.text for piece in pieces) for pieces in paragraphs(TEXT, marks)]
    assert shown == ["Rao met Silva.", "They spoke of tea."]
