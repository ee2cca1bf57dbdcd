"""The network ties those who take part in the same events."""

from collections.abc import Callable

from communique.record import Sketch
from communique.resolving import event
from communique.serving._network import ties
from communique.serving._selection import Selection
from communique.types import Event, Report


def test_ties_are_counted(report: Callable[..., Report], sketch: Callable[[Event], Sketch]) -> None:
    told = [
        report("a", "talks", "party Rao IND", "party Silva BRA"),
        report("b", "talks", "party Rao IND", "party =Brazil BRA", "party =Chile CHL"),
    ]
    events = [sketch(event([one], one.document)) for one in told]
    tied = ties(events, "country", Selection(), 9)
    assert [(tie.one, tie.other, tie.events) for tie in tied] == [
        ("BRA", "IND", 2),
        ("BRA", "CHL", 1),
        ("CHL", "IND", 1),
    ]
    assert tied[0].query == "country=BRA&partner=IND"
    assert [(tie.one, tie.other) for tie in ties(events, "person", Selection(), 9)] == [("Rao", "Silva")]
    assert len(ties(events, "country", Selection(), 1)) == 1


def test_a_great_gathering_ties_nobody(report: Callable[..., Report], sketch: Callable[[Event], Sketch]) -> None:
    states = [f"party =State{n} {chr(65 + n)}AA" for n in range(13)]
    assert ties([sketch(event([report("a", "summit", *states)], "e"))], "country", Selection(), 9) == ()
