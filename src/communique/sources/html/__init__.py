"""Web pages → pages. Needs the extra ``pages`` (resiliparse, trafilatura).

In come the bytes of one web page, with its address and HTTP headers where they are known. Out go ``Page`` records:
one article, or the entries of a live blog, or an ``InputError`` that says why there is none. Files in reading order:
``_markup`` (bytes → markup), ``_boxes`` (boxes and blocks), ``_names`` (what sites call their parts), ``_elements``
(what elements are), ``_written`` (tree → markup again, well formed), ``_ends`` (where elements end), ``_layout``
(markup → blocks), ``_main`` (which blocks are the article), ``_rescue`` (where they are too few), ``_linked_data``,
``_moment`` and ``_metadata`` (what the page says of itself), ``_shown_day``, ``_named_day`` and ``_published`` (its
day), ``_live`` (live blogs), ``_verdict`` (pages that are no articles), ``_article`` (all of it).
"""

from communique.sources.html._article import html_pages

__all__ = ["html_pages"]
