"""Where a page's own elements hold too little: the text in its metadata, what it shows without scripts, trafilatura."""

from __future__ import annotations

import logging
import re

import msgspec
from resiliparse.parse.html import HTMLTree

from communique.sources.html._boxes import Block
from communique.sources.html._layout import lay_out
from communique.sources.html._main import Main, main_of
from communique.sources.html._metadata import Metadata
from communique.sources.html._written import written_out

__all__ = ["rescued"]

# What it finds wanting in a page it logs, and Python prints that on standard error where nobody has set up logging.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_LITTLE = 250  # characters of prose
_MUCH_MORE = 2
_FEWEST_PICTURES = 3  # with which a page is a gallery, and has no more to say
_NOSCRIPT = re.compile(r"</?noscript\b[^>]*>", re.IGNORECASE)
_MOST_TAGS = 10_000  # on which the slow ways are tried


def rescued(main: Main, metadata: Metadata, markup: str) -> Main:
    """``main``, or what has much more prose where it has too little."""
    if main.prose >= _LITTLE or main.prose >= len(metadata.body or "") > 0 or len(main.captions) >= _FEWEST_PICTURES:
        return main
    found = _found(main, metadata, markup)
    return found if found.prose >= max(_LITTLE, _MUCH_MORE * main.prose) else main


def _found(main: Main, metadata: Metadata, markup: str) -> Main:
    told = _told(main, metadata)
    if told.prose >= _LITTLE:
        return told
    if markup.count("<") > _MOST_TAGS:
        return main
    bare = _laid_out(_NOSCRIPT.sub("", markup)) if "<noscript" in markup else main
    return bare if bare.prose >= _LITTLE else _by_trafilatura(main, markup)


def _told(main: Main, metadata: Metadata) -> Main:
    """The text that JSON-LD gives; it may hold markup of its own."""
    body = metadata.body or ""
    if "<" in body:
        return _laid_out(body)
    blocks = [Block.of(line.strip(), 0, 0) for line in body.splitlines() if line.strip()]
    return _with(main, blocks)


def _laid_out(markup: str) -> Main:
    return main_of(lay_out(written_out(HTMLTree.parse(markup))))


def _by_trafilatura(main: Main, markup: str) -> Main:
    import trafilatura

    text = trafilatura.extract(markup, include_comments=False, fast=True) or ""
    return _with(main, [Block.of(line.strip(), 0, 0) for line in text.splitlines() if line.strip()])


def _with(main: Main, blocks: list[Block]) -> Main:
    return msgspec.structs.replace(main, blocks=tuple(blocks), headline=None, top=0)
