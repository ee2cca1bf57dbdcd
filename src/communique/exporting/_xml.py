"""XML written element by element, so that no tree of it is held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import BinaryIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from communique.exporting._text import printable

__all__ = ["Xml"]

_NONE: Mapping[str, str | None] = MappingProxyType({})


class Xml:
    """A document on a stream of bytes, in UTF-8; characters that XML forbids become U+FFFD."""

    def __init__(self, stream: BinaryIO) -> None:
        self._generator = XMLGenerator(stream, encoding="utf-8", short_empty_elements=True)
        self._generator.startDocument()

    @contextmanager
    def element(self, name: str, attributes: Mapping[str, str | None] = _NONE) -> Iterator[None]:
        """An element around what is written inside; attributes that are null are left out."""
        known = {key: printable(value) for key, value in attributes.items() if value is not None}
        self._generator.startElement(name, AttributesImpl(known))
        yield
        self._generator.endElement(name)
        self._generator.ignorableWhitespace("\n")

    def leaf(self, name: str, attributes: Mapping[str, str | None] = _NONE, text: str = "") -> None:
        """An element that holds text or nothing."""
        with self.element(name, attributes):
            if text:
                self._generator.characters(printable(text))
