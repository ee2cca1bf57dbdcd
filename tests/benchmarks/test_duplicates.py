"""Made-up copies are the same for a seed, and the record tells them from what only looks like one."""

from collections import Counter
from itertools import islice

from benchmarks.duplicates import measure_duplicates
from benchmarks.variants import made


def test_the_same_seed_gives_the_same_texts() -> None:
    assert list(made(40)) == list(made(40))
    assert list(made(40)) != list(made(40, seed=2))
    assert list(islice(made(80), 40)) == list(made(40))


def test_seven_in_ten_are_a_story_or_a_copy() -> None:
    sizes = Counter(text.story for text in made(200))
    assert Counter(sizes.values()) == {7: 20, 1: 60}


def test_few_copies_are_missed_and_little_else_is_joined() -> None:
    found = measure_duplicates(600)
    assert found.precision >= 0.99
    assert found.recall >= 0.97
    assert sum(sort.texts for sort in found.sorts) == 600 - 60
