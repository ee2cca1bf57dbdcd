"""Officers of bodies and offices whose words hold a name: by name, by their office, several as their body."""

from collections.abc import Callable

import pytest

from communique.codebook import countries, offices
from communique.linking import Linked
from communique.types import Actor

Link = Callable[[str], Linked]


def first(linked: Linked) -> tuple[Actor, ...]:
    return linked.mentions[0].actors


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The UN chief", "secretary-general of United Nations"),
        ("The NATO secretary general", "secretary-general of NATO"),
        ("The head of the IMF", "director-general of International Monetary Fund"),
        ("The European Commission president", "president of the European Commission"),
        ("The EU's foreign policy chief", "high representative of European Union"),
    ],
)
def test_an_unnamed_officer_is_a_person_of_no_state(linked: Link, title: str, name: str) -> None:
    (actor,) = first(linked(f"{title} met Ana Rao in Lima."))
    assert (actor.name, actor.kind, actor.country, actor.unnamed) == (name, "person", None, True)


def test_an_officer_named_before_is_meant_by_the_office(linked: Link) -> None:
    told = linked("NATO chief Ana Rao and UN chief Luis Vega spoke. The NATO chief left for Oslo.")
    assert told.mentions[-2].actors[0].name == "Ana Rao"


def test_officers_of_a_state_and_a_body_share_a_title(linked: Link) -> None:
    assert [a.name for a in first(linked("Kenyan and EU negotiators met."))] == [
        "negotiator of Kenya",
        "European Union",
    ]


@pytest.mark.parametrize("name", ["US treasury secretary", "U.S. state department spokesman", "US house speaker"])
def test_a_name_in_another_case_hides_no_title(linked: Link, name: str) -> None:
    """ "US Treasury" and "US House" are bodies: in small letters their words belong to the title."""
    (actor,) = first(linked(f"The {name} met Ana Rao in Lima."))
    assert (actor.kind, actor.country) == ("person", "USA")


@pytest.mark.parametrize(
    "office", [o for o in offices() if not o.countries and o.scope != "organisation"], ids=lambda o: o.id
)
def test_every_office_of_a_state_is_read(linked: Link, office: object) -> None:
    kenya = next(c for c in countries() if c.code == "KEN")
    title = office.titles[0]  # type: ignore[attr-defined]
    actors = first(linked(f"The {kenya.adjectives[0]} {title} met Ana Rao in Lima."))
    assert [a.country for a in actors] == ["KEN"]
