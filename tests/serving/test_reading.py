"""A text is read at once, for our own pages and for programs, and nothing of it is kept."""

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
