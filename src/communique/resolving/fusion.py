"""The reports of one happening → the event: what is believed, and what is in dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import prod
from types import MappingProxyType

import msgspec

from communique.resolving._cast import cast, subjects
from communique.resolving._dates import length
from communique.resolving._kinds import MOST_SPECIFIC
from communique.resolving._places import places_agree, roughness
from communique.resolving._status import accepted_status
from communique.resolving._support import Origins, count_origins, most_supported, values_of
from communique.resolving._title import title
from communique.resolving.disagreement import disagreements
from communique.resolving.framing import framing
from communique.resolving.grouping import canonical
from communique.resolving.history import confirmation, history
from communique.resolving.independence import copies_among
from communique.resolving.values import apply_values
from communique.types import Disagreement, Event, EventClaim, Judgement, Place, Report, When

__all__ = ["event"]

_BASES = ("stated", "relative", "inferred")
_SUREST = 0.99
"""No number of reports makes it certain."""
_NONE: Mapping[str, Sequence[Report]] = MappingProxyType({})
_OPEN = 100_000
"""Days that a date without one of its ends ranks by."""


def event(
    reports: Sequence[Report],
    id: str,
    origins: Origins | None = None,
    rivals: Mapping[str, Sequence[Report]] = _NONE,
    judgements: tuple[Judgement, ...] = (),
) -> Event:
    """The event that ``reports`` tell of, whatever their order; ``reports`` must not be empty.

    ``origins`` tells for each document the one that stands for its group of copies; without it each stands
    for itself. ``rivals`` are reports of earlier versions and of copies that tell otherwise, by document: nothing
    is believed for their sake, but what was changed is in dispute. Of each field the value with most independent
    sources is accepted, then the most precise, the most directly stated, and the latest. What ``judgements``,
    those that bear on it, set outranks them.
    """
    told = canonical(reports)
    sources = origins if origins is not None else {report.document: report.document for report in told}
    kind = _kind(told, sources)
    start = _start(told, sources)
    participants = cast(told, sources)
    accepted = Event(
        id=id,
        title="",
        kind=kind.kind,
        family=kind.family,
        type=kind.type,
        mode=kind.mode,
        cameo=kind.cameo,
        status=accepted_status(told),
        start=start,
        end=_end(told, sources, start),
        place=_place(told, sources),
        participants=participants,
        topics=subjects(told),
        reports=tuple(told),
        disagreements=_in_dispute(told, sources, rivals),
        sources=len({report.document for report in told}),
        independent_sources=count_origins(told, sources),
        confidence=_confidence(told, sources),
        framing=framing(told, sources),
        history=history(told),
        confirmation=confirmation(told, participants),
        copies=copies_among(told, sources),
        judgements=judgements,
    )
    judged = apply_values(accepted, judgements)
    return msgspec.structs.replace(judged, title=title(judged))


def _in_dispute(
    told: Sequence[Report], sources: Origins, rivals: Mapping[str, Sequence[Report]]
) -> tuple[Disagreement, ...]:
    former = [report for document in sorted(rivals) for report in rivals[document]]
    versions = {report.document: sources[document] for document, found in rivals.items() for report in found}
    return disagreements([*told, *former], {**sources, **versions})


def _kind(reports: Sequence[Report], origins: Origins) -> EventClaim:
    """The claim that stands for the kind most told of: PLOVER's and CAMEO's readings come with it."""
    values = values_of(reports, lambda r: r.claim, lambda claim: claim.kind)
    chosen = most_supported(values, lambda a, b: a.kind == b.kind, origins, _specific)
    assert chosen is not None  # every report has a kind
    return chosen


def _specific(claim: EventClaim) -> tuple[int, ...]:
    kinds = MOST_SPECIFIC
    return (kinds.index(claim.kind) if claim.kind in kinds else len(kinds),)


def _start(reports: Sequence[Report], origins: Origins) -> When | None:
    values = values_of(reports, lambda r: r.claim.start, lambda when: when.edtf)
    return most_supported(values, When.compatible, origins, _vagueness)


def _end(reports: Sequence[Report], origins: Origins, start: When | None) -> When | None:
    values = values_of(reports, lambda r: r.claim.end, lambda when: when.edtf)
    possible = [(end, given) for end, given in values if start is None or not end.precedes(start)]
    return most_supported(possible, When.compatible, origins, _vagueness)


def _vagueness(when: When) -> tuple[int, ...]:
    return (length(when) or _OPEN, _BASES.index(when.basis))


def _place(reports: Sequence[Report], origins: Origins) -> Place | None:
    values = values_of(reports, lambda r: r.claim.place, lambda place: (place.name, place.country))
    return most_supported(values, places_agree, origins, lambda place: (roughness(place),))


def _confidence(reports: Sequence[Report], origins: Origins) -> float:
    """That not all independent sources err, each taken at its best report."""
    best: defaultdict[str, float] = defaultdict(float)
    for report in reports:
        origin = origins[report.document]
        best[origin] = max(best[origin], report.claim.confidence)
    return round(min(_SUREST, 1 - prod(1 - c for c in best.values())), 4)
