"""A served record of a few reports, one of them hostile."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from communique.record import Sketch, open_record
from communique.serving import Settings, application
from communique.types import Coding, Event, EventClaim

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"
HOST = "testserver.local"  # the name that Litestar's client asks for


@pytest.fixture
def served(tmp_path: Path, claim: Callable[..., EventClaim], coding: Callable[..., Coding]) -> Path:
    """The file of the record."""
    visit = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")
    told = claim("visit", *visit, start="2024-05-13", end="2024-05-15", place="Osaka JPN", words="visit of")
    later = claim("visit", *visit, start="2024-05-13", end="2024-05-16", place="Osaka JPN", words="visit to")
    planned = claim("call", "party José Muñoz CHL", "party Rosa Quispe PER", start="2024-06", status="planned")
    path = tmp_path / "r.db"
    with open_record(path, create=True) as record:
        record.keep(
            [
                coding(
                    "a", "visit of the minister\n\nTea was had.", told, title="A journey", url="https://a.example/1"
                ),
                coding("b", "visit to the east, by others told", later, title="Another", url="javascript:alert(3)"),
                coding("c/d?e", f"call of 2 presidents {HOSTILE}", planned, title=HOSTILE, publisher=HOSTILE),
            ]
        )
    return path


@pytest.fixture
def sketch() -> Callable[[Event], Sketch]:
    """An event as the record draws it in outline."""
    return lambda event: msgspec.json.decode(msgspec.json.encode(event), type=Sketch)


@pytest.fixture
def client(served: Path) -> Iterator[TestClient[Litestar]]:
    with TestClient(application(Settings(record=served, hosts=(HOST,)))) as opened:
        yield opened
