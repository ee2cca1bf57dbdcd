"""What the elements of a page are by their tags and attributes: blocks, unseen, hidden, named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from types import MappingProxyType

import msgspec

from communique.sources.html._names import Part, is_of, parts_of

__all__ = ["BLOCKS", "MENUS", "UNSEEN", "VOID", "Naming", "attributes_of", "is_unseen", "naming_of"]

UNSEEN = frozenset(
    """script style noscript template svg math iframe object embed canvas video audio button select input
    textarea datalist head meta link title applet frameset noframes noembed xmp plaintext progress meter dialog rt rp
    amp-ad amp-embed amp-analytics""".split()
)
"""Elements whose text no reader of the page sees."""
BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search
    section summary table tbody td tfoot th thead tr ul amp-img amp-carousel amp-sidebar""".split()
)
"""The elements that HTML's own style sheet shows as blocks (WHATWG HTML, section 15.3), and AMP's."""
MENUS = frozenset(("nav", "search", "amp-sidebar"))
"""Blocks that lead elsewhere (WHATWG HTML, section 4.3.4), and are a fifth of what pages hold."""
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
_ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CLASS = 'class="'
_NAMING = ("class", "role", "itemprop", "data-component", "data-testid")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TOPICS = ("tag-", "category-")  # classes that WordPress makes of what a post is about
_MOST_NAMES = 400  # characters; utility classes may be many, but say nothing
_KEPT = 20_000  # sets of attributes; a page has some hundreds, and many of them are those of other pages
_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


class Naming(msgspec.Struct, frozen=True, gc=False):
    """What a block's attributes say: its names, what it is by them, its id, and whether it is hidden."""

    names: str = ""
    parts: frozenset[Part] = frozenset()
    id: str | None = None
    hidden: bool = False


def attributes_of(written: str) -> Mapping[str, str]:
    """Names and values of the attributes of a tag, as a tree that is written out has them."""
    if not written:
        return _NO_ATTRIBUTES
    # Most tags have one.
    single = written.count('"') == 2 and written[-1] == '"'
    found = dict([written[:-1].partition('="')[::2]] if single else _ATTRIBUTE.findall(written))
    return {name: unescape(value) for name, value in found.items()} if "&" in written else found


def is_unseen(written: str) -> bool:
    """Whether nobody sees an element that is no block, by its attributes."""
    if ("hidden" in written or "style=" in written) and _is_hidden(attributes_of(written)):
        return True
    if _CLASS not in written:
        return False
    _, told, behind = f" {written}".partition(f" {_CLASS}")
    return bool(told) and _hides(behind.partition('"')[0])


@lru_cache(maxsize=_KEPT)
def _hides(classes: str) -> bool:
    return is_of(" ".join(unescape(classes)[:_MOST_NAMES].lower().split()), "hidden")


def naming_of(tag: str, written: str) -> Naming:
    """The naming of a block."""
    return _naming(written, tag in _HEADINGS) if written else _NAMELESS


_NAMELESS = Naming()


@lru_cache(maxsize=_KEPT)
def _naming(written: str, heading: bool) -> Naming:
    # Half of all blocks have classes and nothing else.
    if written.startswith(_CLASS) and written[-1] == '"' and written.count('"') == 2 and "&" not in written:
        return _named(written[len(_CLASS) : -1], None, hidden=False)
    attributes = attributes_of(written)
    anchor = attributes.get("id") or None
    named = [attributes[name] for name in _NAMING if name in attributes]
    # The id of a heading is made of its own words.
    if anchor and not heading:
        named.append(anchor)
    return _named(" ".join(named), anchor, hidden=_is_hidden(attributes))


def _named(named: str, anchor: str | None, *, hidden: bool) -> Naming:
    names = _plain_names(named[:_MOST_NAMES]) if named else ""
    parts = parts_of(names)
    return Naming(names, parts, anchor, hidden or "hidden" in parts)


def _plain_names(named: str) -> str:
    named = named.lower()
    if "tag-" in named or "category-" in named:
        return " ".join(name for name in named.split() if not name.startswith(_TOPICS))
    return " ".join(named.split())


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return "style" in attributes and _HIDDEN_STYLE.search(attributes["style"][:_MOST_NAMES]) is not None
