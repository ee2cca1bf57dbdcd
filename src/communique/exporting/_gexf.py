"""GEXF 1.3: who meets or acts on whom, as a network in time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO

from communique.exporting._format import Context, Format, Option
from communique.exporting._network import Network, Node, Tie, by_country, by_person, network, together, towards
from communique.exporting._xml import Xml
from communique.types import Event

__all__ = ["FORMAT"]

_BY = Option(
    name="by",
    values=("country", "person"),
    summary="What a node is; by country, organisations of no country are nodes too.",
)
_TIES = Option(
    name="ties",
    values=("together", "towards"),
    summary="An edge between all who take part in an event; or from visitor to host and from actor to target.",
)
_COUNT = Option(
    name="count",
    values=("happened", "all"),
    summary="Events that happened or go on; or also those planned, cancelled, postponed, denied or hypothetical.",
)
_NAMESPACE = "http://gexf.net/1.3"  # as in gexf.xsd of 1.3, Gephi and networkx; its gexf.rng has www before it
_GRAPH = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval", "idtype": "string"}
_NODE_ATTRIBUTES = {"kind": "string", "country": "string", "events": "integer", "undated": "integer"}
_EDGE_ATTRIBUTES = {"family": "string", "events": "integer", "undated": "integer", "event_ids": "string"}


def _write(events: Iterable[Event], stream: BinaryIO, context: Context) -> None:
    counted = events if _COUNT.chosen(context) == "all" else (e for e in events if e.status in ("happened", "ongoing"))
    directed = _TIES.chosen(context) == "towards"
    node_of = by_country if _BY.chosen(context) == "country" else by_person
    found = network(counted, node_of, towards if directed else together)
    xml = Xml(stream)
    with xml.element("gexf", {"xmlns": _NAMESPACE, "version": "1.3"}):
        with xml.element("meta", {"lastmodifieddate": context.at.date().isoformat()}):
            xml.leaf("creator", text="Communiqué")
            xml.leaf("description", text=f"Events of {context.record.path.name} by {_BY.chosen(context)}")
        with xml.element("graph", {"defaultedgetype": "directed" if directed else "undirected", **_GRAPH}):
            _graph(xml, found)


def _graph(xml: Xml, found: Network) -> None:
    for of, declared in (("node", _NODE_ATTRIBUTES), ("edge", _EDGE_ATTRIBUTES)):
        with xml.element("attributes", {"class": of, "mode": "static"}):
            for name, kind in declared.items():
                xml.leaf("attribute", {"id": name, "title": name, "type": kind})
    with xml.element("nodes", {"count": str(len(found.nodes))}):
        for node in found.nodes.values():
            _node(xml, node, found.seen[node.id])
    with xml.element("edges", {"count": str(len(found.ties))}):
        for ends, tie in found.ties.items():
            _edge(xml, *ends, tie)


def _node(xml: Xml, node: Node, seen: Tie) -> None:
    with xml.element("node", {"id": node.id, "label": " ".join(node.label.split())}):
        _values(xml, {"kind": node.kind, "country": node.country, **_counts(seen)})
        _spells(xml, seen)


def _edge(xml: Xml, one: str, other: str, family: str, tie: Tie) -> None:
    """One edge a family: ``kind`` tells parallel edges apart."""
    identity = {"id": f"{one} {other} {family}", "source": one, "target": other, "kind": family, "label": family}
    with xml.element("edge", {**identity, "weight": str(len(tie.events))}):
        _values(xml, {"family": family, **_counts(tie), "event_ids": " ".join(tie.events)})
        _spells(xml, tie)


def _counts(tie: Tie) -> dict[str, str]:
    return {"events": str(len(tie.events)), "undated": str(tie.undated)}


def _values(xml: Xml, told: Mapping[str, str | None]) -> None:
    with xml.element("attvalues"):
        for name, value in told.items():
            if value is not None:
                xml.leaf("attvalue", {"for": name, "value": value})


def _spells(xml: Xml, tie: Tie) -> None:
    if not tie.spells:
        return
    with xml.element("spells"):
        for start, end in tie.disjoint():
            bounds = {"start": start, "end": end}
            xml.leaf("spell", {name: day.isoformat() if day else None for name, day in bounds.items()})


FORMAT = Format(
    name="gexf",
    suffix=".gexf",
    summary="GEXF 1.3, a network in time: nodes are countries or persons, an edge ties two of them by a family of "
    "events and weighs their number: for Gephi and networkx.",
    loses="All of an event but its id, family, days and who took part. What only undated events tell of is there at "
    "all times. Groups, and persons who are not named or of no country, are no nodes.",
    write=_write,
    options=(_BY, _TIES, _COUNT),
)
