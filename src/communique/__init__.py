"""Reads news and keeps the record of diplomacy: who met whom, where, when, on whose word.

``code`` codes one text, ``read`` reads sources into a record, ``open`` opens a record to be asked; the
other names are the types of what they give. Names are loaded when first used, since coding loads a
language model and the codebook, and a question to a record needs neither.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique._verbs import code, open, read
    from communique.record import (
        Actors,
        ActorSeen,
        Bin,
        Changes,
        Claims,
        Disputed,
        Entry,
        EventHit,
        Events,
        FigureFilter,
        Figures,
        Filter,
        Hit,
        Judged,
        Line,
        Lines,
        OfficeSeen,
        OfficeTold,
        Portrait,
        Profile,
        Question,
        Reading,
        Recoding,
        Record,
        Side,
        Sketch,
        Sketches,
        Slice,
        Standing,
        StatementFilter,
        Statements,
        ToldEvent,
        ToldFigure,
    )
    from communique.types import (
        Actor,
        Anchor,
        Attribution,
        Change,
        Clue,
        Coding,
        CommuniqueError,
        Disagreement,
        Document,
        Event,
        EventClaim,
        Figure,
        InputError,
        Judgement,
        Participant,
        Place,
        RecordError,
        Report,
        Rival,
        Said,
        Span,
        Statement,
        Topic,
        UsageError,
        When,
    )

__all__ = [
    "Actor",
    "ActorSeen",
    "Actors",
    "Anchor",
    "Attribution",
    "Bin",
    "Change",
    "Changes",
    "Claims",
    "Clue",
    "Coding",
    "CommuniqueError",
    "Disagreement",
    "Disputed",
    "Document",
    "Entry",
    "Event",
    "EventClaim",
    "EventHit",
    "Events",
    "Figure",
    "FigureFilter",
    "Figures",
    "Filter",
    "Hit",
    "InputError",
    "Judged",
    "Judgement",
    "Line",
    "Lines",
    "OfficeSeen",
    "OfficeTold",
    "Participant",
    "Place",
    "Portrait",
    "Profile",
    "Question",
    "Reading",
    "Recoding",
    "Record",
    "RecordError",
    "Report",
    "Rival",
    "Said",
    "Side",
    "Sketch",
    "Sketches",
    "Slice",
    "Span",
    "Standing",
    "Statement",
    "StatementFilter",
    "Statements",
    "ToldEvent",
    "ToldFigure",
    "Topic",
    "UsageError",
    "When",
    "code",
    "open",
    "read",
]

_ELSEWHERE = MappingProxyType(
    dict.fromkeys(("code", "open", "read"), "communique._verbs")
    | dict.fromkeys(
        (
            *("Actors", "Claims", "Events", "Figures", "Statements"),
            *("ActorSeen", "OfficeSeen", "Profile", "ToldEvent", "ToldFigure"),
            *("FigureFilter", "Filter", "StatementFilter"),
            *("Bin", "Disputed", "Line", "Lines", "OfficeTold", "Portrait", "Side", "Sketch", "Sketches", "Slice"),
            *("Changes", "Entry", "EventHit", "Hit", "Judged", "Question", "Reading", "Recoding", "Record", "Standing"),
        ),
        "communique.record",
    )
)
"""Name → the module that has it; all others are types."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE.get(name, "communique.types")), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
