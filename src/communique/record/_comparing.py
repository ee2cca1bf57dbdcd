"""Finds the copies among the documents that came, and between them and all that are there.

A document meets others in the tables ``bands`` (alike) and ``wordings`` (of the same words); only those are
compared. What is a copy depends on the two texts and on which sentences their sites always add, never on the order in
which they came: where a sentence becomes its site's, the texts that hold it are compared anew.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec
import numpy as np

from communique.record._copies import WORN, holders, stir
from communique.resolving import site_of
from communique.resolving.wording import WORDING_VERSION, Wording, Words, is_copy, words_of

__all__ = ["compare"]

_BATCH = 256
_SIGNED = np.dtype("<i8")


def compare(connection: sqlite3.Connection) -> None:
    """Groups copies, as far as documents are pending; the caller holds the transaction."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS probes (key INTEGER, document INTEGER)")
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS compared (document INTEGER PRIMARY KEY)")
    _start_over_if_outdated(connection)
    while _take(connection):
        _compare_taken(connection)


def _start_over_if_outdated(connection: sqlite3.Connection) -> None:
    """Hashes by other rules are of no use: all documents are compared anew."""
    row = connection.execute("SELECT version FROM wording_version").fetchone()
    if row == (WORDING_VERSION,):
        return
    for table in ("wordings", "bands", "site_sentences", "copies", "wording_version"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO wording_version VALUES (?)", (WORDING_VERSION,))
    connection.execute("INSERT OR IGNORE INTO pending_documents SELECT number FROM documents")


def _take(connection: sqlite3.Connection) -> bool:
    """Puts the next pending documents on the table."""
    connection.execute("DELETE FROM compared")
    taken = connection.execute(
        "INSERT INTO compared SELECT document FROM pending_documents ORDER BY document LIMIT ?", (_BATCH,)
    ).rowcount
    connection.execute("DELETE FROM pending_documents WHERE document IN (SELECT document FROM compared)")
    return taken > 0


def _compare_taken(connection: sqlite3.Connection) -> None:
    told = _read(connection)
    known = _keep_sentences(connection, told)
    worn = _worn(connection, told, known)
    for text in told:
        _keep_wording(connection, text, text.words.wording(np.isin(text.sentences, worn), text.credit))
    _regroup(connection)


class _Text(msgspec.Struct, frozen=True):
    """A document's words, the hashes of its sentences on its site (0 where not to be told), and its credit."""

    number: int
    words: Words
    sentences: np.ndarray[tuple[int], np.dtype[np.int64]]
    credit: str | None

    def hashes(self) -> list[int]:
        found: list[int] = np.unique(self.sentences[self.sentences != 0]).tolist()
        return found


def _read(connection: sqlite3.Connection) -> list[_Text]:
    rows = connection.execute(
        "SELECT number, text, publisher, url, agency FROM compared JOIN documents ON number = document"
    )
    found = []
    for number, text, publisher, url, agency in rows:
        words, site = words_of(text), site_of(publisher, url)
        hashes = words.sentences(site) if site else np.zeros(len(words.begins), np.uint64)
        found.append(_Text(number, words, hashes.view(np.int64), agency))
    return found


def _keep_sentences(connection: sqlite3.Connection, told: Iterable[_Text]) -> frozenset[int]:
    """Writes the sentences of documents that are new; gives the documents that are not."""
    rows = connection.execute("SELECT document FROM compared JOIN wordings USING (document)")
    known = frozenset(number for (number,) in rows)
    new = [(key, text.number) for text in told if text.number not in known for key in text.hashes()]
    connection.executemany("INSERT INTO site_sentences VALUES (?, ?)", sorted(new))
    return known


def _worn(connection: sqlite3.Connection, told: Iterable[_Text], known: frozenset[int]) -> list[int]:
    """The sentences that are their site's; who held one before it became so is to be compared again."""
    new = {text.number for text in told} - known
    worn: list[int] = []
    again: set[int] = set()
    for key in {key for text in told for key in text.hashes()}:
        held = holders(connection, key, WORN)
        if len(held) == WORN:
            worn.append(key)
            if not new.isdisjoint(held):
                again.update(held)
    rows = connection.execute("SELECT document FROM compared")
    again.difference_update(number for (number,) in rows.fetchall())
    connection.executemany("INSERT OR IGNORE INTO pending_documents VALUES (?)", ((one,) for one in again))
    return worn


def _keep_wording(connection: sqlite3.Connection, text: _Text, wording: Wording) -> None:
    """Writes what is compared; under its bands only where no earlier document has the same words."""
    _drop_bands(connection, text.number, wording)
    twin = connection.execute(
        "SELECT 1 FROM wordings WHERE exact = ? AND credit = ? AND document < ? LIMIT 1",
        (wording.exact, wording.credit, text.number),
    ).fetchone()
    bands = np.unique(wording.bands.view(np.int64)) if twin is None else np.zeros(0, np.int64)
    connection.executemany("INSERT INTO bands VALUES (?, ?)", ((key, text.number) for key in bands.tolist()))
    connection.execute(
        "INSERT OR REPLACE INTO wordings VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            text.number,
            wording.exact,
            wording.credit,
            np.array(text.hashes(), _SIGNED).tobytes(),
            bands.tobytes(),
            wording.shingles.tobytes(),
            wording.frames.tobytes(),
        ),
    )


def _drop_bands(connection: sqlite3.Connection, document: int, wording: Wording) -> None:
    """Takes back what was written of a document; where its words are other ones now, its next twin needs bands."""
    former = connection.execute("SELECT exact, credit, bands FROM wordings WHERE document = ?", (document,)).fetchone()
    if former is None:
        return
    exact, credit, bands = former
    keys = memoryview(bands).cast("q")
    connection.executemany("DELETE FROM bands WHERE key = ? AND document = ?", ((key, document) for key in keys))
    if (exact, credit) != (wording.exact, wording.credit):
        connection.execute(
            "INSERT OR IGNORE INTO pending_documents SELECT document FROM wordings"
            " WHERE exact = ? AND credit = ? AND document > ? ORDER BY document LIMIT 1",
            (exact, credit, document),
        )


def _regroup(connection: sqlite3.Connection) -> None:
    """Groups anew the documents on the table and those that hung together with them."""
    former = _loosened(connection)
    texts = _Texts(connection)
    groups = _Groups()
    for one, other, home in _meetings(connection):
        if not groups.together(one, home) and texts.alike(one, other):
            groups.join(one, home)
    moved: set[int] = set()
    for members in groups.of_several():
        head, *rest = sorted(members)
        moved |= _write_group(connection, head, rest)
    now = dict(connection.execute("SELECT document, head FROM compared JOIN copies USING (document)").fetchall())
    stir(connection, (moved - now.keys()) | {one for one, head in former.items() if now.get(one) != head})


def _loosened(connection: sqlite3.Connection) -> dict[int, int]:
    """Puts the groups of the documents on the table beside them, undone; gives document → head as it was."""
    former = connection.execute(
        "SELECT document, head FROM copies WHERE head IN (SELECT head FROM compared JOIN copies USING (document))"
    ).fetchall()
    connection.executemany("DELETE FROM copies WHERE document = ?", ((document,) for document, _ in former))
    connection.executemany("INSERT OR IGNORE INTO compared VALUES (?)", ((document,) for document, _ in former))
    return dict(former)


def _meetings(connection: sqlite3.Connection) -> Iterator[tuple[int, int, int]]:
    """``(document, other, home)``: who on the table may be a copy of whom, and the other's group.

    Groups of documents that are not on the table stand as they are, so that one copy among them is enough.
    """
    connection.execute("DELETE FROM probes")
    for document, bands in connection.execute(
        "SELECT document, bands FROM compared JOIN wordings USING (document)"
    ).fetchall():
        keys = memoryview(bands).cast("q")
        connection.executemany("INSERT INTO probes VALUES (?, ?)", ((key, document) for key in keys))
    return connection.execute(
        "SELECT one, other, coalesce(head, other) FROM ("
        " SELECT probes.document AS one, bands.document AS other FROM probes CROSS JOIN bands ON bands.key = probes.key"
        "  WHERE bands.document <> probes.document"
        " UNION SELECT document, (SELECT twin.document FROM wordings AS twin WHERE twin.exact = wordings.exact"
        "  AND twin.credit = wordings.credit ORDER BY twin.document LIMIT 1)"
        "  FROM compared JOIN wordings USING (document)"
        ") LEFT JOIN copies ON copies.document = other WHERE one <> other ORDER BY one, other"
    )


def _write_group(connection: sqlite3.Connection, head: int, rest: Iterable[int]) -> set[int]:
    """Makes one group of documents and of the groups of which they are heads; gives who has another head now."""
    moved = set()
    for member in rest:
        rows = connection.execute("SELECT document FROM copies WHERE head = ?", (member,)).fetchall()
        moved |= {member, *(document for (document,) in rows)}
    connection.executemany("INSERT OR REPLACE INTO copies VALUES (?, ?)", ((one, head) for one in {head, *moved}))
    return moved


class _Texts:
    """The wordings of a record, each read once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._read: dict[int, Wording] = {}

    def alike(self, one: int, other: int) -> bool:
        return is_copy(self._wording(one), self._wording(other))

    def _wording(self, document: int) -> Wording:
        if document not in self._read:
            exact, credit, shingles, frames = self._connection.execute(
                "SELECT exact, credit, shingles, frames FROM wordings WHERE document = ?", (document,)
            ).fetchone()
            self._read[document] = Wording(
                exact, credit, np.zeros(0, np.uint64), np.frombuffer(shingles, "<u4"), np.frombuffer(frames, "<u8")
            )
        return self._read[document]


class _Groups:
    """Documents that hang together: union–find with path halving."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def together(self, one: int, other: int) -> bool:
        return self._root(one) == self._root(other)

    def join(self, one: int, other: int) -> None:
        self._parents[self._root(one)] = self._root(other)

    def of_several(self) -> Iterable[list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for document in list(self._parents):
            found[self._root(document)].append(document)
        return [members for members in found.values() if len(members) > 1]

    def _root(self, document: int) -> int:
        parents = self._parents
        while parents.setdefault(document, document) != document:
            parents[document] = parents[parents[document]]
            document = parents[document]
        return document
