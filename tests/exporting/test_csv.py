"""CSV as other programs read it, and what a spreadsheet makes of hostile cells."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.exporting._beside import BESIDE
from communique.exporting._tables import TABLES
from communique.exporting._text import printable, spreadsheet_safe
from communique.types import Event

Write = Callable[..., bytes]


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def test_a_row_an_event(write: Write, events: tuple[Event, ...]) -> None:
    found = rows(write("csv"))
    assert [row["id"] for row in found] == [event.id for event in events]
    visit = next(row for row in found if row["kind"] == "visit")
    assert (visit["start_edtf"], visit["start_earliest"], visit["start_basis"]) == (
        "2024-05-13",
        "2024-05-13",
        "stated",
    )
    assert (visit["names"], visit["countries"]) == ("Wanjiru Otieno; Japan", "KEN; JPN")
    assert (visit["topics"], visit["sources"], visit["disagreements"]) == ("trade; tea", "2", "end")
    assert (visit["lat"], visit["place_id"], visit["documents"]) == ("34.69", "Q35765", "a; b")
    undated = next(row for row in found if row["kind"] == "talks")
    assert (undated["start_edtf"], undated["start_earliest"], undated["lat"]) == ("", "", "")


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_the_columns_that_it_names(write: Write, table: str) -> None:
    content = write("csv", table=table)
    assert content.endswith(b"\r\n")
    found = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
    assert tuple(found[0]) == TABLES[table].columns
    assert len(set(found[0])) == len(found[0])
    assert {len(row) for row in found} == {len(found[0])}
    assert len(found) > 1 or table in BESIDE
    assert write("csv", (), table=table) == content.split(b"\r\n")[0] + b"\r\n"


def test_the_long_tables_lose_nothing_of_what_is_joined(write: Write, events: tuple[Event, ...]) -> None:
    (visit,) = (event for event in events if event.kind == "visit")

    def of_visit(table: str) -> list[dict[str, str]]:
        return [row for row in rows(write("csv", table=table)) if row["event"] == visit.id]

    assert [(row["role"], row["name"]) for row in of_visit("participants")] == [
        ("visitor", "Wanjiru Otieno"),
        ("host", "Japan"),
    ]
    assert [row["topic"] for row in of_visit("topics")] == ["trade", "tea"]
    assert [(row["document"], row["end_edtf"], row["evidence"]) for row in of_visit("claims")] == [
        ("a", "2024-05-14", "travelled to Osaka"),
        ("b", "2024-05-15", "travelled to Osaka"),
    ]
    assert len(of_visit("claim-participants")) == 4
    assert [(row["field"], row["value"], row["document"]) for row in of_visit("disagreements")] == [
        ("end", "2024-05-14", "a"),
        ("end", "2024-05-15", "b"),
    ]


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_is_a_formula(write: Write, table: str) -> None:
    cells = [cell for row in rows(write("csv", table=table)) for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))] == []
    assert any("HYPERLINK" in cell for cell in cells) or table in ("topics", "disagreements", *BESIDE)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        (-1.5, -1.5),
        (None, None),
    ],
)
def test_text_that_begins_like_a_formula_is_text(value: object, cell: object) -> None:
    assert spreadsheet_safe(value) == cell


def test_what_cannot_be_printed_is_replaced() -> None:
    assert printable("a\x00b\x1fc\ud800d\ufffee\n\t🕊️\u202e") == "a�b�c�d�e\n\t🕊️\u202e"


def test_other_programs_read_the_same(write: Write, tmp_path: Path, events: tuple[Event, ...]) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes(write("csv", table="claims"))
    titles = [row["headline"] for row in rows(path.read_bytes())]
    duck = (
        duckdb.connect()
        .execute(f"SELECT headline, published_earliest - DATE '2024-05-13', lat FROM read_csv('{path}')")
        .fetchall()
    )
    assert [headline or "" for headline, _, _ in duck] == titles
    assert {(days, lat) for _, days, lat in duck} >= {(3, 34.69)}
    frame = pl.read_csv(path, try_parse_dates=True)
    assert [headline or "" for headline in frame["headline"]] == titles
    assert frame["published_earliest"].dtype == pl.Date


@given(st.lists(st.text(), min_size=1))
def test_any_cell_is_read_back(cells: list[str]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow(map(spreadsheet_safe, cells))
    (read,) = csv.reader(io.StringIO(stream.getvalue(), newline=""), strict=True)
    for cell, back in zip(cells, read, strict=True):
        assert back in (printable(cell), f"'{printable(cell)}")
        assert not back.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_numbers_stay_numbers(write: Write) -> None:
    assert {row["value"] for row in rows(write("csv", table="figures"))} == {"-3.5"}


def test_a_byte_order_mark_for_excel(write: Write) -> None:
    assert write("csv", encoding="utf-8-bom") == b"\xef\xbb\xbf" + write("csv")


def test_the_page_lists_the_columns() -> None:
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    for name, table in TABLES.items():
        (row,) = (line for line in page.splitlines() if line.startswith(f"| `{name}` |"))
        assert row == f"| `{name}` | {table.about} | {', '.join(f'`{column}`' for column in table.columns)} |"
