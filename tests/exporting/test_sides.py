"""Pairs of sides of an event."""

from collections.abc import Callable

import pytest

from communique.exporting._sides import Dyad, dyads
from communique.resolving import event
from communique.types import Event, Report

PUTIN = "Vladimir Putin (president) RUS"
XI = "Xi Jinping (president) CHN"


@pytest.fixture
def pairs(report: Callable[..., Report]) -> Callable[..., list[tuple[str | None, str | None, bool]]]:
    def made(kind: str, *participants: str) -> list[tuple[str | None, str | None, bool]]:
        told = report("a", kind, *participants, start="2024-05-13")
        found: Event = event([told], "e1")
        return [shown(dyad) for dyad in dyads(found)]

    return made


def shown(dyad: Dyad) -> tuple[str | None, str | None, bool]:
    first, second = (side.face.name if side else None for side in (dyad.first, dyad.second))
    return first, second, dyad.mediated


@pytest.mark.parametrize(
    ("kind", "participants", "expected"),
    [
        ("visit", (f"visitor {PUTIN}", "host =China CHN"), [("Vladimir Putin", "China", False)]),
        (
            "visit",
            (f"visitor {PUTIN}", "host =China CHN", f"host {XI}"),  # one side, a person stands for it
            [("Vladimir Putin", "Xi Jinping", False)],
        ),
        (
            "meeting",
            ("party =Peru PER", "party =Chile CHL", "party +ECOWAS"),
            [("Peru", "Chile", False), ("Peru", "ECOWAS", False), ("Chile", "ECOWAS", False)],
        ),
        (
            "talks",
            ("party =Peru PER", "party =Chile CHL", "mediator =Ghana GHA"),
            [("Peru", "Chile", False), ("Ghana", "Peru", True), ("Ghana", "Chile", True)],
        ),
        (
            "condemnation",
            ("party =Peru PER", "party =Chile CHL", "target =Ghana GHA"),
            [("Peru", "Chile", False), ("Peru", "Ghana", False), ("Chile", "Ghana", False)],
        ),
        ("meeting", ("party Ana Ruiz PER", "party Bo Diaz PER"), [("Ana Ruiz", "Bo Diaz", False)]),
        ("visit", (f"visitor {PUTIN}",), [("Vladimir Putin", None, False)]),
        ("attack", ("target =Peru PER",), [(None, "Peru", False)]),
        ("meeting", (), []),
    ],
)
def test_who_to_whom(
    pairs: Callable[..., list[tuple[str | None, str | None, bool]]],
    kind: str,
    participants: tuple[str, ...],
    expected: list[tuple[str | None, str | None, bool]],
) -> None:
    assert sorted(pairs(kind, *participants), key=str) == sorted(expected, key=str)
