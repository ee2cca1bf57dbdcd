"""The pages: a question to the record, a view of the answer, a template."""

from __future__ import annotations

from typing import Annotated

from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Redirect

from communique.record import Filter
from communique.serving._charts import charts
from communique.serving._event import Beside, event_view
from communique.serving._map import world_map
from communique.serving._network import Nodes, ties
from communique.serving._pair import find_country, pair
from communique.serving._projection import HEIGHT, WIDTH
from communique.serving._readers import Readers
from communique.serving._report import report_view
from communique.serving._selection import Selection
from communique.serving._session import signed_in
from communique.serving._settings import Settings
from communique.serving._showing import Pages
from communique.serving._timeline import PER_PAGE, histogram, timeline

__all__ = ["PAGES"]

_DRAWN = 1_000
"""Events of a map or network, the latest: it takes a page's time to draw them, and more would hide each other."""
_TIES = 150
_SAYINGS = 8
"""Statements of each side about the other."""
_SEEN = "x-seen"
"""The header in which a page that asks again tells the latest change that it shows."""
_Request = Request[None, None, State]


@get("/", name="timeline", sync_to_thread=True, include_in_schema=False)
def timeline_page(
    request: _Request,
    readers: NamedDependency[Readers],
    pages: NamedDependency[Pages],
    page: Annotated[int, QueryParameter(ge=1, le=10_000)] = 1,
) -> Response[str] | Response[None]:
    """Events of a selection by month, the latest first; nothing to who has seen the latest change already."""
    selection = Selection.of(request.query_params)
    wanted = selection.filter()
    with readers.reading() as record:
        mark = record.mark
        if request.headers.get(_SEEN) == str(mark):
            return Response(None, status_code=204)
        found, bins = record.lines(wanted, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    context = {
        "selection": selection,
        "mark": mark,
        "timeline": timeline(found, page),
        "histogram": histogram(bins, selection),
    }
    return pages.show("timeline.html", **context)


@get("/map", name="map", sync_to_thread=True, include_in_schema=False)
def map_page(request: _Request, readers: NamedDependency[Readers], pages: NamedDependency[Pages]) -> Response[str]:
    """Where the events of a selection happened, and who came from where."""
    selection = Selection.of(request.query_params)
    with readers.reading() as record:
        found = record.sketches(selection.filter(), limit=_DRAWN)
    drawn = world_map(found.events, selection)
    context = {"selection": selection, "found": found, "map": drawn, "size": (WIDTH, round(HEIGHT, 1))}
    return pages.show("map.html", **context)


@get("/network", name="network", sync_to_thread=True, include_in_schema=False)
def network_page(
    request: _Request,
    readers: NamedDependency[Readers],
    pages: NamedDependency[Pages],
    by: FromQuery[Nodes] = "country",
) -> Response[str]:
    """Which countries or persons take part in the same events of a selection."""
    selection = Selection.of(request.query_params)
    with readers.reading() as record:
        found = record.sketches(selection.filter(), limit=_DRAWN)
    tied = ties(found.events, by, selection, _TIES)
    return pages.show("network.html", selection=selection, found=found, by=by, ties=tied)


@get("/events/{id:str}", name="event", sync_to_thread=True, include_in_schema=False)
def event_page(
    request: _Request,
    id: FromPath[str],
    readers: NamedDependency[Readers],
    pages: NamedDependency[Pages],
    settings: NamedDependency[Settings],
) -> Response[str] | Redirect:
    """One event with every report side by side."""
    with readers.reading() as record:
        event = record.event(id)
        if event is None:
            raise NotFoundException(f"No event has the id {id}.")
        beside = Beside(
            links=record.links(event.id),
            joins={join.document: join for join in record.joins(event.id)},
            near_misses=record.near_misses(event.id),
            entries=record.changes(event.id),
        )
    if event.id != id:
        return Redirect(f"/events/{event.id}")
    context = {"view": event_view(event), "beside": beside, "judge": signed_in(request, settings)}
    return pages.show("event.html", **context)


@get("/reports", name="report", sync_to_thread=True, include_in_schema=False)
def report_page(id: FromQuery[str], readers: NamedDependency[Readers], pages: NamedDependency[Pages]) -> Response[str]:
    """One report with the words of its claims marked."""
    with readers.reading() as record:
        coding = record.document(id)
        if coding is None:
            raise NotFoundException(f"No report has the id {id}.")
        view = report_view(coding, record.homes(coding.document.id))
    return pages.show("report.html", view=view)


@get("/actors/{id:str}", name="actor", sync_to_thread=True, include_in_schema=False)
def actor_page(id: FromPath[str], readers: NamedDependency[Readers], pages: NamedDependency[Pages]) -> Response[str]:
    """One actor with the offices seen and its events."""
    with readers.reading() as record:
        portrait = record.portrait(id, limit=PER_PAGE)
        courses = record.courses(id)
    if portrait is None:
        raise NotFoundException(f"No actor has the id {id}.")
    selection = Selection(actor=id)
    context = {
        "portrait": portrait,
        "charts": charts(courses),
        "selection": selection,
        "timeline": timeline(portrait.found, 1),
        "histogram": histogram(portrait.bins, selection),
    }
    return pages.show("actor.html", **context)


@get("/countries/{one:str}/{other:str}", name="pair", sync_to_thread=True, include_in_schema=False)
def pair_page(
    one: FromPath[str], other: FromPath[str], readers: NamedDependency[Readers], pages: NamedDependency[Pages]
) -> Response[str]:
    """What two countries have to do with each other."""
    sides = find_country(one), find_country(other)
    if sides[0] is None or sides[1] is None:
        raise NotFoundException(f"{other if sides[0] else one} is no country's code in ISO 3166-1 alpha-3.")
    wanted = Filter(country=sides[0].code, partner=sides[1].code)
    with readers.reading() as record:
        found, bins = record.lines(wanted, limit=PER_PAGE)
        said = tuple(
            (speaker, record.sayings(speaker.code, about.code, limit=_SAYINGS))
            for speaker, about in ((sides[0], sides[1]), (sides[1], sides[0]))
        )
        courses = record.courses_between(sides[0].code, sides[1].code)
    context = {"pair": pair(sides[0], sides[1], found, bins), "said": said, "charts": charts(courses)}
    return pages.show("pair.html", **context)


PAGES = (timeline_page, map_page, network_page, event_page, report_page, actor_page, pair_page)
