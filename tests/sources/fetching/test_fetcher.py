"""A site that misbehaves in every way that sites do: each is survived, and told for what it is."""

import gzip
import socket
import ssl
import zlib
from collections.abc import Callable
from threading import Thread
from time import monotonic, sleep

import pytest
import trustme
from tests.site import Request, Site

from communique.sources.fetching import Fetcher, FetchError, Validators

Make = Callable[..., Fetcher]


def failure(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    return caught.value


def test_a_page_is_fetched_with_its_headers(site: Site, fetcher: Make) -> None:
    site.shows("/a", "Envoys met.", ETag='"1"')
    found = fetcher().fetch(site.url("/a#part"))
    assert (found.body, found.url, found.headers["etag"]) == (b"Envoys met.", site.url("/a"), '"1"')
    assert found.moved is None


def test_it_says_who_it_is(site: Site, fetcher: Make) -> None:
    site.shows("/a", "x")
    fetcher().fetch(site.url("/a"))
    fetcher(user_agent="Desk/1 (desk@news.example)").fetch(site.url("/a"))
    agents = [headers["User-Agent"] for path, headers in site.server.asked if path == "/a"]
    assert agents[0].startswith("Communique/")
    assert agents[1] == "Desk/1 (desk@news.example)"


def test_only_what_is_newer_is_asked_for(site: Site, fetcher: Make) -> None:
    def act(request: Request) -> None:
        known = request.headers.get("If-None-Match") == '"1"' and request.headers["If-Modified-Since"] == "yesterday"
        request.answer(304 if known else 200, b"" if known else b"x", ETag='"1"', Last_Modified="yesterday")

    site.acts["/a"] = act
    first = fetcher().fetch(site.url("/a"))
    second = fetcher().fetch(site.url("/a"), first.validators)
    assert (first.unchanged, second.unchanged, second.body) == (False, True, b"")
    assert first.validators == Validators(etag='"1"', last_modified="yesterday")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("data:text/html,x", "only http and https"),
        ("ftp://news.example/a", "only http and https"),
        ("http://me:secret@news.example/", "password"),
        ("http:///a", "no host"),
        ("http://[::1/", "no web address"),
        ("http://news.example:99999/", "no web address"),
        ("http://news.example/" + "a" * 5000, "more than 4,000"),
    ],
)
def test_addresses_that_are_none_are_refused(fetcher: Make, url: str, words: str) -> None:
    error = failure(fetcher(), url)
    assert words in error.reason
    assert error.lasting
    assert "secret" not in str(error)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"],
)
def test_the_own_machine_is_not_asked_however_it_is_spelt(site: Site, fetcher: Make, host: str) -> None:
    site.shows("/a", "secret")
    port = site.server.server_port
    error = failure(fetcher(allow_private=False, robots=False), f"http://{host}:{port}/a")
    assert "no address of the public internet" in error.reason or "no web address" in error.reason
    assert site.server.asked == []


def test_a_redirect_to_the_own_machine_is_not_followed(
    site: Site, fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.acts["/a"] = lambda request: request.answer(302, Location=f"http://localhost:{site.server.server_port}/b")
    site.shows("/b", "secret")
    # The first host is let through, as a public one would be.
    monkeypatch.setattr("communique.sources.fetching._network.is_public", lambda text: text == "127.0.0.1")
    monkeypatch.setattr("socket.getaddrinfo", lookup({"localhost": ["10.0.0.7"]}))
    error = failure(fetcher(allow_private=False), site.url("/a"))
    assert "10.0.0.7" in error.reason
    assert site.asked == ["/a"]


def lookup(names: dict[str, list[str]]) -> Callable[..., list[tuple[object, ...]]]:
    """A name service that knows ``names``; other names are what they say."""

    def getaddrinfo(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", (address, port)) for address in names.get(host, [host])]

    return getaddrinfo


def test_a_name_that_leads_elsewhere_the_second_time_gains_nothing(
    site: Site, fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([["192.0.2.1", "127.0.0.1"], ["127.0.0.1"]])
    monkeypatch.setattr("socket.getaddrinfo", lambda host, port, **_: lookup({host: next(answers)})(host, port))
    monkeypatch.setattr("communique.sources.fetching._network.is_public", lambda text: text == "192.0.2.1")
    connected: list[str] = []

    def connect(address: tuple[str, int], *_: object, **__: object) -> None:
        connected.append(address[0])
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr("socket.create_connection", connect)
    failure(fetcher(allow_private=False, robots=False), "http://news.example/a")
    assert connected == ["192.0.2.1"]


def test_what_moved_for_good_is_told_and_what_moved_for_now_is_not(site: Site, fetcher: Make) -> None:
    site.acts["/old"] = lambda request: request.answer(301, Location="/new")
    site.acts["/new"] = lambda request: request.answer(302, Location="/today")
    site.shows("/today", "x")
    found = fetcher().fetch(site.url("/old"))
    assert (found.moved, found.url) == (site.url("/new"), site.url("/today"))
    assert fetcher().fetch(site.url("/new")).moved is None


def test_redirects_are_followed_to_names_beyond_ascii(site: Site, fetcher: Make) -> None:
    def act(request: Request) -> None:
        request.wfile.write(b"HTTP/1.1 302 Found\r\nLocation: /caf\xc3\xa9\r\nContent-Length: 0\r\n\r\n")

    site.acts["/a"] = act
    site.shows("/caf%C3%A9", "x")
    assert fetcher().fetch(site.url("/a")).url == site.url("/caf%C3%A9")


def test_a_machine_that_does_not_answer_leaves_time_for_the_next(
    site: Site, fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.shows("/a", "x")
    with socket.socket() as full:  # its queue is full: whoever connects waits
        full.bind(("127.0.0.2", site.server.server_port))
        full.listen(0)
        waiting = [socket.socket() for _ in range(3)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(full.getsockname())
        monkeypatch.setattr("socket.getaddrinfo", lookup({"news.example": ["127.0.0.2", "127.0.0.1"]}))
        found = fetcher(robots=False, seconds=1.0).fetch(f"http://news.example:{site.server.server_port}/a")
        for one in waiting:
            one.close()
    assert found.body == b"x"


def test_redirects_without_end_end(site: Site, fetcher: Make) -> None:
    site.acts["/a"] = lambda request: request.answer(302, Location="/b")
    site.acts["/b"] = lambda request: request.answer(302, Location="/a")
    for number in range(20):
        site.acts[f"/{number}"] = lambda request, to=number + 1: request.answer(302, Location=f"/{to}")  # type: ignore[misc]
    site.acts["/c"] = lambda request: request.answer(302, Location="javascript:alert(1)")
    assert "circle" in failure(fetcher(), site.url("/a")).reason
    assert "more than 3 times" in failure(fetcher(redirects=3), site.url("/0")).reason
    assert "only http and https" in failure(fetcher(), site.url("/c")).reason


def test_a_slow_site_is_left_when_its_time_is_over(site: Site, fetcher: Make) -> None:
    def silent(request: Request) -> None:
        request.server.closing.wait(5)

    def headers(request: Request) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n")
        request.drip(b"X: y\r\n", 0.01)

    def body(request: Request) -> None:
        request.head(200)
        request.drip(b"x", 0.01)

    site.acts.update({"/silent": silent, "/headers": headers, "/body": body})
    for path in ("/silent", "/headers", "/body"):
        began = monotonic()
        error = failure(fetcher(seconds=0.3, robots=False), site.url(path))
        assert "in the time" in error.reason
        assert monotonic() - began < 2
        assert not error.lasting


def test_a_body_without_end_and_one_that_is_declared_too_large_are_not_read(site: Site, fetcher: Make) -> None:
    def endless(request: Request) -> None:
        request.head(200)
        request.drip(b"x" * 100_000, 0)

    site.acts["/endless"] = endless
    site.acts["/declared"] = lambda request: request.head(200, Content_Length=str(10_000_000_000))
    for path in ("/endless", "/declared"):
        error = failure(fetcher(size=1_000_000), site.url(path))
        assert "more than 1 MB" in error.reason


def test_headers_without_end_are_not_read(site: Site, fetcher: Make) -> None:
    def endless(request: Request) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n")
        request.drip(b"X-Much: " + b"y" * 10_000 + b"\r\n", 0)

    site.acts["/a"] = endless
    assert "not HTTP" in failure(fetcher(), site.url("/a")).reason


def test_packed_bodies_are_unpacked(site: Site, fetcher: Make) -> None:
    bare = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    bodies = {
        "gzip": gzip.compress(b"Envoys ") + gzip.compress(b"met."),
        "deflate": zlib.compress(b"Envoys met."),
        "x-gzip": bare.compress(b"Envoys met.") + bare.flush(),
    }
    for encoding, body in bodies.items():
        site.shows(f"/{encoding}", body, Content_Encoding=encoding)
        assert fetcher().fetch(site.url(f"/{encoding}")).body == b"Envoys met."


@pytest.mark.parametrize(
    ("encoding", "body", "words"),
    [
        ("gzip", gzip.compress(b"Envoys met." * 1000)[:-20], "breaks off"),
        ("gzip", b"\x1f\x8b\x08\0rubbish that is no gzip at all", "damaged"),
        ("gzip", gzip.compress(bytes(30_000_000)), "more than 1 MB"),
        ("br", b"x", "not asked for"),
        ("gzip, gzip", b"x", "not asked for"),
    ],
    ids=["cut off", "damaged", "bomb", "unknown", "twice"],  # gzip writes the time, and ids are the same everywhere
)
def test_packed_bodies_that_are_bad_or_bombs(site: Site, fetcher: Make, encoding: str, body: bytes, words: str) -> None:
    site.shows("/a", body, Content_Encoding=encoding)
    assert words in failure(fetcher(size=1_000_000), site.url("/a")).reason


def test_a_body_that_breaks_off_is_told(site: Site, fetcher: Make) -> None:
    def short(request: Request) -> None:
        request.head(200, Content_Length="100")
        request.wfile.write(b"x")
        request.close_connection = True

    site.acts["/a"] = short
    assert "not whole" in failure(fetcher(), site.url("/a")).reason


def test_nobody_at_the_address(fetcher: Make) -> None:
    assert "no connection" in failure(fetcher(robots=False), "http://127.0.0.1:1/a").reason
    assert "looked up" in failure(fetcher(robots=False), "http://nowhere.invalid/").reason
    assert "robots.txt" in failure(fetcher(), "http://127.0.0.1:1/a").reason


@pytest.mark.parametrize(
    ("status", "lasting", "gone"),
    [(404, True, False), (403, True, False), (410, True, True), (408, False, False), (500, False, False)],
)
def test_errors_are_for_now_or_for_good(site: Site, fetcher: Make, status: int, lasting: bool, gone: bool) -> None:
    site.acts["/a"] = lambda request: request.answer(status)
    error = failure(fetcher(), site.url("/a"))
    assert str(status) in error.reason
    assert (error.lasting, error.gone) == (lasting, gone)


def test_a_site_that_asks_to_be_left_alone_is(site: Site, fetcher: Make) -> None:
    site.acts["/a"] = lambda request: request.answer(429, Retry_After="120")
    site.shows("/b", "x")
    asking = fetcher()
    assert failure(asking, site.url("/a")).wait == 120
    assert "left alone" in failure(asking, site.url("/b")).reason
    assert site.asked == ["/a"]


def test_a_short_wait_is_waited_for(site: Site, fetcher: Make) -> None:
    def act(request: Request) -> None:
        busy = len(site.asked) == 1
        request.answer(503 if busy else 200, b"x", Retry_After="0")

    site.acts["/a"] = act
    assert fetcher(patience=1.0).fetch(site.url("/a")).body == b"x"


def test_requests_to_a_host_keep_their_distance(site: Site, fetcher: Make) -> None:
    site.shows("/a", "x")
    asking = fetcher(gap=0.15)
    began = monotonic()
    for _ in range(2):
        asking.fetch(site.url("/a"))
    assert monotonic() - began >= 0.3  # robots.txt is asked first


def test_robots_are_heeded(site: Site, fetcher: Make) -> None:
    site.shows("/robots.txt", "User-agent: *\nDisallow: /private*\nUser-agent: rude\nDisallow: /", "text/plain")
    site.shows("/a", "x")
    site.shows("/private/b", "x")
    asking = fetcher()
    assert asking.fetch(site.url("/a")).body == b"x"
    error = failure(asking, site.url("/private/b"))
    assert "robots.txt" in error.reason
    assert error.lasting
    assert "robots.txt" in failure(fetcher(user_agent="Rude/2 (x)"), site.url("/a")).reason
    assert fetcher(robots=False).fetch(site.url("/private/b")).body == b"x"
    assert [path for path, _ in site.server.asked].count("/robots.txt") == 2


def test_a_site_whose_robots_cannot_be_had_is_not_read(site: Site, fetcher: Make) -> None:
    site.acts["/robots.txt"] = lambda request: request.answer(500)
    site.shows("/a", "x")
    error = failure(fetcher(), site.url("/a"))
    assert "not known" in error.reason
    assert not error.lasting
    assert site.asked == []


def test_robots_of_any_length_are_read_to_a_bound(site: Site, fetcher: Make) -> None:
    site.shows("/robots.txt", "User-agent: *\nDisallow: /b\n" + "# and so on\n" * 100_000, "text/plain")
    site.shows("/a", "x")
    asking = fetcher()
    assert asking.fetch(site.url("/a")).body == b"x"
    assert "robots.txt" in failure(asking, site.url("/b")).reason


def test_closing_ends_what_goes_on_elsewhere(site: Site, fetcher: Make) -> None:
    site.acts["/a"] = lambda request: request.drip(b"", 0.01)
    asking = fetcher(seconds=30.0, robots=False)
    errors: list[FetchError] = []
    thread = Thread(target=lambda: errors.append(failure(asking, site.url("/a"))))
    thread.start()
    while not site.asked:
        sleep(0.01)
    asking.close()
    thread.join(2)
    assert len(errors) == 1
    assert "stopping" in failure(asking, site.url("/a")).reason


def test_a_certificate_that_nobody_vouches_for_is_refused(
    site: Site, fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    server, client = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(server)
    authority.configure_trust(client)
    site.shows("/a", "x")
    site.server.socket = server.wrap_socket(site.server.socket, server_side=True)
    url = site.url("/a").replace("http:", "https:")
    assert "CERTIFICATE_VERIFY_FAILED" in failure(fetcher(robots=False), url).reason
    monkeypatch.setattr("communique.sources.fetching._exchange._tls", lambda: client)
    assert fetcher(robots=False).fetch(url).body == b"x"
