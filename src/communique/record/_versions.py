"""Earlier versions of documents: kept when another text comes, asked for, and held against the present one."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

import msgspec

from communique.record.version import Version
from communique.resolving import claim_before, fingerprint
from communique.types import Coding, Document, EventClaim, Report

__all__ = ["earlier_reports", "former_version", "keep_version", "predecessors", "versions_of", "was_known"]

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
    from communique.resolving.wording import is_copy, words_of  # loads NumPy, and is rarely asked for

    return is_copy(words_of(one).wording(), words_of(other).wording())


def keep_version(connection: sqlite3.Connection, former: str, document: str, now: str) -> None:
    """Keeps the document ``former`` as it stands as an earlier version of ``document``, where it is not one already."""
    connection.execute("UPDATE versions SET document = ? WHERE document = ?", (document, former))
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


def earlier_reports(connection: sqlite3.Connection, event: str) -> dict[str, list[Report]]:
    """Document → what its earlier versions said of the event, as reports of ``document@1`` and so on."""
    rows = connection.execute(
        "SELECT DISTINCT documents.id, documents.number FROM event_claims"
        " JOIN claims ON claims.number = event_claims.claim JOIN documents ON documents.number = claims.document"
        " WHERE event_claims.event = ? AND documents.id IN (SELECT document FROM versions)",
        (event,),
    ).fetchall()
    found: defaultdict[str, list[Report]] = defaultdict(list)
    for document, number in rows:
        now = _claims(connection, "claims.document = ?", number)
        here = _claims(connection, "claims.document = ? AND event_claims.event = ?", number, event)
        for version in versions_of(connection, document):
            for report in here:
                before = claim_before(report.claim, [each.claim for each in now], version.coding.events)
                if before is not None:
                    found[document].append(_former(report, version, before))
    return dict(found)


def _claims(connection: sqlite3.Connection, where: str, *values: object) -> list[Report]:
    rows = connection.execute(
        f"SELECT report FROM claims LEFT JOIN event_claims ON event_claims.claim = claims.number WHERE {where}", values
    )
    return [_decode_report(report) for (report,) in rows]


def _former(report: Report, version: Version, claim: EventClaim) -> Report:
    published = version.coding.document.published
    return msgspec.structs.replace(report, document=version.id, published=published, claim=claim, figures=(), words=())
