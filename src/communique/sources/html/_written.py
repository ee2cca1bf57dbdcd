"""A parsed page → its tree written out: well formed, without scripts and the like.

What is written out is read many times as fast as the nodes of a tree are visited from Python. It has no ">" in the
attributes of a tag (WHATWG HTML, section 13.3), and comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from resiliparse.parse.html import HTMLTree

from communique.sources.html._elements import attributes_of

__all__ = ["attributes_in", "tags", "written_out"]

# Many of these a page has, or text that a tree written out does not escape.
_LEFT_OUT = "script, style, svg, noscript, template, select, iframe, noembed, noframes, xmp, plaintext"
_TAGS_KEPT = 200


def written_out(tree: HTMLTree) -> str:
    """The markup of ``tree``, out of which elements are taken that nobody sees; empty where it is no page."""
    if tree.document is None:
        return ""
    for element in tree.document.query_selector_all(_LEFT_OUT).values():
        element.decompose()
    return tree.document.html


@lru_cache(maxsize=_TAGS_KEPT)
def tags(name: str) -> re.Pattern[str]:
    """Tags of that name, and comments, which may hold what looks like one.

    The first group is a slash in closing tags, empty in opening ones, the second what is written of attributes.
    """
    return re.compile(rf"<!--.*?-->|<(/?){re.escape(name)}(?=[\s>])([^>]*)>", re.DOTALL)


def attributes_in(markup: str, name: str) -> Iterator[Mapping[str, str]]:
    """The attributes of all elements of that name, in order."""
    for found in tags(name).finditer(markup):
        if found[2]:
            yield attributes_of(found[2])
