"""Actors and places in the vocabulary of schema.org, as nodes of JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from communique.codebook import countries, schema_org
from communique.exporting._points import point
from communique.exporting._site import Site
from communique.resolving import country_name, is_country
from communique.types import Actor, Place

__all__ = ["Node", "actor_node", "known", "organization_node", "place_node", "property_node"]

Node = Mapping[str, Any]

_WIKIDATA = re.compile(r"Q[1-9]\d*", re.ASCII)


def known(node: Node) -> Node:
    """The node without what is not known."""
    return {name: value for name, value in node.items() if value is not None and value != []}


def property_node(name: str, value: object) -> Node:
    """What schema.org has no property for."""
    return {"@type": "PropertyValue", "name": name, "value": value}


def organization_node(name: str | None) -> Node | None:
    """An organisation of which no more than the name is known."""
    return {"@type": "Organization", "name": name} if name else None


def place_node(place: Place) -> Node:
    """A place as far as it is known: what is only known to lie in a country has no point of its own."""
    at = point(place)
    if at is not None and at.precision == "country":
        at = None
    geo = {"@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon} if at is not None else None
    return known(
        {
            "@type": "Country" if is_country(place) else "Place",
            "name": place.name,
            "sameAs": _same(place.id),
            "address": {"@type": "PostalAddress", "addressCountry": place.country} if place.country else None,
            "geo": geo,
            "additionalProperty": [property_node("precision", at.precision)] if at is not None else [],
        }
    )


def _same(id: str | None) -> str | None:
    if id is not None and _WIKIDATA.fullmatch(id):
        return f"http://www.wikidata.org/entity/{id}"
    return f"https://sws.geonames.org/{id}/" if id is not None and id.isdecimal() else None


@cache
def _wikidata_ids() -> Mapping[str, str | None]:
    return {country.code: country.wikidata for country in countries()}


def actor_node(actor: Actor, site: Site) -> Node:
    """An actor with the state that it acts for; one that Wikidata knows is named by its id there."""
    types = schema_org().actors[actor.kind]
    wikidata = _same(actor.id) if _WIKIDATA.fullmatch(actor.id) else None
    acts_for = _state(actor.country) if actor.country is not None and actor.kind != "state" else None
    return known(
        {
            "@type": types[0] if len(types) == 1 else types,
            "@id": wikidata or site.tag(f"actor/{actor.id}"),
            "name": actor.name,
            "sameAs": wikidata,
            "jobTitle": actor.office if actor.kind == "person" else None,
            "affiliation" if actor.kind == "person" else "parentOrganization": acts_for,
            "identifier": actor.country if actor.kind == "state" else None,
        }
    )


def _state(code: str) -> Node:
    """The state that somebody acts for, by its ISO 3166-1 alpha-3 code."""
    same = _same(_wikidata_ids().get(code))
    types = schema_org().actors["state"]
    return known({"@type": types, "@id": same, "identifier": code, "name": country_name(code), "sameAs": same})
