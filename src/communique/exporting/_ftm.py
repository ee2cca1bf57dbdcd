"""FollowTheMoney: events, who took part, and the articles that prove it, as entities. Needs an extra."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from communique.exporting._format import Context, Format, needs_extra
from communique.exporting._remarks import remarks
from communique.exporting._ties import Tie, Ties
from communique.types import Actor, Event, Participant, Report, When

if TYPE_CHECKING:
    from followthemoney import EntityProxy

__all__ = ["FORMAT", "partial_date"]

Values = str | None | list[str | None] | list[str]
_SCHEMATA = {
    "person": "Person",
    "state": "PublicBody",
    "government": "PublicBody",
    "organisation": "Organization",
    "group": "LegalEntity",  # "six diplomats": FollowTheMoney's word where it is open what somebody is
}
_WIKIDATA = re.compile(r"Q\d+")
_PREFIX = "communique"  # of what is hashed to an id


def _write(events: Iterable[Event], stream: BinaryIO, context: Context) -> None:
    """Events and their articles as they come, who took part at the end, with all names and offices seen."""
    with needs_extra("ftm", "followthemoney", "ftm"):
        import followthemoney  # noqa: F401
    actors: dict[str, EntityProxy] = {}
    articles: set[str] = set()
    ties, linking = Ties(), context.record.linking()
    for event in events:
        ties.see(event, linking(event.id))
        for report in event.reports:
            if report.document not in articles:
                articles.add(report.document)
                _put(stream, _article(report))
        for participant in event.participants:
            _see(actors, participant.actor)
            _put(stream, _role(event, participant))
        for participant in (p for report in event.reports for p in report.claim.participants):
            if participant.actor.id in actors:
                _see(actors, participant.actor)
        _put(stream, _event(event))
    for actor in actors.values():
        _put(stream, actor)
    for tie in ties.between(articles):
        _put(stream, _tie(tie))


def _put(stream: BinaryIO, entity: EntityProxy) -> None:
    stream.write(msgspec.json.encode(entity.to_dict()) + b"\n")


def _entity(schema: str, identifier: str, **values: Values) -> EntityProxy:
    """An entity of these values; the library brings them into its forms and drops those that are not valid."""
    from followthemoney import model

    entity = model.make_entity(schema)
    entity.id = identifier
    for name, value in values.items():
        entity.add(name, value)
    return entity


def _id(*parts: str) -> str:
    """A hash, the same at every export: ids of documents and events may hold what FollowTheMoney does not take."""
    from followthemoney.util import make_entity_id

    return str(make_entity_id(*parts, key_prefix=_PREFIX))


def _actor_id(actor: Actor) -> str:
    """The actor's own id, Wikidata's or a slug, by which other data sets know it too; a hash where it cannot be."""
    from followthemoney.types import registry

    return actor.id if registry.entity.validate(actor.id) else _id("actor", actor.id)


def _article(report: Report) -> EntityProxy:
    return _entity(
        "Article",
        _id("document", report.document),
        title=report.title,
        publisher=report.publisher or report.agency,
        sourceUrl=report.url,
        publishedAt=partial_date(report.published),
        fileName=None if report.url else report.source,
    )


def _event(event: Event) -> EntityProxy:
    place = event.place
    return _entity(
        "Event",
        _id("event", event.id),
        name=event.title,
        summary=f"{event.kind}, {event.status}",
        keywords=[event.kind, event.family, event.type, event.status, *(topic.name for topic in event.topics)],
        **_days(event),
        location=place.name if place else None,
        country=place.country if place else None,
        involved=[_actor_id(participant.actor) for participant in event.participants],
        notes=list(remarks(event)),
        description=[report.claim.evidence.text for report in event.reports],
        recordId=event.id,
        **_sources(event.reports),
    )


def _role(event: Event, participant: Participant) -> EntityProxy:
    """The link of an actor to an event, proved by the articles that have the actor in it."""
    actor = participant.actor.id
    telling = [r for r in event.reports if actor in {p.actor.id for p in r.claim.participants}]
    return _entity(
        "UnknownLink",
        _id("role", event.id, actor, participant.role),
        subject=_actor_id(participant.actor),
        object=_id("event", event.id),
        role=participant.role,
        status=event.status,
        **_days(event),
        recordId=event.id,
        **_sources(telling or event.reports),
    )


def _tie(tie: Tie) -> EntityProxy:
    """The link of an event to one that it is part of or follows, of an article to the one that it copies."""
    return _entity(
        "UnknownLink",
        _id("tie", tie.role, tie.sort, tie.one, tie.other),
        subject=_id(tie.sort, tie.one),
        object=_id(tie.sort, tie.other),
        role=tie.role,
    )


def _sources(reports: Iterable[Report]) -> Mapping[str, Values]:
    told = tuple(reports)
    return {
        "proof": [_id("document", report.document) for report in told],
        "sourceUrl": [report.url for report in told],
        "publisher": [report.publisher or report.agency for report in told],
    }


def _see(actors: dict[str, EntityProxy], actor: Actor) -> None:
    """Adds what this report says of an actor: the first name is the name, others are aliases."""
    entity = actors.get(actor.id)
    if entity is None:
        entity = actors[actor.id] = _entity(
            _SCHEMATA[actor.kind], _actor_id(actor), name=actor.name, country=actor.country
        )
        entity.add("wikidataId", actor.id if _WIKIDATA.fullmatch(actor.id) else None)
    if actor.name not in entity.get("name"):
        entity.add("alias", actor.name)
    if actor.kind == "person":
        entity.add("position", actor.office)


def _days(event: Event) -> Mapping[str, Values]:
    return {"startDate": partial_date(event.start), "endDate": partial_date(event.end)}


def partial_date(when: When | None) -> str | None:
    """The day, else the month or the year that it lies in: FollowTheMoney knows no other imprecision.

    >>> partial_date(When("2024-04-02/2024-04-08", date(2024, 4, 2), date(2024, 4, 8), "relative"))
    '2024-04'
    """
    if when is None or when.earliest is None or when.latest is None:
        return None
    first, last = when.earliest, when.latest
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first:%Y}" if first.year == last.year else None


FORMAT = Format(
    name="ftm",
    suffix=".ftm.json",
    summary="FollowTheMoney entities, one a line: events, persons, states as public bodies, organisations, articles as "
    "proof, and a link for each role: for Aleph, OpenAleph and OpenSanctions' tools.",
    loses="The place of words in the text, figures, confidence, coordinates, and who said what. Contradictions, words "
    "used, copies and judgements are sentences of the notes. A date is a day, a month or a year; what lies in several "
    "years has none. Texts are not part of it.",
    write=_write,
)
