"""Listed disagreements that are shown, and shown ones that are there."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from communique.evaluation.align import Alignment, align
from communique.evaluation.counts import Share
from communique.evaluation.disputes import DisputeScores, score_disputes
from communique.evaluation.found import ClaimKey, Prediction, claim_key
from communique.evaluation.gold import DisputeField, GoldDisagreement, GoldDocument, GoldEvent, GoldFigure
from communique.resolving import event
from communique.types import Disagreement, Event, Framing, Report, Rival, Stage

MakeGold = Callable[..., GoldEvent]
MakeFound = Callable[..., Prediction]
MakeDocument = Callable[..., GoldDocument]
MakeReport = Callable[..., Report]
Labels = Mapping[str, Any]
NONE: Labels = {}


def listed(field: DisputeField, **values: float | str) -> GoldDisagreement:
    return GoldDisagreement(ids=tuple(values), field=field, about="what", values=dict(values))


def shown(field: str, about: str | None = None, /, **values: str) -> Disagreement:
    rivals = tuple(Rival(value=value, reports=(text,)) for text, value in values.items())
    return Disagreement(field=field, about=about, values=rivals)


class Told:
    """Two aligned reports of the meeting in Lima, and the event that holds them."""

    def __init__(self, gold: MakeGold, found: MakeFound, document: MakeDocument, report: MakeReport) -> None:
        self.event = event([report("a", "meeting", "party =Peru PER"), report("b", "meeting", "party =Peru PER")], "e1")
        self._made = gold, found, document

    def alignments(self, one: Labels, other: Labels) -> list[Alignment]:
        return [self._aligned("a", **one), self._aligned("b", **other)]

    def _aligned(self, name: str, figures: tuple[GoldFigure, ...] = (), **labels: object) -> Alignment:
        gold, found, document = self._made
        text = msgspec.structs.replace(document(gold(**labels), name=name), figures=figures)
        return align(text, text.events, [found()])

    def score(
        self, given: list[GoldDisagreement], one: Labels = NONE, other: Labels = NONE, /, **changes: object
    ) -> DisputeScores:
        alignments = self.alignments(one, other)
        claims = ((a.document.id, pair.prediction.claim) for a in alignments for pair in a.pairs)
        ids: dict[ClaimKey, str] = {claim_key(*claim): "e1" for claim in claims}
        return score_disputes(given, [msgspec.structs.replace(self.event, **changes)], alignments, ids)


def test_values_are_those_listed(gold: MakeGold, found: MakeFound, document: MakeDocument, report: MakeReport) -> None:
    told = Told(gold, found, document, report)
    for field, listed_values, shown_values in (
        ("figure", (10, 4), ("10,000,000,000 USD", "4,000,000,000 USD")),
        ("figure", ("more than 60", 63), ("60 years", "63 years")),
        ("start", ("2024-05-06", "eight months before (2023-09)"), ("2024-05-06", "2023-09-02")),
        ("place", ("the capital (Lima)", "Arequipa"), ("Lima", "Arequipa")),
        ("participants", ("Ana Sol", "Ana Luna"), ("Ana Sol", "Ana Luna")),
    ):
        given = [listed(field, a=listed_values[0], b=listed_values[1])]  # type: ignore[arg-type]
        scores = told.score(given, disagreements=(shown(field, a=shown_values[0], b=shown_values[1]),))
        assert (scores.found, scores.right) == (Share(1, 1), Share(1, 1)), field
        swapped = told.score(given, disagreements=(shown(field, a=shown_values[1], b=shown_values[0]),))
        assert swapped.found == Share(0, 1), field


def test_what_is_shown_apart_counts_as_found(
    gold: MakeGold, found: MakeFound, document: MakeDocument, report: MakeReport
) -> None:
    told = Told(gold, found, document, report)
    stages = (
        Stage(status="planned", start=None, published=None, reports=("a",)),
        Stage(status="happened", start=None, published=None, reports=("b",)),
    )
    assert told.score([listed("status", a="planned", b="happened")], history=stages).found == Share(1, 1)
    participant = told.event.participants[0]
    spelt = Framing(thing=participant.actor.name, words=shown("", a="Ana Sol", b="Anna Sol").values)
    assert told.score([listed("participants", a="Ana Sol", b="Anna Sol")], framing=(spelt,)).found == Share(1, 1)
    other = msgspec.structs.replace(spelt, thing="war")
    assert told.score([listed("participants", a="Ana Sol", b="Anna Sol")], framing=(other,)).found == Share(0, 1)


def test_shown_ones_are_right_where_the_labels_differ(
    gold: MakeGold, found: MakeFound, document: MakeDocument, report: MakeReport
) -> None:
    told = Told(gold, found, document, report)
    start = (shown("start", a="2024-05-06", b="2024-05-07"),)
    assert told.score([], {}, {"start": "2024-05-07"}, disagreements=start).right == Share(1, 1)
    assert told.score([], disagreements=start).right == Share(0, 1)
    status = (shown("status", a="happened", b="denied"),)
    assert told.score([], {}, {"status": "denied"}, disagreements=status).right == Share(1, 1)


def test_figures_are_right_where_both_are_labelled_as_one_thing(
    gold: MakeGold, found: MakeFound, document: MakeDocument, report: MakeReport
) -> None:
    told = Told(gold, found, document, report)
    killed = (shown("figure", "killed", a="35 people", b="48 people"),)
    one = {"figures": (GoldFigure(35, "people", "people killed", None, None),)}
    other = {"figures": (GoldFigure(48, "people", "killed in the war", None, None),)}
    assert told.score([], one, other, disagreements=killed).right == Share(1, 1)
    wounded = {"figures": (GoldFigure(48, "people", "wounded", None, None),)}
    assert told.score([], one, wounded, disagreements=killed).right == Share(0, 1)


def test_one_that_two_events_show_counts_once(
    gold: MakeGold, found: MakeFound, document: MakeDocument, report: MakeReport
) -> None:
    told = Told(gold, found, document, report)
    start = shown("start", a="2024-05-06", b="2024-05-07")
    events: list[Event] = [msgspec.structs.replace(told.event, id=i, disagreements=(start,)) for i in ("e1", "e2")]
    scores = score_disputes([], events, [], {})
    assert scores.right == Share(0, 1)
    assert scores.lines == ("e1\tdisagreement not labelled\tstart: 2024-05-06 (a) ≠ 2024-05-07 (b)",)
