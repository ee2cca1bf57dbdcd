"""The language of a text: every example of the table is known by its function words, no counter-example is."""

import pytest

from communique.reading._language import FunctionWords, function_words, language_of, of_function_words

GERMAN = "Der Minister und seine Kollegin haben in Wien über die Lage an der Grenze gesprochen. "
POLISH = "Minister i jego koleżanka rozmawiali w Wiedniu o sytuacji na granicy obu państw. "


@pytest.mark.parametrize("record", function_words(), ids=lambda record: record.language)
def test_examples_are_known_and_counter_examples_are_not(record: FunctionWords) -> None:
    assert [text for text in record.examples if of_function_words(text) != record.language] == []
    assert [text for text in record.counter if of_function_words(text) is not None] == []


@pytest.mark.parametrize("record", function_words(), ids=lambda record: record.language)
def test_own_words_are_words(record: FunctionWords) -> None:
    assert set(record.own.split()) <= set(record.words.split())


def test_a_few_words_of_a_language_are_not_enough() -> None:
    assert of_function_words("und und und und") is None
    assert of_function_words("Tagesschau, Spiegel und Heute: weniger Zuschauer, mehr Sendungen, hohe Kosten") is None


def test_other_languages_are_known_by_their_characters() -> None:
    assert language_of(GERMAN * 3) == "de"
    assert language_of(POLISH * 3) == "pl"


def test_of_short_texts_nothing_is_said() -> None:
    assert language_of(GERMAN) is None


def test_an_opening_of_names_is_left_to_what_follows() -> None:
    results = "Amina Odhiambo 3, Luis Vega 2; Kenyatta 1, Rao 0. " * 13
    assert of_function_words(results[:600]) is None
    assert language_of(results) != "de"
    assert language_of(results + GERMAN * 10) == "de"
