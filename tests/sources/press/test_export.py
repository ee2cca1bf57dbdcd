"""Exports of press databases: every article with its headline, source, day and body, and nothing else in it."""

from pathlib import Path

import pytest

from communique.reading import read
from communique.sources import pages
from communique.sources.press import export_pages
from communique.types import InputError, Page

SAMPLES = Path(__file__).parent / "samples"
PORT = "Envoys of Kenya and Japan agree on port works"


def found(name: str) -> list[Page]:
    items = list(pages(SAMPLES / name))
    assert [item for item in items if isinstance(item, InputError)] == []
    return [item for item in items if isinstance(item, Page)]


@pytest.mark.parametrize("name", ["factiva.txt", "factiva-indexing.txt", "nexis.txt", "nexis-uni.txt"])
def test_an_article_has_what_the_export_tells_of_it(name: str) -> None:
    page = found(name)[0]
    assert (page.title, page.publisher, page.byline) == (PORT, "Calder Gazette", "Ann Writer")
    document = read(page)
    assert document.published is not None
    assert document.published.edtf == "2024-05-14"
    assert document.text.startswith(f"{PORT}\n\n")
    assert document.text.endswith("A joint committee will meet every six months.")
    assert "signed a memorandum" in document.text
    for noise in ("Copyright", "Load-Date", "LOAD-DATE", "212 words", "Calder Press"):
        assert noise not in document.text


@pytest.mark.parametrize("name", ["factiva.txt", "nexis.txt", "nexis-uni.txt"])
def test_every_article_is_a_page_of_its_own(name: str) -> None:
    first, second = found(name)
    assert first.source != second.source
    assert second.title == "Norway receives the President of Chile"
    assert second.publisher == "Harwick Post"
    assert read(second).text.endswith("met the Prime Minister of Norway on Wednesday.")


def test_an_accession_number_is_the_document_s_id() -> None:
    assert [page.id for page in found("factiva.txt")] == ["CALGAZ0020240514ek5e0001b", "HARPST0020240605ek6500002"]


def test_places_are_lines() -> None:
    assert [page.source.rpartition(":")[2] for page in found("factiva.txt")] == ["1", "18"]


def test_an_article_without_a_body_is_named() -> None:
    pages_found = export_pages("A headline\nLength: 3 words\n\nBody\n\nEnd of Document\n", "a.txt")
    assert pages_found is not None
    [error] = pages_found
    assert isinstance(error, InputError)
    assert error.place == "a.txt:1"


def test_a_text_that_speaks_of_documents_is_no_export() -> None:
    assert export_pages("The ministers signed 1 of 25 documents.\n\nDocument A2 was not signed.\n", "a.txt") is None


def _article(*above: str) -> Page:
    told = "\n".join((*above, "212 words", "14 May 2024", "Calder Gazette", "CALGAZ", "English", "(c) 2024 Calder"))
    text = f"{told}\n\nNAIROBI -- The ministers met.\n\nDocument CALGAZ0020240514ek5e0001b\n"
    page = next(iter(export_pages(text, "a.txt") or ()))
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize(
    ("above", "title", "byline"),
    [
        ((PORT, "Ann Writer"), PORT, "Ann Writer"),
        ((PORT, "ANN WRITER"), PORT, "ANN WRITER"),
        ((PORT, "Wanjiru Kamau and Kenji van der Berg"), PORT, "Wanjiru Kamau and Kenji van der Berg"),
        ((PORT, "J. Nakamura, Diplomatic Editor, in Nairobi"), PORT, "J. Nakamura, Diplomatic Editor, in Nairobi"),
        (("Envoys Agree on Port Works", "John Writer"), "Envoys Agree on Port Works", "John Writer"),
        (("Envoys Agree", "Port Works Resume"), "Envoys Agree Port Works Resume", None),
        (("Envoys will meet again in", "New York City"), "Envoys will meet again in New York City", None),
        (("World", PORT), f"World {PORT}", None),
        (("Kenya Japan",), "Kenya Japan", None),
    ],
)
def test_a_writer_without_by_is_told_from_a_headline(above: tuple[str, ...], title: str, byline: str | None) -> None:
    page = _article(*above)
    assert (page.title, page.byline) == (title, byline)


def test_a_field_for_the_writer_may_say_by() -> None:
    text = (SAMPLES / "nexis-uni.txt").read_text().replace("Byline: Ann", "Byline: By Ann")
    first = next(iter(export_pages(text, "a.txt") or ()))
    assert isinstance(first, Page)
    assert first.byline == "Ann Writer"
