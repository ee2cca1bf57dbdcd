"""Markup → a tree of XML; what is damaged in it is mended where it can be."""

from __future__ import annotations

from lxml import etree

__all__ = ["local_name", "tree_of"]


def tree_of(markup: bytes) -> etree._Element:
    """The root of safe markup; ``ValueError`` where nothing can be read. Nothing outside it is ever loaded."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(markup, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ValueError(f"damaged XML: {error}") from None
    if root is None:
        raise ValueError("damaged XML: nothing can be read of it")
    return root


def local_name(element: etree._Element) -> str:
    """The name without its namespace, in lower case; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
