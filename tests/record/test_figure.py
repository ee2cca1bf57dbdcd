"""Figures asked of a record."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from communique.record import FigureFilter, Record, open_record
from communique.running import code_text


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as opened:
        texts = {"a": "Trade between Peru and Chile reached $3 billion in 2022.", "b": "Some 40 soldiers fled to Oslo."}
        opened.keep(code_text(text, id=name, language="en", title=name.upper()) for name, text in texts.items())
        yield opened


def test_all_with_their_documents(record: Record) -> None:
    told = list(record.figures())
    assert [(one.document, one.title, one.figure.value, one.figure.unit) for one in told] == [
        ("a", "A", 3e9, "USD"),
        ("b", "B", 40, "soldiers"),
    ]


@pytest.mark.parametrize(
    ("wanted", "documents"),
    [
        (FigureFilter(of="chile"), ["a"]),
        (FigureFilter(of="soldiers"), ["b"]),
        (FigureFilter(unit="usd"), ["a"]),
        (FigureFilter(document="b"), ["b"]),
        (FigureFilter(from_=date(2022, 6, 1)), ["a"]),
        (FigureFilter(to=date(2021, 12, 31)), []),
        (FigureFilter(unit="USD", of="soldiers"), []),
    ],
)
def test_all_conditions_must_hold(record: Record, wanted: FigureFilter, documents: list[str]) -> None:
    assert [told.document for told in record.figures(wanted)] == documents
