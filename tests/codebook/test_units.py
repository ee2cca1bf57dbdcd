"""Every example of the units gives the figures that it says, with and without a tree."""

import re

import pytest

from communique.codebook import FigureExample, units
from communique.coding.quantities._quantities import quantities
from communique.parsing import parse


@pytest.mark.parametrize("whole", [False, True], ids=["words", "tree"])
@pytest.mark.parametrize("example", units().examples, ids=lambda example: example.text[:50])
def test_example(example: FigureExample, whole: bool) -> None:
    sentences = parse(example.text, whole=whole).sentences
    found = [(value, q.unit) for s in sentences for q in quantities(example.text, s) for value in q.values]
    assert tuple(found) == example.figures


def test_codes_are_of_three_capitals_and_given_once() -> None:
    codes = [currency.code for currency in units().currencies if currency.code]
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert len(codes) == len(set(codes))


def test_no_word_has_two_units() -> None:
    words = [word.lower() for currency in units().currencies for word in currency.words]
    words += [word.lower() for measure in units().measures for word in measure.words]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_currencies_have_words_or_signs() -> None:
    assert all(currency.words for currency in units().currencies)
