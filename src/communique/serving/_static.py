"""The shipped files: read once, packed once, and kept by a browser for as long as their address has their hash."""

from __future__ import annotations

import gzip
from functools import cache
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

__all__ = ["STATIC", "static_url"]

_FOLDER = Path(__file__).parent / "static"
_YEAR = "public, max-age=31536000, immutable"
"""A year is as good as for ever: https://www.rfc-editor.org/rfc/rfc8246."""


class _File(msgspec.Struct, frozen=True):
    media_type: str
    digest: str
    plain: bytes
    packed: bytes


@cache
def _files() -> dict[str, _File]:
    return {path.name: _file(path) for path in _FOLDER.iterdir() if path.is_file()}


def _file(path: Path) -> _File:
    plain = path.read_bytes()
    media_type = guess_type(path.name)[0] or "application/octet-stream"
    return _File(media_type, sha256(plain).hexdigest()[:12], plain, gzip.compress(plain, 9, mtime=0))


def static_url(name: str) -> str:
    """The address of a shipped file, which changes with it."""
    return f"/static/{name}?v={_files()[name].digest}"


@get("/static/{name:str}", name="static", sync_to_thread=False, include_in_schema=False)
def static(request: Request[None, None, State], name: FromPath[str]) -> Response[bytes]:
    """A shipped file, packed for who can unpack it."""
    found = _files().get(name)
    if found is None:
        raise NotFoundException(f"There is no file {name}.")
    kept = _YEAR if request.query_params.get("v") == found.digest else "no-cache"
    headers = {"cache-control": kept, "etag": f'"{found.digest}"', "vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(b"", status_code=304, headers=headers, media_type=found.media_type)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(found.plain, headers=headers, media_type=found.media_type)
    return Response(found.packed, headers={**headers, "content-encoding": "gzip"}, media_type=found.media_type)


STATIC = (static,)
