"""What kind of file one is: by its first bytes where they tell, else by its suffix."""

import gzip

import pytest

from communique.sources._kinds import kind_of


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"Envoys met.", "text"),
        ("a.txt", b"%PDF-1.7\n", "pdf"),
        ("A.CSV", b"text\nx", "table"),
        ("a.dat", b"%PDF-1.7\n", None),
        ("a.docx", b"PK\3\4", None),
        ("news", b"PK\3\4", "zip"),
        ("news", b"WARC/1.0\r\n", "warc"),
        ("Inbox", b"From a@b.example Tue May 14 08:00:00 2024\nSubject: x\n", "mbox"),
        ("a.gz", gzip.compress(b"x", mtime=0), "packed"),
        ("20150218.gkg.csv.zip", b"PK\3\4", "zip"),
        ("noend", b"Envoys met.", None),
        (".txt", b"Envoys met.", None),
    ],
)
def test_kinds(name: str, head: bytes, kind: str | None) -> None:
    assert kind_of(name, head, named=False) == kind


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b'{"text": "x"}', "jsonl"),
        (b"\xef\xbb\xbf <html>", "html"),
        (b"From: a@b.example\nSubject: x\n\n", "message"),
        (b"From here on, envoys met.", "text"),
    ],
)
def test_a_named_file_without_a_suffix_is_guessed(head: bytes, kind: str) -> None:
    assert kind_of("noend", head, named=True) == kind
