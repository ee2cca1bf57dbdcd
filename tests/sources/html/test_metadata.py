"""What a page says of itself."""

import pytest
from resiliparse.parse.html import HTMLTree

from communique.sources.html._linked_data import objects_of
from communique.sources.html._metadata import Metadata, metadata_of
from communique.sources.html._written import written_out


def metadata(head: str, url: str | None = None) -> Metadata:
    tree = HTMLTree.parse(f"<html>{head}<body><p>x")
    assert tree.document is not None
    objects = objects_of(tree.document)
    return metadata_of(tree.document, written_out(tree), objects, url)


def linked(data: str) -> Metadata:
    return metadata(f'<script type="application/ld+json">{data}</script>')


def test_linked_data_is_found_in_graphs_and_lists_and_between_what_is_broken() -> None:
    found = metadata(
        '<script type="application/ld+json">{broken</script>'
        '<script type="application/ld+json">//<![CDATA[\n{"@graph": [{"@type": "WebSite", "name": "The Gazette"},'
        ' {"@type": ["NewsArticle"], "headline": "Envoys\tmeet", "datePublished": "2024-04-08",'
        ' "author": [{"name": "Ana Solano"}, "Ben Okoye"], "isAccessibleForFree": "False"}]}\n//]]></script>'
    )
    assert (found.title, found.byline, found.publisher) == ("Envoys meet", "Ana Solano, Ben Okoye", "The Gazette")
    assert found.published == ("2024-04-08",)
    assert found.free is False


@pytest.mark.parametrize(
    "data",
    [
        "[" * 10_000,
        '{"@type": 3}',
        '{"@type": "Article", "headline": ["a"], "author": {"name": {"name": 1}}}',
        "null",
        '""',
    ],
)
def test_odd_linked_data_is_survived(data: str) -> None:
    assert linked(data).byline is None


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    assert metadata(
        '<meta property="og:site_name" content="The Gazette"><title>Envoys meet - The Gazette</title>'
    ).window == ("Envoys meet")


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta name="author" content="By Ana Solano">', "Ana Solano"),
        ('<meta name="author" content="https://social.example/ana">', None),
        ('<meta name="author" content="The Gazette"><meta property="og:site_name" content="The Gazette">', None),
    ],
)
def test_writers_are_persons(head: str, byline: str | None) -> None:
    assert metadata(head).byline == byline


@pytest.mark.parametrize(
    ("head", "url", "address"),
    [
        ('<link rel="canonical" href="/a/b">', "https://gazette.example/x?utm=1", "https://gazette.example/a/b"),
        (
            '<link rel="canonical" href="https://gazette.example/">',
            "https://gazette.example/x",
            "https://gazette.example/x",
        ),
        ('<link rel="canonical" href="javascript:alert(1)">', None, None),
        ('<meta property="og:url" content="https://gazette.example/c">', None, "https://gazette.example/c"),
        ('<link rel="canonical" href="http://[broken">', "https://gazette.example/x", "https://gazette.example/x"),
    ],
)
def test_the_canonical_address(head: str, url: str | None, address: str | None) -> None:
    assert metadata(head, url).url == address


def test_dates_of_change_are_none_of_publication() -> None:
    assert metadata('<meta property="article:modified_time" content="2025-01-01">').published == ()


def test_days_that_elements_are_marked_up_as_are_looked_for_where_the_head_tells_no_moment() -> None:
    marked = '<time itemprop="datePublished" datetime="2024-04-09">'
    assert metadata(f'<meta name="date" content="2024-04-08">{marked}').published == ("2024-04-08",)
    assert metadata(f'<meta name="date" content="8 avril 2024">{marked}').published == ("8 avril 2024", "2024-04-09")
