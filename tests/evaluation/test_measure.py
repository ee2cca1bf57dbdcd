"""A coder that says what the annotator says gets full marks, one that says nothing gets none."""

import pytest
from evaluation.corpus import load_clusters, load_gold

from communique.evaluation.counts import Share
from communique.evaluation.days import days
from communique.evaluation.extents import NamesFound
from communique.evaluation.found import ClaimKey, claim_key
from communique.evaluation.gold import GoldDocument, GoldEvent
from communique.evaluation.measure import figures, measure
from communique.evaluation.published import PublishedScores, score_published
from communique.evaluation.report import error_lines, tables
from communique.linking import Linked
from communique.parsing import Parse
from communique.types import Actor, Coding, Document, EventClaim, Participant, Place, Segment, Span, When
from communique.types.edtf import read_edtf

GOLD = load_gold()
CLUSTERS = load_clusters()
NO_NAMES = NamesFound(Share(0, 0), Share(0, 0))
NO_DATES = PublishedScores(Share(0, 0), Share(0, 0), ())


def all_dates() -> PublishedScores:
    """The scores of a reader who knows each date of publication that the gold set has."""
    told = {d.id: d.published_inferred or d.published for d in GOLD}
    known = {name: When(edtf, *read_edtf(edtf), "inferred") for name, edtf in told.items() if edtf}
    return score_published(GOLD, known, known)


def start_of(event: GoldEvent) -> When | None:
    if event.start is None:
        return None
    return When(event.start, *days(event.start), basis="stated")


def claim_of(event: GoldEvent, text: str) -> EventClaim:
    """The claim of a coder that has looked at the labels."""
    start = text.index(event.evidence)
    span = Span.of(text, start, start + len(event.evidence))
    actors = (Actor(p.name, p.name, "person", p.country) for p in event.participants)
    return EventClaim(
        kind=event.type,
        family=event.type,
        type=event.plover or "",
        mode=None,
        cameo=None,
        status=event.status,  # type: ignore[arg-type]
        start=start_of(event),
        end=None,
        place=Place(event.place.city or "", event.place.country),
        participants=tuple(Participant("party", actor, span) for actor in actors),
        topics=(),
        attribution=None,
        evidence=span,
        salience="main" if event.main else "background",
    )


def coding_of(document: GoldDocument, *, silent: bool = False) -> Coding:
    text = document.text
    claims = () if silent else tuple(claim_of(event, text) for event in document.events)
    whole = Document(document.id, document.source, text, segments=(Segment(0, 0, len(text)),))
    return Coding(document=whole, events=claims)


def linked_of(document: GoldDocument) -> Linked:
    """What linking hands on where it finds no name at all; ``test_actors`` looks at names."""
    return Linked(Document(document.id, document.source, document.text), Parse(document.text, ()), (), ())


SILENT = [coding_of(document, silent=True) for document in GOLD]
UNLINKED = [linked_of(document) for document in GOLD]


def ids_of(codings: list[Coding]) -> dict[ClaimKey, str]:
    """One event for each group of texts, and one of its own for every other text."""
    groups = {name: group[0] for group in CLUSTERS.same_event for name in group}
    named = ((coding.document.id, claim) for coding in codings for claim in coding.events)
    return {claim_key(name, claim): groups.get(name, name) for name, claim in named}


@pytest.fixture(scope="module")
def perfect() -> dict[str, float | None]:
    codings = [coding_of(document) for document in GOLD]
    named = NamesFound(Share(1, 1), Share(2, 2))
    return figures(measure(GOLD, codings, UNLINKED, (), ids_of(codings), CLUSTERS, named, all_dates()))


def test_full_marks(perfect: dict[str, float | None]) -> None:
    counts = {"negatives.false_events": 0, "joins.wrong": 0, "published.wrong": 0}
    # The coder puts all that a group of texts tells into one event, and shows none.
    others = ("quotes", "negatives.statements", "actors", "figures", "disagreements", "joins.other_wrong")
    events = {name: value for name, value in perfect.items() if not name.startswith(others)}
    assert {name: value for name, value in events.items() if value != counts.get(name, 1.0)} == {}


def test_a_coder_of_events_alone_has_no_quotes(perfect: dict[str, float | None]) -> None:
    assert (perfect["quotes.direct"], perfect["quotes.indirect.content"], perfect["quotes.labelled"]) == (
        0.0,
        0.0,
        None,
    )


def test_a_coder_without_linking_has_no_actors_but_those_of_its_events(perfect: dict[str, float | None]) -> None:
    assert (perfect["actors.country"], perfect["actors.name_office"], perfect["actors.same_id"]) == (0.0, 0.0, None)
    assert (perfect["actors.paired.country"], perfect["actors.shared_ids"]) == (1.0, 0)


def test_a_coder_of_events_alone_has_no_figures(perfect: dict[str, float | None]) -> None:
    assert (perfect["figures.value_unit"], perfect["figures.labelled"]) == (0.0, None)


def test_no_marks() -> None:
    measured = measure(GOLD, SILENT, UNLINKED, (), {}, CLUSTERS, NO_NAMES, NO_DATES)
    found = figures(measured)
    assert (found["events.recall"], found["events.precision"], found["start"]) == (0.0, None, None)
    assert found["joins.same_event"] == 0.0


def test_the_report_shows_every_missed_event() -> None:
    measured = measure(GOLD, SILENT, UNLINKED, (), {}, CLUSTERS, NO_NAMES, NO_DATES)
    lines = list(error_lines(measured))
    quotes = sum(len(document.quotes) for document in GOLD)
    numbers = sum(len(document.figures) for document in GOLD)
    actors = len(measured.actors.lines)
    disputes = len(CLUSTERS.disagreements)
    assert len(lines) == measured.events.all.missed + len(measured.joins.apart) + disputes + quotes + actors + numbers
    assert actors > measured.actors.country.of
    assert lines[0].startswith("d01\tmissed\tmeeting happened 2025-07-28 (Hun Manet, ")
    assert [table.row_count for table in tables(measured)] == [18, 11, 4, 9, 3, 6, 6, 6]
