"""Judged claims found again: which claim of today each anchor is, and what that leaves to resolving."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from communique.record._index import claim_label
from communique.resolving import Bound, locate
from communique.types import Anchor, Judgement, Report, Verdict

__all__ = ["anchor", "bound", "rebind", "stir"]

_decode_report = msgspec.json.Decoder(Report).decode
_decode_anchor = msgspec.json.Decoder(Anchor).decode
_encode = msgspec.json.Encoder(order="deterministic").encode


def anchor(connection: sqlite3.Connection, judgement: Judgement) -> None:
    """Ties a judgement to the claims that it was made on, as far as they are there."""
    for side, claims in enumerate(judgement.claims):
        for claim in claims:
            told = _encode(claim).decode()
            connection.execute("INSERT OR IGNORE INTO anchors (document, anchor) VALUES (?, ?)", (claim.document, told))
            connection.execute(
                "INSERT OR IGNORE INTO judged_anchors SELECT ?, number, ? FROM anchors WHERE anchor = ?",
                (judgement.number, side, told),
            )
    for document in {claim.document for claims in judgement.claims for claim in claims}:
        _bind_document(connection, document)


def stir(connection: sqlite3.Connection, judgement: int) -> None:
    """Leaves the claims of a judgement to resolving."""
    connection.execute(
        "INSERT OR IGNORE INTO pending_claims SELECT claim FROM judged_claims WHERE judgement = ?", (judgement,)
    )


def rebind(connection: sqlite3.Connection) -> None:
    """Finds judged claims again in the documents that came, or were coded anew, since resolving last ran."""
    rows = connection.execute(
        "SELECT DISTINCT anchors.document FROM pending_claims CROSS JOIN claims ON claims.number = claim"
        " CROSS JOIN documents ON documents.number = claims.document"
        " CROSS JOIN anchors ON anchors.document = documents.id WHERE EXISTS (SELECT 1 FROM anchors)"
    )
    for (document,) in rows.fetchall():
        for changed in _bind_document(connection, document):
            judged = connection.execute("SELECT judgement FROM judged_anchors WHERE anchor = ?", (changed,))
            for (judgement,) in judged.fetchall():
                stir(connection, judgement)


def bound(connection: sqlite3.Connection, claims: Iterable[int] | None = None) -> list[Bound]:
    """The judgements in force with their claims; those about one of ``claims`` where they are given."""
    rows = connection.execute(
        "SELECT judgement, verdict, side, documents.id, position FROM judged_claims"
        " JOIN in_force USING (judgement) JOIN judgements ON judgements.number = judgement"
        " JOIN claims ON claims.number = claim JOIN documents ON documents.number = claims.document"
        " WHERE ?1 IS NULL OR judgement IN (SELECT judgement FROM json_each(?1) JOIN judged_claims ON claim = value)"
        " ORDER BY judgement, side",
        (msgspec.json.encode(list(claims)).decode() if claims is not None else None,),
    )
    verdicts: dict[int, Verdict] = {}
    sides: defaultdict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for judgement, verdict, side, document, position in rows:
        verdicts[judgement] = verdict
        sides[judgement][side].append(claim_label(document, position))
    return [Bound(number, verdicts[number], tuple(map(tuple, told))) for number, told in sides.items()]


def _bind_document(connection: sqlite3.Connection, document: str) -> list[int]:
    """Binds the anchors of a document to its claims of today; gives those that had another one, or none."""
    row = connection.execute("SELECT number, text FROM documents WHERE id = ?", (document,)).fetchone()
    if row is None:
        return []
    number, text = row
    rows = connection.execute("SELECT number, report FROM claims WHERE document = ? ORDER BY position", (number,))
    claims = [(claim, _decode_report(report).claim) for claim, report in rows]
    anchors = connection.execute(
        "SELECT anchors.number, anchors.anchor, claim FROM anchors"
        " LEFT JOIN anchor_claims ON anchor_claims.anchor = anchors.number WHERE document = ?",
        (document,),
    )
    changed = []
    for which, told, former in anchors.fetchall():
        position = locate(_decode_anchor(told), text, [claim for _, claim in claims])
        found = claims[position][0] if position is not None else None
        if found != former:
            _bind(connection, which, found)
            changed.append(which)
    return changed


def _bind(connection: sqlite3.Connection, anchor: int, claim: int | None) -> None:
    connection.execute("DELETE FROM anchor_claims WHERE anchor = ?", (anchor,))
    if claim is not None:
        connection.execute("INSERT INTO anchor_claims VALUES (?, ?)", (anchor, claim))
