"""A text that is read while its reader waits, and not kept."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Template

from communique.running import code_text
from communique.serving._api import LONGEST_TEXT
from communique.serving._report import report_view

__all__ = ["READING"]


class Given(msgspec.Struct, frozen=True):
    """The fields of the form as they were filled in."""

    text: Annotated[str, msgspec.Meta(max_length=LONGEST_TEXT)] = ""
    title: Annotated[str, msgspec.Meta(max_length=1_000)] = ""
    published: Annotated[str, msgspec.Meta(max_length=40)] = ""


@get("/read", name="read", sync_to_thread=False, include_in_schema=False)
def read_page() -> Template:
    """The form."""
    return Template("read.html", context={"given": Given(), "longest": LONGEST_TEXT})


@post("/read", sync_to_thread=True, status_code=200, include_in_schema=False)
def read_text(data: Annotated[Given, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> Template:
    """The text with its claims marked."""
    coding = code_text(data.text, title=data.title or None, published=data.published or None, source="pasted text")
    return Template("report.html", context={"view": report_view(coding, {}), "path": "/read"})


READING = (read_page, read_text)
