"""A text is read at once, for our own pages and for programs, and nothing of it is kept."""

import json
import re
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

Client = TestClient[Litestar]
TEXT = "Kenyan Foreign Minister Wanjiru Otieno met her Peruvian counterpart Rosa Quispe in Lima on Monday."


def test_a_text_shows_its_claims(client: Client) -> None:
    page = client.post("/read", data={"text": TEXT, "title": "<b>Talks</b>", "published": "2024-05-14"}).text
    assert "2024-05-13" in page
    assert "Rosa Quispe" in page
    assert "&lt;b&gt;Talks&lt;/b&gt;" in page
    assert client.get("/api/events").json()["total"] == 2


@pytest.mark.parametrize("text", ["", "   ", "a" * 200_001])
def test_what_cannot_be_read_is_said(client: Client, text: str) -> None:
    assert client.post("/read", data={"text": text}).status_code == 400


PAGE = f"<html><head><title>Talks in Lima</title></head><body><article><p>{TEXT}</p><p>Tea was had.</p></article>"


@pytest.mark.parametrize(
    ("name", "content", "type"),
    [
        ("talks.txt", TEXT, "text/plain"),
        ("talks.html", PAGE, "text/html"),
        ("../../etc/talks.html", PAGE, "application/octet-stream"),
        ("..\\talks.csv", f'text\n"{TEXT}"\n', "text/csv"),
    ],
)
def test_a_file_is_read_as_the_command_reads_it(client: Client, name: str, content: str, type: str) -> None:
    answer = client.post("/read", data={"text": ""}, files={"file": (name, content.encode(), type)})
    assert answer.status_code == 200
    assert answer.text.count('<mark class="of-event') >= 2  # one is the legend's
    assert "Rosa Quispe" in answer.text
    assert "/tmp" not in answer.text


def test_a_pdf_is_read(client: Client) -> None:
    content = (Path(__file__).parents[1] / "sources" / "pdf" / "samples" / "statement.pdf").read_bytes()
    answer = client.post("/read", files={"file": ("statement.pdf", content, "application/pdf")})
    assert answer.status_code == 200
    assert '<div class="text"' in answer.text


def test_of_a_file_of_many_the_first_are_read(client: Client) -> None:
    lines = [json.dumps({"id": f"n{n}", "text": TEXT, "title": f"<i>Talks {n}</i>"}) for n in range(12)]
    lines[3] = "{broken"
    answer = client.post("/read", files={"file": ("a.jsonl", "\n".join(lines).encode(), "application/jsonl")})
    assert "9 articles read, the first of more" in answer.text
    assert "a.jsonl" in re.findall('<li class="wrong">(.*?)</li>', answer.text)[0]
    assert answer.text.count("&lt;i&gt;Talks") == 9


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [("empty.txt", b"", 200), ("a.pdf", b"%PDF-1.4 nothing", 200), ("big.txt", b"a" * 20_000_001, 413)],
)
def test_a_file_that_cannot_be_read_is_told(client: Client, name: str, content: bytes, status: int) -> None:
    answer = client.post("/read", files={"file": (name, content, "text/plain")})
    assert answer.status_code == status
    assert "could not be" in answer.text or status == 413


def test_a_file_longer_than_an_article_is_told(client: Client) -> None:
    text = ("Tea was had in the garden on that day. " * 6_000).encode()
    answer = client.post("/read", files={"file": ("long.txt", text, "text/plain")})
    assert "more than 200,000 characters" in answer.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://testserver.local"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_other_sites_cannot_ask(client: Client, headers: dict[str, str], status: int) -> None:
    assert client.post("/read", data={"text": TEXT}, headers=headers).status_code == status
    assert client.post("/api/code", json={"text": TEXT}, headers=headers).status_code == status
