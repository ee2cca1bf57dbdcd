"""The examples of the table tell one sex, its counter-examples do not."""

import pytest

from communique.codebook import Gender, given_names
from communique.codebook.words import fold
from communique.linking._genders import given_name_gender, told_gender

CASES = [(sex, words) for sex, table in given_names().items() for words in table.examples]
COUNTER = [(sex, words) for sex, table in given_names().items() for words in table.counterexamples]


def told(words: str) -> set[Gender | None]:
    return {told_gender(words), *(given_name_gender(word) for word in words.split())} - {None}


@pytest.mark.parametrize(("sex", "words"), CASES)
def test_examples(sex: Gender, words: str) -> None:
    assert told(words) == {sex}


@pytest.mark.parametrize(("sex", "words"), COUNTER)
def test_counterexamples(sex: Gender, words: str) -> None:
    assert sex not in told(words)


def test_names_are_folded_and_of_one_sex() -> None:
    women, men = given_names()["women"], given_names()["men"]
    assert not women.names & men.names
    assert not women.words & men.words
    assert all(fold(name) == name for name in (*women.names, *men.names, *women.words, *men.words))
