"""Lists of articles: feeds, lists of feeds and sitemaps. Needs the extra ``feeds`` (fastfeedparser, feedparser, lxml).

In come the bytes of a list (RSS 0.9 to 2.0, RDF, Atom, JSON Feed, OPML, a sitemap or an index of sitemaps) and the
address that they are from; out comes a ``Listing`` of articles, with what the list says of each, and of further
lists. Files in reading order: ``listing`` (what comes out), ``_markup`` (bytes → markup that is safe to parse),
``_text`` (what stands in markup), ``_xml_feed``, ``_json_feed``, ``_tree``, ``_outline`` and ``_sitemap`` (one form a
file), ``_reading`` (which form it is).
"""

from communique.sources.feeds._reading import listing_of
from communique.sources.feeds._text import text_of
from communique.sources.feeds._xml_feed import absolute
from communique.sources.feeds.listing import Item, Listing

__all__ = ["Item", "Listing", "absolute", "listing_of", "text_of"]
