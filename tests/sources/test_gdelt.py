"""GDELT's files are lists of addresses, and so are tables that have no text."""

import zipfile
from pathlib import Path

import pytest

from communique.sources import pages
from communique.sources._columns import AS_NAMED
from communique.sources._delimited import delimited_pages
from communique.sources._gdelt import gdelt_references, is_gdelt
from communique.sources._reference import Reference
from communique.types import InputError

URL = "https://gazette.example/2024/a"
GKG = ["20240514101500-12", "20240514101500", "1", "gazette.example", URL, *[""] * 22]
MENTION = ["1175", "20240514101500", "20240514103000", "1", "gazette.example", URL, *["1"] * 10]
EVENT = ["1175", "20240514", "202405", "2024", "2024.3671", *[""] * 55, URL]


def file(tmp_path: Path, *rows: list[str]) -> Path:
    path = tmp_path / "a.csv"
    path.write_text("".join("\t".join(row) + "\n" for row in rows))
    return path


@pytest.mark.parametrize(("row", "publisher"), [(GKG, "gazette.example"), (MENTION, "gazette.example"), (EVENT, None)])
def test_a_row_refers_to_its_article(tmp_path: Path, row: list[str], publisher: str | None) -> None:
    path = file(tmp_path, row, row)
    assert is_gdelt(path.read_bytes())
    with path.open("rb") as stream:
        [found] = gdelt_references(stream, "a")
    assert found == Reference(place="a:1", url=URL, publisher=publisher)


def test_sources_that_are_not_of_the_web_are_passed_over_and_broken_rows_named(tmp_path: Path) -> None:
    paper = [*GKG[:2], "2", "PAPER", "citation", *[""] * 22]
    with file(tmp_path, GKG, paper, GKG[:5], [*GKG[:4], "ftp://x", *[""] * 22]).open("rb") as stream:
        first, short, other = gdelt_references(stream, "a")
    assert isinstance(first, Reference)
    assert isinstance(short, InputError)
    assert isinstance(other, InputError)
    assert (short.place, other.place) == ("a:3", "a:4")


def test_a_table_without_text_refers_to_its_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"media_name,publish_date,title,url\ngazette.example,2024-05-14,Envoys meet,{URL}\n")
    with path.open("rb") as stream:
        [found] = delimited_pages(stream, "a", AS_NAMED)
    assert found == Reference(
        place="a:2", url=URL, title="Envoys meet", published="2024-05-14", publisher="gazette.example"
    )


def test_files_of_gdelt_are_told_by_content_also_when_packed(tmp_path: Path) -> None:
    packed = tmp_path / "20240514101500.gkg.csv.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("20240514101500.gkg.csv", "\t".join(GKG) + "\n")
    [error] = pages(packed)
    assert isinstance(error, InputError)
    assert "gazette.example" in error.reason  # it was asked for
