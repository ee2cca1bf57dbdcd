"""CSV and TSV: good records become pages, broken ones name the line where they begin."""

from pathlib import Path

import pytest

from communique.sources import pages
from communique.types import InputError, Page


def read(tmp_path: Path, content: str, name: str = "a.csv", encoding: str = "utf-8") -> list[Page | InputError]:
    file = tmp_path / name
    file.write_bytes(content.encode(encoding))
    return list(pages(file))


def texts(found: list[Page | InputError]) -> list[str]:
    return [item.text for item in found if isinstance(item, Page)]


def errors(found: list[Page | InputError]) -> list[str]:
    return [str(item).rpartition("/")[2] for item in found if isinstance(item, InputError)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "id,Text\n1,Envoys met\n"),
        ("a.csv", "id;text\r\n1;Envoys met\r\n"),
        ("a.tsv", "id\ttext\n1\tEnvoys met"),
    ],
)
def test_delimiters_are_found_by_the_header(tmp_path: Path, name: str, content: str) -> None:
    [page] = read(tmp_path, content, name)
    assert page == Page(f"{tmp_path}/{name}:2", "Envoys met", id="1")


def test_fields_may_hold_line_breaks_and_places_are_the_first_line(tmp_path: Path) -> None:
    found = read(tmp_path, 'text,id\n"one\n\ntwo ""quoted""",1\n\nthree,2\n')
    assert texts(found) == ['one\n\ntwo "quoted"', "three"]
    assert [item.source.rpartition(":")[2] for item in found if isinstance(item, Page)] == ["2", "6"]


def test_a_table_without_text_is_one_error_with_its_columns(tmp_path: Path) -> None:
    [error] = errors(read(tmp_path, "place,date\nOslo,2024\nRome,2025\n"))
    assert "no column 'text'; columns found: place, date" in error


def test_a_table_may_have_web_pages_in_place_of_texts(tmp_path: Path) -> None:
    story = "<h1>Talks</h1><p>The ministers of Peru and Chile met in Lima on Monday and spoke about rivers.</p>"
    found = read(tmp_path, f"id,html,title,publisher\n7,{story},Rivers,Gazette\n8,,,\n")
    [page] = [page for page in found if isinstance(page, Page)]
    assert (page.id, page.title, page.publisher) == ("7", "Rivers", "Gazette")
    assert page.text.startswith("Talks\n\nThe ministers of Peru")
    assert "text is empty or missing" in errors(found)[0]


def test_the_text_goes_before_the_web_page(tmp_path: Path) -> None:
    [page] = read(tmp_path, "html,text\n<p>x</p>,Envoys met\n")
    assert isinstance(page, Page)
    assert page.text == "Envoys met"


def test_ragged_rows_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, "id,text\n1,a\n2,b,c\n3\n4,d\n")
    assert texts(found) == ["a", "d"]
    assert errors(found) == [
        "a.csv:3: 3 fields where the header has 2; quote the text",
        "a.csv:4: 1 fields where the header has 2; quote the text",
    ]


def test_an_unclosed_quote_costs_one_record(tmp_path: Path) -> None:
    found = read(tmp_path, 'id,text\n1,a\n2,"never closed\n3,c\n4,d\n')
    assert texts(found) == ["a", "c", "d"]
    assert errors(found) == ["a.csv:3: a quote opened in this record is never closed; close it or double it"]


def test_a_long_field_is_read_whole(tmp_path: Path) -> None:
    assert len(texts(read(tmp_path, "text\n" + "word " * 100_000 + "\n"))[0]) > 400_000


def test_a_line_that_cannot_be_decoded_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("id,text\n1,Zürich ".encode() + b"\xff\n2,b\n")
    found = list(pages(file))
    assert texts(found) == ["b"]
    assert errors(found)[0].startswith("a.csv:2: byte 0xff")


def test_windows_text_and_marks_are_read(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "text\nthe café’s owner was in Paris\n", encoding="cp1252")) == [
        "the café’s owner was in Paris"
    ]
    assert texts(read(tmp_path, "text\na\n", encoding="utf-8-sig")) == ["a"]


def test_old_line_ends_are_an_error_not_a_crash(tmp_path: Path) -> None:
    assert errors(read(tmp_path, "id,text\r1,a\r2,b\r"))
