"""The public verbs: code a text, read sources into a record, open a record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from communique.record import Reading, open_record
from communique.record import open_record as open
from communique.running import code_document, code_new
from communique.running import code_text as code
from communique.sources import Web, columns_of

__all__ = ["code", "open", "read"]


def read(
    sources: Sequence[str], record: str | Path = "communique.db", *, model: str | None = None, map: str | None = None
) -> Reading:
    """Reads sources (files, folders, archives, tables, addresses, ``-``) into a record, made where there is none.

    What could not be read stands in ``failed`` of the answer; ``RecordError`` where the record cannot
    be opened or written. ``map`` tells of tables which column is which ("text=content,published=date"). ``model``
    names an installed spaCy pipeline to be used instead of ours.
    """
    with open_record(record, create=True) as opened:
        web = Web(known=opened.has)
        outcomes = code_new(sources, opened.knows, model=model, columns=columns_of(map), web=web)
        return opened.keep(outcomes, lambda document: code_document(document, model))
