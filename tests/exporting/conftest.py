"""A record of hostile and incomplete events, and a way to write it in a format."""

import io
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from communique.exporting import Context, Format, find_format
from communique.record import Record, open_record
from communique.types import Actor, Coding, Event, EventClaim, Figure, Participant, Place, Span

AT = datetime(2024, 6, 1, 12, tzinfo=UTC)
HOSTILE = (
    '=HYPERLINK("https://evil.example","x")',
    "Zoë \"Zed\" O'Neil, jr.; <script>alert('&amp;')</script>]]>",
    "\u202eevil\u202c 🕊️ line\nbreak\ttab\x00\x0b\ufffe",
)
"""Names as a careless or malicious source may hold them: formulas, mark-up, what XML forbids."""


def renamed(claim: EventClaim, number: int, name: str) -> EventClaim:
    """The claim with another name for one of its participants; evidence and place say it too."""
    told = Span(0, len(name), name)
    participants = list(claim.participants)
    actor = participants[number].actor
    participants[number] = Participant(participants[number].role, msgspec.structs.replace(actor, name=name), told)
    return msgspec.structs.replace(claim, participants=tuple(participants), evidence=told)


def counted(name: str) -> Figure:
    """So many of what is named in the first words of the text."""
    told = Span(0, len(name), name)
    return Figure(of=name, value=-3.5, unit="people", period=None, change=None, attribution=None, evidence=told)


def codings(claim: Callable[..., EventClaim], coding: Callable[..., Coding]) -> Iterator[Coding]:
    visit = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")
    osaka = Place("Osaka", "JPN", 34.69, 135.5, "Q35765")
    for document, end in (("a", "2024-05-14"), ("b", "2024-05-15")):
        told = claim("visit", *visit, start="2024-05-13", end=end, topics=("trade", "tea"), words="travelled to Osaka")
        yield coding(
            document,
            f"Report {document} of a journey.",
            msgspec.structs.replace(told, place=osaka),
            url=f"https://news.example/{document}?x=1&y=2",
            title="A journey",
            publisher="Daily Kite",
            published="2024-05-16",
        )
    call = claim("call", "party José Muñoz CHL", "party Rosa Quispe PER", start="2024-06", status="planned")
    yield coding("c", "Two presidents will speak.", call)
    talks = claim("talks", "party =Ghana GHA", "party +ECOWAS", status="cancelled", place="Ghana GHA")
    yield coding("d", "Nothing came of the talks.", talks)
    for number, name in enumerate(HOSTILE):
        met = claim("meeting", "party Ada Example PER", "party =Chile CHL", start=f"20{number}1-01-01/..")
        described = coding(f"={number}", f"{name} met somebody.", renamed(met, 0, name), title=name, publisher=name)
        yield msgspec.structs.replace(described, figures=(counted(name),))


@pytest.fixture
def record(tmp_path: Path, claim: Callable[..., EventClaim], coding: Callable[..., Coding]) -> Iterator[Record]:
    """A visit told twice with another end, a planned call, undated talks, and meetings with hostile names."""
    with open_record(tmp_path / "r.db", create=True) as opened:
        opened.keep(codings(claim, coding))
        yield opened


@pytest.fixture
def events(record: Record) -> tuple[Event, ...]:
    return record.events()


Sink = Callable[[Format, Context], Callable[[Iterable[Event]], bytes]]


@pytest.fixture(scope="session")
def sink() -> Sink:
    """What a format makes of events in a context: for records of a test's own."""

    def bound(format: Format, context: Context) -> Callable[[Iterable[Event]], bytes]:
        def written(events: Iterable[Event]) -> bytes:
            stream = io.BytesIO()
            format.write(iter(events), stream, context)
            return stream.getvalue()

        return written

    return bound


@pytest.fixture
def write(record: Record, sink: Sink) -> Callable[..., bytes]:
    """What a format makes of the record's events, or of those that are given."""

    def written(name: str, events: tuple[Event, ...] | None = None, **options: str) -> bytes:
        format = find_format(name)
        context = Context(record=record, at=AT, options=format.choose(options))
        return sink(format, context)(record.events() if events is None else events)

    return written


def actor_named(events: tuple[Event, ...], name: str) -> Actor:
    return next(p.actor for e in events for p in e.participants if p.actor.name == name)
