"""What a page says about its article: in ``<meta>``, JSON-LD, microdata, ``<link>`` and ``<html>``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

import msgspec
from resiliparse.parse.html import DocumentNode, ElementNode

from communique.sources.html._linked_data import LinkedData, article_data, names_of, text_of, types_of
from communique.sources.html._moment import moment_of
from communique.sources.html._written import attributes_in

__all__ = ["Metadata", "metadata_of"]

_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_SITES = ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher", "copyright-holder")
_WRITERS = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator")
_DAYS = (
    "article:published_time article.published og:published_time og:article:published_time datepublished date.published "
    "publishdate publish-date publish_date pubdate pub_date published_at publication_date publication-date "
    "article.created article_date_original originalpublicationdate parsely-pub-date sailthru.date "
    "cxenseparse:recs:publishtime citation_publication_date citation_online_date ptime displaydate "
    "dcterms.issued dc.date.issued dcterms.created dc.date.created dc.date dcterms.date date.created date.issued "
    "created datecreated created_at date dc:date dcterms:date sw-pubdate bepress_citation_date prism.publicationdate"
).split()
_PUBLISHED = ("datePublished", "dateCreated", "uploadDate")
_MARKED = (
    '[itemprop="datePublished"]',
    '[property="schema:datePublished"]',
    '[property="schema:dateCreated"]',
    '[itemprop="uploadDate"]',
    "time[pubdate]",
    "time.published",
    "time.entry-date",
    ".published[title]",
)
_SEPARATOR = re.compile(r"\s+[|–—\-·•»:]+\s+")
_BY = re.compile(r"^(?:by|von|par|por|di|od)\s+", re.IGNORECASE)
_LONGEST_NAME = 100
_LANGUAGE = re.compile(r"^([a-z]{2,3})(?:[-_]|$)", re.IGNORECASE)


class Metadata(msgspec.Struct, frozen=True):
    """What a page says about itself; null where it says nothing.

    ``window`` is the title of its window; ``published`` are dates of publication as the page writes them, the
    likeliest first, those that its elements are marked up as only where nothing else tells a moment; ``body`` is the
    article's text where JSON-LD gives it, ``free`` whether it says that all of the article may be read, ``types`` are
    those of its JSON-LD and Open Graph, ``updates`` the entries of a live blog.
    """

    title: str | None = None
    window: str | None = None
    byline: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    published: tuple[str, ...] = ()
    body: str | None = None
    free: bool | None = None
    types: frozenset[str] = frozenset()
    updates: tuple[LinkedData, ...] = ()


def metadata_of(
    document: DocumentNode, written: str, objects: tuple[LinkedData, ...], url: str | None = None
) -> Metadata:
    """The metadata of a page, given as its tree and ``written`` out, with the ``objects`` of its JSON-LD.

    ``url`` is the address that it was fetched from.
    """
    meta = _meta(written)
    article = article_data(objects)
    publisher = _publisher(meta, objects, article)
    return Metadata(
        title=_title(text_of(article.get("headline")) or _first(meta, _TITLES), publisher),
        window=_title(_text(document.query_selector("title")), publisher),
        byline=_byline(document, meta, article, publisher),
        publisher=publisher,
        language=_language(document, meta, article),
        url=_address(document, meta, url),
        published=_published(document, meta, objects, article),
        body=text_of(article.get("articleBody")),
        free=_free(article, meta),
        types=frozenset(kind for found in objects for kind in types_of(found)) | {f"og:{meta.get('og:type', '')}"},
        updates=tuple(found for found in objects if "BlogPosting" in types_of(found) and found is not article),
    )


def _meta(written: str) -> dict[str, str]:
    """Names in lower case → contents; the first of each name counts."""
    found: dict[str, str] = {}
    for attributes in attributes_in(written, "meta"):
        content = attributes.get("content", "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = attributes.get(attribute, "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...] | list[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _title(told: str | None, publisher: str | None) -> str | None:
    """``told`` without the publisher's name before or behind it."""
    if told is None:
        return None
    told = " ".join(told.split())
    # "Envoys meet in Oslo - The Gazette", "The Gazette | Envoys meet in Oslo"
    parts = _SEPARATOR.split(told)
    ends = [part for part in (parts[0], parts[-1]) if len(parts) > 1 and _same(part, publisher)]
    for end in ends:
        told = told.removesuffix(end).removeprefix(end).strip(" |–—-·•»:")
    return told or None


def _same(one: str, other: str | None) -> bool:
    return other is not None and one.casefold() == other.casefold()


def _text(element: ElementNode | None) -> str | None:
    return " ".join((element.text or "").split()) or None if element is not None else None


def _publisher(meta: dict[str, str], objects: tuple[LinkedData, ...], article: LinkedData) -> str | None:
    told = [*names_of(article.get("publisher")), _first(meta, _SITES)]
    sites = [name for found in objects if "WebSite" in types_of(found) for name in names_of(found.get("name"))]
    return next((name for name in (*told, *sites) if name and len(name) <= _LONGEST_NAME and "://" not in name), None)


def _byline(document: DocumentNode, meta: dict[str, str], article: LinkedData, publisher: str | None) -> str | None:
    told = names_of(article.get("author")) or [meta[name] for name in _WRITERS if name in meta][:1]
    if not told:
        shown = document.query_selector_all('[rel="author"], [itemprop="author"] [itemprop="name"]')
        told = [text for element in shown.values()[:3] if (text := _text(element))]
    names = [_BY.sub("", " ".join(name.split())) for name in dict.fromkeys(told)]
    kept = [name for name in names if _may_sign(name, publisher)]
    return ", ".join(kept) or None


def _may_sign(name: str, publisher: str | None) -> bool:
    return 0 < len(name) <= _LONGEST_NAME and "://" not in name and "@" not in name and not _same(name, publisher)


def _language(document: DocumentNode, meta: dict[str, str], article: LinkedData) -> str | None:
    root = document.document_element
    told = (
        root.getattr("lang") or root.getattr("xml:lang") if root is not None else None,
        text_of(article.get("inLanguage")),
        _first(meta, ("og:locale", "content-language", "dc.language", "language")),
    )
    codes = [match[1].lower() for one in told if one and (match := _LANGUAGE.match(one.strip()))]
    return next(iter(codes), None)


def _address(document: DocumentNode, meta: dict[str, str], url: str | None) -> str | None:
    link = document.query_selector('link[rel="canonical"]')
    told = (link.getattr("href") if link is not None else None) or meta.get("og:url")
    if not told:
        return url
    try:
        address = urljoin(url or "", told.strip())
        parts = urlsplit(address)
    except ValueError:
        return url
    # Of a site's front page it is a mistake of the theme.
    own = parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query)
    return address if own else url


def _published(
    document: DocumentNode, meta: dict[str, str], objects: tuple[LinkedData, ...], article: LinkedData
) -> tuple[str, ...]:
    pages = [found for found in objects if "datePublished" in found and "Comment" not in types_of(found)]
    told = [found.get(name) for found in (article, *pages[:1]) for name in _PUBLISHED]
    days = _with_digits((*map(text_of, told), *(meta.get(name) for name in _DAYS)))
    # The tree is searched only where its head tells no moment, which would go before.
    return days if any(map(moment_of, days)) else _with_digits((*days, *_marked(document)))


def _with_digits(days: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(day for day in days if day and any(map(str.isdigit, day))))


def _marked(document: DocumentNode) -> Iterator[str | None]:
    """Days that the page's own elements are marked up as: microdata, RDFa, hAtom, ``<time pubdate>``."""
    if document.query_selector(", ".join(_MARKED)) is None:
        return
    for selector in _MARKED:
        element = document.query_selector(selector)
        if element is not None:
            for attribute in ("content", "datetime", "title"):
                yield element.getattr(attribute)
            yield _text(element)


def _free(article: LinkedData, meta: dict[str, str]) -> bool | None:
    match article.get("isAccessibleForFree"):
        case bool(value):
            return value
        case str(value):
            return value.rpartition("/")[2].lower() != "false"
        case _:
            tier = meta.get("article:content_tier")
            return tier.lower() == "free" if tier else None
