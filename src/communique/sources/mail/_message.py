"""A message → its pages: its own text, and each message that it encloses."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from io import BufferedReader

import msgspec

from communique.sources._limits import ARTICLE_BYTES, too_large
from communique.sources._webpages import web_pages
from communique.sources.mail._forwarded import forwarded
from communique.sources.mail._headers import About, about
from communique.sources.mail._parts import Shown, enclosed, shown
from communique.types import InputError, Page

__all__ = ["message_page_list", "message_pages"]

_ENOUGH = 200
"""Letters of a text part that is more than a hint to look at the other one."""
_MOST_ENCLOSED = 100
_DEEPEST = 50
"""Parts in parts. Each line is held against the borders of all parts around it."""


def message_pages(stream: BufferedReader, place: str) -> Iterator[Page | InputError]:
    """The pages of a file with one message (.eml)."""
    data = stream.read(ARTICLE_BYTES + 1)
    if len(data) > ARTICLE_BYTES:
        yield InputError(place, too_large())
    else:
        yield from message_page_list(data, place)


def message_page_list(data: bytes, place: str) -> list[Page | InputError]:
    """The pages of one message: what it shows, and what each message shows that it encloses (``place#number``)."""
    if data.lower().count(b"boundary=") > _DEEPEST:
        return [InputError(place, f"a message of more than {_DEEPEST} parts in parts")]
    try:
        message = message_from_bytes(data)
        within = enclosed(message)[:_MOST_ENCLOSED]
        found = list(_pages(message, place, needed=not within))
        for number, wrapped in enumerate(within, 1):
            inner = wrapped.get_payload(0)
            found += _pages(inner, f"{place}#{number}", needed=True) if isinstance(inner, Message) else []
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError, AssertionError) as error:
        # The standard parser lets some of these through where a message is broken.
        return [InputError(place, f"a broken message: {error or type(error).__name__}")]
    return found


def _pages(message: Message, place: str, *, needed: bool) -> Iterator[Page | InputError]:
    """The pages of ``message`` alone; nothing is said of one that shows nothing where it is not ``needed``."""
    told = about(message)
    seen = shown(message)
    if _letters(seen.text) < _ENOUGH and seen.pages:
        found = list(_web_pages(seen, told, place))
        if any(isinstance(page, Page) for page in found) or not seen.text.strip():
            yield from found
            return
    if not seen.text.strip():
        if needed:
            yield InputError(place, "a message without text; nothing to read")
        return
    passed_on = forwarded(seen.text)
    if passed_on is not None:
        yield _page(passed_on.text, passed_on.about, place)
    elif needed:
        yield _page(seen.text, told, place)


def _page(text: str, told: About, place: str) -> Page:
    shown = text if told.title is None or text.lstrip().startswith(told.title) else f"{told.title}\n\n{text}"
    return Page(
        source=place,
        text=shown,
        url=told.url,
        title=told.title,
        published=told.published,
        publisher=told.publisher,
    )


def _web_pages(seen: Shown, told: About, place: str) -> Iterator[Page | InputError]:
    for data, content_type in seen.pages:
        for page in web_pages(data, place, url=told.url, headers={"Content-Type": content_type}):
            if isinstance(page, InputError):
                yield page
            else:
                # What a newsletter's markup says of itself is that of its template.
                said = {"title": told.title, "published": told.published, "publisher": told.publisher}
                yield msgspec.structs.replace(page, **{name: value for name, value in said.items() if value})


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
