"""Each table's rows have the columns that it tells of, and are what the records say."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from communique.record import Record, open_record
from communique.record.tables import (
    ACTORS,
    CHANGES,
    CLAIMS,
    EVENTS,
    FIGURES,
    PARTICIPANTS,
    STATEMENTS,
    Table,
    arrow_batches,
    arrow_schema,
    arrow_table,
)
from communique.types import Coding, EventClaim, Figure, Span, Statement

VISIT = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")
TEXT = "Otieno went to Osaka with 12 envoys. It went well, she said."


@pytest.fixture
def record(tmp_path: Path, claim: Callable[..., EventClaim], coding: Callable[..., Coding]) -> Iterator[Record]:
    told = claim("visit", *VISIT, start="2024-05-13/2024-05-20", place="Osaka JPN", topics=("trade",))
    otieno = told.participants[0].actor
    span = Span.of(TEXT, 37, 49)
    said = Statement(speaker=otieno, kind="indirect", text=span.text, evidence=span, cue="say")
    figure = Figure(
        of="envoys", value=12, unit="people", period=None, change=None, attribution=None, evidence=Span.of(TEXT, 26, 35)
    )
    documents = [
        Coding(document=coding("a", TEXT).document, events=(told,), statements=(said,), figures=(figure,)),
        coding("b", "Nothing much.", claim("call", "party Rosa Quispe PER", "party =Norway NOR"), publisher="Kite"),
    ]
    with open_record(tmp_path / "r.db", create=True) as opened:
        opened.keep(documents)
        yield opened


def every_table(record: Record) -> list[tuple[Table[Any], list[Any]]]:
    events = list(record.events())
    return [
        (EVENTS, events),
        (PARTICIPANTS, events),
        (CLAIMS, list(record.claims())),
        (STATEMENTS, list(record.statements())),
        (FIGURES, list(record.figures())),
        (ACTORS, list(record.actors())),
        (CHANGES, list(record.changes())),
    ]


def test_rows_have_the_columns_in_their_order(record: Record) -> None:
    for table, records in every_table(record):
        rows = [row for one in records for row in table.rows(one)]
        assert rows, table.name
        assert all(list(row) == [column.name for column in table.columns] for row in rows), table.name
        assert arrow_table(table, records).num_rows == len(rows)


def test_columns_are_typed(record: Record) -> None:
    events = arrow_table(EVENTS, record.events())
    assert events.schema.equals(arrow_schema(EVENTS))
    assert events.schema.field("start_earliest").type == pa.date32()
    assert events.schema.field("actors").type == pa.list_(pa.string())
    assert b"began" in events.schema.field("start_edtf").metadata[b"meaning"]
    (visit,) = [row for row in events.to_pylist() if row["kind"] == "visit"]
    assert (visit["start_edtf"], visit["start_earliest"]) == ("2024-05-13/2024-05-20", date(2024, 5, 13))
    assert (visit["countries"], visit["topics"], visit["end_edtf"]) == (["KEN", "JPN"], ["trade"], None)


def test_a_claim_keeps_its_evidence(record: Record) -> None:
    (visit,) = [row for row in arrow_table(CLAIMS, record.claims()).to_pylist() if row["kind"] == "visit"]
    assert (visit["id"], visit["event"]) == ("a#0000", record.events(kind="visit")[0].id)
    assert [(p["role"], p["country"], p["evidence_start"]) for p in visit["participants"]] == [
        ("visitor", "KEN", 0),
        ("host", "JPN", 0),
    ]


def test_a_stream_comes_in_batches(record: Record) -> None:
    events = record.events()
    assert [batch.num_rows for batch in arrow_batches(EVENTS, events * 5, size=4)] == [4, 4, 2]
    assert list(arrow_batches(EVENTS, ())) == []
    assert arrow_table(EVENTS, ()).schema.equals(arrow_schema(EVENTS))
