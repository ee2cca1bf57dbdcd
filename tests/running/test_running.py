"""Sources in, codings out: one text, one page, and many sources of which some cannot be read."""

import json
from datetime import date
from pathlib import Path

import pytest

from communique.running import code_new, code_page, code_sources, code_text
from communique.types import Coding, Document, InputError, Page

TEXT = "Norwegian Foreign Minister Espen Barth Eide visited Latvia on Tuesday."


def test_text_with_its_facts() -> None:
    coding = code_text(
        TEXT,
        title="Eide in Riga",
        published="2024-04-10",
        url="https://paper.example/eide",
        publisher="The Paper",
        language="en",
        source="desk",
        id="a1",
    )
    document = coding.document
    assert (document.id, document.source, document.title) == ("a1", "desk", "Eide in Riga")
    assert (document.url, document.publisher, document.language) == ("https://paper.example/eide", "The Paper", "en")
    assert document.published is not None
    assert document.published.day == date(2024, 4, 10)
    assert [event.kind for event in coding.events] == ["visit"]


@pytest.mark.parametrize("published", ["2024-04-10", "April 10, 2024", "10 April 2024", "2024-04-10T08:30:00Z"])
def test_published_as_news_writes_it(published: str) -> None:
    (event,) = code_text(TEXT, published=published).events
    assert event.start is not None
    assert event.start.day == date(2024, 4, 9)


def test_unknown_facts_stay_unknown() -> None:
    coding = code_text(TEXT)
    assert (coding.document.url, coding.document.publisher, coding.document.published) == (None, None, None)
    assert coding.events[0].start is None


def test_id_without_a_table_is_of_the_text() -> None:
    assert code_text(TEXT).document.id == code_text(TEXT, source="elsewhere").document.id
    assert code_text(TEXT).document.id != code_text(TEXT.replace("Latvia", "Estonia")).document.id


@pytest.mark.parametrize("text", ["", "  \n\n ", "***\n---"])
def test_nothing_readable_is_an_error(text: str) -> None:
    with pytest.raises(InputError) as caught:
        code_page(Page("empty.txt", text))
    assert caught.value.place == "empty.txt"


def test_many_are_coded_as_each_alone(tmp_path: Path) -> None:
    texts = [TEXT.replace("Latvia", land) for land in ("Latvia", "Peru", "Chile")] * 15
    texts[20] = " "
    table = tmp_path / "rows.jsonl"
    table.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)))
    outcomes = list(code_sources([str(table)]))
    assert len(outcomes) == len(texts)
    assert isinstance(outcomes[20], InputError)
    for number, outcome in enumerate(outcomes):
        if number != 20:
            assert isinstance(outcome, Coding)
            alone = code_text(texts[number], id=str(number))
            assert (outcome.document.id, outcome.events) == (str(number), alone.events)


def test_sources_in_order_with_errors_among_them(tmp_path: Path) -> None:
    good, empty, table = tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "rows.jsonl"
    good.write_text(TEXT, "utf-8")
    empty.write_text("\n", "utf-8")
    rows = [json.dumps({"id": "r1", "text": TEXT}), "{broken", json.dumps({"id": "r3", "text": TEXT})]
    table.write_text("\n".join(rows) + "\n", "utf-8")
    sources = [str(tmp_path / "missing.txt"), str(good), str(empty), str(table)]
    outcomes = list(code_sources(sources))
    assert [outcome.place if isinstance(outcome, InputError) else outcome.document.source for outcome in outcomes] == [
        str(tmp_path / "missing.txt"),
        str(good),
        str(empty),
        f"{table}:1",
        f"{table}:2",
        f"{table}:3",
    ]
    assert [isinstance(outcome, Coding) for outcome in outcomes] == [False, True, False, True, False, True]


def test_every_coding_of_a_folder_has_its_event(tmp_path: Path) -> None:
    for country in ("Latvia", "Estonia", "Finland"):
        (tmp_path / f"{country}.txt").write_text(TEXT.replace("Latvia", country), "utf-8")
    codings = [coding for coding in code_sources([str(tmp_path)]) if isinstance(coding, Coding)]
    places = [event.place.name for coding in codings for event in coding.events if event.place]
    assert places == ["Estonia", "Finland", "Latvia"]


def test_sources_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    """The first document is there before the second source is touched."""
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(TEXT, "utf-8")
    outcomes = code_sources([str(first), str(second)])
    assert isinstance(next(outcomes), Coding)
    second.write_text(TEXT, "utf-8")
    assert isinstance(next(outcomes), Coding)


def test_no_sources_no_codings() -> None:
    assert list(code_sources([])) == []


def test_a_known_document_is_given_back_uncoded(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Kenyan President William Ruto visited Japan on May 3, 2024.", encoding="utf-8")
    (coded,) = code_new([str(file)], lambda document: False)
    assert isinstance(coded, Coding)
    (given,) = code_new([str(file)], lambda document: document.id == coded.document.id)
    assert isinstance(given, Document)
    assert given.text == coded.document.text
