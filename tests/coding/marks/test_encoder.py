"""Words → vectors, the same whatever sentences are read beside them."""

import numpy as np

from communique.coding.marks import Model

SHORT = "Kenya hosted Peru .".split()
LONG = [*"The visitors from Lima were shown around the port of Mombasa before they left for home".split(), "."]


def test_each_word_has_a_vector(shipped: Model) -> None:
    short, long = shipped.encoder.vectors([SHORT, LONG])
    assert short.shape == (len(SHORT), 768)
    assert long.shape == (len(LONG), 768)
    assert np.abs(long).sum(axis=1).min() > 1


def test_a_sentence_means_the_same_beside_a_longer_one(shipped: Model) -> None:
    (alone,), (beside, _) = shipped.encoder.vectors([SHORT]), shipped.encoder.vectors([SHORT, LONG])
    likeness = (alone * beside).sum(axis=1) / (np.linalg.norm(alone, axis=1) * np.linalg.norm(beside, axis=1))
    assert likeness.min() > 0.98  # eight bits are scaled to what stands in a batch


def test_a_word_is_the_mean_of_its_pieces_and_unknown_signs_are_read(shipped: Model) -> None:
    (words,) = shipped.encoder.vectors([["Ouagadougou", "𒀀", "spoke"]])
    assert words.shape == (3, 768)
    assert np.isfinite(words).all()


def test_what_lies_behind_the_longest_sentence_stays_zero(shipped: Model) -> None:
    (words,) = shipped.encoder.vectors([["talks"] * 300])
    assert np.abs(words[100]).sum() > 0
    assert not words[299].any()


def test_more_sentences_than_a_batch_come_back_in_their_order(shipped: Model) -> None:
    sentences = [SHORT[: 1 + n % len(SHORT)] for n in range(40)]
    assert [len(words) for words in shipped.encoder.vectors(sentences)] == [len(words) for words in sentences]
