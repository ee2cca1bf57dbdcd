"""Codings into tables, each with the keys under which its claims meet others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from communique.record._copies import forget
from communique.record._index import claim_label, index, pack, unindex
from communique.record._log import log
from communique.record._offices import insert_offices
from communique.record._sides import insert_sides
from communique.record._succession import hand_on, homes_of, loosen
from communique.record._told import insert_told
from communique.record._versions import keep_version, predecessors, was_known
from communique.record.log import ChangeName
from communique.resolving import fingerprint, framing_words, site_of, tied_figures, traits
from communique.types import Coding, Document, EventClaim, EventFigure, FramingWord, Report

__all__ = ["insert_claims", "is_known", "leave_traces", "write_coding"]

_BY_ADDRESS = "url:"
"""How ids begin that come from an address; others are the text's own, or given by the user."""


def is_known(connection: sqlite3.Connection, document: Document) -> bool:
    """Whether the record holds the document with the same text, as it is now, as an earlier version, or as its site
    shows it at another address."""
    row = connection.execute("SELECT text FROM documents WHERE id = ?", (document.id,)).fetchone()
    if (row is not None and row[0] == document.text) or was_known(connection, document):
        return True
    return document.id.startswith(_BY_ADDRESS) and row is None and _is_at_another_address(connection, document)


def _is_at_another_address(connection: sqlite3.Connection, document: Document) -> bool:
    site = site_of(document.publisher, document.url)
    same = connection.execute(
        "SELECT publisher, url FROM documents WHERE fingerprint = ? AND text = ? AND substr(id, 1, 4) = ?",
        (fingerprint(document.text), document.text, _BY_ADDRESS),
    )
    return any(site_of(publisher, url) == site for publisher, url in same)


def write_coding(
    connection: sqlite3.Connection, coding: Coding, codebook: str, now: str, *, again: ChangeName | None = None
) -> bool:
    """Writes a document with its claims and marks them as pending; False where it is known already.

    Another text under a known id, or a like one of a known address, is a new version: the old one is kept beside it
    and its claims are withdrawn; with ``again``, the name that the log has for it, also those of the same text,
    which was coded anew. The caller holds the transaction.
    """
    if again is None and is_known(connection, coding.document):
        return False
    document = coding.document
    former = [document.id, *(predecessors(connection, document) if again is None else ())]
    homes = [home for id in former for home in homes_of(connection, id)]
    for id in former:
        if again is None:
            keep_version(connection, id, document.id, now)
        _remove(connection, id, again or "replaced", now)
    number = _insert_document(connection, coding, codebook, now)
    insert_told(connection, number, coding)
    claims = insert_claims(connection, number, coding)
    hand_on(connection, homes, coding, claims)
    return True


def insert_claims(connection: sqlite3.Connection, number: int, coding: Coding) -> list[int]:
    """Writes the claims of the document of this ``number``, and marks them as pending; gives their numbers."""
    insert_offices(connection, number, coding)
    reports = enumerate(reports_of(coding))
    claims = [_insert_claim(connection, number, position, report) for position, report in reports]
    insert_sides(connection, number)
    return claims


def reports_of(coding: Coding) -> Iterator[Report]:
    """The claims of a document, each with its figures, its words and what is needed to cite the document."""
    for claim, figures, words in zip(coding.events, tied_figures(coding), framing_words(coding), strict=True):
        yield _report(coding.document, claim, figures, words)


def _report(
    document: Document, claim: EventClaim, figures: tuple[EventFigure, ...], words: tuple[FramingWord, ...]
) -> Report:
    return Report(
        document=document.id,
        source=document.source,
        url=document.url,
        title=document.title,
        publisher=document.publisher,
        agency=document.agency,
        published=document.published,
        claim=claim,
        figures=figures,
        words=words,
    )


def _insert_document(connection: sqlite3.Connection, coding: Coding, codebook: str, now: str) -> int:
    document = coding.document
    published = document.published
    row = (
        document.id,
        document.source,
        document.url,
        document.title,
        document.text,
        document.language,
        document.publisher,
        document.agency,
        published.edtf if published else None,
        published.earliest.isoformat() if published and published.earliest else None,
        published.latest.isoformat() if published and published.latest else None,
        fingerprint(document.text),
        msgspec.json.encode(coding).decode(),
        codebook,
        now,
    )
    places = ", ".join("?" * len(row))
    cursor = connection.execute(
        "INSERT INTO documents (id, source, url, title, text, language, publisher, agency, published,"
        " published_earliest, published_latest, fingerprint, coding, codebook, added_at)"
        f" VALUES ({places})",
        row,
    )
    number = int(cursor.lastrowid or 0)
    connection.execute("INSERT INTO pending_documents VALUES (?)", (number,))
    return number


def _insert_claim(connection: sqlite3.Connection, document: int, position: int, report: Report) -> int:
    claim = report.claim
    trait = traits(report, claim_label(report.document, position))
    cursor = connection.execute(
        "INSERT INTO claims (document, position, kind, status, start, firm, report, traits)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document,
            position,
            claim.kind,
            claim.status,
            claim.start.edtf if claim.start else None,
            trait.firm,
            msgspec.json.encode(report).decode(),
            pack(trait),
        ),
    )
    number = int(cursor.lastrowid or 0)
    index(connection, number, trait)
    connection.execute("INSERT INTO pending_claims VALUES (?)", (number,))
    return number


def _remove(connection: sqlite3.Connection, document: str, change: ChangeName, now: str) -> None:
    """Takes a document out, and leaves to resolving what its claims had touched."""
    row = connection.execute("SELECT number, fingerprint, codebook FROM documents WHERE id = ?", (document,)).fetchone()
    if row is None:
        return
    number, fingerprint, codebook = row
    claims = [n for (n,) in connection.execute("SELECT number FROM claims WHERE document = ?", (number,))]
    leave_traces(connection, claims)
    forget(connection, number)
    connection.execute("DELETE FROM documents WHERE number = ?", (number,))
    log(connection, now, change, document=document, detail={"fingerprint": fingerprint, "codebook": codebook})


def leave_traces(connection: sqlite3.Connection, claims: Sequence[int]) -> None:
    """Leaves to resolving what ``claims`` touch, which are about to go."""
    loosen(connection, claims)
    for claim in claims:
        unindex(connection, claim)
        connection.execute(
            "INSERT OR IGNORE INTO pending_events SELECT event FROM event_claims WHERE claim = ?1"
            " UNION SELECT home FROM event_claims WHERE claim = ?1 AND home IS NOT NULL",
            (claim,),
        )
        connection.execute("DELETE FROM pending_claims WHERE claim = ?", (claim,))
