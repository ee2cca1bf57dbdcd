import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.codebook.words import WordFinder, any_of, fold, lowered


def test_the_first_and_longest_of_overlapping_words_is_found() -> None:
    finder = WordFinder(["visit", "state visit", "visits"])
    assert list(finder.find("A State Visit and other visits")) == [("state visit", 2, 13), ("visits", 24, 30)]


def test_only_whole_words_are_found() -> None:
    assert not list(WordFinder(["oman", "mali"]).find("The Romanian guest left Somalia"))


def test_a_part_of_a_word_hides_no_word_behind_it() -> None:
    finder = WordFinder(["the quad", "quadrangle"])
    assert list(finder.find("the quadrangle")) == [("quadrangle", 4, 14)]


def test_either_apostrophe_finds_the_word() -> None:
    finder = WordFinder(["People's Republic"])
    assert [word for word, *_ in finder.find("the People’s Republic and the People's Republic")] == [
        "people's republic",
        "people's republic",
    ]


@given(st.text())
def test_lowering_keeps_every_offset(text: str) -> None:
    assert len(lowered(text)) == len(text)


@given(st.text(alphabet="aİIıßAé ’'x", max_size=30))
def test_what_is_found_stands_there(text: str) -> None:
    for word, start, end in WordFinder(["a", "x", "é", "i"]).find(text):
        assert lowered(text)[start:end] == word


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Jonas Gahr Støre", "jonas gahr store"),
        ("Þórdís", "thordis"),
        ("Lech Wałęsa", "lech walesa"),
    ],
)
def test_folding_takes_marks_away(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_of_alternatives_the_longest_is_taken_and_signs_are_plain() -> None:
    pattern = re.compile(any_of(["US", "US$", "a.m"]))
    assert [m[0] for m in pattern.finditer("US$5 of the US, at 3 a.m and aXm")] == ["US$", "US", "a.m"]
