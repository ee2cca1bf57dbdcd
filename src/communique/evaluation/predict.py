"""Runs the program on the gold texts: one after the other, then all together in one record."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from communique.evaluation.found import ClaimKey, claim_key
from communique.evaluation.gold import GoldDocument
from communique.linking import Linked, link
from communique.parsing import parse
from communique.reading import read
from communique.record import open_record
from communique.running import code_document, code_text
from communique.types import Coding, Event, Page, When

__all__ = ["Together", "code_gold", "keep_together", "link_gold", "published_in_text"]


def code_gold(document: GoldDocument, model: str | None = None) -> Coding:
    """The coding of one gold text, given what its page gave: title, address, date."""
    return code_text(
        document.text,
        title=document.title,
        published=document.published,
        url=document.url,
        language=document.language,
        source=document.source,
        id=document.id,
        model=model,
    )


def link_gold(coding: Coding, model: str | None = None) -> Linked:
    """A gold text that was coded, as linking hands it to coding."""
    return link(coding.document, parse(coding.document.text, model=model))


class Together(msgspec.Struct, frozen=True):
    """What a record made of all texts says: the codings in their order, the events, and the event of each claim."""

    codings: tuple[Coding, ...]
    events: tuple[Event, ...]
    ids: dict[ClaimKey, str]


def keep_together(codings: Sequence[Coding], model: str | None = None) -> Together:
    """All codings in one record, made for the purpose, in which texts without a date take it from others."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Path(folder) / "gold.db", create=True) as record,
    ):
        record.keep(codings, lambda document: code_document(document, model))
        events = record.events()
        kept = {coding.document.id: coding for coding in record.documents()}
    ids = {claim_key(report.document, report.claim): event.id for event in events for report in event.reports}
    return Together(tuple(kept[coding.document.id] for coding in codings), events, ids)


def published_in_text(document: GoldDocument) -> When | None:
    """The date of publication that the words of one text give, its page's date and address withheld."""
    return read(Page(document.source, document.text, title=document.title)).published
