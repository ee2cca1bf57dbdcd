"""A parsed page → its tree written out: well formed, without comments, scripts, what menus hold and the like.

What is written out is read many times as fast as the nodes of a tree are visited from Python. In it ">" ends tags and
stands nowhere else, "<" begins them, but for the names of a few broken attributes (WHATWG HTML, section 13.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resiliparse.parse.html import DocumentNode, HTMLTree

from communique.sources.html._elements import MENUS, attributes_of

__all__ = ["attributes_in", "written_out"]

# Many of these a page has, or text that a tree written out does not escape.
_LEFT_OUT = "script, style, svg, noscript, template, select, iframe, noembed, noframes, xmp, plaintext"
_MENUS = ", ".join(MENUS)
_TOLD = "h1, time"
_MOST_MENUS = 50  # of a page; each is searched, and they may stand in each other

_OPEN, _CLOSE = "<!--", "-->"


def written_out(tree: HTMLTree) -> str:
    """The markup of ``tree``, out of which is taken what nobody sees and what menus hold; empty where it is no page."""
    if tree.document is None:
        return ""
    for element in tree.document.query_selector_all(_LEFT_OUT).values():
        element.decompose()
    _empty_menus(tree.document)
    return _without_comments(tree.document.html)


def _empty_menus(document: DocumentNode) -> None:
    """Takes out what is in menus, which the layout leaves behind, but for those with a headline or a moment."""
    for menu in document.query_selector_all(_MENUS)[:_MOST_MENUS]:
        if menu.query_selector(_TOLD) is None:
            menu.replace_children()


def _without_comments(markup: str) -> str:
    kept = []
    at = looked = 0
    while (start := markup.find(_OPEN, looked)) >= 0:
        looked = start + len(_OPEN)
        # An attribute may have that name.
        if markup.rfind("<", 0, start) > markup.rfind(">", 0, start):
            continue
        kept.append(markup[at:start])
        end = markup.find(_CLOSE, looked)
        at = looked = end + len(_CLOSE) if end >= 0 else len(markup)
    return "".join([*kept, markup[at:]])


def attributes_in(markup: str, name: str) -> Iterator[Mapping[str, str]]:
    """The attributes of all elements of that name that have any, in order."""
    for behind in markup.split(f"<{name} ")[1:]:
        yield attributes_of(behind.partition(">")[0])
