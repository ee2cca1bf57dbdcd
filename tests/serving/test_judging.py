"""Who knows the token may judge, in a name; nobody else may, and nothing is shown that they could."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from communique.record import open_record
from communique.serving import Settings, application

Client = TestClient[Litestar]
TOKEN = "correct horse"


@pytest.fixture
def judge(served: Path) -> Iterator[Client]:
    """A reader who is signed in."""
    with TestClient(application(Settings(record=served, token=TOKEN, hosts=("testserver.local",)))) as opened:
        answer = opened.post("/sign-in", data={"name": "Ana Díaz", "token": TOKEN})
        assert answer.status_code == 200
        yield opened


def visit(served: Path) -> str:
    with open_record(served, read_only=True) as record:
        (event,) = record.events(kind="visit")
    return event.id


def test_a_judgement_is_shown_in_the_name_of_who_gave_it(judge: Client, served: Path) -> None:
    id = visit(served)
    page = judge.post(f"/events/{id}/judge", data={"verdict": "set", "field": "end", "value": "2024-05-16"}).text
    assert "end is 2024-05-16" in page
    assert "Ana Díaz" in page
    with open_record(served, read_only=True) as record:
        event = record.event(id)
    assert event is not None
    assert event.end is not None
    assert event.end.edtf == "2024-05-16"


def test_what_is_no_event_leaves_the_list_until_it_is_undone(judge: Client, served: Path) -> None:
    id = visit(served)
    page = judge.post(f"/events/{id}/judge", data={"verdict": "reject"}).text
    assert "not an event" in page
    assert id not in judge.get("/").text
    judge.post("/judgements/1/undo")
    assert id in judge.get("/").text


def test_a_report_is_set_apart(judge: Client, served: Path) -> None:
    judge.post(f"/events/{visit(served)}/judge", data={"verdict": "different", "other": "b"})
    with open_record(served, read_only=True) as record:
        assert [[r.document for r in e.reports] for e in record.events(kind="visit")] == [["a"], ["b"]]


@pytest.mark.parametrize("data", [{"verdict": "set", "field": "end", "value": "soon"}, {"verdict": "maybe"}, {}])
def test_what_makes_no_sense_is_said(judge: Client, served: Path, data: dict[str, str]) -> None:
    assert judge.post(f"/events/{visit(served)}/judge", data=data).status_code == 400


def test_a_wrong_token_signs_nobody_in(served: Path) -> None:
    with TestClient(application(Settings(record=served, token=TOKEN, hosts=("testserver.local",)))) as opened:
        answer = opened.post("/sign-in", data={"name": "Eve", "token": "guess"})
        assert answer.status_code == 401
        assert "set-cookie" not in answer.headers
        assert opened.post(f"/events/{visit(served)}/judge", data={"verdict": "reject"}).status_code == 401


@pytest.mark.parametrize("cookie", ["", "x.RXZl", "Eve", "é.é", "."])
def test_a_forged_cookie_is_none(served: Path, cookie: str) -> None:
    with TestClient(application(Settings(record=served, token=TOKEN, hosts=("testserver.local",)))) as opened:
        answer = opened.post(
            f"/events/{visit(served)}/judge",
            data={"verdict": "reject"},
            headers=[(b"cookie", f"communique={cookie}".encode("latin-1"))],
        )
        assert answer.status_code == 401


def test_the_cookie_is_for_us_alone(judge: Client) -> None:
    judge.cookies.clear()
    header = judge.post("/sign-in", data={"name": "Ana", "token": TOKEN}, follow_redirects=False).headers["set-cookie"]
    assert "HttpOnly" in header
    assert "SameSite=strict" in header.replace("Strict", "strict")


def test_signing_out_takes_the_cookie_away(judge: Client, served: Path) -> None:
    judge.post("/sign-out")
    assert judge.post(f"/events/{visit(served)}/judge", data={"verdict": "reject"}).status_code == 401


def test_without_a_token_nobody_can_sign_in(client: Client, served: Path) -> None:
    assert client.get("/sign-in").status_code == 404
    assert client.post("/sign-in", data={"name": "Ana", "token": ""}).status_code == 401
    assert client.post(f"/events/{visit(served)}/judge", data={"verdict": "reject"}).status_code == 401
    assert "judge" not in client.get(f"/events/{visit(served)}").text


def test_another_site_cannot_judge(judge: Client, served: Path) -> None:
    answer = judge.post(
        f"/events/{visit(served)}/judge", data={"verdict": "reject"}, headers={"sec-fetch-site": "cross-site"}
    )
    assert answer.status_code == 403
