"""The articles: what is labelled in them stands there, by the rules of the other sets."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
import pytest

from communique.evaluation.gold import FAMILIES
from communique.types import Status

FILE = Path(__file__).parents[2] / "evaluation" / "articles" / "articles.jsonl"


class Words(msgspec.Struct, forbid_unknown_fields=True):
    evidence: str
    trigger: str


class Side(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    country: str | None
    side: Literal["visitor", "host", "party", "target", "mediator"]
    as_written: str | None = None


class Event(Words, kw_only=True, forbid_unknown_fields=True):
    type: str
    status: Status
    main: bool
    start: None
    participants: list[Side]
    again: list[Words] = []


class Article(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    title: str
    text: str
    events: list[Event]


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [msgspec.json.decode(line, type=Article) for line in FILE.read_text(encoding="utf-8").splitlines()]


def faults(article: Article) -> Iterator[str]:
    for event in article.events:
        if event.type not in FAMILIES:
            yield f"{article.id}: no such type: {event.type}"
        for told in (event, *event.again):
            if told.evidence not in article.text or told.trigger not in told.evidence:
                yield f"{article.id}: not in the text: {told.evidence!r}, {told.trigger!r}"
        for side in event.participants:
            if side.as_written is not None and side.as_written not in article.text:
                yield f"{article.id}: not in the text: {side.as_written!r}"


def test_what_is_labelled_stands_in_the_text(articles: list[Article]) -> None:
    assert [fault for article in articles for fault in faults(article)] == []


def test_no_article_stands_there_twice(articles: list[Article]) -> None:
    assert len({article.id for article in articles}) == len({article.text for article in articles}) == len(articles)
