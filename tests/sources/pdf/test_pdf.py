"""PDF files: the text in the order in which people read it, without what is printed on every sheet."""

from pathlib import Path

import pytest

from communique.reading import read
from communique.sources import pages
from communique.types import InputError, Page

SAMPLES = Path(__file__).parent / "samples"


def page(name: str) -> Page:
    [found] = pages(SAMPLES / name)
    assert isinstance(found, Page)
    return found


@pytest.mark.parametrize("name", ["gazette", "statement"])
def test_the_text_is_the_one_that_was_printed(name: str) -> None:
    assert page(f"{name}.pdf").text == (SAMPLES / f"{name}.txt").read_text(encoding="utf-8").strip()


def test_the_title_is_that_of_the_first_sheet_whatever_metadata_say() -> None:
    assert page("gazette.pdf").title == "Envoys of Kenya and Japan agree on port works"
    assert page("statement.pdf").title == "Joint statement on the visit of the President of Chile to Norway"


def test_the_day_of_publication_is_one_that_the_text_states() -> None:
    assert page("gazette.pdf").published is None
    published = read(page("gazette.pdf")).published
    assert published is not None
    assert published.edtf == "2024-05-14"
    assert read(page("statement.pdf")).published is None


def test_a_scanned_file_is_named() -> None:
    [error] = pages(SAMPLES / "scanned.pdf")
    assert isinstance(error, InputError)
    assert error.place.endswith("scanned.pdf#page=1")
    assert "no text layer" in error.reason


def test_an_encrypted_file_is_named() -> None:
    [error] = pages(SAMPLES / "encrypted.pdf")
    assert isinstance(error, InputError)
    assert "encrypted" in error.reason


def test_what_is_no_pdf_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    for data in (b"", b"%PDF-1.7\n", (SAMPLES / "gazette.pdf").read_bytes()[:500]):
        file.write_bytes(data)
        [error] = pages(file)
        assert isinstance(error, InputError)
