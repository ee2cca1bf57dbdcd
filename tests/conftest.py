"""Claims, reports and codings written in one line, for tests of the rooms that work on them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import communique
from communique.types import (
    Actor,
    ActorKind,
    Clue,
    Coding,
    Document,
    EventClaim,
    Participant,
    Place,
    Report,
    Span,
    Topic,
    When,
    read_edtf,
)

PARTICIPANT = re.compile(
    r"(?P<role>[\w-]+) (?P<mark>[=+]?)(?P<name>[^()]+?)"
    r"(?: \((?P<office>[^()]+)\))?(?: (?P<country>[A-Z]{3}))?"
)
KINDS: dict[str, ActorKind] = {"": "person", "=": "state", "+": "organisation"}
FAMILIES = {"multilateral-meeting": "meeting", "condemnation": "statement"}


def slug(text: str) -> str:
    return "-".join(re.findall(r"\w+", text.lower()))


def make_participant(line: str) -> Participant:
    """``visitor Wanjiru Otieno (foreign minister) KEN``; ``=Kenya KEN`` is a state, ``+ECOWAS`` a body."""
    found = PARTICIPANT.fullmatch(line)
    assert found is not None, line
    name, country = found["name"], found["country"]
    office = found["office"]
    actor = Actor(slug(f"{name} {country or ''}"), name, KINDS[found["mark"]], country, office)
    return Participant(found["role"], actor, Span(0, len(name), name))  # type: ignore[arg-type]


def make_when(text: str | None) -> When | None:
    if text is None:
        return None
    return When(text, *read_edtf(text), "stated")


def make_place(line: str | None) -> Place | None:
    """``Nairobi KEN``."""
    if line is None:
        return None
    name, country = line.rsplit(" ", 1)
    return Place(name, country)


def make_claim(kind: str, *participants: str, words: str = "", **fields: object) -> EventClaim:
    words = words or f"{kind} of {len(participants)}"
    return EventClaim(
        kind=kind,
        family=FAMILIES.get(kind, kind),
        type="CONSULT",
        mode=None,
        cameo="042" if kind == "visit" else None,
        status=fields.get("status", "happened"),  # type: ignore[arg-type]
        start=make_when(fields.get("start")),  # type: ignore[arg-type]
        end=make_when(fields.get("end")),  # type: ignore[arg-type]
        place=make_place(fields.get("place")),  # type: ignore[arg-type]
        participants=tuple(map(make_participant, participants)),
        topics=tuple(Topic(name, Span(0, 1, name[0])) for name in fields.get("topics", ())),  # type: ignore[attr-defined]
        attribution=None,
        evidence=Span(0, len(words), words),
        clues=tuple(Clue(k, v, Span(0, 1, "x")) for k, v in fields.get("clues", ())),  # type: ignore[attr-defined]
        salience=fields.get("salience", "main"),  # type: ignore[arg-type]
        confidence=fields.get("confidence", 0.5),  # type: ignore[arg-type]
    )


def make_report(document: str, kind: str, *participants: str, **fields: object) -> Report:
    published = make_when(fields.pop("published", None))  # type: ignore[arg-type]
    claim = make_claim(kind, *participants, **fields)  # type: ignore[arg-type]
    return Report(
        document=document,
        source=f"{document}.txt",
        url=None,
        title=None,
        publisher=None,
        agency=None,
        published=published,
        claim=claim,
    )


def make_coding(document: str, text: str, *claims: EventClaim, **fields: object) -> Coding:
    """A document of ``text`` with its claims; other fields as named."""
    published = make_when(fields.pop("published", None))  # type: ignore[arg-type]
    source = fields.pop("source", f"{document}.txt")
    described = Document(document, source, text, published=published, **fields)  # type: ignore[arg-type]
    return Coding(document=described, events=claims)


@pytest.fixture(scope="session")
def claim() -> Callable[..., EventClaim]:
    return make_claim


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    return make_report


@pytest.fixture(scope="session")
def coding() -> Callable[..., Coding]:
    return make_coding


@pytest.fixture(scope="session")
def example_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record that the examples make; to be read only."""
    path = tmp_path_factory.mktemp("examples") / "r.db"
    communique.read([str(Path(__file__).parents[1] / "examples" / "reports")], path)
    return path
