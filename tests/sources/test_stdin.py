"""Standard input, through a real pipe."""

import gzip
import io
import os
import zipfile
from io import BufferedReader

import pytest

from communique.sources import pages
from communique.types import InputError, Page


def piped(*chunks: bytes) -> list[Page | InputError]:
    reading, writing = os.pipe()
    stream: BufferedReader
    with os.fdopen(reading, "rb") as stream:
        for chunk in chunks:
            os.write(writing, chunk)
        os.close(writing)
        return list(pages("-", stdin=stream))


def test_plain_words_are_one_text() -> None:
    assert piped(b"\nEnvoys met\n", b"in Oslo.\n") == [Page(source="-", text="\nEnvoys met\nin Oslo.\n")]


@pytest.mark.parametrize("before", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_a_brace_first_means_json_lines(before: bytes) -> None:
    found = piped(before, b'{"text": "a"}\n{"text"\n{"text": "c"}\n')
    first = 1 + before.count(b"\n")
    assert [item.source for item in found if isinstance(item, Page)] == [f"-:{first}", f"-:{first + 2}"]
    assert [item.place for item in found if isinstance(item, InputError)] == [f"-:{first + 1}"]


def test_rows_come_while_the_pipe_is_open() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream:
        os.write(writing, b'{"text": "a"}\n')
        rows = pages("-", stdin=stream)
        assert isinstance(next(rows), Page)
        os.close(writing)
        assert list(rows) == []


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_nothing_is_named(data: bytes) -> None:
    [error] = piped(data)
    assert isinstance(error, InputError)
    assert "empty" in error.reason


def test_binary_is_refused() -> None:
    [error] = piped(b"\x7fELF\0\0\1\2")
    assert isinstance(error, InputError)
    assert "binary" in error.reason


def test_a_web_page_on_standard_input_is_known_by_its_first_character() -> None:
    story = b"<p>The ministers of Peru and Chile met in Lima on Monday, and spoke about rivers.</p>"
    [page] = piped(b"\n <!DOCTYPE html><h1>Talks</h1>", story)
    assert isinstance(page, Page)
    assert (page.source, page.title) == ("-", "Talks")


def test_archives_are_read_from_standard_input() -> None:
    found = piped(gzip.compress(b'{"text": "one"}\n{"text": "two"}\n'))
    assert [item.source for item in found if isinstance(item, Page)] == ["-:1", "-:2"]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "Envoys met.")
    [page] = piped(buffer.getvalue())
    assert isinstance(page, Page)
    assert page.source == "-:a.txt"
