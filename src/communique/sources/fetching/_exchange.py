"""One request and its answer, within bounds."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from functools import cache

import httpcore
import httpx
import msgspec

from communique.sources.fetching._address import shown
from communique.sources.fetching._inflating import ENCODINGS, SizeError, inflated
from communique.sources.fetching._network import ForbiddenError, Network, Sockets
from communique.sources.fetching.fetched import FetchError

__all__ = ["Answer", "Bounds", "exchange"]


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    """What an exchange may cost: the moment of ``time.monotonic`` at which it has to be over, and bytes of body.

    With ``cut`` a body that is longer is cut, not refused.
    """

    end: float
    size: int
    allow_private: bool
    cut: bool = False


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a server answered, whatever it is; names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def exchange(
    address: httpx.URL, headers: Mapping[str, str], bounds: Bounds, sockets: Sockets, *, content: bytes | None = None
) -> Answer:
    """Asks ``address``, or sends it ``content``; ``FetchError`` says what went wrong with it.

    A connection serves one exchange: the next to the same host is a second or more away, and by then many servers
    have hung up. The size of the headers is bounded by httpcore, at 100 kB.
    """
    network = Network(bounds.end, allow_private=bounds.allow_private, sockets=sockets)
    try:
        with httpcore.HTTPConnection(_origin(address), ssl_context=_tls(), network_backend=network) as connection:
            response = connection.handle_request(_request(address, headers, content))
            try:
                return _answer(response, bounds)
            finally:
                response.close()
    except ForbiddenError as error:
        raise FetchError(shown(str(address)), str(error), lasting=True) from None
    except SizeError as error:
        raise FetchError(shown(str(address)), str(error), lasting=True) from None
    except httpcore.TimeoutException:
        raise FetchError(shown(str(address)), "no answer, or not all of it, in the time that it had") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, ValueError) as error:
        raise FetchError(shown(str(address)), _reason(error)) from None


def _reason(error: Exception) -> str:
    said = str(error) or type(error).__name__
    match error:
        case httpcore.ConnectError():
            return f"no connection: {said}"
        case httpcore.ProtocolError():
            return f"the answer is not whole or not HTTP: {said}"
        case httpcore.NetworkError():
            return f"the connection broke: {said}"
        case _:
            return said


@cache
def _tls() -> ssl.SSLContext:
    return httpx.create_ssl_context()


def _origin(address: httpx.URL) -> httpcore.Origin:
    port = address.port or (443 if address.scheme == "https" else 80)
    return httpcore.Origin(address.raw_scheme, address.raw_host, port)


def _request(address: httpx.URL, headers: Mapping[str, str], content: bytes | None) -> httpcore.Request:
    target = httpcore.URL(
        scheme=address.raw_scheme, host=address.raw_host, port=_origin(address).port, target=address.raw_path
    )
    fields: list[tuple[bytes | str, bytes | str]] = [
        ("Host", address.netloc),
        ("Accept-Encoding", ", ".join(ENCODINGS)),
        ("Connection", "close"),
        *((name, value.encode()) for name, value in headers.items()),
    ]
    if content is None:
        return httpcore.Request("GET", target, headers=fields)
    fields.append(("Content-Length", str(len(content))))
    return httpcore.Request("POST", target, headers=fields, content=content)


def _answer(response: httpcore.Response, bounds: Bounds) -> Answer:
    headers: dict[str, str] = {}
    for name, value in response.headers:
        headers.setdefault(name.decode("latin-1").lower(), _text(value).strip())
    return Answer(status=response.status, headers=headers, body=_body(response, headers, bounds))


def _text(value: bytes) -> str:
    """Latin-1 is what the standard has (RFC 9110, 5.5), UTF-8 is what servers send in redirects."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _body(response: httpcore.Response, headers: Mapping[str, str], bounds: Bounds) -> bytes:
    declared = headers.get("content-length", "")
    if not bounds.cut and declared.isdecimal() and int(declared) > bounds.size:
        raise SizeError(bounds.size)
    sent = _sent(response, bounds)
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("", "identity"):
        return b"".join(sent)
    if encoding.removeprefix("x-") not in ENCODINGS:
        raise ValueError(f"packed as {encoding[:40]}, which was not asked for")
    return inflated(sent, bounds.size)


def _sent(response: httpcore.Response, bounds: Bounds) -> Iterator[bytes]:
    size = 0
    for piece in response.iter_stream():
        size += len(piece)
        if size > bounds.size:
            if not bounds.cut:
                raise SizeError(bounds.size)
            yield piece[: len(piece) - (size - bounds.size)]
            return
        yield piece
