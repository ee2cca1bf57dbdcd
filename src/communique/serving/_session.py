"""Who is signed in: a name, proved by the token that the server was started with."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import Any

from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.exceptions import NotAuthorizedException

from communique.serving._settings import Settings

__all__ = ["COOKIE", "judge_of", "session_cookie", "signed_in"]

COOKIE = "communique"
_WEEK = 7 * 24 * 3600


def signed_in(connection: ASGIConnection[Any, Any, Any, Any], settings: Settings) -> str | None:
    """The name in the cookie, if the cookie is ours; null for who only reads."""
    if settings.token is None:
        return None
    proof, _, coded = connection.cookies.get(COOKIE, "").partition(".")
    if not coded or not hmac.compare_digest(proof.encode(), _proof(settings.token, coded).encode()):
        return None
    return urlsafe_b64decode(coded).decode()


def session_cookie(settings: Settings, name: str, token: str) -> Cookie | None:
    """The cookie of who knows the token; null for who does not. No script reads it, no other site sends it."""
    if settings.token is None or not name or not hmac.compare_digest(token.encode(), settings.token.encode()):
        return None
    coded = urlsafe_b64encode(name.encode()).decode()
    value = f"{_proof(settings.token, coded)}.{coded}"
    return Cookie(key=COOKIE, value=value, max_age=_WEEK, httponly=True, samesite="strict", path="/")


def judge_of(request: ASGIConnection[Any, Any, Any, Any], settings: NamedDependency[Settings]) -> str:
    """The name of who judges; ``NotAuthorizedException`` for who only reads."""
    name = signed_in(request, settings)
    if name is None:
        raise NotAuthorizedException("Only who is signed in may judge.")
    return name


def _proof(token: str, coded: str) -> str:
    return hmac.new(token.encode(), coded.encode(), sha256).hexdigest()
