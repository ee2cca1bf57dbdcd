"""FollowTheMoney entities as the library reads and validates them."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from followthemoney import EntityProxy, model

from communique.codebook import countries
from communique.exporting._ftm import partial_date
from communique.types import Event, When, read_edtf

Write = Callable[..., bytes]


def entities(content: bytes) -> list[EntityProxy]:
    """All entities, each as valid after cleaning as it was written."""
    found = [json.loads(line) for line in content.splitlines()]
    proxies = [model.get_proxy(data, cleaned=False) for data in found]
    for data, proxy in zip(found, proxies, strict=True):
        assert proxy.to_dict() == data
        assert not proxy.schema.validate(data)
    return proxies


def by_schema(proxies: list[EntityProxy], schema: str) -> list[EntityProxy]:
    return [proxy for proxy in proxies if proxy.schema.name == schema]


def test_every_reference_leads_to_an_entity_that_may_stand_there(write: Write) -> None:
    proxies = entities(write("ftm"))
    known = {proxy.id: proxy for proxy in proxies}
    assert len(known) == len(proxies)
    for proxy in proxies:
        for prop, value in proxy.itervalues():
            if prop.range is not None:
                assert known[value].schema.is_a(prop.range), (proxy.schema, prop, value)


def test_an_event_with_who_took_part_and_its_proof(write: Write, events: tuple[Event, ...]) -> None:
    proxies = entities(write("ftm"))
    known = {proxy.id: proxy for proxy in proxies}
    (visit,) = (e for e in by_schema(proxies, "Event") if e.first("summary") == "visit, happened")
    (source,) = (event for event in events if event.kind == "visit")
    assert visit.get("recordId") == [source.id]
    assert (visit.get("startDate"), visit.get("country"), visit.get("location")) == (["2024-05-13"], ["jp"], ["Osaka"])
    assert [known[i].caption for i in visit.get("involved")] == ["Wanjiru Otieno", "Japan"]
    assert [known[i].first("title") for i in visit.get("proof")] == ["A journey", "A journey"]
    assert visit.get("sourceUrl") == ["https://news.example/a?x=1&y=2", "https://news.example/b?x=1&y=2"]
    roles = {
        known[link.get("subject")[0]].caption: link.first("role")
        for link in by_schema(proxies, "UnknownLink")
        if link.get("object") == [visit.id]
    }
    assert roles == {"Wanjiru Otieno": "visitor", "Japan": "host"}


def test_actors_are_of_their_schema(write: Write) -> None:
    proxies = entities(write("ftm"))
    (japan,) = (body for body in by_schema(proxies, "PublicBody") if body.caption == "Japan")
    (minister,) = (person for person in by_schema(proxies, "Person") if person.caption == "Wanjiru Otieno")
    assert japan.get("country") == ["jp"]
    assert (minister.get("position"), minister.get("country")) == (["foreign minister"], ["ke"])
    assert [body.caption for body in by_schema(proxies, "Organization")] == ["ECOWAS"]


def test_hostile_names_are_names(write: Write) -> None:
    articles = by_schema(entities(write("ftm")), "Article")
    assert any("<script>" in str(article.first("title")) for article in articles)
    assert all("\x00" not in json.dumps(article.to_dict(), ensure_ascii=False) for article in articles)


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2024-04-08", "2024-04-08"),
        ("2024-04", "2024-04"),
        ("2024-04-02/2024-04-08", "2024-04"),
        ("2024-21", "2024"),
        ("2024", "2024"),
        ("2024-12-30/2025-01-02", None),
        ("2024-04-08/..", None),
        (None, None),
    ],
)
def test_a_date_is_as_precise_as_it_may_be(edtf: str | None, date: str | None) -> None:
    when = When(edtf, *read_edtf(edtf), "stated") if edtf else None
    assert partial_date(when) == date


def test_the_library_knows_our_countries() -> None:
    cleaned: dict[str, Any] = {c.code: model.make_entity("PublicBody") for c in countries()}
    for code, entity in cleaned.items():
        entity.add("country", code)
    # South Yemen and North Vietnam, which its list of territories does not have
    assert {code for code, entity in cleaned.items() if not entity.get("country")} == {"YMD", "VDR"}
