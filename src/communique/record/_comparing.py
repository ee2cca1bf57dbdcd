"""Finds the copies among the documents that came, and between them and all that are there.

A document meets others in the tables ``bands`` (alike) and ``wordings`` (of the same words); only those are
compared. What is a copy depends on the two texts and on which sentences their sites always add, never on the order in
which they came: where a sentence becomes its site's, the texts that hold it are compared anew.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

import msgspec
import numpy as np

from communique.record._copies import WORN, holders, stir
from communique.resolving import site_of
from communique.resolving.wording import WORDING_VERSION, Wording, Words, is_copy, wordings, words_of

__all__ = ["compare"]

_BATCH = 512
_TABLES = (
    "compared (document INTEGER PRIMARY KEY)",
    "sentences (key INTEGER NOT NULL, document INTEGER NOT NULL)",
    "probes (key INTEGER NOT NULL, document INTEGER NOT NULL)",
)
_LETTERS = 200_000
_SIGNED = np.dtype("<i8")
_Row: TypeAlias = tuple[int, str, str | None, str | None, str | None]
"""A document's number, text, publisher, address and agency."""


def compare(connection: sqlite3.Connection) -> None:
    """Groups copies, as far as documents are pending; the caller holds the transaction."""
    for table in _TABLES:
        connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table}")
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
    rows = connection.execute("SELECT document FROM compared CROSS JOIN wordings USING (document)")
    known = frozenset(number for (number,) in rows)
    worn = _worn(connection, told, known)
    found = dict(chain.from_iterable(some.wordings(worn) for some in told))
    for number in known:
        _drop_bands(connection, number, found[number])
    connection.executemany(
        "INSERT OR REPLACE INTO wordings VALUES (?, ?, ?, ?, ?, ?, ?)",
        (_row(number, sentences, found[number]) for some in told for number, sentences in some.sentences.items()),
    )
    former = _loosened(connection)
    _probe(connection)
    connection.execute("INSERT OR IGNORE INTO bands SELECT key, document FROM probes ORDER BY key, document")
    _regroup(connection, former)


class _Told(msgspec.Struct, frozen=True):
    """Some documents: the hashes of the sentences of each on its site (0 where not to be told), words, and credits."""

    sentences: dict[int, list[int]]
    words: Words
    credits: list[str | None]

    def wordings(self, worn: frozenset[int]) -> Iterable[tuple[int, Wording]]:
        marks = [np.array([each in worn for each in sentences], bool) for sentences in self.sentences.values()]
        return zip(self.sentences, wordings(self.words, marks, self.credits), strict=True)


def _read(connection: sqlite3.Connection) -> list[_Told]:
    rows = connection.execute(
        "SELECT number, text, publisher, url, agency FROM compared JOIN documents ON number = document"
    )
    return [_told(chunk) for chunk in _chunks(rows)]


def _chunks(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """As many documents at once as arrays of their letters stay small."""
    chunk: list[_Row] = []
    letters = 0
    for row in rows:
        chunk.append(row)
        letters += len(row[1])
        if letters >= _LETTERS:
            yield chunk
            chunk, letters = [], 0
    if chunk:
        yield chunk


def _told(rows: Sequence[_Row]) -> _Told:
    words = words_of(text for _, text, *_ in rows)
    sentences = words.sentences([site_of(publisher, url) for _, _, publisher, url, _ in rows])
    keys = {row[0]: found.view(_SIGNED).tolist() for row, found in zip(rows, sentences, strict=True)}
    return _Told(keys, words, [agency for *_, agency in rows])


def _worn(connection: sqlite3.Connection, told: Iterable[_Told], known: frozenset[int]) -> frozenset[int]:
    """The sentences that are their site's; who held one before it became so is to be compared again."""
    connection.execute("DELETE FROM sentences")
    on_table = dict(chain.from_iterable(some.sentences.items() for some in told))
    rows = {(key, number) for number, sentences in on_table.items() for key in sentences if key}
    connection.executemany("INSERT INTO sentences VALUES (?, ?)", sorted(rows))
    connection.execute("INSERT OR IGNORE INTO site_sentences SELECT key, document FROM sentences")
    found = connection.execute(
        "SELECT key FROM (SELECT DISTINCT key FROM sentences) AS told WHERE EXISTS"
        " (SELECT 1 FROM site_sentences AS held WHERE held.key = told.key LIMIT 1 OFFSET ?)",
        (WORN - 1,),
    )
    worn = frozenset(key for (key,) in found)
    again: set[int] = set()
    for key in worn:
        first = set(holders(connection, key, WORN))
        if not first.isdisjoint(on_table.keys() - known):
            again |= first - on_table.keys()
    connection.executemany("INSERT OR IGNORE INTO pending_documents VALUES (?)", ((one,) for one in again))
    return worn


def _row(number: int, sentences: Iterable[int], wording: Wording) -> tuple[int, int, int, bytes, bytes, bytes, bytes]:
    return (
        number,
        wording.exact,
        wording.credit,
        np.array(sorted({sentence for sentence in sentences if sentence}), _SIGNED).tobytes(),
        wording.bands.tobytes(),
        wording.shingles.tobytes(),
        wording.frames.tobytes(),
    )


def _drop_bands(connection: sqlite3.Connection, document: int, wording: Wording) -> None:
    """Takes back what was written of a document; where its words are other ones now, its next twin needs bands."""
    exact, credit, bands = connection.execute(
        "SELECT exact, credit, bands FROM wordings WHERE document = ?", (document,)
    ).fetchone()
    keys = memoryview(bands).cast("q")
    connection.executemany("DELETE FROM bands WHERE key = ? AND document = ?", ((key, document) for key in keys))
    if (exact, credit) != (wording.exact, wording.credit):
        connection.execute(
            "INSERT OR IGNORE INTO pending_documents SELECT document FROM wordings"
            " WHERE exact = ? AND credit = ? AND document > ? ORDER BY document LIMIT 1",
            (exact, credit, document),
        )


def _loosened(connection: sqlite3.Connection) -> list[int]:
    """Puts the groups of the documents on the table beside them, undone; gives their members."""
    rows = connection.execute(
        "SELECT document FROM copies WHERE head IN (SELECT head FROM compared JOIN copies USING (document))"
    ).fetchall()
    connection.executemany("DELETE FROM copies WHERE document = ?", rows)
    connection.executemany("INSERT OR IGNORE INTO compared VALUES (?)", rows)
    return [document for (document,) in rows]


def _probe(connection: sqlite3.Connection) -> None:
    """Lays out the bands of the documents on the table; of those with the same words only the first's."""
    rows = connection.execute(
        "SELECT document, bands FROM compared CROSS JOIN wordings USING (document) WHERE NOT EXISTS"
        " (SELECT 1 FROM wordings AS twin WHERE twin.exact = wordings.exact AND twin.credit = wordings.credit"
        "  AND twin.document < wordings.document)"
    ).fetchall()
    connection.execute("DELETE FROM probes")
    connection.executemany(
        "INSERT INTO probes VALUES (?, ?)",
        ((key, number) for number, bands in rows for key in memoryview(bands).cast("q")),
    )


def _regroup(connection: sqlite3.Connection, former: Iterable[int]) -> None:
    """Groups anew the documents on the table and those with which they were grouped; all their events are derived anew.

    Also those of members whose group only grew: what a new copy was edited to say is in dispute there.
    """
    texts = _Texts(connection)
    groups = _Groups()
    for one, other, home in _meetings(connection):
        if not groups.together(one, home) and texts.alike(one, other):
            groups.join(one, home)
    stirred = set(former)
    for members in groups.of_several():
        head, *rest = sorted(members)
        stirred |= _write_group(connection, head, rest)
    stir(connection, stirred)


def _meetings(connection: sqlite3.Connection) -> Iterator[tuple[int, int, int]]:
    """``(document, other, home)``: who on the table may be a copy of whom, and the other's group.

    Groups of documents that are not on the table stand as they are, so that one copy among them is enough.
    """
    return connection.execute(
        "SELECT one, other, coalesce(head, other) FROM ("
        " SELECT probes.document AS one, bands.document AS other FROM probes CROSS JOIN bands ON bands.key = probes.key"
        "  WHERE bands.document <> probes.document"
        " UNION SELECT document, (SELECT twin.document FROM wordings AS twin WHERE twin.exact = wordings.exact"
        "  AND twin.credit = wordings.credit ORDER BY twin.document LIMIT 1)"
        "  FROM compared CROSS JOIN wordings USING (document)"
        ") LEFT JOIN copies ON copies.document = other WHERE one <> other ORDER BY one, other"
    )


def _write_group(connection: sqlite3.Connection, head: int, rest: Iterable[int]) -> set[int]:
    """Makes one group of documents and of the groups of which they are heads; gives all its members."""
    members = {head, *rest}
    for member in tuple(members):
        rows = connection.execute("SELECT document FROM copies WHERE head = ?", (member,)).fetchall()
        members.update(document for (document,) in rows)
    connection.executemany("INSERT OR REPLACE INTO copies VALUES (?, ?)", ((one, head) for one in members))
    return members


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
