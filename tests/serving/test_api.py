"""The API answers as it describes itself, whatever it is asked."""

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from litestar import Litestar
from litestar.testing import TestClient
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from communique.serving import Settings, application

Client = TestClient[Litestar]
CHECKS = (not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance)


@pytest.fixture
def described(served: Path) -> schemathesis.BaseSchema:
    hosts = ("testserver", "localhost")
    return schemathesis.openapi.from_asgi("/openapi/openapi.json", application(Settings(record=served, hosts=hosts)))


OPERATIONS = ["GET /api/events", "GET /api/events/{id}", "GET /api/documents", "GET /api/search", "POST /api/code"]


def operations(described: schemathesis.BaseSchema) -> dict[str, Any]:
    found = [result.ok() for result in described.get_all_operations() if isinstance(result, Ok)]
    return {f"{operation.method.upper()} {operation.path}": operation for operation in found}


def test_all_of_it_is_asked(described: schemathesis.BaseSchema) -> None:
    assert list(operations(described)) == OPERATIONS


@pytest.mark.parametrize("name", OPERATIONS)
def test_nothing_asked_breaks_it(described: schemathesis.BaseSchema, name: str) -> None:
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=operations(described)[name].as_strategy())
    def ask(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(checks=list(CHECKS))

    ask()


def test_events_are_a_slice(client: Client) -> None:
    answer = client.get("/api/events", params={"country": "ken", "from": "2024-05", "limit": 1}).json()
    assert (answer["total"], answer["offset"]) == (1, 0)
    assert answer["events"][0]["kind"] == "visit"


def test_an_event_has_its_reports(client: Client) -> None:
    (listed,) = client.get("/api/events", params={"kind": "visit"}).json()["events"]
    assert listed["reports"] == []
    event = client.get(f"/api/events/{listed['id'][:7]}").json()
    assert {report["document"] for report in event["reports"]} == {"a", "b"}


def test_documents_and_words_are_found(client: Client) -> None:
    (hit,) = client.get("/api/search", params={"words": "tea"}).json()
    assert client.get("/api/documents", params={"id": hit["document"]}).json()["document"]["id"] == "a"


def test_a_text_is_coded_and_not_kept(client: Client) -> None:
    text = "Kenyan Foreign Minister Wanjiru Otieno met her Peruvian counterpart Rosa Quispe in Lima on Monday."
    coding = client.post("/api/code", json={"text": text, "published": "2024-05-14"}).json()
    assert coding["events"][0]["start"]["edtf"] == "2024-05-13"
    assert client.get("/api/events").json()["total"] == 2


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("events?from=soon", 400),
        ("events?limit=0", 400),
        ("events?country=Kenya", 400),
        ("events/none", 404),
        ("none", 404),
    ],
)
def test_problems_are_told_as_json(client: Client, query: str, status: int) -> None:
    answer = client.get(f"/api/{query}")
    assert (answer.status_code, answer.json()["status_code"]) == (status, status)
    assert answer.json()["detail"]


def test_a_text_beyond_the_limit_is_refused(client: Client) -> None:
    assert client.post("/api/code", json={"text": "a" * 200_001}).status_code == 400
    assert client.post("/api/code", json={"text": "a" * 900_000}).status_code == 413
