"""What kind of file one is: by its first bytes where they tell, else by its suffix."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Literal

from communique.sources._gdelt import is_gdelt
from communique.sources.archives import PACKED, is_tar

__all__ = ["HEAD", "Kind", "is_database", "kind_of", "known_suffixes"]

Kind = Literal[
    "gdelt",
    "html",
    "json",
    "jsonl",
    "mbox",
    "message",
    "packed",
    "parquet",
    "pdf",
    "table",
    "tar",
    "text",
    "warc",
    "zip",
]

HEAD = 1024
"""Bytes from which the kind can be told."""
_SUFFIXES: MappingProxyType[str, Kind] = MappingProxyType(
    {
        **dict.fromkeys((".txt", ".md", ".text"), "text"),
        **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
        ".json": "json",
        **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
        **dict.fromkeys((".csv", ".tsv"), "table"),
        ".parquet": "parquet",
        ".pdf": "pdf",
        ".eml": "message",
        **dict.fromkeys((".mbox", ".mbx"), "mbox"),
        ".warc": "warc",
        ".zip": "zip",
        ".tar": "tar",
        **dict.fromkeys((".gz", ".bz2", ".xz", ".zst", ".tgz", ".tbz2", ".txz"), "packed"),
    }
)
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\3\4", "zip"),
    (b"PK\5\6", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/1.", "warc"),
    *((magic, "packed") for magic in PACKED),
)
_DATABASE = b"SQLite format 3\0"
_DATABASE_LOGS = ("-wal", "-shm", "-journal")
_MBOX = re.compile(rb"From \S.{0,200}\d\d:\d\d.{0,40}\r?\n[!-9;-~]+:")
_FIELDS = re.compile(
    rb"(?:(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version):.*\r?\n){2}", re.I
)
_BLANKS = b" \t\r\n\xef\xbb\xbf"


def known_suffixes() -> str:
    """The suffixes of files that are read, parted by blanks."""
    return " ".join(_SUFFIXES)


def kind_of(name: str, head: bytes, *, named: bool) -> Kind | None:
    """The kind of a file of that name that begins with ``head``; null where it is not one that is read.

    A suffix that is not known is that of another kind of file, whatever the bytes (``.docx`` is a zip archive
    too). A file without one is read where its bytes tell, and where it was ``named`` by the user itself.
    """
    base = name.replace("\\", "/").rpartition("/")[2]
    dot = base.rfind(".")
    suffix = base[dot:].lower() if dot > 0 else ""
    if suffix and suffix not in _SUFFIXES:
        return None
    told = _told(head)
    if told is None and not suffix and named:
        return _guessed(head)
    return told or _SUFFIXES.get(suffix)


def is_database(name: str, head: bytes) -> bool:
    """Whether the file is one of SQLite, or stands beside one while it is open (https://www.sqlite.org/tempfiles.html)."""
    return head.startswith(_DATABASE) or name.endswith(_DATABASE_LOGS)


def _told(head: bytes) -> Kind | None:
    if is_tar(head):
        return "tar"
    if _MBOX.match(head):
        return "mbox"
    if is_gdelt(head):
        return "gdelt"
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)


def _guessed(head: bytes) -> Kind:
    if _FIELDS.match(head):
        return "message"
    return {b"{": "jsonl", b"<": "html"}.get(head.lstrip(_BLANKS)[:1], "text")  # type: ignore[return-value]
