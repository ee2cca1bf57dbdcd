"""How words are cut for the parser, and drawn together again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.parsing._pieces import cut, pieces, tops


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("two-day", "two - day"),
        ("U.S.-led", "U.S. - led"),
        ("10-day", "10 - day"),
        ("al-Sisi", "al - Sisi"),
        ("Putin–Xi", "Putin – Xi"),
        ("face-to-face", "face - to - face"),
        # whole
        ("visit", "visit"),
        ("F-16", "F-16"),
        ("9-11", "9-11"),
        ("2024-04-09", "2024-04-09"),
        ("-", "-"),
        ("--", "--"),
        ("-led", "-led"),
        ("https://example.org/two-day", "https://example.org/two-day"),
    ],
)
def test_pieces(word: str, expected: str) -> None:
    assert list(pieces(word)) == expected.split()


def test_cut_knows_which_word_a_piece_is_of() -> None:
    found = cut(["a", "two-day", "visit"])
    assert found.pieces == ("a", "two", "-", "day", "visit")
    assert found.home == (0, 1, 1, 1, 2)
    assert [list(found.stretch(word)) for word in range(3)] == [[0], [1, 2, 3], [4]]


def test_the_top_of_a_word_is_its_piece_nearest_to_the_root() -> None:
    found = cut(["a", "two-day", "visit"])
    heads = [4, 3, 3, 4, 4]  # a ← visit, two ← day, - ← day, day ← visit
    assert tops(found, heads) == [0, 3, 4]


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[str], list[int]]:
    """Words, and for their pieces a random tree."""
    words = draw(st.lists(st.sampled_from(["visit", "two-day", "face-to-face"]), min_size=1, max_size=8))
    size = len(cut(words).pieces)
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for place, piece in enumerate(order):
        heads[piece] = order[draw(st.integers(0, place - 1))] if place else piece
    return words, heads


@given(trees())
def test_a_tree_drawn_together_is_a_tree(given_: tuple[list[str], list[int]]) -> None:
    words, heads = given_
    whole = cut(words)
    drawn = [whole.home[heads[top]] for top in tops(whole, heads)]
    roots = [word for word, head in enumerate(drawn) if head == word]
    assert len(roots) == 1
    for word in range(len(words)):
        for _ in words:
            word = drawn[word]
        assert word == roots[0]
