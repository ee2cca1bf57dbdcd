"""Columns: the user's own names, ours, and those of known exports."""

import json
from pathlib import Path

import pytest

from communique.reading import read
from communique.sources import columns_of, pages
from communique.types import InputError, Page, UsageError


def only(path: Path, told: str | None = None) -> Page:
    [page] = pages(path, columns=columns_of(told))
    assert isinstance(page, Page), page
    return page


def test_columns_are_named_by_the_user(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Date,Content,Text,Outlet\n2024-05-14,Envoys met.,short,Calder Gazette\n")
    page = only(file, "text=content, published=date,publisher = Outlet")
    assert (page.text, page.published, page.publisher) == ("Envoys met.", "2024-05-14", "Calder Gazette")
    assert only(file).text == "short"


@pytest.mark.parametrize("told", ["content", "words=content", "text="])
def test_a_map_that_names_none_of_ours_is_wrong_use(told: str) -> None:
    with pytest.raises(UsageError, match="--map"):
        columns_of(told)


def test_the_error_of_a_table_without_text_tells_the_way(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("date,content\n2024-05-14,Envoys met.\n")
    [error] = pages(file)
    assert isinstance(error, InputError)
    assert "columns found: date, content" in error.reason
    assert "--map text=COLUMN" in error.reason


NEWS_PLEASE = {
    "authors": ["Ann Writer", "Ben Scribe"],
    "date_download": "2024-06-01 08:00:00",
    "date_publish": "2024-05-14 10:15:00",
    "description": "x",
    "language": "en",
    "maintext": "Envoys of Kenya and Japan met in Nairobi.",
    "source_domain": "gazette.example",
    "title": "Envoys meet",
    "url": "https://gazette.example/a",
}


def test_the_error_names_what_the_map_names_and_the_table_lacks(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("content,date\nEnvoys met.,2024-05-14\n")
    [error] = pages(tmp_path / "a.csv", columns=columns_of("text=contents, published=date"))
    assert isinstance(error, InputError)
    assert error.reason.startswith("no column 'contents'; columns found: content, date.")


def test_news_please(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(NEWS_PLEASE))
    page = only(file)
    assert page.text == NEWS_PLEASE["maintext"]
    assert (page.publisher, page.byline, page.url) == ("gazette.example", "Ann Writer, Ben Scribe", NEWS_PLEASE["url"])
    published = read(page).published
    assert published is not None
    assert published.edtf == "2024-05-14"


def test_media_cloud(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(
        "id,indexed_date,language,media_name,media_url,publish_date,title,url,text\n"
        "7,2024-05-20,en,gazette.example,http://gazette.example,2024-05-14,Envoys meet,http://gazette.example/a,Met.\n"
    )
    page = only(file)
    assert (page.text, page.published, page.publisher) == ("Met.", "2024-05-14", "gazette.example")


def test_a_list_in_json_and_lines_in_a_file_named_json(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps([{"text": "a"}, 5, {"text": "b"}]))
    found = list(pages(file))
    assert [item.source.rpartition(":")[2] for item in found if isinstance(item, Page)] == ["1", "3"]
    assert len(found) == 3
    file.write_text('{"text": "a"}\n{"text": "b"}\n')
    assert [item.text for item in pages(file) if isinstance(item, Page)] == ["a", "b"]
