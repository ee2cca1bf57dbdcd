"""Documents of a record with all their claims, one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import msgspec

from communique.record.kept import Kept
from communique.types import Coding

__all__ = ["each_document"]

_decode_coding = msgspec.json.Decoder(Coding).decode


def each_document(connection: sqlite3.Connection) -> Iterator[Kept]:
    """All documents in the order in which they came."""
    for coding, codebook, added_at in connection.execute(
        "SELECT coding, codebook, added_at FROM documents ORDER BY number"
    ):
        yield Kept(coding=_decode_coding(coding), codebook=codebook, added_at=added_at)
