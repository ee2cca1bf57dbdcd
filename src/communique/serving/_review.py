"""The queue of what the program is least sure of, one question after another, each answered by a key."""

from __future__ import annotations

import msgspec
from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.response import Template

from communique.record import Doubt, Record
from communique.serving._readers import Readers
from communique.serving._session import signed_in
from communique.serving._settings import Settings
from communique.types import Event, Report

__all__ = ["REVIEW"]

_Request = Request[None, None, State]
_SHOWN = 20


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the report of ``doubt`` tells of ``event``, or of ``other`` where there is one that it may be of."""

    doubt: Doubt
    event: Event
    other: Event | None
    report: Report
    beside: Report | None


@get("/review", name="review", sync_to_thread=True, include_in_schema=False)
def review_page(request: _Request, readers: NamedDependency[Readers], settings: NamedDependency[Settings]) -> Template:
    """The most doubtful first."""
    with readers.reading() as record:
        asked = [_question(record, doubt) for doubt in record.doubts(_SHOWN)]
    questions = [question for question in asked if question is not None]
    return Template("review.html", context={"questions": questions, "judge": signed_in(request, settings)})


def _question(record: Record, doubt: Doubt) -> Question | None:
    event = record.event(doubt.event)
    other = record.event(doubt.other) if doubt.other is not None else None
    if event is None:
        return None
    own = [report for report in event.reports if report.document == doubt.document]
    others = (other or event).reports
    beside = next((report for report in others if report.document != doubt.document), None)
    return Question(doubt=doubt, event=event, other=other, report=own[0], beside=beside) if own else None


REVIEW = (review_page,)
