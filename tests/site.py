"""A web site on loopback that does what a test tells it to, well or badly."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from types import TracebackType

BODY = (
    "Kenyan President Peter Kamau met Japanese Prime Minister Haruto Sato in Nairobi on Monday. "
    "They spoke of tea, of the harbour at Mombasa and of a railway that both want to see built before long. "
    "Neither side told what it would cost, and no paper was signed, but both said that work would begin next year."
)


def article(title: str, body: str = BODY, head: str = "") -> str:
    """A page with an article."""
    return (
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>"
        f"<p>{body}</p><p>Officials of both said that {title.lower()} was a good beginning.</p></article></body></html>"
    )


def rss(*items: str) -> str:
    """A feed."""
    return f'<rss version="2.0"><channel><title>Daily Kite</title>{"".join(items)}</channel></rss>'


def item(link: str, title: str = "A title", more: str = "") -> str:
    """An article as a feed tells of it."""
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


Act = Callable[["Request"], None]
"""What the site does when it is asked."""


class Request(BaseHTTPRequestHandler):
    """One request, with ways to answer it."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.asked.append((self.path, dict(self.headers)))
        act = self.server.acts.get(self.path)
        with suppress(OSError):  # the client hung up, as it should
            act(self) if act else self.answer(404, b"not there")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with self.server.lock:
            self.server.bodies.append((dict(self.headers), body))
        self.do_GET()

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.head(status, **{"Content-Length": str(len(body)), **headers})
        self.wfile.write(body)

    def head(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def drip(self, piece: bytes, pause: float) -> None:
        """Sends ``piece`` again and again until the client hangs up or the site closes."""
        while not self.server.closing.wait(pause):
            self.wfile.write(piece)
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.acts: dict[str, Act] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.bodies: list[tuple[dict[str, str], bytes]] = []
        self.closing = Event()
        self.lock = Lock()

    def handle_error(self, request: object, client_address: object) -> None:
        pass


class Site:
    """The site, as a test sees it: ``site.url("/a")`` is an address, ``site.acts`` what each path does."""

    def __init__(self, name: str = "127.0.0.1") -> None:
        self.server = Server()
        self.acts = self.server.acts
        self.host = f"{name}:{self.server.server_port}"

    def __enter__(self) -> Site:
        self._thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.server.closing.set()
        self.server.shutdown()
        self._thread.join()
        self.server.server_close()

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def shows(self, path: str, body: str | bytes, type: str = "text/html; charset=utf-8", **headers: str) -> None:
        """``path`` answers with ``body`` from now on."""
        data = body.encode() if isinstance(body, str) else body
        self.acts[path] = lambda request: request.answer(200, data, Content_Type=type, **headers)

    @property
    def asked(self) -> list[str]:
        """The paths that were asked for, in order, ``robots.txt`` left out."""
        return [path for path, _ in self.server.asked if path != "/robots.txt"]
