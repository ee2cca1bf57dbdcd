"""The room's one verb on files, folders and all that can be wrong with them."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from communique.record import open_record
from communique.sources import pages
from communique.types import InputError, Page


def reasons(source: Path | str) -> list[str]:
    return [item.reason for item in pages(source) if isinstance(item, InputError)]


def texts(source: Path | str) -> list[str]:
    return [item.text for item in pages(source) if isinstance(item, Page)]


def test_a_text_file_is_one_page(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Envoys met in Oslo.\n", encoding="utf-8")
    assert list(pages(file)) == [Page(source=str(file), text="Envoys met in Oslo.\n")]
    assert list(pages(str(file))) == list(pages(file))


def test_a_folder_is_read_in_order_without_hidden_entries(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "sub/c.text", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    assert texts(tmp_path) == ["a.md", "b.txt", "sub/c.text"]


def test_files_of_unknown_type_are_reported_once_each(tmp_path: Path) -> None:
    for name in ("a.docx", "b.jpg", "noend", "c.txt"):
        (tmp_path / name).write_text("Envoys met.")
    assert texts(tmp_path) == ["Envoys met."]
    assert [reason.split(";")[0] for reason in reasons(tmp_path)] == [
        "unknown type .docx",
        "unknown type .jpg",
        "unknown type (no suffix)",
    ]


def test_the_record_in_a_folder_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Envoys met.")
    with open_record(tmp_path / "communique.db", create=True):
        assert (tmp_path / "communique.db-wal").exists()
        assert (texts(tmp_path), reasons(tmp_path)) == (["Envoys met."], [])
    [reason] = reasons(tmp_path / "communique.db")
    assert reason.startswith("unknown type .db; known types are .txt")


def test_web_pages_are_read_beside_texts(tmp_path: Path) -> None:
    story = "<p>The ministers of Peru and Chile met in Lima on Monday, and spoke about rivers.</p>"
    for name in ("b.html", "c.HTM", "d.xhtml"):
        (tmp_path / name).write_text(f"<html><body><h1>Talks {name[0]}</h1>{story}</body></html>")
    (tmp_path / "a.txt").write_text("Envoys met.")
    found = texts(tmp_path)
    assert [text.split("\n")[0] for text in found] == ["Envoys met.", "Talks b", "Talks c", "Talks d"]


def test_without_the_extra_a_web_page_is_wrong_use(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text("<p>Envoys met.")
    without = "import sys; sys.modules['resiliparse'] = None"
    code = f"{without}\nfrom communique.sources import pages\nprint(*pages(sys.argv[1]))"
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True)
    assert "UsageError" in done.stderr
    assert "pip install 'communique[pages]'" in done.stderr


def test_a_named_file_without_suffix_is_a_text(tmp_path: Path) -> None:
    file = tmp_path / "article"
    file.write_text("Envoys met.")
    assert texts(file) == ["Envoys met."]


def test_an_empty_folder_and_an_empty_file_are_named(tmp_path: Path) -> None:
    assert "no files" in reasons(tmp_path)[0]
    (tmp_path / "a.txt").write_text(" \n")
    assert "empty" in reasons(tmp_path)[0]


def test_what_does_not_exist_is_named() -> None:
    [error] = pages("/no/such/file.txt")
    assert isinstance(error, InputError)
    assert error.place == "/no/such/file.txt"
    assert "no such file" in error.reason


def test_a_name_that_no_file_can_have_is_an_error() -> None:
    assert "no name of a file" in reasons("a\0b.txt")[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_without_rights_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "a.txt").chmod(0)
    assert "no permission" in reasons(tmp_path)[0]
    assert texts(tmp_path) == ["b"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert texts(tmp_path) == ["a"]
    assert len(reasons(tmp_path)) == 2


def test_pipes_sockets_and_devices_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s.txt"))
        found = reasons(tmp_path)
    assert len(found) == 2
    assert "not a regular file" in found[0]
    assert "not a regular file" in reasons("/dev/zero")[0]


def test_a_file_that_vanishes_while_the_folder_is_read_is_named(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(name)
    reading = pages(tmp_path)
    assert isinstance(next(reading), Page)
    (tmp_path / "b.txt").unlink()
    error, last = reading
    assert isinstance(error, InputError)
    assert error.place.endswith("b.txt")
    assert isinstance(last, Page)


def test_folders_nested_deeper_than_the_stack_are_read(tmp_path: Path) -> None:
    code = (
        "import os, sys\nfrom communique.sources import pages\n"
        "sys.setrecursionlimit(200)\nos.chdir(sys.argv[1])\n"
        "for _ in range(300):\n    os.mkdir('d')\n    os.chdir('d')\n"
        "open('a.txt', 'w').write('deep')\nos.chdir(sys.argv[1])\n"
        "print([page.text for page in pages('.')])\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['deep']"


def test_names_that_are_not_utf8_give_places_that_are(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(name).write_text("a")
    [page] = pages(tmp_path)
    assert isinstance(page, Page)
    assert page.source.endswith("\\xff.txt")
    page.source.encode()
