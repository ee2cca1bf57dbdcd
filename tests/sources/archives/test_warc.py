"""Web archives: whole records are read, damaged ones are told of, and nothing is read twice."""

import gzip
import random
import zlib
from pathlib import Path

import pytest
from benchmarks.warcs import DAMAGES, made_pages, write_archive

from communique.reading import read
from communique.sources import pages
from communique.types import InputError, Page

STORY = (
    "<html><head><title>Envoys meet in Oslo</title></head><body><article><h1>Envoys meet in Oslo</h1>"
    "<p>The foreign ministers of Kenya and Norway met in Oslo on Monday and spoke about fisheries for two hours.</p>"
    "<p>They agreed that a committee of experts would meet in Nairobi before the end of the year, both said.</p>"
    "</article></body></html>"
)
HTML = "Content-Type: text/html; charset=utf-8\r\n"


def record(kind: str, block: bytes, url: str = "https://gazette.example/a", **fields: str) -> bytes:
    told = {"WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": "2024-05-30T06:00:00Z"} | {
        name.replace("_", "-"): value for name, value in fields.items()
    }
    if kind in ("response", "revisit"):
        told.setdefault("Content-Type", "application/http; msgtype=response")
    header = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"WARC/1.0\r\n{header}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def http(body: bytes, headers: str = HTML, status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + body


def archive(tmp_path: Path, *records: bytes, packed: bool = False) -> list[Page | InputError]:
    file = tmp_path / ("a.warc.gz" if packed else "a.warc")
    file.write_bytes(b"".join(gzip.compress(each) if packed else each for each in records))
    return list(pages(file))


@pytest.mark.parametrize("packed", [True, False])
def test_a_response_is_a_page_of_its_address(tmp_path: Path, packed: bool) -> None:
    first = record("warcinfo", b"software: x\r\n")
    [page] = archive(tmp_path, first, record("response", http(STORY.encode())), packed=packed)
    assert isinstance(page, Page)
    assert page.url == "https://gazette.example/a"
    assert page.title == "Envoys meet in Oslo"
    assert page.source.endswith(f"@{len(gzip.compress(first)) if packed else len(first)}")


def test_the_day_of_capture_is_no_day_of_publication(tmp_path: Path) -> None:
    [page] = archive(tmp_path, record("response", http(STORY.encode())))
    assert isinstance(page, Page)
    assert (page.captured, page.published) == ("2024-05-30T06:00:00Z", None)
    document = read(page)
    assert (document.captured, document.published) == ("2024-05-30T06:00:00Z", None)


def chunked(body: bytes) -> bytes:
    parts = [body[start : start + 100] for start in range(0, len(body), 100)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(STORY.encode(), mtime=0), f"{HTML}Content-Encoding: gzip\r\n"),
        (zlib.compress(STORY.encode()), f"{HTML}Content-Encoding: deflate\r\n"),
        (chunked(STORY.encode()), f"{HTML}Transfer-Encoding: chunked\r\n"),
        (
            chunked(gzip.compress(STORY.encode(), mtime=0)),
            f"{HTML}Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
        ),
        (STORY.replace("Oslo", "Tromsø").encode("latin-1"), "Content-Type: text/html; charset=iso-8859-1\r\n"),
        ("Envoys met in Oslo.".encode("utf-16"), "Content-Type: text/plain\r\n"),
    ],
)
def test_bodies_are_unpacked_and_decoded(tmp_path: Path, body: bytes, headers: str) -> None:
    [page] = archive(tmp_path, record("response", http(body, headers)))
    assert isinstance(page, Page)
    assert "Oslo" in page.text or "Tromsø" in page.text


def test_what_is_no_article_is_passed_over(tmp_path: Path) -> None:
    [page] = archive(
        tmp_path,
        record("request", b"GET / HTTP/1.1\r\n\r\n"),
        record("response", http(b"\x89PNG", "Content-Type: image/png\r\n")),
        record("response", http(b"", status="301 Moved"), "https://gazette.example/b"),
        record("metadata", b"via: x\r\n"),
        record("conversion", b"The envoys met.", "https://gazette.example/c", Content_Type="text/plain"),
        record("resource", b"<p>", "https://gazette.example/d", Content_Type="text/css"),
    )
    assert isinstance(page, Page)
    assert page.url == "https://gazette.example/c"


def test_pdf_files_are_read_as_such(tmp_path: Path) -> None:
    data = (Path(__file__).parents[1] / "pdf" / "samples" / "gazette.pdf").read_bytes()
    [page] = archive(tmp_path, record("response", http(data, "Content-Type: application/pdf\r\n")))
    assert isinstance(page, Page)
    assert page.title == "Envoys of Kenya and Japan agree on port works"
    assert page.url == "https://gazette.example/a"


def test_the_same_bytes_of_an_address_are_read_once(tmp_path: Path) -> None:
    other = STORY.replace("fisheries", "ports").encode()
    same = record("response", http(STORY.encode()))
    found = archive(tmp_path, same, same, record("response", http(other)), record("revisit", http(b"")))
    assert len(found) == 2
    assert all(isinstance(page, Page) for page in found)


def test_a_revisit_of_what_is_elsewhere_is_named(tmp_path: Path) -> None:
    [error] = archive(tmp_path, record("revisit", http(b""), WARC_Refers_To_Date="2024-01-02T00:00:00Z"))
    assert isinstance(error, InputError)
    assert "in another archive, as of 2024-01-02" in error.reason


def test_entries_of_a_live_blog_have_ids_of_their_own_and_what_is_not_of_the_web_has_none(tmp_path: Path) -> None:
    entries = "".join(
        f'<div class="liveblog-entry" id="e{number}"><time datetime="2024-05-30T0{number}:00Z"></time>'
        f"<p>The envoys of both met for the {number}. time in Oslo, and spoke of fish.</p></div>"
        for number in range(3)
    )
    blog = http(f"<html><body>{entries}</body></html>".encode())
    *found, other = archive(
        tmp_path,
        record("response", blog),
        record("conversion", b"The envoys met.", "urn:x:1", Content_Type="text/plain"),
    )
    assert len({page.id for page in found if isinstance(page, Page)}) == 3
    assert isinstance(other, Page)
    assert other.id is None


def test_an_archive_without_pages_is_named(tmp_path: Path) -> None:
    [error] = archive(tmp_path, record("warcinfo", b"software: x\r\n"))
    assert isinstance(error, InputError)
    assert "no web page" in error.reason


def test_a_record_that_is_too_large_is_told_of_and_the_next_is_read(tmp_path: Path) -> None:
    large = record("response", http(b"x" * 20_000_001))
    error, page = archive(tmp_path, large, record("response", http(STORY.encode())), packed=True)
    assert isinstance(error, InputError)
    assert "20,000" in error.reason
    assert isinstance(page, Page)


def test_a_record_whose_bytes_are_not_those_of_its_digest_is_lost(tmp_path: Path) -> None:
    block = http(STORY.encode())
    wrong = record("response", block, WARC_Block_Digest="sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")
    error, page = archive(tmp_path, wrong, record("response", block, "https://gazette.example/b"))
    assert isinstance(error, InputError)
    assert "digest" in error.reason
    assert isinstance(page, Page)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("seed", range(4))
def test_all_whole_records_are_read_and_all_damaged_ones_told_of(tmp_path: Path, packed: bool, seed: int) -> None:
    path = tmp_path / "a.warc"
    made = write_archive(path, made_pages(40), 40, len(DAMAGES) + 1, packed=packed, seed=seed)
    found = list(pages(path))
    assert [page.url for page in found if isinstance(page, Page)] == list(made.whole)
    told = [error for error in found if isinstance(error, InputError)]
    assert [int(error.place.rpartition("@")[2]) for error in told] == list(made.damaged)
    assert all("bytes passed over" in error.reason for error in told)


def test_a_member_that_is_damaged_throughout_is_told_of_once_by_its_bytes_in_the_file(tmp_path: Path) -> None:
    whole = record("response", http(random.Random(0).randbytes(1_000_000)))
    shorter = whole.replace(b"Content-Length: 1000", b"Content-Length: 0900")
    packed = bytearray(gzip.compress(shorter))
    packed[-8] ^= 1  # of the check sum
    file = tmp_path / "a.warc.gz"
    first, last = (gzip.compress(record("response", http(STORY.encode()), f"https://a.example/{n}")) for n in "ab")
    file.write_bytes(first + packed + last)
    one, error, other = pages(file)
    assert isinstance(one, Page)
    assert isinstance(other, Page)
    assert isinstance(error, InputError)
    assert error.place.endswith(f"@{len(first)}")
    assert error.reason.endswith(f"; {len(packed):,} bytes passed over")


def test_an_archive_packed_as_one_member_is_read_until_it_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    whole = record("response", http(STORY.encode())) + record("response", http(STORY.encode()), "https://b.example/")
    path.write_bytes(gzip.compress(whole))
    assert len([page for page in pages(path) if isinstance(page, Page)]) == 2
    path.write_bytes(gzip.compress(whole)[:-20])
    assert [type(item) for item in pages(path)] == [Page, InputError]
