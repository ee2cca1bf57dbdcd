"""Parquet as DuckDB, polars and pyarrow read it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import msgspec
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from msgspec import inspect

from communique.exporting._parquet import arrow_type
from communique.types import Event


@pytest.fixture
def path(tmp_path: Path, write: Callable[..., bytes]) -> Path:
    file = tmp_path / "events.parquet"
    file.write_bytes(write("parquet"))
    return file


def test_nothing_is_lost(path: Path, events: tuple[Event, ...]) -> None:
    rows = pq.read_table(path).to_pylist()
    assert tuple(msgspec.convert(rows, tuple[Event, ...])) == events


def test_duckdb_asks_into_what_is_nested(path: Path) -> None:
    query = "SELECT start.earliest, [p.actor.country FOR p IN participants], place.lat"
    found = duckdb.connect().execute(f"{query} FROM '{path}' WHERE kind = 'visit'").fetchall()
    assert found == [(date(2024, 5, 13), ["KEN", "JPN"], 34.69)]
    quotes = (
        duckdb.connect()
        .execute(
            f"SELECT r.document, r.claim.evidence.text FROM (SELECT unnest(reports) AS r FROM '{path}' "
            "WHERE kind = 'visit') ORDER BY 1"
        )
        .fetchall()
    )
    assert quotes == [("a", "travelled to Osaka"), ("b", "travelled to Osaka")]


def test_polars_sees_types(path: Path) -> None:
    frame = pl.read_parquet(path)
    assert frame["start"].struct.field("earliest").dtype == pl.Date
    assert isinstance(frame["participants"].dtype, pl.List)
    assert frame.filter(pl.col("kind") == "talks")["start"].to_list() == [None]


def test_no_events_are_a_table_without_rows(write: Callable[..., bytes]) -> None:
    table = pq.read_table(pa.BufferReader(write("parquet", ())))
    assert (table.num_rows, table.column_names) == (0, list(Event.__struct_fields__))


def test_what_arrow_cannot_hold_is_an_error() -> None:
    with pytest.raises(TypeError, match="Arrow has no column"):
        arrow_type(inspect.type_info(object))
