"""Pages show what the record holds, and nothing that an article says becomes markup."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from communique.record import open_record
from communique.running import code_text
from communique.types import Coding, EventClaim

MakeClaim = Callable[..., EventClaim]
MakeCoding = Callable[..., Coding]
Client = TestClient[Litestar]


def ids(served: Path) -> dict[str, str]:
    with open_record(served, read_only=True) as record:
        return {event.kind: event.id for event in record.events()}


def test_the_timeline_has_every_event_under_its_month(client: Client) -> None:
    page = client.get("/").text
    assert "2 events" in page
    assert page.index("<h2>June 2024") < page.index("<h2>May 2024")
    assert "Wanjiru Otieno visits Japan" in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("country=KEN", "visit"),
        ("status=planned", "call"),
        ("q=tea", "visit"),
        ("from=2024-06", "call"),
        ("sources=2", "visit"),
        ("country=CHL&partner=PER", "call"),
        ("unknown=field&kind=call", "call"),
    ],
)
def test_a_selection_is_an_address(client: Client, served: Path, query: str, shown: str) -> None:
    found = re.findall(r'href="/events/(\w+)"', client.get(f"/?{query}").text)
    assert found == [ids(served)[shown]]


def test_who_has_seen_the_latest_change_gets_nothing(client: Client, served: Path) -> None:
    with open_record(served, read_only=True) as record:
        mark = record.mark
    assert client.get("/", headers={"X-Seen": str(mark)}).status_code == 204
    assert client.get("/", headers={"X-Seen": str(mark - 1)}).status_code == 200


def test_nothing_fits(client: Client) -> None:
    assert "No event fits." in client.get("/?country=GHA").text


def test_an_event_shows_facts_rivals_and_reports(client: Client, served: Path) -> None:
    page = client.get(f"/events/{ids(served)['visit']}").text
    assert "Where the reports disagree" in page
    assert "2024-05-16" in page
    assert "Osaka (JPN)" in page
    assert "visit of" in page


def test_the_map_and_the_network_take_a_selection(client: Client) -> None:
    assert "1 event on the map" in client.get("/map?country=KEN").text
    page = client.get("/network?status=planned").text
    assert re.findall(r'data-one="(\w+)" data-other="(\w+)" data-events="(\d+)"', page) == [("CHL", "PER", "1")]
    assert client.get("/network?by=person").status_code == 200
    assert client.get("/network?by=nobody").status_code == 400


def test_an_event_tells_why_reports_were_joined_and_what_is_around_it(
    client: Client, served: Path, claim: MakeClaim, coding: MakeCoding
) -> None:
    sides = ("party Wanjiru Otieno (foreign minister) KEN", "party =Japan JPN")
    meeting = claim("meeting", *sides, start="2024-05-14", place="Osaka JPN")
    again = claim("visit", "visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN", start="2025-03-02")
    with open_record(served) as record:
        record.keep([coding("m", "meeting of the two", meeting), coding("n", "visit of later", again)])
        (visit,) = record.events(kind="visit", to="2024")
    page = client.get(f"/events/{visit.id}").text
    assert "joined: same kind: visit" in page
    assert "number 1 of 2" in page


def test_the_review_asks_what_is_doubtful(client: Client, served: Path, claim: MakeClaim, coding: MakeCoding) -> None:
    near = claim("visit", "visitor =Kenya KEN", "host =Japan JPN", start="2024-05-17", words="visit on a")
    with open_record(served) as record:
        record.keep([coding("v", "visit on a later day", near)])
        asked = record.questions()
    page = client.get("/review").text
    assert asked
    assert page.count('class="question"') == len(asked)
    assert "<form" not in page  # who is not signed in has nothing to press


def test_two_countries_have_a_page(client: Client) -> None:
    page = client.get("/countries/ken/JPN").text
    assert "Kenya and Japan" in page
    assert 'href="/actors/wanjiru-otieno-ken"' in page
    assert "Wanjiru Otieno visits Japan" in page
    assert "0 events" in client.get("/countries/KEN/GHA").text
    assert client.get("/countries/KEN/NOW").status_code == 404


def test_an_abbreviated_id_leads_to_the_whole(client: Client, served: Path) -> None:
    whole = ids(served)["visit"]
    answer = client.get(f"/events/{whole[:6]}", follow_redirects=False)
    assert answer.headers["location"] == f"/events/{whole}"


def test_a_report_marks_its_claims(client: Client) -> None:
    page = client.get("/reports?id=a").text
    assert '<mark class="of-event ' in page
    assert "Tea was had." in page
    assert 'href="https://a.example/1"' in page


def test_an_actor_has_offices_and_events(client: Client) -> None:
    page = client.get("/actors/wanjiru-otieno-ken").text
    assert "foreign minister" in page
    assert "Wanjiru Otieno visits Japan" in page


@pytest.mark.parametrize(
    "address", ["/events/none", "/reports?id=none", "/actors/none", "/nowhere", "/static/none.css"]
)
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/?from=soon", "/?sources=many", "/?q=***", "/?page=0", "/reports"])
def test_what_cannot_be_understood_is_said(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert "text/html" in answer.headers["content-type"]


def test_articles_stay_text(client: Client, served: Path) -> None:
    addresses = ["/", f"/events/{ids(served)['call']}", "/reports?id=c%2Fd%3Fe", "/reports?id=b"]
    pages = "".join(client.get(address).text for address in addresses)
    assert "&lt;script&gt;alert(1)" in pages
    assert "<script>alert" not in pages
    assert "<img src=x" not in pages
    assert "javascript:" not in pages


def test_figures_and_words_of_two_countries_are_shown(client: Client, served: Path) -> None:
    with open_record(served) as record:
        record.keep(
            code_text(
                "Kenyan President William Ruto met Japanese Prime Minister Fumio Kishida in Nairobi on Monday"
                f' and signed a trade deal worth {sum} dollars. "Japan will buy <b>{sum}</b> of tea," Ruto said.',
                published=published,
                id=f"t{sum}",
            )
            for sum, published in (
                ("40 million", "2024-05-13"),
                ("55 million", "2024-06-10"),
                ("9 million", "2024-07-08"),
            )
        )
        (ruto,) = [one.actor for one in record.actors(actor="ruto")]
    page = client.get("/countries/JPN/KEN").text
    assert page.index("What they say of each other") < page.index("&lt;b&gt;9 million&lt;/b&gt; of tea")
    assert "nothing that names the other" in page
    for shown in (page, client.get(f"/actors/{ruto.id}").text):
        assert "Figures through time" in shown
        assert "<title>2024-06-10: 55,000,000 USD</title>" in shown
        assert 'href="/reports?id=t55%20million#f' in shown
    assert "Figures through time" not in client.get("/countries/CHL/PER").text
