"""Addresses as sources: an article, a feed, a list of feeds, a sitemap, and what cannot be read of them."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.warcs import record, response
from tests.site import BODY, Site, article, item, rss

from communique.reading import read as to_document
from communique.sources import Web, pages
from communique.types import InputError, Page


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as opened:
        yield opened


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    opened = Web(allow_private=True)
    manner = opened.fetcher.manner
    monkeypatch.setattr(opened.fetcher, "manner", type(manner)(allow_private=True, gap=0.0, seconds=2.0, patience=0.0))
    yield opened
    opened.fetcher.close()


def read(url: str | Path, web: Web) -> tuple[list[Page], list[InputError]]:
    found = list(pages(url, web=web))
    return [p for p in found if isinstance(p, Page)], [p for p in found if isinstance(p, InputError)]


def test_an_article(site: Site, web: Web) -> None:
    site.shows("/a?utm_source=x", article("Two leaders meet"))
    [page], errors = read(site.url("/a?utm_source=x"), web)
    assert errors == []
    assert page.text.startswith("Two leaders meet")
    assert page.source == page.url == site.url("/a?utm_source=x")
    assert (page.id or "").startswith("url:")


def test_the_id_is_that_of_the_article_not_of_its_address(site: Site, web: Web) -> None:
    for path in ("/news/a-meeting", "/news/a-meeting?utm_source=rss&at_campaign=x", "/amp/a-meeting"):
        canonical = f'<link rel="canonical" href="{site.url("/news/a-meeting")}">'
        site.shows(path, article("Two leaders meet", head=canonical))
    site.shows("/other", article("Others meet", head=f'<link rel="canonical" href="{site.url("/")}">'))
    ids = {path: read(site.url(path), web)[0][0].id for path in site.acts}
    assert len(set(ids.values())) == 2


def test_a_feed_gives_its_articles_with_what_it_tells_of_them(site: Site, web: Web) -> None:
    told = "<pubDate>Tue, 09 Apr 2024 10:00:00 GMT</pubDate>"
    site.shows("/rss", rss(item("/a", "Leaders meet", told), item("/a"), item("/b")), "text/html")
    site.shows("/a", article("Two leaders meet"))
    site.shows("/b", article("Three leaders meet"))
    [one, other], errors = read(site.url("/rss"), web)
    assert errors == []
    assert (one.title, one.published, one.publisher) == (
        "Two leaders meet",
        "2024-04-09T10:00:00+00:00",
        one.publisher or "Daily Kite",
    )
    assert other.title == "Three leaders meet"
    assert site.asked == ["/rss", "/a", "/b"]


def test_what_the_feed_shows_is_taken_where_the_page_cannot_be_read_and_that_is_said(site: Site, web: Web) -> None:
    shown = f"<description>&lt;p&gt;{BODY}&lt;/p&gt;</description>"
    short = item("/short", "More", "<description>x</description>")
    site.shows("/rss", rss(item("/gone", "Leaders meet", shown), short))
    [page], errors = read(site.url("/rss"), web)
    assert page.text == f"Leaders meet\n\n{BODY}"
    assert (page.source, page.partial) == (site.url("/gone"), True)
    assert [error.place for error in errors] == [site.url("/gone"), site.url("/short")]
    assert "404" in errors[0].reason


def test_lists_of_lists(site: Site, web: Web, tmp_path: Path) -> None:
    site.shows("/1", rss(item("/a")))
    packed = gzip.compress(f"<urlset><url><loc>{site.url('/b')}</loc></url></urlset>".encode())
    site.shows("/2", packed, "application/gzip")
    site.shows("/index", f"<sitemapindex><sitemap><loc>{site.url('/2')}</loc></sitemap></sitemapindex>", "text/xml")
    outlines = "".join(f'<outline xmlUrl="{site.url(path)}"/>' for path in ("/1", "/index", "/1"))
    (tmp_path / "feeds.opml").write_text(f"<opml><body>{outlines}</body></opml>")
    for path in ("/a", "/b"):
        site.shows(path, article(f"Leaders meet at {path}"))
    found, errors = read(tmp_path / "feeds.opml", web)
    assert errors == []
    assert sorted(page.source for page in found) == [site.url("/a"), site.url("/b")]
    assert len(site.asked) == 5


def test_an_article_of_two_feeds_is_read_once(site: Site, web: Web) -> None:
    site.shows("/one", rss(item("/a?utm_source=rss", "Leaders meet"), item("/b")), "text/xml")
    site.shows("/two", rss(item("/a"), item("/b?fbclid=1"), item("/c")), "text/xml")
    site.shows("/all", f'<opml><outline xmlUrl="{site.url("/one")}"/><outline xmlUrl="{site.url("/two")}"/></opml>')
    for path in ("/a?utm_source=rss", "/a", "/b", "/b?fbclid=1", "/c"):
        site.shows(path, article(f"Leaders meet {path[1]}"))
    found, errors = read(site.url("/all"), web)
    assert errors == []
    assert [page.title for page in found] == ["Leaders meet a", "Leaders meet b", "Leaders meet c"]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", ""])
def test_an_article_with_no_address_and_no_text_is_named(site: Site, web: Web, link: str) -> None:
    site.shows(
        "/rss", f"<rss><channel><item><title>Leaders</title><link>{link}</link></item></channel></rss>", "text/xml"
    )
    found, [error] = read(site.url("/rss"), web)
    assert found == []
    assert error.place == f"{site.url('/rss')}#{link or 'Leaders'}"
    assert "no address" in error.reason


def test_lists_that_lead_in_a_circle_end(site: Site, web: Web) -> None:
    for number in range(9):
        site.shows(f"/{number}", f'<opml><outline xmlUrl="/{(number + 1) % 9}"/><outline xmlUrl="/{number}"/></opml>')
    _, errors = read(site.url("/0"), web)
    assert "deep" in errors[-1].reason
    assert len(site.asked) < 9


def test_articles_that_are_known_are_not_fetched(site: Site, web: Web) -> None:
    site.shows("/rss", rss(item("/a")))
    site.shows("/a", article("Two leaders meet"))
    [page], _ = read(site.url("/rss"), web)
    web.known = lambda id: id == page.id
    assert read(site.url("/rss"), web) == ([], [])
    assert site.asked == ["/rss", "/a", "/rss"]


def test_a_table_of_addresses_tells_what_pages_do_not(site: Site, web: Web, tmp_path: Path) -> None:
    site.shows("/a", BODY, "text/plain")
    site.shows("/b", article("Three leaders meet", head='<meta property="og:site_name" content="Own Name">'))
    rows = ((site.url("/a"), "Leaders meet"), (site.url("/b"), "Others meet"), (site.url("/a?utm_source=x"), "Again"))
    table = "".join(f"{url},{title},2024-04-09,Daily Kite\n" for url, title in rows)
    (tmp_path / "a.csv").write_text(f"url,title,published,publisher\n{table}")
    found, errors = read(tmp_path / "a.csv", web)
    assert errors == []
    assert [(page.title, page.published, page.publisher) for page in found] == [
        ("Leaders meet", "2024-04-09", "Daily Kite"),
        ("Three leaders meet", "2024-04-09", "Own Name"),
    ]
    published = to_document(found[0]).published
    assert published is not None
    assert (published.edtf, published.basis) == ("2024-04-09", "stated")
    assert site.asked == ["/a", "/b"]


def test_articles_of_a_table_that_are_known_are_not_fetched(site: Site, web: Web, tmp_path: Path) -> None:
    site.shows("/a", article("Two leaders meet"))
    site.shows("/b", article("Three leaders meet"))
    (tmp_path / "a.csv").write_text(f"url\n{site.url('/a')}\n{site.url('/b')}\n")
    one, _ = read(tmp_path / "a.csv", web)[0]
    web.known = lambda id: id == one.id
    assert web.passed_over == 0
    assert [page.url for page in read(tmp_path / "a.csv", web)[0]] == [site.url("/b")]
    assert site.asked == ["/a", "/b", "/b"]
    assert web.passed_over == 1


def test_a_table_may_refer_to_feeds(site: Site, web: Web, tmp_path: Path) -> None:
    site.shows("/rss", rss(item("/a")))
    site.shows("/a", article("Two leaders meet"))
    (tmp_path / "a.csv").write_text(f"url,title\n{site.url('/rss')},World news\n")
    [page] = read(tmp_path / "a.csv", web)[0]
    assert page.title == "Two leaders meet"


def test_a_page_has_one_id_from_the_web_and_from_an_archive_of_it(site: Site, web: Web, tmp_path: Path) -> None:
    canonical = f'<link rel="canonical" href="{site.url("/news/a-meeting")}">'
    paths = {"/plain": article("Two leaders meet"), "/amp/a-meeting": article("Others meet", head=canonical)}
    for path, markup in paths.items():
        site.shows(path, markup)
        body = response(markup.encode())
        (tmp_path / "a#b.warc").write_bytes(record("response", site.url(f"{path}?utm_source=x"), body))
        [archived], [fetched] = read(tmp_path / "a#b.warc", web)[0], read(site.url(path), web)[0]
        assert archived.id == fetched.id
        assert (archived.id or "").startswith("url:")


def test_the_feed_that_a_page_names_is_read_only_when_asked_for(site: Site, web: Web) -> None:
    named = '<link href="/rss" type="application/rss+xml" rel="alternate home" title=x>'
    site.shows("/", article("The front page", head=named))
    site.shows("/plain", article("Another page"))
    site.shows("/rss", rss(item("/a")))
    site.shows("/a", article("Two leaders meet"))
    assert [page.title for page in read(site.url("/"), web)[0]] == ["The front page"]
    web.discover = True
    assert [page.title for page in read(site.url("/"), web)[0]] == ["Two leaders meet"]
    assert "names no feed" in read(site.url("/plain"), web)[1][0].reason


@pytest.mark.parametrize(
    ("body", "type", "words"),
    [
        ("<rss><channel></channel></rss>", "text/xml", "damaged"),
        ("<opml></opml>", "text/xml", "no articles"),
        (b"%PDF-1.4", "application/pdf", "application/pdf"),
        ("", "text/html", "empty"),
    ],
)
def test_what_cannot_be_read_is_named(site: Site, web: Web, body: str | bytes, type: str, words: str) -> None:
    site.shows("/a", body, type)
    _, [error] = read(site.url("/a"), web)
    assert error.place == site.url("/a")
    assert words in error.reason


def test_a_text_is_a_text(site: Site, web: Web) -> None:
    site.shows("/a", BODY, "text/plain")
    assert read(site.url("/a"), web)[0][0].text == BODY
    assert "only http" in read("ftp://news.example/a", web)[1][0].reason


def test_a_file_that_is_no_list_is_named(tmp_path: Path, web: Web) -> None:
    (tmp_path / "a.xml").write_text("<article>Envoys met.</article>")
    assert "no feed" in read(tmp_path / "a.xml", web)[1][0].reason
    assert "unknown type" in read(tmp_path, web)[1][0].reason
