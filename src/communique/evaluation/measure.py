"""The whole measurement: every gold text coded once, aligned strictly and leniently, and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from communique.evaluation.actors import ActorScores, score_actors
from communique.evaluation.align import Alignment, SameKind, align, any_kind, lenient_kind, strict_kind
from communique.evaluation.counts import Share, Tally
from communique.evaluation.disputes import DisputeScores, score_disputes
from communique.evaluation.extents import NamesFound
from communique.evaluation.figures import FigureScores, score_figures
from communique.evaluation.found import ClaimKey, predictions
from communique.evaluation.gold import FAMILIES, Clusters, GoldDocument
from communique.evaluation.joins import JoinScores, score_joins
from communique.evaluation.published import PublishedScores
from communique.evaluation.quotes import QuoteScores, score_quotes
from communique.evaluation.scores import EventScores, ValueScores, score_events, score_families, score_values
from communique.linking import Linked
from communique.types import Coding, Event

__all__ = ["Measurement", "figures", "measure"]


class Measurement(msgspec.Struct, frozen=True):
    """All that one run of the coder over the gold set gives. ``false_on_negatives`` counts events."""

    alignments: tuple[Alignment, ...]
    events: EventScores
    lenient: EventScores
    values: ValueScores
    families: Share
    false_on_negatives: int
    joins: JoinScores
    disputes: DisputeScores
    names: NamesFound
    published: PublishedScores
    quotes: QuoteScores
    actors: ActorScores
    figures: FigureScores


def measure(
    documents: Sequence[GoldDocument],
    codings: Sequence[Coding],
    linked: Sequence[Linked],
    events: Sequence[Event],
    ids: Mapping[ClaimKey, str],
    clusters: Clusters,
    names: NamesFound,
    published: PublishedScores,
) -> Measurement:
    """Count what ``codings`` and ``linked``, one a document and in the same order, have of ``documents``.

    ``events`` are those of a record of all, ``ids`` says which of them each claim belongs to, ``names`` which names of
    participants are found, ``published`` which dates of publication.
    """
    strict = tuple(_aligned(documents, codings, strict_kind))
    lenient = tuple(_aligned(documents, codings, lenient_kind))
    return Measurement(
        alignments=strict,
        events=score_events(strict),
        lenient=score_events(lenient),
        values=score_values(strict),
        families=score_families(_aligned(documents, codings, any_kind)),
        false_on_negatives=sum(len(a.false) for a in strict if a.document.negative),
        joins=score_joins(lenient, ids, clusters),
        disputes=score_disputes(clusters.disagreements, events, lenient, ids),
        names=names,
        published=published,
        quotes=score_quotes(documents, codings),
        actors=score_actors(documents, linked, strict),
        figures=score_figures(documents, codings),
    )


def figures(measurement: Measurement) -> dict[str, float | None]:
    """Every figure under its name, as floors and ``--json`` call it; ratios 0.0–1.0, counts whole."""
    values, joins, dates = measurement.values, measurement.joins, measurement.published
    return dict(
        [
            *_tally("events", measurement.events.all),
            *_tally("events.main", measurement.events.main),
            *(row for kind in FAMILIES for row in _tally(f"events.{kind}", measurement.events.kinds[kind])),
            *_tally("events.lenient", measurement.lenient.all),
            *_tally("participants", values.participants),
            *_shares({"start": values.start, "start.null_kept": values.null_kept}),
            *_shares({"status": values.status, "place.country": values.place}),
            *_shares({"family": measurement.families, "plover": values.plover}),
            ("negatives.false_events", measurement.false_on_negatives),
            *_shares(
                {
                    "names": measurement.names.all,
                    "names.model": measurement.names.model,
                    "joins.same_event": joins.joined,
                    "joins.other_wrong": joins.other_wrong,
                }
            ),
            ("joins.wrong", len(joins.wrong)),
            *_shares(_disputes(measurement.disputes)),
            *_shares({"published.inferred": dates.inferred, "published.stated": dates.stated}),
            ("published.wrong", len(dates.wrong)),
            *_shares(_quotes(measurement.quotes)),
            ("negatives.statements", measurement.quotes.on_negatives),
            *_shares(_actors(measurement.actors)),
            ("actors.shared_ids", len(measurement.actors.shared_ids)),
            *_shares(_figures(measurement.figures)),
        ]
    )


def _disputes(disputes: DisputeScores) -> dict[str, Share]:
    fields = {f"disagreements.found.{field}": share for field, share in disputes.fields.items()}
    return {"disagreements.found": disputes.found, "disagreements.right": disputes.right, **fields}


def _quotes(quotes: QuoteScores) -> dict[str, Share]:
    return {
        "quotes.direct": quotes.direct,
        "quotes.indirect": quotes.indirect,
        "quotes.direct.content": quotes.content_direct,
        "quotes.indirect.content": quotes.content_indirect,
        "quotes.labelled": quotes.labelled,
    }


def _figures(told: FigureScores) -> dict[str, Share]:
    return {
        "figures.value_unit": told.value_unit,
        "figures.period_or_change": told.period_or_change,
        "figures.period_and_change": told.period_and_change,
        "figures.period": told.period,
        "figures.change": told.change,
        "figures.labelled": told.labelled,
    }


def _actors(actors: ActorScores) -> dict[str, Share]:
    return {
        "actors.country": actors.country,
        "actors.name_office": actors.name_office,
        "actors.same_id": actors.same_id,
        "actors.paired.country": actors.paired_country,
        "actors.paired.office": actors.paired_office,
    }


def _aligned(documents: Iterable[GoldDocument], codings: Iterable[Coding], same_kind: SameKind) -> Iterator[Alignment]:
    for document, coding in zip(documents, codings, strict=True):
        gold = [event for event in document.events if event.type in FAMILIES]
        yield align(document, gold, predictions(coding), same_kind)


def _tally(name: str, tally: Tally) -> list[tuple[str, float | None]]:
    return [
        (f"{name}.precision", tally.precision),
        (f"{name}.recall", tally.recall),
        (f"{name}.f1", tally.f1),
    ]


def _shares(shares: dict[str, Share]) -> list[tuple[str, float | None]]:
    return [(name, share.value) for name, share in shares.items()]
