"""The queue of what the program is least sure of, one question after another, each answered by a key."""

from __future__ import annotations

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency

from communique.record import Doubtful, Question
from communique.serving._freshness import never_mind
from communique.serving._kept import Kept
from communique.serving._readers import Readers
from communique.serving._session import signed_in
from communique.serving._settings import Settings
from communique.serving._showing import Pages
from communique.types import Report

__all__ = ["REVIEW", "queue"]

_Request = Request[None, None, State]
_SHOWN = 20
_AGE = 20.0
"""Seconds after which what is doubtful is looked for again: it takes up to a second."""
Queue = Kept[None, tuple[Doubtful, ...]]


def queue() -> Queue:
    """What is doubtful, kept for all readers."""
    return Kept(_AGE, 1)


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question with the reports that are held against each other, the one that is asked about first."""

    question: Question
    reports: tuple[Report, ...]


@get("/review", name="review", sync_to_thread=True, include_in_schema=False)
def review_page(
    request: _Request,
    readers: NamedDependency[Readers],
    settings: NamedDependency[Settings],
    queue: NamedDependency[Queue],
    pages: NamedDependency[Pages],
) -> Response[str]:
    """The most doubtful first."""
    with readers.reading() as record:
        found, is_latest = queue.get(None, record.state, lambda: record.doubtful(_SHOWN))
        asked = [Asked(question=question, reports=_reports(question)) for question in record.ask(found, _SHOWN)]
    if not is_latest:
        never_mind(request)
    return pages.show("review.html", asked=asked, judge=signed_in(request, settings))


def _reports(question: Question) -> tuple[Report, ...]:
    """One of each event; of one event the report in doubt, and one that is not."""
    if len(question.events) > 1:
        return tuple(event.reports[0] for event in question.events)
    reports = sorted(question.events[0].reports, key=lambda report: report.document != question.document)
    return tuple({report.document: report for report in reports}.values())[:2]


REVIEW = (review_page,)
