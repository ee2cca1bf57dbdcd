"""JSON Lines: good rows become pages, bad ones name their line."""

import json
from pathlib import Path

from communique.sources import pages
from communique.sources._limits import ARTICLE_BYTES
from communique.types import InputError, Page


def write(tmp_path: Path, *lines: str | bytes) -> Path:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b"".join((line.encode() if isinstance(line, str) else line) + b"\n" for line in lines))
    return file


def test_all_columns_are_kept_whatever_their_case(tmp_path: Path) -> None:
    row = {"ID": "7", "Url": "u", "Title": "t", "TEXT": "Envoys met.", "published": "2024-04-08"}
    file = write(tmp_path, json.dumps(row | {"publisher": "P", "language": "en", "section": {"x": 1}}))
    assert list(pages(file)) == [
        Page(f"{file}:1", "Envoys met.", "7", "u", "t", "2024-04-08", "P", "en"),
    ]


def test_bad_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        '{"text": "one"}',
        '{"text": "two"',
        "",
        "[1]",
        '{"text": 5}',
        '{"text": "x", "title": ["y"]}',
        '{"title": "x"}',
        '{"html": "<p>x</p>"}',
        b'{"text": "caf\xc3\xa9 \xff"}',
        b'{"text": "caf\xe9"}',
        '{"text": "last", "id": 12}',
    )
    found = list(pages(file))
    errors = {e.place.removeprefix(f"{file}:"): e.reason for e in found if isinstance(e, InputError)}
    assert [p.text for p in found if isinstance(p, Page)] == ["one", "café", "last"]
    assert [p.id for p in found if isinstance(p, Page)] == [None, None, "12"]
    assert list(errors) == ["2", "4", "5", "6", "7", "8", "9"]
    assert "not valid JSON" in errors["2"]
    assert "not an array" in errors["4"]
    assert "'text' must be a string, not int" in errors["5"]
    assert "'title' must be a string, not list" in errors["6"]
    assert "text is empty or missing" in errors["7"]
    assert "no text that could be an article" in errors["8"]
    assert "not UTF-8" in errors["9"]


def test_duplicate_ids_are_no_error(tmp_path: Path) -> None:
    file = write(tmp_path, *['{"id": "1", "text": "x"}'] * 2)
    assert len([page for page in pages(file) if isinstance(page, Page)]) == 2


def test_a_line_over_the_limit_is_named_and_skipped(tmp_path: Path) -> None:
    file = write(tmp_path, '{"text": "a"}', b'{"text": "' + b"x" * (ARTICLE_BYTES + 9) + b'"}', '{"text": "b"}')
    first, error, last = pages(file)
    assert isinstance(error, InputError)
    assert error.place == f"{file}:2"
    assert "20 MB" in error.reason
    assert [p.text for p in (first, last) if isinstance(p, Page)] == ["a", "b"]


def test_half_a_surrogate_pair_never_reaches_a_page(tmp_path: Path) -> None:
    for item in pages(write(tmp_path, r'{"text": "a \ud800 b"}', r'{"text": "c \ud83d\ude00"}')):
        if isinstance(item, Page):
            item.text.encode("utf-8")


def test_deep_nesting_is_an_error(tmp_path: Path) -> None:
    [error] = pages(write(tmp_path, '{"text": ' + "[" * 100_000))
    assert isinstance(error, InputError)


def test_marks_of_windows_shells_are_understood(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    for encoding in ("utf-8-sig", "utf-16"):
        file.write_text('{"text": "Zürich"}\n{"text": "b"}\n', encoding=encoding)
        assert [p.text for p in pages(file) if isinstance(p, Page)] == ["Zürich", "b"]


def test_an_empty_table_is_named(tmp_path: Path) -> None:
    [error] = pages(write(tmp_path, "", " "))
    assert isinstance(error, InputError)
    assert "empty" in error.reason
