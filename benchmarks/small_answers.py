"""What the web says, a small one of each form: lists of articles, rules for programs, answers of HTTP."""

from __future__ import annotations

import gzip

__all__ = ["small_answers"]

_ARTICLE = (
    "<p>The foreign ministers of Kenya and Norway met in Oslo on Monday and spoke about fisheries for two hours.</p>"
    "<p>They agreed that a committee of experts would meet in Nairobi before the end of the year, both said.</p>"
)
_PAGE = f"<html><head><title>Envoys meet</title></head><body><h1>Envoys meet</h1>{_ARTICLE}</body></html>"
_XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_ESCAPED = _ARTICLE.replace("<", "&lt;")
_RSS = f"""{_XML}<!DOCTYPE rss [<!ENTITY e "x">]><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Calder Gazette</title><link>https://gazette.example/</link><language>en</language>
<item><title>Envoys meet &amp; part</title><link>/a?utm_source=rss</link><guid isPermaLink="false">1</guid>
<pubDate>Tue, 14 May 2024 08:00:00 +0000</pubDate><description>{_ESCAPED}</description></item>
<item><title><![CDATA[Others <b>meet</b>]]></title><guid>https://gazette.example/b</guid>
<content:encoded><![CDATA[{_ARTICLE}]]></content:encoded></item></channel></rss>
"""
_ATOM = f"""{_XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://gazette.example/">
<title>Calder Gazette</title>
<entry><id>tag:gazette.example,2024:1</id><title type="html">Envoys &lt;i&gt;meet&lt;/i&gt;</title>
<link rel="alternate" href="a"/>
<published>2024-05-14T08:00:00Z</published><updated>2024-05-15T08:00:00+02:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{_ARTICLE}</div></content></entry>
<entry><id>b</id><summary>Others met.</summary></entry></feed>
"""
_RDF = f"""{_XML}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Calder Gazette</title></channel>
<item rdf:about="https://gazette.example/a"><title>Envoys meet</title><link>https://gazette.example/a</link>
<dc:date>2024-05-14</dc:date><description>{_ESCAPED}</description></item></rdf:RDF>
"""
_JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "Calder Gazette", "items": [
{"id": "1", "url": "/a", "title": "Envoys meet", "content_html": "<p>Envoys met.</p>",
"date_published": "2024-05-14T08:00:00Z"},
{"id": 2, "content_text": "Others met.\\n\\nThey parted.", "date_modified": "2024-05-15"}]}
"""
_SITEMAP = f"""{_XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://gazette.example/a</loc>
<lastmod>2024-05-14</lastmod><news:news><news:publication><news:name>Calder Gazette</news:name></news:publication>
<news:publication_date>2024-05-14</news:publication_date><news:title>Envoys meet</news:title></news:news></url></urlset>
"""
_INDEX = f"{_XML}<sitemapindex><sitemap><loc>https://gazette.example/1.xml.gz</loc></sitemap></sitemapindex>"
_OUTLINE = f"""{_XML}<opml version="2.0"><head><title>Feeds</title></head><body><outline text="Africa">
<outline text="Gazette" type="rss" xmlUrl="https://gazette.example/rss" htmlUrl="https://gazette.example/"/></outline></body></opml>
"""
_RULES = """User-agent: *
Disallow: /private/*.html$
Allow: /
Crawl-delay: 2
Request-rate: 1/5s

User-agent: Communique
User-agent: other
Disallow:
Sitemap: https://gazette.example/news.xml
"""


def small_answers() -> dict[str, bytes]:
    """Name → bytes; its suffix says what it is: ``.list``, ``.rules`` or ``.answer``."""
    lists = {"rss": _RSS, "atom": _ATOM, "rdf": _RDF, "feed": _JSON_FEED, "sitemap": _SITEMAP, "index": _INDEX}
    found = {f"{name}.list": text.encode() for name, text in (lists | {"opml": _OUTLINE}).items()}
    found["utf-16.list"] = _RSS.encode("utf-16")
    found["packed.list"] = gzip.compress(_SITEMAP.encode())
    return found | {"robots.rules": _RULES.encode()} | _answers()


def _answers() -> dict[str, bytes]:
    page = _PAGE.encode()
    half = len(page) // 2
    feed = _RSS.replace("https://gazette.example", "").encode()
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (page[:half], page[half:], b""))
    return {
        "page.answer": _answer("200 OK", page, 'ETag: "1"', "Content-Type: text/html; charset=utf-8"),
        "packed.answer": _answer("200 OK", gzip.compress(page), "Content-Encoding: gzip", "Content-Type: text/html"),
        "chunked.answer": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n" + chunks,
        "feed.answer": _answer("200 OK", feed, "Last-Modified: Tue, 14 May 2024 08:00:00 GMT"),
        "moved.answer": _answer("301 Moved", b"", "Location: /b?x=1#y"),
        "busy.answer": _answer("429 Too Many Requests", b"", "Retry-After: Tue, 14 May 2024 08:00:00 GMT"),
    }


def _answer(status: str, body: bytes, *headers: str) -> bytes:
    head = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers))
    return f"{head}\r\n\r\n".encode() + body
