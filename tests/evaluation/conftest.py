"""Small labelled texts and claims about them."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from communique.evaluation.found import Prediction, Stretch
from communique.evaluation.gold import GoldDocument, GoldEvent, GoldParticipant, GoldPlace
from communique.types import Actor, EventClaim, Participant, Place, Span, When

TEXT = (
    "Ana Sol of Peru met Ben Fir of Chile in Lima on Monday. She had called him in May. "
    + "Rain fell. " * 60
    + "They parted as friends."
)
MONDAY = date(2024, 5, 6)
MakeGold = Callable[..., GoldEvent]
MakeFound = Callable[..., Prediction]
MakeDocument = Callable[..., GoldDocument]

SOL = GoldParticipant("Ana Sol", "PER", "host", "president")
FIR = GoldParticipant("Ben Fir", "CHL", "visitor", "president")
MEETING = GoldEvent(
    type="meeting",
    participants=(SOL, FIR),
    place=GoldPlace("PER", "Lima"),
    start="2024-05-06",
    end=None,
    status="happened",
    evidence="met Ben Fir of Chile",
    main=True,
    date_basis="relative",
)


@pytest.fixture
def gold() -> MakeGold:
    """A labelled event: the meeting in Lima, with what the test changes of it."""

    def make(**changes: object) -> GoldEvent:
        return msgspec.structs.replace(MEETING, **changes)

    return make


@pytest.fixture
def found() -> MakeFound:
    """A predicted event that says of ``words`` what the meeting in Lima is, with the test's changes."""

    def make(words: str = "Ana Sol of Peru met Ben Fir", day: date | None = MONDAY, **changes: object) -> Prediction:
        start = TEXT.index(words)
        span = Span.of(TEXT, start, start + len(words))
        people = (Actor("sol", "Ana Sol", "person", "PER"), Actor("fir", "Fir", "person", "CHL"))
        claim = EventClaim(
            kind="meeting",
            family="meeting",
            type="CONSULT",
            mode="meet",
            cameo="040",
            status="happened",
            start=None if day is None else When(day.isoformat(), day, day, "relative"),
            end=None,
            place=Place("Lima", "PER"),
            participants=tuple(Participant("party", person, span) for person in people),
            topics=(),
            attribution=None,
            evidence=span,
        )
        return Prediction(msgspec.structs.replace(claim, **changes), (Stretch(span.start, span.end),))

    return make


@pytest.fixture
def document() -> MakeDocument:
    """A labelled text with the given events."""

    def make(*events: GoldEvent, name: str = "t1") -> GoldDocument:
        return GoldDocument(
            id=name,
            text_file=f"{name}.txt",
            url=None,
            title=None,
            published=None,
            language="en",
            events=events,
            text=TEXT,
        )

    return make
