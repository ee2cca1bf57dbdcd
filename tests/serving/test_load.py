"""Pages answer whatever a writer does, are sent once, and give up in words where a question takes too long."""

import json
import re
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

from litestar import Litestar
from litestar.testing import TestClient

from communique.record import open_record
from communique.serving import Settings, application
from communique.types import Coding, EventClaim

Client = TestClient[Litestar]
MakeCoding = Callable[..., Coding]


def test_a_page_that_did_not_change_is_not_sent_again(client: Client) -> None:
    first = client.get("/?kind=visit")
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    assert client.get("/?kind=visit", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/?kind=visit", headers={"If-None-Match": 'W/"other"'}).status_code == 200
    assert "etag" not in client.get("/events/none").headers


def test_a_page_that_changed_is_sent(
    client: Client, served: Path, coding: MakeCoding, claim: Callable[..., EventClaim]
) -> None:
    tag = client.get("/").headers["etag"]
    with open_record(served) as record:
        record.keep([coding("z", "no event in it")])
    new = client.get("/", headers={"If-None-Match": tag})
    assert new.status_code == 200  # a search for its words has another answer now
    with open_record(served) as record:
        record.keep([coding("y", "talks", claim("talks", "party =Ghana GHA", "party =Chile CHL", start="2024-07"))])
    assert "3 events" in client.get("/", headers={"If-None-Match": new.headers["etag"]}).text


def test_shipped_files_are_kept_for_good_under_the_address_in_the_page(client: Client) -> None:
    addresses = re.findall(r'(?:src|href)="(/static/[^"]+)"', client.get("/map").text)
    assert len(addresses) >= 6
    for address in addresses:
        answer = client.get(address.partition("#")[0])
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["content-encoding"] == "gzip"
    plain = client.get("/static/style.css", headers={"Accept-Encoding": "identity"})
    assert (plain.headers["cache-control"], "content-encoding" in plain.headers) == ("no-cache", False)
    assert client.get("/static/style.css", headers={"If-None-Match": plain.headers["etag"]}).status_code == 304


def test_pages_answer_while_a_writer_holds_the_lock(client: Client, served: Path) -> None:
    writer = sqlite3.connect(served, isolation_level=None)
    try:
        writer.execute("BEGIN EXCLUSIVE")
        writer.execute("DELETE FROM labelled")
        writer.execute("DELETE FROM events")
        for address in ("/", "/?q=tea", "/map", "/api/events", "/reports?id=a", "/review"):
            assert client.get(address).status_code == 200
        assert client.get("/api/events").json()["total"] == 2
    finally:
        writer.execute("ROLLBACK")
        writer.close()


def test_pages_stay_quick_while_much_is_resolved(
    client: Client, served: Path, claim: Callable[..., EventClaim], coding: MakeCoding
) -> None:
    sides = ("party =Ghana GHA", "party =Chile CHL")
    with open_record(served) as record:
        for n in range(600):
            told = claim("talks", *sides, start=f"{2000 + n % 25}-0{1 + n % 9}-11", place=f"City{n} CHL")
            record.add(coding(f"m{n}", f"talks number {n}", told))
        record.flush()
    waited, totals = list[float](), list[int]()
    command = [sys.executable, "-c", _RESOLVE, str(served)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as resolving:
        assert resolving.stdout is not None
        assert resolving.stdout.readline() == "begun\n"
        while resolving.poll() is None:
            began = time.perf_counter()
            assert client.get("/").status_code == 200
            totals.append(client.get("/api/events").json()["total"])
            waited.append(time.perf_counter() - began)
    after = client.get("/api/events").json()["total"]
    assert resolving.returncode == 0
    assert totals[0] == 2
    assert after > 200
    assert set(totals) <= {2, after}  # all of it is seen, or none
    assert quantiles(waited, n=20)[-1] < 1.0


_RESOLVE = """
import sys
from communique.record import open_record
with open_record(sys.argv[1]) as record:
    print("begun", flush=True)
    record.resolve()
"""


def test_what_takes_too_long_is_told(served: Path) -> None:
    with sqlite3.connect(served) as other:  # so many that no page counts them in no time
        other.execute(
            "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 60000)"
            " INSERT INTO labelled SELECT label, '1990-01-01', 'e' || n, 'happened', NULL, 9 FROM n,"
            " (SELECT label FROM labelled JOIN labels ON number = label WHERE sort = 'any' LIMIT 1)"
        )
    hosts = ("testserver.local",)
    with TestClient(application(Settings(record=served, hosts=hosts, patience=0.0))) as hasty:
        page = hasty.get("/?sources=1")
        assert page.status_code == 503
        assert "the question takes too long; ask for less" in page.text
        assert hasty.get("/api/events?sources=1").json()["status_code"] == 503
        assert hasty.get("/reports?id=a").status_code == 200


def test_several_processes_serve_one_record(served: Path) -> None:
    port = 18_000 + int(time.time()) % 10_000
    run = "from communique.cli import main; main()"
    command = [sys.executable, "-c", run, "serve", "--record", str(served), "--port", str(port), "--workers", "2"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        found = {json.loads(_patiently(f"http://localhost:{port}/api/events"))["total"] for _ in range(8)}
    finally:
        server.terminate()
        server.wait(20)
    assert found == {2}


def _patiently(address: str) -> bytes:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:
                return bytes(answer.read())
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")
