"""Which statements a record gives when it is asked."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec
import pytest

from communique.record import Record, StatementFilter, open_record
from communique.types import Actor, Coding, Span, Statement, UsageError

MakeCoding = Callable[..., Coding]
SILVA = Actor("Q1", "Inês Silva", "person", "PRT", "foreign minister")
RAO = Actor("rao-ind", "Anil Rao", "person", "IND")


def said(words: str, speaker: Actor | None, kind: Literal["direct", "indirect", "mixed"] = "indirect") -> Statement:
    return Statement(speaker=speaker, kind=kind, text=words, evidence=Span(0, len(words), words))


@pytest.fixture
def record(tmp_path: Path, coding: MakeCoding) -> Iterator[Record]:
    told = (
        ("late", "2024-06-02", said("The grain corridor is open.", SILVA, "direct"), said("No date was set.", None)),
        ("undated", None, said("Grain is for all.", RAO)),
        ("early", "2024-05", said("The corridor of São Tomé was closed to grain.", RAO)),
        ("silent", "2024-01-01"),
    )
    with open_record(tmp_path / "r.db", create=True) as opened:
        for name, published, *statements in told:
            bare = coding(name, f"Report {name}.", published=published)
            opened.add(msgspec.structs.replace(bare, statements=tuple(statements)))
        opened.flush()
        yield opened


def texts(record: Record, **wanted: object) -> list[str]:
    return [found.statement.text for found in record.statements(StatementFilter(**wanted))]  # type: ignore[arg-type]


def test_all_by_the_day_of_their_report_and_their_place_in_it(record: Record) -> None:
    assert [(found.document, found.statement.kind) for found in record.statements()] == [
        ("early", "indirect"),
        ("late", "direct"),
        ("late", "indirect"),
        ("undated", "indirect"),
    ]


def test_a_statement_comes_whole_with_its_report(record: Record) -> None:
    (found,) = record.statements(StatementFilter(kind="direct"))
    assert found.statement == said("The grain corridor is open.", SILVA, "direct")
    assert (found.source, found.published.day if found.published else None) == ("late.txt", date(2024, 6, 2))


@pytest.mark.parametrize(
    ("wanted", "documents"),
    [
        ({"actor": "Q1"}, ["late"]),
        ({"actor": "ines"}, ["late"]),
        ({"actor": "rao"}, ["early", "undated"]),
        ({"country": "ind"}, ["early", "undated"]),
        ({"kind": "mixed"}, []),
        ({"from_": date(2024, 5, 31)}, ["early", "late", "late"]),
        ({"from_": date(2024, 6, 1)}, ["late", "late"]),
        ({"to": date(2024, 5, 1)}, ["early"]),
        ({"text": "GRAIN"}, ["early", "late", "undated"]),
        ({"text": '"grain corridor"'}, ["late"]),
        ({"text": "sao corridor"}, ["early"]),
        ({"text": "corr"}, []),
        ({"text": "grain", "country": "PRT"}, ["late"]),
    ],
)
def test_filters(record: Record, wanted: dict[str, object], documents: list[str]) -> None:
    assert [found.document for found in record.statements(StatementFilter(**wanted))] == documents  # type: ignore[arg-type]


def test_words_are_needed(record: Record) -> None:
    with pytest.raises(UsageError, match="no words"):
        texts(record, text="?!")


def test_a_new_version_takes_its_statements_along(record: Record, coding: MakeCoding) -> None:
    record.add(coding("late", "A second version, in which nobody speaks."))
    record.flush()
    assert texts(record, actor="silva") == []
