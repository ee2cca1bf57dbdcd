"""The map counts what happened where, and who came from where."""

from collections.abc import Callable

import pytest

from communique.record import Side, Sketch
from communique.resolving import event
from communique.serving._map import world_map
from communique.serving._selection import Selection
from communique.types import Actor, Event, Place, Report

MakeReport = Callable[..., Report]


@pytest.fixture
def events(report: MakeReport, sketch: Callable[[Event], Sketch]) -> list[Sketch]:
    visit = ("visitor Wanjiru Otieno KEN", "host =Japan JPN")
    told = [
        report("a", "visit", *visit, place="Osaka JPN"),
        report("b", "visit", *visit, place="Osaka JPN"),
        report("c", "visit", *visit),
        report("d", "talks", "party =Ghana GHA", "party =Kenya KEN", place="Accra GHA"),
    ]
    return [sketch(event([one], one.document)) for one in told]


def test_spots_are_places_with_their_events(events: list[Sketch]) -> None:
    found = world_map(events, Selection(kind="visit"))
    assert [(spot.name, spot.events) for spot in found.spots] == [("Osaka", 2), ("Accra", 1)]
    assert found.spots[0].query == "kind=visit&place=Osaka"
    assert found.spots[0].radius > found.spots[1].radius
    assert found.unplaced == 1


def test_arcs_lead_from_the_countries_of_who_came(events: list[Sketch]) -> None:
    found = world_map(events, Selection())
    assert [(arc.title, arc.events) for arc in found.arcs] == [("KEN → Osaka", 2), ("KEN → Accra", 1)]


def test_the_weightiest_arcs_are_drawn() -> None:
    def journey(code: str, number: int) -> Sketch:
        state = Actor(f"state-{code}", code, "state", code)
        return Sketch(participants=(Side("visitor", state),), place=Place(f"Place {number}", "KEN", 0.0, number / 10))

    found = world_map([*(journey(c, n) for c in ("JPN", "PER") for n in range(160)), journey("PER", 159)], Selection())
    assert (len(found.arcs), found.arcs[0].title) == (300, "PER → Place 159")
    assert len(found.spots) == 160


def test_nothing_is_drawn_of_nothing() -> None:
    assert world_map([], Selection()).spots == ()
