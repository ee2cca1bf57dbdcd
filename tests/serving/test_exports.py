"""A selection can be taken along in every format, under an address that keeps it."""

import json

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from communique.exporting import FORMAT_NAMES

Client = TestClient[Litestar]


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_every_format_is_served(client: Client, name: str) -> None:
    answer = client.get(f"/export/{name}?kind=visit")
    assert answer.status_code == 200
    assert answer.content
    assert answer.headers["content-disposition"].startswith('attachment; filename="events.')


def test_the_selection_holds(client: Client) -> None:
    lines = client.get("/export/jsonl?status=planned").text.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["call"]


def test_a_feed_names_its_own_address(client: Client) -> None:
    told = '<link rel="self" type="application/atom+xml" href="http://testserver.local/export/atom{}"'
    assert told.format("?country=KEN") in client.get("/export/atom?country=KEN").text
    assert told.format("") in client.get("/export/atom").text


def test_the_page_names_the_addresses(client: Client) -> None:
    page = client.get("/subscribe?country=KEN").text
    assert 'href="/export/ics?country=KEN"' in page
    assert 'value="http://testserver.local/export/atom?country=KEN"' in page


def test_an_unknown_format_is_not_found(client: Client) -> None:
    assert client.get("/export/docx").status_code == 404


def test_a_wrong_selection_is_said(client: Client) -> None:
    assert client.get("/export/csv?from=soon").status_code == 400


def test_metrics_are_served(client: Client) -> None:
    answer = client.get("/metrics")
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert "\ncommunique_documents 3\n" in answer.text
