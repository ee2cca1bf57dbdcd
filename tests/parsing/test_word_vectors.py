"""Words that are remembered have the vectors that the model gives them, in whatever company they were met."""

import numpy as np
import pytest
import spacy
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc

from communique.parsing._pipeline import MODEL
from communique.parsing._word_vectors import WordVectors

LANGUAGE = spacy.load(MODEL)
PIPE = LANGUAGE.get_pipe("tok2vec")
assert isinstance(PIPE, Tok2Vec)
EMBED = PIPE.model.layers[0]
LONG = "Kenyan President William Ruto paid a two-day visit to Germany , the U.S.-led coalition said on Monday in Oslo ."


def doc(words: str) -> Doc:
    return Doc(LANGUAGE.vocab, words=words.split())


def test_vectors_are_those_of_the_model() -> None:
    docs = [doc(LONG), doc(f"{LONG} Peru and Peru again .")]
    for found, own in zip(WordVectors(EMBED).of(docs), EMBED.predict(docs), strict=True):
        np.testing.assert_array_equal(found, own)


def test_a_word_has_one_vector_in_any_company() -> None:
    alone, among = WordVectors(EMBED), WordVectors(EMBED)
    among.of([doc(LONG)])
    np.testing.assert_array_equal(alone.of([doc("Oslo")])[0], among.of([doc("Oslo")])[0])


@pytest.mark.parametrize("most", [1, 3, 8])
def test_what_is_forgotten_is_read_again(most: int) -> None:
    few, many = WordVectors(EMBED, most), WordVectors(EMBED)
    for words in ("They met in Lima .", "Peru and Chile met .", "They met in Lima .", LONG):
        np.testing.assert_array_equal(few.of([doc(words)])[0], many.of([doc(words)])[0])


def test_no_more_rows_than_allowed() -> None:
    vectors = WordVectors(EMBED, most=8)
    for word in "abcdefghijklmnopqrstuvwxyz":
        vectors.of([doc(f"They met {word} .")])
    assert vectors.size <= 8
