"""A text, or a file, that is read while its reader waits, and not kept."""

from __future__ import annotations

from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from litestar import Request, get, post
from litestar.datastructures import State, UploadFile
from litestar.response import Template

from communique.running import code_new, code_text
from communique.serving._api import LONGEST_TEXT
from communique.serving._report import report_view
from communique.serving._threads import apart
from communique.types import Coding, Document, InputError, UsageError

__all__ = ["READING"]

_LARGEST_FILE = 20_000_000
"""Bytes: a long article has 20 kB, a report as PDF some megabytes."""
_MOST_ARTICLES = 10
"""Articles of a file that are read while its reader waits; ``communique read`` takes all."""
_LONGEST_TITLE = 1_000
_LONGEST_DAY = 40


class Given(msgspec.Struct, frozen=True):
    """The fields of the form as they were filled in."""

    text: str = ""
    title: str = ""
    published: str = ""


class Dropped(msgspec.Struct, frozen=True):
    """A file: its name, and what is in it."""

    name: str
    content: bytes


class ReadFile(msgspec.Struct, frozen=True):
    """The articles of a file, why others could not be read, and whether there are ``more`` of both."""

    codings: tuple[Coding, ...]
    failed: tuple[str, ...]
    more: bool


@get("/read", name="read", sync_to_thread=False, include_in_schema=False)
def read_page() -> Template:
    """The form."""
    return Template("read.html", context={"given": Given(), "longest": LONGEST_TEXT})


@post("/read", status_code=200, include_in_schema=False, request_max_body_size=_LARGEST_FILE)
async def read_text(request: Request[None, None, State]) -> Template:
    """The text with its claims marked, or the file's."""
    form = await request.form()
    file = form.get("file")
    if isinstance(file, UploadFile) and file.filename:
        return await apart(partial(_of_file, Dropped(file.filename, await file.read())))
    return await apart(partial(_of_text, _given(form.get("text"), form.get("title"), form.get("published"))))


def _given(text: object, title: object, published: object) -> Given:
    """The fields; ``UsageError`` where one is too long."""
    given = Given(*(value if isinstance(value, str) else "" for value in (text, title, published)))
    for name, most in (("text", LONGEST_TEXT), ("title", _LONGEST_TITLE), ("published", _LONGEST_DAY)):
        if len(getattr(given, name)) > most:
            raise UsageError(f"{name}: more than {most:,} characters")
    return given


def _of_text(given: Given) -> Template:
    coding = code_text(given.text, title=given.title or None, published=given.published or None, source="pasted text")
    return _report(coding)


def _of_file(dropped: Dropped) -> Template:
    """The report where the file is one article, else its articles with their claims."""
    found = _read_file(dropped)
    if len(found.codings) == 1 and not found.failed and not found.more:
        return _report(found.codings[0])
    return Template("articles.html", context={"name": dropped.name, "found": found})


def _report(coding: Coding) -> Template:
    return Template("report.html", context={"view": report_view(coding, {}), "path": "/read"})


def _read_file(dropped: Dropped) -> ReadFile:
    """The first articles of a file, by the readers of ``communique read``, which go by the end of its name."""
    with TemporaryDirectory(prefix="communique-") as folder:
        path = Path(folder, _safe(dropped.name))
        path.write_bytes(dropped.content)
        outcomes = code_new([str(path)], lambda document: len(document.text) > LONGEST_TEXT)
        found = [_without(folder, outcome) for outcome in islice(outcomes, _MOST_ARTICLES + 1)]
    shown = found[:_MOST_ARTICLES]
    return ReadFile(
        tuple(one for one in shown if isinstance(one, Coding)),
        tuple(one for one in shown if isinstance(one, str)),
        more=len(found) > _MOST_ARTICLES,
    )


def _safe(name: str) -> str:
    """The last part of a file's name without what means something to a file system."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter if letter.isalnum() or letter in "-_. " else "_" for letter in last).lstrip(".")
    return kept[-100:] or "file"


def _without(folder: str, outcome: Coding | Document | InputError) -> Coding | str:
    """An article as if it came from the file's own name, or why it could not be read."""
    if isinstance(outcome, InputError):
        return str(outcome).replace(f"{folder}/", "")
    if isinstance(outcome, Document):
        source = outcome.source.replace(f"{folder}/", "")
        return f"{source}: more than {LONGEST_TEXT:,} characters; communique read takes longer ones"
    source = outcome.document.source.replace(f"{folder}/", "")
    return msgspec.structs.replace(outcome, document=msgspec.structs.replace(outcome.document, source=source))


READING = (read_page, read_text)
