"""Addresses of one article are one, and those of different articles are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.sources._identity import article_id, article_key, believed

ARTICLE = "https://www.news.example/2024/envoys-meet?id=7"


@pytest.mark.parametrize(
    "url",
    [
        "http://news.example/2024/envoys-meet?id=7",
        "https://NEWS.example:443/2024/envoys-meet/?id=7#comments",
        "https://news.example/2024/envoys-meet?utm_source=rss&id=7&fbclid=x&at_campaign=y",
        "https://news.example/2024/envoys-meet?ref=rss-feed&id=7",
    ],
)
def test_one_article(url: str) -> None:
    assert article_key(url) == article_key(ARTICLE)
    assert article_id(url) == article_id(ARTICLE)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.news.example/2024/envoys-meet?id=8",
        "https://www.news.example/2024/envoys-meet",
        "https://www.news.example:8080/2024/envoys-meet?id=7",
        "https://m.news.example/2024/envoys-meet?id=7",
        "https://www.news.example/2024/envoys-meet?id=7&source=Lavrov",
    ],
)
def test_others(url: str) -> None:
    assert article_key(url) != article_key(ARTICLE)


def test_entries_of_a_live_blog_have_ids_of_their_own() -> None:
    assert len({article_id(ARTICLE), article_id(ARTICLE, "1"), article_id(ARTICLE, "2")}) == 3


@pytest.mark.parametrize(
    ("canonical", "is_believed"),
    [
        ("https://news.example/2024/envoys-meet", True),
        ("https://news.example/", False),
        ("https://news.example", False),
        ("https://news.example/world", False),
        (None, False),
    ],
)
def test_a_canonical_address_is_believed_where_it_is_an_articles(canonical: str | None, is_believed: bool) -> None:
    url = "https://m.news.example/amp/2024/envoys-meet"
    assert believed(url, canonical) == (canonical if is_believed else url)


@given(st.text(max_size=60).map(lambda text: f"http://{text}"))
def test_no_text_is_too_odd(url: str) -> None:
    assert article_id(url).startswith("url:")
    believed(url, url)
