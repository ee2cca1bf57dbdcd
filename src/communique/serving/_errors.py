"""What is answered where a question cannot be: a page to people, JSON to programs, the same words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from litestar import MediaType, Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.response import Template

from communique.types import CommuniqueError, RecordError

__all__ = ["ERRORS", "Problem"]

_Request = Request[None, None, State]
_Answer = Response[Any]
_UNFORESEEN = "Something went wrong here; the server's log says what."


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What a program is told."""

    status_code: int
    detail: str


def _http_error(request: _Request, error: HTTPException) -> _Answer:
    return _answer(request, error.status_code, error.detail, error.headers)


def _own_error(request: _Request, error: CommuniqueError) -> _Answer:
    return _answer(request, 503 if isinstance(error, RecordError) else 400, str(error))


def _unforeseen(request: _Request, error: Exception) -> _Answer:
    return _answer(request, 500, _UNFORESEEN)


def _answer(request: _Request, status: int, text: str, headers: dict[str, str] | None = None) -> _Answer:
    if request.url.path.startswith(("/api/", "/openapi")):
        problem = Problem(status_code=status, detail=text)
        return Response(problem, status_code=status, headers=headers, media_type=MediaType.JSON)
    context = {"status": status, "text": text}
    return Template("error.html", context=context, status_code=status, headers=headers, media_type=MediaType.HTML)


ERRORS: dict[int | type[Exception], Callable[..., Response[Any]]] = {
    HTTPException: _http_error,
    CommuniqueError: _own_error,
    Exception: _unforeseen,
}
"""Exception → what answers it."""
