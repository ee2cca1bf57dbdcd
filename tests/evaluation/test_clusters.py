"""How articles are joined, and how that is compared with clusters. All texts are made up."""

import msgspec
import pytest
from evaluation.clusters import DATA, Article, b_cubed, clusters, figures, join, read_articles

CLUSTERS = {"a": "x", "b": "x", "c": "y", "d": "y"}


def together(*groups: str) -> dict[str, frozenset[str]]:
    return {name: frozenset({name}.union(*(set(g) for g in groups if name in g))) for name in CLUSTERS}


def test_b_cubed() -> None:
    whole = b_cubed(together("ab", "cd"), CLUSTERS)
    assert (whole.precision, whole.recall, whole.f1) == (1.0, 1.0, 1.0)
    apart = b_cubed(together(), CLUSTERS)
    assert (apart.precision, apart.recall) == (1.0, 0.5)
    mixed = b_cubed(together("abcd"), CLUSTERS)
    assert (mixed.precision, mixed.recall) == (0.5, 1.0)


def test_an_article_of_two_events_joins_no_two_others() -> None:
    score = b_cubed(together("ab", "bc"), CLUSTERS)
    assert (score.precision, score.recall) == ((1 + 2 / 3 + 0.5 + 1) / 4, 0.75)


def article(name: str, text: str, event: str = "talks") -> Article:
    cluster = {"Category": "world", "EventId": 1, "Event": event}
    made = {"id": name, "url": f"https://{name}.example", "title": "", "text": text, "published": "2024-05-14"}
    return msgspec.convert(made | {"publisher": name, "cluster": cluster}, Article)


BIRD = "A bird was found in the cabin of an aeroplane, and the flight was late by three hours because of it."
ARTICLES = (
    article("a", "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Nairobi on Monday."),
    article(
        "b", "Uganda's President Yoweri Museveni held talks with President William Ruto of Kenya in Nairobi on Monday."
    ),
    article("c", BIRD, "bird"),
    article("d", BIRD, "bird"),
)


def test_articles_are_together_by_events_and_as_copies() -> None:
    joined = join(ARTICLES)
    assert joined.by_events["a"] == {"a", "b"}
    assert joined.copies["c"] == {"c", "d"}
    assert joined.told == {"a", "b"}
    found = figures(ARTICLES, joined)
    assert (found["world.f1"], found["world.f1.of_these"], found["world.with_events"]) == (1.0, 1.0, 0.5)
    assert found["world.f1.copies_alone"] < 1.0


def test_without_the_articles(capsys: pytest.CaptureFixture[str]) -> None:
    assert clusters(data=DATA / "none") == 1
    assert "there is no such file" in capsys.readouterr().err


@pytest.mark.skipif(not DATA.is_file(), reason=f"{DATA} is not there: it is no part of the tree")
def test_the_articles_are_those_that_were_measured() -> None:
    articles = read_articles()
    assert (len(articles), len({one.cluster.key for one in articles})) == (208, 35)
