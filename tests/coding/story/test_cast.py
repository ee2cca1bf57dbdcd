"""Who is named where, as seen from the side of a speaker."""

from communique.coding.story._cast import Cast, named
from communique.linking import link
from communique.parsing import parse
from communique.reading import read
from communique.types import Actor, Page

TEXT = "Peru and Chilean President Ana Rao met in Lima; she spoke of Oslo and the African Union."
MINISTER = Actor("m", "Luis Silva", "person", "PER", "foreign minister")


def cast(speaker: Actor) -> Cast:
    document = read(Page("a", TEXT, language="en"))
    return Cast(named(link(document, parse(document.text))), speaker)


def test_others_are_told_from_the_speakers_side() -> None:
    found = cast(MINISTER).others(0, len(TEXT))
    assert [(p.role, p.actor.country or p.actor.name) for p in found] == [
        ("target", "CHL"),
        ("target", "NOR"),
        ("target", "African Union"),
    ]


def test_own_mentions_are_those_of_the_state() -> None:
    assert [mention.span.text for mention in cast(MINISTER).own(0, len(TEXT))] == ["Peru", "Lima"]


def test_only_whole_mentions_of_the_stretch_count() -> None:
    assert cast(MINISTER).others(TEXT.index("Rao"), TEXT.index("; she")) == []


def test_a_body_is_a_side_of_its_own() -> None:
    (union,) = (p.actor for p in cast(MINISTER).others(0, len(TEXT)) if p.actor.kind == "organisation")
    assert union.name not in {p.actor.name for p in cast(union).others(0, len(TEXT))}
