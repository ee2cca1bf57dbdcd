"""What spaCy remembers is bounded, and forgetting changes nothing."""

import random
from itertools import pairwise

from spacy.lang.en import English

from communique.parsing._vocabulary import Vocabulary


def _text(chance: random.Random) -> str:
    return " ".join("".join(chance.choices("abcdefgh", k=9)) for _ in range(50))


def test_words_are_forgotten_when_they_are_too_many_and_the_next_text_is_read_as_before() -> None:
    language = English()
    own, chance = len(language.vocab.strings), random.Random(1)
    vocabulary = Vocabulary(language, most=200)
    sizes = []
    for _ in range(20):
        text = _text(chance)
        with vocabulary.use():
            assert [word.text for word in language.tokenizer(text)] == text.split()
        sizes.append(vocabulary.size - own)
    assert max(sizes) <= 200 + 2 * 50  # words and their lower case, which is the same here
    assert any(later < earlier for earlier, later in pairwise(sizes))


def test_few_words_are_kept() -> None:
    language = English()
    vocabulary = Vocabulary(language, most=200)
    for _ in range(3):
        with vocabulary.use():
            language.tokenizer("Envoys meet in Oslo")
    assert "Oslo" in language.vocab.strings
