"""Sectors of actors, and the codes of known groups."""

import pytest

from communique.codebook import bodies, known_group, offices, organisations, sector, sectors
from communique.types import Actor


def test_all_ids_are_those_of_the_tables() -> None:
    assert {i for ids in sectors().offices.values() for i in ids} <= {office.id for office in offices()}
    assert {i for ids in sectors().body_ids.values() for i in ids} <= {body.id for body in bodies()}
    assert set(sectors().groups) <= {organisation.id for organisation in organisations()}


def test_no_group_has_the_code_of_another() -> None:
    assert len(set(sectors().groups.values())) == len(sectors().groups)


def test_an_office_has_one_sector() -> None:
    ids = [i for ids in sectors().offices.values() for i in ids]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (Actor("x", "Wang Yi", "person", "CHN", "foreign minister"), "GOV"),
        (Actor("x", "Li", "person", "CHN", "lawmaker"), "LEG"),
        (Actor("x", "Li", "person", "CHN"), None),
        (Actor("x", "Mark Rutte", "person", None, "secretary-general"), None),
        (Actor("x", "Somebody", "person", "YEM", "leader"), None),
        (Actor("rus-armed-forces", "armed forces of Russia", "government", "RUS"), "MIL"),
        (Actor("usa-cia", "Central Intelligence Agency", "government", "USA"), "SPY"),
        (Actor("per-police", "police of Peru", "government", "PER"), "COP"),
        (Actor("isr-knesset", "Knesset", "government", "ISR"), "LEG"),
        (Actor("Q1065", "United Nations", "organisation"), "IGO"),
        (Actor("arats", "Association for Relations Across the Taiwan Straits", "organisation", "CHN"), None),
        (Actor("Q38799", "Hamas", "organisation", "PSE"), "REB"),
        (Actor("Q148", "China", "state", "CHN"), None),
    ],
    ids=lambda value: value.name if isinstance(value, Actor) else str(value),
)
def test_sector_of_an_actor(actor: Actor, expected: str | None) -> None:
    assert sector(actor) == expected


def test_known_groups() -> None:
    assert known_group(Actor("Q458", "European Union", "organisation")) == "EEC"
    assert known_group(Actor("brics", "BRICS", "organisation")) is None
    assert known_group(Actor("Q458", "somebody", "person")) is None
