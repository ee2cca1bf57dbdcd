"""Requests that change or cost something come from our own pages, or from programs; never from another site's page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from litestar.connection import ASGIConnection
from litestar.exceptions import PermissionDeniedException
from litestar.handlers import BaseRouteHandler

__all__ = ["same_origin"]

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = frozenset({"same-origin", "none"})


def same_origin(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Refuses what a browser sends on behalf of another site (CSRF).

    Browsers say where a request comes from in ``Sec-Fetch-Site`` (https://www.w3.org/TR/fetch-metadata/), older ones
    in ``Origin``; a program that sends neither carries no reader's cookie.
    """
    if connection.scope.get("method") in _SAFE:
        return
    site, origin = connection.headers.get("sec-fetch-site"), connection.headers.get("origin")
    ours = site in _OURS if site else origin is None or urlsplit(origin).netloc == connection.headers.get("host")
    if not ours:
        raise PermissionDeniedException("This was asked by another site's page.")
