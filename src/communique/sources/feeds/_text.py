"""What stands in a piece of markup."""

from __future__ import annotations

import html
import re

__all__ = ["line_of", "text_of"]

_TAG = re.compile(r"<[^<>]*>")


def text_of(markup: str) -> str:
    """The text of a piece of HTML, paragraphs parted by blank lines."""
    from resiliparse.extract.html2text import extract_plain_text

    text: str = extract_plain_text(markup, main_content=False, alt_texts=False, links=False, form_fields=False)
    return text.strip()


def line_of(markup: object) -> str | None:
    """The text of a title, which may hold tags and entities, on one line; null where nothing is left."""
    if not isinstance(markup, str):
        return None
    return " ".join(html.unescape(_TAG.sub("", markup)).split()) or None
