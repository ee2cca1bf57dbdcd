"""The same answers for programs: JSON under ``/api``, described by ``/openapi/openapi.json``."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import msgspec
from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.exceptions import NotFoundException
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from communique.record import Filter, Hit, Slice
from communique.record.filter import narrowed
from communique.running import code_text
from communique.serving._errors import Problem
from communique.serving._readers import Readers
from communique.serving._threads import apart
from communique.types import Coding, Event

__all__ = ["API", "LONGEST_TEXT"]

LONGEST_TEXT = 200_000
"""Characters of a text that is coded while its reader waits: a long article has 20,000."""
_MOST = 500
_RANKED = 2_000
"""Documents of which the best are told: to rank 20,000 takes a tenth of a second."""
_Word = Annotated[str | None, QueryParameter(max_length=200)]
_Country = Annotated[str | None, QueryParameter(pattern="^[A-Za-z]{3}$", description="ISO 3166-1 alpha-3.")]
_DAY = "A day, month or year: 2024-05-13, 2024-05, 2024."
_Day = Annotated[str | None, QueryParameter(max_length=30, description=_DAY)]

_PROBLEMS = {
    400: ResponseSpec(Problem, description="What was asked cannot be understood."),
    404: ResponseSpec(Problem, description="There is none such."),
    413: ResponseSpec(Problem, description="More than is taken in."),
    503: ResponseSpec(Problem, description="The record cannot be read, or the question takes too long."),
}


class Text(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text to be coded; ``published`` is the day of its publication, ISO 8601."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TEXT)]
    title: Annotated[str, msgspec.Meta(max_length=1_000)] | None = None
    published: Annotated[str, msgspec.Meta(max_length=40)] | None = None


def _wanted(
    actor: _Word = None,
    country: _Country = None,
    partner: _Country = None,
    kind: _Word = None,
    type: _Word = None,
    status: _Word = None,
    from_: Annotated[str | None, QueryParameter(name="from", max_length=30, description=_DAY)] = None,
    to: _Day = None,
    place: _Word = None,
    topic: _Word = None,
    text: _Word = None,
    sources: Annotated[int | None, QueryParameter(ge=1, le=10_000)] = None,
) -> Filter:
    """The conditions that a query gives, as in ``communique events``."""
    asked = {name: value for name, value in locals().items() if value is not None}
    return narrowed(Filter(), asked)


@get(
    "/events",
    sync_to_thread=True,
    responses=_PROBLEMS,
    summary="Events that meet all conditions, latest first, without their reports.",
)
def list_events(
    readers: NamedDependency[Readers],
    wanted: NamedDependency[Filter],
    limit: Annotated[int, QueryParameter(ge=1, le=_MOST)] = 50,
    offset: Annotated[int, QueryParameter(ge=0, le=1_000_000)] = 0,
) -> Slice:
    """A slice of the events."""
    with readers.reading() as record:
        return record.slice(wanted, limit=limit, offset=offset)


@get(
    "/events/{id:str}",
    sync_to_thread=True,
    responses=_PROBLEMS,
    summary="One event with its reports, by its id or the beginning of it.",
)
def get_event(id: FromPath[str], readers: NamedDependency[Readers]) -> Event:
    """An event."""
    with readers.reading() as record:
        found = record.event(id)
    if found is None:
        raise NotFoundException(f"No event has the id {id}.")
    return found


@get(
    "/documents", sync_to_thread=True, responses=_PROBLEMS, summary="One document with its text and claims, by its id."
)
def get_document(id: FromQuery[str], readers: NamedDependency[Readers]) -> Coding:
    """A document."""
    with readers.reading() as record:
        found = record.document(id)
    if found is None:
        raise NotFoundException(f"No document has the id {id}.")
    return found


@get("/search", sync_to_thread=True, responses=_PROBLEMS)
def search(
    words: Annotated[str, QueryParameter(min_length=1, max_length=200)],
    readers: NamedDependency[Readers],
    limit: Annotated[int, QueryParameter(ge=1, le=_MOST)] = 50,
) -> tuple[Hit, ...]:
    """Documents in which all words stand, the best first; of words in more than 2,000, the best of the last 2,000."""
    with readers.reading() as record:
        return record.search(words, limit, newest=_RANKED)


@post(
    "/code",
    responses=_PROBLEMS,
    status_code=200,
    summary="The claims of a text; nothing of it is kept.",
)
async def code(data: JSONBody[Text]) -> Coding:
    """A coding, as ``communique code`` gives it."""
    return await apart(partial(code_text, data.text, title=data.title, published=data.published, source="api"))


API = Router(
    path="/api",
    route_handlers=[list_events, get_event, get_document, search, code],
    dependencies={"wanted": Provide(_wanted, sync_to_thread=False)},
    tags=["record"],
)
