"""Earlier versions of documents: kept when another text comes, asked for, and held against the present one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from communique.record.version import Version
from communique.resolving import claim_before, fingerprint
from communique.types import Coding, Document, EventClaim, Report

__all__ = ["former_version", "keep_version", "predecessors", "versions_of", "was_known"]

_decode = msgspec.json.Decoder(Coding).decode
_decode_report = msgspec.json.Decoder(Report).decode
_LATEST = 3
"""Documents of one address that a new one is compared with: an address may be that of a site."""


def was_known(connection: sqlite3.Connection, document: Document) -> bool:
    """Whether it is an earlier version, with these words, of a document that has another id now.

    A folder that is read again brings it again. Under the same id an outlet may go back to what it said before.
    """
    rows = connection.execute(
        "SELECT fingerprint FROM versions WHERE id = ? AND id <> document", (document.id,)
    ).fetchall()
    return bool(rows) and (fingerprint(document.text),) in rows


def predecessors(connection: sqlite3.Connection, document: Document) -> list[str]:
    """The document of another id of which this one is a new version, if any: of the same address, and alike."""
    if document.url is None:
        return []
    rows = connection.execute(
        "SELECT id, text FROM documents WHERE url = ? AND id <> ? ORDER BY number DESC LIMIT ?",
        (document.url, document.id, _LATEST),
    ).fetchall()
    return [id for id, text in rows if text != document.text and _alike(text, document.text)][:1]


def _alike(one: str, other: str) -> bool:
    from communique.resolving.wording import is_copy, wordings, words_of  # loads NumPy, and is rarely asked for

    return is_copy(*wordings(words_of([one, other])))


def keep_version(connection: sqlite3.Connection, former: str, document: str, now: str) -> None:
    """Keeps the document ``former`` as it stands as an earlier version of ``document``, where it is not one already.

    The versions that ``former`` had follow on those that ``document`` has.
    """
    if former != document:
        connection.execute(
            "UPDATE versions SET document = ?1, version = version + (SELECT count(*) FROM versions WHERE document = ?1)"
            " WHERE document = ?2",
            (document, former),
        )
    connection.execute(
        "INSERT INTO versions SELECT ?1, (SELECT count(*) + 1 FROM versions WHERE document = ?1), id, fingerprint,"
        " coding, added_at, ?2 FROM documents WHERE id = ?3 AND fingerprint NOT IN"
        " (SELECT fingerprint FROM versions WHERE document = ?1)",
        (document, now, former),
    )


def versions_of(connection: sqlite3.Connection, document: str) -> tuple[Version, ...]:
    """The earlier versions of a document, the first one first."""
    rows = connection.execute(
        "SELECT version, coding, added_at, replaced_at FROM versions WHERE document = ? ORDER BY version", (document,)
    )
    return tuple(
        Version(id=f"{document}@{number}", coding=_decode(coding), added=added, replaced=replaced)
        for number, coding, added, replaced in rows
    )


def former_version(connection: sqlite3.Connection, id: str) -> Version | None:
    """The earlier version that is asked for by ``document@1``, or by an id that is no document's any more."""
    document, _, number = id.rpartition("@")
    row = connection.execute(
        "SELECT document, version FROM versions WHERE (document = ? AND version = ?) OR (id = ? AND id <> document)"
        " ORDER BY version DESC LIMIT 1",
        (document, int(number) if number.isdecimal() else 0, id),
    ).fetchone()
    return versions_of(connection, row[0])[row[1] - 1] if row is not None else None


def rival_tellings(connection: sqlite3.Connection, event: str) -> dict[str, list[Report]]:
    """Document → what its earlier versions, or copies that are not among the reports, say of the event otherwise.

    Earlier versions are reports of ``document@1`` and so on. A copy in which the day was changed may have an event
    of its own, for all the record knows of that day; the text that it was made from tells what it is.
    """
    rows = connection.execute(
        "SELECT DISTINCT documents.id, documents.number FROM event_claims"
        " JOIN claims ON claims.number = event_claims.claim JOIN documents ON documents.number = claims.document"
        " WHERE event_claims.event = ? AND (documents.id IN (SELECT document FROM versions)"
        "  OR documents.number IN (SELECT document FROM copies)) ORDER BY documents.id",
        (event,),
    ).fetchall()
    found: dict[str, list[Report]] = {}
    seen = {number for _, number in rows}
    for document, number in rows:
        others = [_of_version(version) for version in versions_of(connection, document)]
        copies = [each for each in _copies_of(connection, number) if each not in seen]
        seen.update(copies)
        others += [_claims(connection, "claims.document = ?", copy) for copy in copies]
        if any(others):
            now = [each.claim for each in _claims(connection, "claims.document = ?", number)]
            here = _claims(connection, "claims.document = ? AND event_claims.event = ?", number, event)
            found[document] = [rival for other in others for report in here for rival in _before(report, now, other)]
    return found


def _before(report: Report, now: Sequence[EventClaim], other: Sequence[Report]) -> Iterator[Report]:
    """The report of the other text that became ``report``, if any."""
    before = claim_before(report.claim, now, [each.claim for each in other])
    return (each for each in other if each.claim is before)


def _copies_of(connection: sqlite3.Connection, number: int) -> list[int]:
    rows = connection.execute(
        "SELECT document FROM copies WHERE head = (SELECT head FROM copies WHERE document = ?) ORDER BY document",
        (number,),
    )
    return [document for (document,) in rows]


def _of_version(version: Version) -> list[Report]:
    document = version.coding.document
    return [
        Report(
            document=version.id,
            source=document.source,
            url=document.url,
            title=document.title,
            publisher=document.publisher,
            agency=document.agency,
            published=document.published,
            claim=claim,
        )
        for claim in version.coding.events
    ]


def _claims(connection: sqlite3.Connection, where: str, *values: object) -> list[Report]:
    rows = connection.execute(
        f"SELECT report FROM claims LEFT JOIN event_claims ON event_claims.claim = claims.number WHERE {where}", values
    )
    return [_decode_report(report) for (report,) in rows]
