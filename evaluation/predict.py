"""Runs the program on the gold texts: one after the other, then all together in one record."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from communique.reading import read
from communique.record import open_record
from communique.running import code_text
from communique.types import Coding, Page, When
from evaluation.found import ClaimKey, claim_key
from evaluation.gold import GoldDocument

__all__ = ["code_gold", "event_ids", "published_in_text", "published_together"]


def code_gold(document: GoldDocument) -> Coding:
    """The coding of one gold text, given what its page gave: title, address, date."""
    return code_text(
        document.text,
        title=document.title,
        published=document.published,
        url=document.url,
        language=document.language,
        source=document.text_file,
        id=document.id,
    )


def event_ids(codings: Iterable[Coding]) -> dict[ClaimKey, str]:
    """The event that each claim belongs to once all codings are in one record, made for the purpose."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(Path(folder) / "gold.db", create=True) as record,
    ):
        record.keep(codings)
        events = record.events()
    told = ((event.id, report) for event in events for report in event.reports)
    return {claim_key(report.document, report.claim): event for event, report in told}


def published_in_text(document: GoldDocument) -> When | None:
    """The date of publication that the words of one text give, its page's date and address withheld."""
    return read(Page(document.text_file, document.text, title=document.title)).published


def published_together(codings: Iterable[Coding]) -> dict[str, When | None]:
    """The date of publication of each text."""
    return {coding.document.id: coding.document.published for coding in codings}
