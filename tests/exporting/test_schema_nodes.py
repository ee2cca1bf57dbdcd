"""Actors and places as nodes."""

import pytest

from communique.exporting._schema_nodes import actor_node, place_node
from communique.exporting._site import site_at
from communique.types import Actor, Place

SITE = site_at(None)
CHINA = {
    "@type": ("Country", "GovernmentOrganization"),
    "@id": "http://www.wikidata.org/entity/Q148",
    "identifier": "CHN",
    "name": "China",
    "sameAs": "http://www.wikidata.org/entity/Q148",
}


@pytest.mark.parametrize(
    ("actor", "node"),
    [
        (Actor("Q148", "China", "state", "CHN"), CHINA),
        (
            Actor("wang-yi-chn", "Wang Yi", "person", "CHN", "foreign minister"),
            {
                "@type": "Person",
                "@id": "tag:localhost,2026:actor/wang-yi-chn",
                "name": "Wang Yi",
                "jobTitle": "foreign minister",
                "affiliation": CHINA,
            },
        ),
        (
            Actor("chn-diplomat-group", "Chinese diplomats", "group", "CHN", "diplomat"),
            {
                "@type": "Organization",
                "@id": "tag:localhost,2026:actor/chn-diplomat-group",
                "name": "Chinese diplomats",
                "parentOrganization": CHINA,
            },
        ),
        (
            Actor("Q1065", "United Nations", "organisation"),
            {
                "@type": "Organization",
                "@id": "http://www.wikidata.org/entity/Q1065",
                "name": "United Nations",
                "sameAs": "http://www.wikidata.org/entity/Q1065",
            },
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Actor) else None,
)
def test_actors(actor: Actor, node: dict[str, object]) -> None:
    assert actor_node(actor, SITE) == node


def test_a_venue_has_coordinates_and_a_country_has_none() -> None:
    hall = place_node(Place("Great Hall of the People", "CHN", 39.9, 116.39))
    assert (hall["@type"], hall["geo"]["latitude"]) == ("Place", 39.9)
    assert hall["additionalProperty"] == [{"@type": "PropertyValue", "name": "precision", "value": "venue"}]
    country = place_node(Place("China", "CHN", 39.92, 116.38, "Q148"))
    assert (country["@type"], country.get("geo")) == ("Country", None)


def test_geonames_ids_are_linked() -> None:
    assert place_node(Place("Nairobi", "KEN", -1.28, 36.82, "184745"))["sameAs"] == "https://sws.geonames.org/184745/"
