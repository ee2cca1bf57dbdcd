"""Parquet: rows become pages; what is wrong names its row."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from communique.sources import pages
from communique.types import InputError, Page

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def write(tmp_path: Path, **columns: list[object]) -> Path:
    file = tmp_path / "a.parquet"
    pq.write_table(pa.table(columns), file, row_group_size=2)
    return file


def test_rows_of_all_groups_are_pages(tmp_path: Path) -> None:
    file = write(tmp_path, Text=["a", "b", None, "d", "e"], id=[1, 2, 3, 4, 5], other=[[1]] * 5)
    found = list(pages(file))
    assert [(p.text, p.id, p.source) for p in found if isinstance(p, Page)] == [
        (text, id_, f"{file}:{id_}") for text, id_ in (("a", "1"), ("b", "2"), ("d", "4"), ("e", "5"))
    ]
    [error] = [item for item in found if isinstance(item, InputError)]
    assert error.place == f"{file}:3"


def test_dates_of_any_type_are_published(tmp_path: Path) -> None:
    file = write(tmp_path, text=["a"], published=[datetime(2024, 4, 8, 9, tzinfo=UTC)])
    [page] = pages(file)
    assert isinstance(page, Page)
    assert page.published is not None
    assert page.published.startswith("2024-04-08T09")


def test_a_table_without_text_names_its_columns(tmp_path: Path) -> None:
    [error] = pages(write(tmp_path, body=["a"], day=["b"]))
    assert "columns found: body, day" in str(error)


def test_a_file_that_is_no_parquet_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    file.write_bytes(b"PAR1 not really")
    [error] = pages(file)
    assert isinstance(error, InputError)
    assert "not a readable Parquet file" in error.reason


def test_without_pyarrow_the_extra_is_named(tmp_path: Path) -> None:
    file = write(tmp_path, text=["a"])
    code = "import sys; sys.modules['pyarrow'] = None\nfrom communique.sources import pages\nprint(*pages(sys.argv[1]))"
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    assert "pip install 'communique[arrow]'" in done.stdout


def test_a_value_that_is_no_text_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    texts = pa.Array.from_buffers(
        pa.string(), 3, [None, pa.py_buffer(b"\0\0\0\0\1\0\0\0\2\0\0\0\3\0\0\0"), pa.py_buffer(b"a\x85c")]
    )
    file = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": texts}), file)
    found = list(pages(file))
    assert [item.text for item in found if isinstance(item, Page)] == ["a", "c"]
    assert [item.place for item in found if isinstance(item, InputError)] == [f"{file}:2"]
