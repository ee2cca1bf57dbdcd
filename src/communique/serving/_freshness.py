"""Whether a page is still as the reader has it: told by what the record holds, without asking it anything else."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version
from typing import Any

from litestar import Request, Response
from litestar.datastructures import MutableScopeHeaders, State
from litestar.types import Message, Scope

from communique.serving._readers import Readers
from communique.serving._session import COOKIE
from communique.serving._settings import Settings

__all__ = ["Freshness", "never_mind"]

_KEY = "communique_etag"


class Freshness:
    """Gives pages an entity tag (RFC 9110, section 8.8.3), and answers 304 to who has that page already.

    Its tag tells of the program, the file, its latest change and document, and of who is signed in: the same
    in every process that serves the record.
    """

    def __init__(self, settings: Settings, readers: Readers) -> None:
        self._file = f"{version('communique')} {settings.record.stat().st_ino}"
        self._readers = readers

    async def answer(self, request: Request[None, None, State]) -> Response[None] | None:
        """Before a page is made. The two questions find the last row of a table, so they are asked at once."""
        if request.method != "GET" or "x-seen" in request.headers:
            return None
        with self._readers.reading() as record:
            state = f"{self._file} {record.state} {request.cookies.get(COOKIE, '')}"
        tag = f'W/"{sha256(state.encode()).hexdigest()[:20]}"'
        request.scope["state"][_KEY] = tag
        if request.headers.get("if-none-match") != tag:
            return None
        return Response(None, status_code=304, headers={"etag": tag})

    async def stamp(self, message: Message, scope: Scope) -> None:
        """Before an answer is sent."""
        tag = scope["state"].get(_KEY)
        if tag is None or message["type"] != "http.response.start" or message["status"] != 200:
            return
        headers: Any = MutableScopeHeaders.from_message(message=message)
        headers.setdefault("etag", tag)
        headers.setdefault("cache-control", "private, no-cache")
        headers.setdefault("vary", "Cookie, Accept-Encoding")


def never_mind(request: Request[Any, Any, State]) -> None:
    """Leaves the tag out: part of the answer is older than the record."""
    request.scope["state"][_KEY] = None
