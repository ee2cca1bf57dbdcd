"""The records that flow through the rooms, all frozen. Every other room imports from here."""

from communique.types.actor import Actor, ActorKind
from communique.types.claim import (
    Attribution,
    Change,
    Clue,
    EventClaim,
    Figure,
    Participant,
    Role,
    Salience,
    Statement,
    Status,
    Topic,
)
from communique.types.coding import Coding
from communique.types.document import Document, Page, Segment
from communique.types.edtf import read_edtf, write_edtf
from communique.types.errors import CommuniqueError, InputError, RecordError, UsageError
from communique.types.event import (
    Confirmation,
    Copies,
    Disagreement,
    Event,
    EventFigure,
    Framing,
    FramingWord,
    Report,
    Rival,
    SideWord,
    Stage,
    Tie,
)
from communique.types.judgement import Anchor, Judgement, Settable, Verdict
from communique.types.place import Place
from communique.types.said import Said
from communique.types.span import Span
from communique.types.when import Basis, When

__all__ = [
    "Actor",
    "ActorKind",
    "Anchor",
    "Attribution",
    "Basis",
    "Change",
    "Clue",
    "Coding",
    "CommuniqueError",
    "Confirmation",
    "Copies",
    "Disagreement",
    "Document",
    "Event",
    "EventClaim",
    "EventFigure",
    "Figure",
    "Framing",
    "FramingWord",
    "InputError",
    "Judgement",
    "Page",
    "Participant",
    "Place",
    "RecordError",
    "Report",
    "Rival",
    "Role",
    "Said",
    "Salience",
    "Segment",
    "Settable",
    "SideWord",
    "Span",
    "Stage",
    "Statement",
    "Status",
    "Tie",
    "Topic",
    "UsageError",
    "Verdict",
    "When",
    "read_edtf",
    "write_edtf",
]
