"""Packed files are what is in them."""

import bz2
import gzip
from pathlib import Path

from communique.sources import pages
from communique.types import InputError, Page


def test_a_packed_table_and_a_packed_text_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"text": "a"}\n{"text": "b"}\n'))
    (tmp_path / "b.txt.bz2").write_bytes(bz2.compress(b"Envoys met."))
    found = list(pages(tmp_path))
    assert [item.text for item in found if isinstance(item, Page)] == ["a", "b", "Envoys met."]
    assert isinstance(found[0], Page)
    assert found[0].source == f"{tmp_path}/a.jsonl.gz:1"


def test_damage_is_told_of_after_what_could_be_read(tmp_path: Path) -> None:
    lines = b"".join(b'{"text": "%d"}\n' % number for number in range(20_000))
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(gzip.compress(lines)[:-5000])
    *found, last = pages(file)
    assert isinstance(last, InputError)
    assert "damaged" in last.reason
    assert len(found) > 1000


def test_what_is_packed_twice_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.txt.gz.gz"
    file.write_bytes(gzip.compress(gzip.compress(b"Envoys met.")))
    [error] = pages(file)
    assert isinstance(error, InputError)
    assert "packed twice" in error.reason
