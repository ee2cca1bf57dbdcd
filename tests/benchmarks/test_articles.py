import pytest
from benchmarks.articles import articles


def test_the_same_seed_gives_the_same_articles() -> None:
    assert list(articles(5, 100, diplomatic=0.5)) == list(articles(5, 100, diplomatic=0.5))
    assert list(articles(5, 100, diplomatic=0.5)) != list(articles(5, 100, diplomatic=0.5, seed=2))


@pytest.mark.parametrize("words", [100, 400, 4000])
def test_articles_have_about_the_length_asked_for(words: int) -> None:
    lengths = [len(article.split()) for article in articles(20, words, diplomatic=1.0)]
    assert all(words <= length <= words + 25 for length in lengths)


def test_one_in_five_is_about_diplomacy() -> None:
    ordinary = list(articles(20, 400, diplomatic=0.0))
    mixed = list(articles(20, 400, diplomatic=0.2))
    assert sum("Minister" in article for article in ordinary) == 0
    assert sum("Minister" in article for article in mixed) == 4
