"""Lists of every form, whole and damaged, and what hostile ones come to."""

from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.sources.feeds import Item, Listing, listing_of

URL = "https://news.example/feeds/world"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Daily Kite &amp; Post</title><link>https://news.example/</link><language>en</language>
<item><title>Envoys &lt;b&gt;meet&lt;/b&gt; in Oslo</title><link>/2024/a?utm_source=rss</link>
<guid isPermaLink="false">7</guid><pubDate>Tue, 09 Apr 2024 10:00:00 GMT</pubDate>
<description>Two envoys &amp;amp; an aide.</description>
<content:encoded><![CDATA[<p>Two envoys met.</p>]]></content:encoded>
</item><item><title>Tea&nbsp;& talks</title><link>https://news.example/b</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Kite</title><id>urn:k</id>
<entry><title>Envoys meet</title><link rel="alternate" href="../a"/><id>urn:1</id>
<published>2024-04-09T10:00:00Z</published><updated>2024-04-10T08:00:00Z</updated>
<summary>Two envoys met.</summary></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Kite</title><link>https://news.example/</link>
</channel><item rdf:about="a"><title>Envoys meet</title><link>https://news.example/a</link>
<dc:date>2024-04-09T10:00:00Z</dc:date><description>Two envoys met.</description></item></rdf:RDF>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "Kite", "language": "en", "items": [
 {"id": 7, "url": "/a", "title": "Envoys meet", "content_text": "Two envoys met.\\n\\nThey < left.",
  "date_published": "2024-04-09T10:00:00Z"}, {"id": "8", "url": 3, "summary": "Tea."}, "nothing"]}"""
OPML = """<opml version="2.0"><head><title>Mine</title></head><body><outline text="World">
<outline text="Kite" type="rss" xmlUrl="https://news.example/rss" htmlUrl="https://news.example/"/>
<outline text="Post" xmlurl="/atom?a=1&b=2"/></outline><outline type="include" url="more.opml"/>
<outline text="Kite again" xmlUrl="https://news.example/rss"/></body></opml>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://news.example/old</loc><lastmod>2023-01-01</lastmod></url>
<url><loc> https://news.example/a </loc><news:news><news:publication><news:name>Kite</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2024-04-09</news:publication_date>
<news:title>Envoys meet</news:title></news:news></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://news.example/1.xml</loc><lastmod>2023-01-01</lastmod></sitemap>
<sitemap><loc>https://news.example/2.xml.gz</loc><lastmod>2024-01-01</lastmod></sitemap></sitemapindex>"""


def listed(text: str | bytes, content_type: str | None = None) -> Listing:
    found = listing_of(text.encode() if isinstance(text, str) else text, URL, content_type)
    assert found is not None
    return found


def test_rss() -> None:
    first, second = listed(RSS).items
    assert first == Item(
        url="https://news.example/2024/a?utm_source=rss",
        id="7",
        title="Envoys meet in Oslo",
        published="2024-04-09T10:00:00+00:00",
        html="<p>Two envoys met.</p>",
        whole=True,
        publisher="Daily Kite & Post",
    )
    assert (second.title, second.html, second.whole) == ("Tea & talks", None, False)


def test_atom() -> None:
    (item,) = listed(ATOM).items
    assert (item.url, item.id, item.title) == ("https://news.example/a", "urn:1", "Envoys meet")
    assert (item.published, item.changed) == ("2024-04-09T10:00:00+00:00", "2024-04-10T08:00:00+00:00")
    assert (item.html, item.whole) == ("Two envoys met.", False)


@pytest.mark.parametrize("text", [RDF, RSS.replace('version="2.0"', 'version="0.91"')])
def test_older_forms(text: str) -> None:
    item = listed(text).items[0]
    assert item.url is not None
    assert item.title is not None
    assert item.title.startswith("Envoys meet")
    assert (item.published or "").startswith("2024-04-09")


def test_json_feed() -> None:
    first, second = listed(JSON).items
    assert (first.url, first.id, first.publisher) == ("https://news.example/a", "7", "Kite")
    assert first.html == "<p>Two envoys met.</p><p>They &lt; left.</p>"
    assert (second.url, second.html, second.whole) == (None, "<p>Tea.</p>", False)


def test_opml() -> None:
    assert listed(OPML).lists == (
        "https://news.example/rss",
        "https://news.example/atom?a=1&b=2",
        "https://news.example/feeds/more.opml",
    )


def test_sitemaps_give_the_latest_first() -> None:
    first, second = listed(SITEMAP).items
    assert first == Item(
        url="https://news.example/a",
        title="Envoys meet",
        published="2024-04-09",
        publisher="Kite",
    )
    assert (second.url, second.changed) == ("https://news.example/old", "2023-01-01")
    assert listed(INDEX).lists == ("https://news.example/2.xml.gz", "https://news.example/1.xml")


@pytest.mark.parametrize("text", ["<html><body>Envoys met.</body></html>", "Envoys met.", "", "{}", "[1]", "<x/>"])
def test_what_is_no_list_is_told_apart(text: str) -> None:
    assert listing_of(text.encode(), URL, "application/rss+xml") is None


def test_bases_count() -> None:
    based = ATOM.replace('<feed xmlns="', '<feed xml:base="https://other.example/x/" xmlns="')
    assert listed(based).items[0].url == "https://other.example/a"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1251"])
def test_encodings(encoding: str) -> None:
    title = "Встреча" if encoding == "cp1251" else "Café"
    text = RSS.replace("Tea&nbsp;& talks", title).replace('encoding="utf-8"', f'encoding="{encoding}"')
    assert listed(text.encode(encoding)).items[1].title == title


def test_a_wrong_encoding_does_no_harm() -> None:
    text = RSS.replace("Tea&nbsp;& talks", "Café – talks")
    assert listed(text.encode("cp1252"), "text/xml; charset=utf-8").items[1].title == "Café – talks"
    assert listed(text.encode(), "text/xml; charset=iso-8859-1").items[1].title == "Café – talks"
    assert listed(text.encode(), "text/xml; charset=no-such").items[1].title == "Café – talks"


@pytest.mark.parametrize(
    "text",
    [
        RSS[:-40],
        "\n\n  " + RSS,
        RSS.replace("<guid", "<guid<"),
        RSS.replace("</description>", "<br></description>", 1),
        RSS.replace("Two envoys", "Two\x00\x08 envoys"),
        RSS.replace("<channel>", "<channel><!-- an -- odd comment -->"),
    ],
)
def test_invalid_xml_is_read_as_far_as_it_can_be(text: str) -> None:
    assert listed(text).items[0].title is not None


def test_what_even_the_lenient_parser_cannot_read_is_told() -> None:
    with pytest.raises(ValueError, match="damaged beyond reading"):
        listed("<rss <channel<item<link></item</link<")


def bomb(levels: int) -> str:
    entities = "".join(
        f'<!ENTITY e{level} "{f"&e{level - 1};" * 10 if level else "boom" * 10}">' for level in range(levels)
    )
    return RSS.replace("<rss ", f"<!DOCTYPE rss [{entities}]><rss ").replace("Tea&nbsp;& talks", f"&e{levels - 1};")


def test_entities_are_not_expanded() -> None:
    began = process_time()
    assert listed(bomb(12)).items[1].title == "&e11;"
    assert process_time() - began < 1
    secret = RSS.replace("<rss ", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss ')
    assert listed(secret.replace("Tea&nbsp;& talks", "a &x; b")).items[1].title == "a &x; b"
    with pytest.raises(ValueError, match="document type"):
        listed(RSS.replace("<rss ", "<!DOCTYPE rss [<rss "))


def test_the_bytes_of_a_feed_are_never_taken_for_a_name(tmp_path: Path) -> None:
    (tmp_path / "a").write_text(RSS)
    with pytest.raises(ValueError, match="without title"):
        listed(f"<rss/>{tmp_path / 'a'}")


LISTS = (RSS, ATOM, RDF, JSON, OPML, SITEMAP, INDEX, bomb(9))
HOSTILE = {
    "deep": "<rss>" + "<channel><item>" * 100_000,
    "deep outline": "<opml>" + "<outline>" * 300_000,
    "deep json": '{"items":' + "[" * 500_000,
    "sections": "<rss><channel>" + "<![CDATA[" * 300_000,
    "comments": "<feed>" + "<!--" * 500_000,
    "quotes": "<!DOCTYPE rss [" + "\"'" * 500_000 + "<rss>",
    "ampersands": "<rss><channel><title>" + "&" * 1_000_000,
    "attributes": "<feed " + "a='b' " * 300_000,
    "open tags": "<rss><channel><title>" + "<" * 1_000_000,
    "spaces": "<rss><channel><item><title>" + " " * 2_000_000 + "x</title></item></channel></rss>",
    "dates": "<rss><channel>" + f"<item><link>http://a/b</link><pubDate>{'1' * 20_000} Apr</pubDate></item>" * 50,
    "base": '<feed xml:base="http://a/">' + "<entry><title>" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_lists_are_soon_over(name: str) -> None:
    tried(HOSTILE[name].encode())


def tried(data: bytes) -> None:
    """Reads ``data``, whatever it is, in 2 seconds of the processor's time and without any error but the one told."""
    began = process_time()
    with suppress(ValueError):
        listing_of(data, URL, "text/xml")
    assert process_time() - began < 2


def mutated(draw: st.DrawFn) -> bytes:
    """A list in which some pieces are cut out, doubled or overwritten."""
    data = bytearray(draw(st.sampled_from(LISTS)).encode())
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, max(len(data) - 1, 0)))
        end = min(start + draw(st.integers(0, 60)), len(data))
        piece = draw(
            st.one_of(st.binary(max_size=20), st.sampled_from([b"", bytes(data[start:end]) * 3, b"]]>", b"<![CDATA["]))
        )
        data[start:end] = piece
    return bytes(data)


@given(st.composite(mutated)())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_mutation_crashes_a_reader(data: bytes) -> None:
    tried(data)


@given(st.binary(max_size=300).map(lambda data: b"<rss><channel>" + data))
@settings(max_examples=100, deadline=None)
def test_no_bytes_crash_a_reader(data: bytes) -> None:
    tried(data)
