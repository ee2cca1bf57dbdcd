"""GEXF against its schema, and as networkx reads it."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from communique.exporting._network import Days, Tie, by_country, by_person
from communique.types import Actor

Write = Callable[..., bytes]
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "gexf.rng"))
NS = {"g": "http://gexf.net/1.3"}


def read(content: bytes) -> Any:
    return nx.read_gexf(io.BytesIO(content), version="1.3")


@pytest.mark.parametrize("by", ["country", "person"])
@pytest.mark.parametrize("ties", ["together", "towards"])
@pytest.mark.parametrize("count", ["happened", "all"])
def test_it_is_as_the_schema_says(write: Write, by: str, ties: str, count: str) -> None:
    content = write("gexf", by=by, ties=ties, count=count)
    tree = etree.fromstring(content)
    SCHEMA.assertValid(tree)
    ids = [node.get("id") for node in tree.iterfind(".//g:node", NS)]
    ends = {edge.get(end) for edge in tree.iterfind(".//g:edge", NS) for end in ("source", "target")}
    assert len(ids) == len(set(ids))
    assert ends <= set(ids)
    declared = {attribute.get("id") for attribute in tree.iterfind(".//g:attribute", NS)}
    assert {value.get("for") for value in tree.iterfind(".//g:attvalue", NS)} <= declared
    assert read(content).is_directed() is (ties == "towards")


def test_no_events_are_an_empty_network(write: Write) -> None:
    SCHEMA.assertValid(etree.fromstring(write("gexf", ())))
    assert len(read(write("gexf", ()))) == 0


def test_countries_are_tied_by_what_happened(write: Write) -> None:
    graph = read(write("gexf"))
    assert graph.nodes["KEN"]["label"] == "Kenya"
    (visit,) = [data for one, other, data in graph.edges(data=True) if {one, other} == {"KEN", "JPN"}]
    assert (visit["family"], visit["weight"], visit["spells"]) == ("visit", 1.0, [("2024-05-13", "2024-05-14")])
    (meetings,) = [data for one, other, data in graph.edges(data=True) if {one, other} == {"CHL", "PER"}]
    assert (meetings["family"], meetings["weight"], meetings["undated"]) == ("meeting", 3.0, 0)
    assert len(meetings["event_ids"].split()) == 3


def test_what_did_not_happen_ties_nobody_unless_asked_for(write: Write) -> None:
    assert "GHA" not in read(write("gexf"))
    graph = read(write("gexf", count="all"))
    ((_, _, talks),) = graph.edges("GHA", data=True)
    assert (talks["family"], talks["undated"]) == ("talks", 1)
    assert "spells" not in talks
    assert graph.nodes["ecowas"]["kind"] == "organisation"


def test_a_visit_leads_from_visitor_to_host(write: Write) -> None:
    assert [(one, other) for one, other in read(write("gexf", ties="towards")).edges()] == [("KEN", "JPN")]


def test_hostile_names_are_labels(write: Write) -> None:
    labels = [data["label"] for _, data in read(write("gexf", by="person")).nodes(data=True)]
    assert any("HYPERLINK" in label for label in labels)
    assert all("\x00" not in label and "\n" not in label for label in labels)


def test_persons_known_by_office_or_of_a_group_are_nobody() -> None:
    minister = Actor("chl-foreign-minister", "foreign minister of Chile", "person", "CHL", "foreign minister")
    assert by_person(minister) is None
    assert by_country(minister) is not None
    assert by_country(Actor("delegations", "delegations", "group")) is None


DAY = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("spells", "disjoint"),
    [
        ([], []),
        ([(date(2024, 5, 3), DAY.replace(day=4)), (DAY, DAY)], [(DAY, DAY), (DAY.replace(day=3), DAY.replace(day=4))]),
        ([(DAY, DAY.replace(day=9)), (DAY.replace(day=2), DAY.replace(day=3))], [(DAY, DAY.replace(day=9))]),
        ([(DAY, None), (DAY.replace(day=2), DAY.replace(day=3))], [(DAY, None)]),
        ([(None, DAY), (DAY, DAY.replace(day=3))], [(None, DAY.replace(day=3))]),
    ],
)
def test_spells_do_not_overlap(spells: list[Days], disjoint: list[Days]) -> None:
    tie = Tie(events=["e"] * len(spells), spells=spells)
    assert list(tie.disjoint()) == disjoint
