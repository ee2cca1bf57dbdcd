"""What every answer carries so that the text of an article stays text."""

from __future__ import annotations

from typing import Any

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

__all__ = ["protect"]

# No script or style but our own files, nothing from elsewhere, no frame around us: see
# https://owasp.org/www-project-secure-headers/ and https://www.w3.org/TR/CSP3/.
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


async def protect(message: Message, scope: Scope) -> None:
    """Adds the headers to an answer before it is sent."""
    if message["type"] != "http.response.start":
        return
    headers: Any = MutableScopeHeaders.from_message(message=message)
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
