"""GDELT's columns: read as its users read them."""

import io
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pandas
import pytest

from communique.exporting._gdelt import COLUMNS
from communique.resolving import event
from communique.types import Event, Place, Report, When, read_edtf

NAMES = 61
PEOPLE = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")


def table(written: bytes) -> pandas.DataFrame:
    return pandas.read_csv(
        io.BytesIO(written), sep="\t", header=None, names=list(COLUMNS), dtype=str, keep_default_na=False
    )


def when(edtf: str) -> When:
    return When(edtf, *read_edtf(edtf), "stated")


@pytest.fixture
def rows(write: Callable[..., bytes]) -> Callable[..., list[dict[str, Any]]]:
    def read(*events: Event) -> list[dict[str, Any]]:
        return [{str(k): v for k, v in row.items()} for row in table(write("gdelt", events)).to_dict("records")]

    return read


@pytest.fixture
def made(report: Callable[..., Report]) -> Callable[..., Event]:
    def make(kind: str, participants: Iterable[str], **fields: Any) -> Event:
        cameo = fields.pop("cameo", "042")
        told = report("a", kind, *participants, **fields)
        found = event([told], "e1")
        return msgspec.structs.replace(found, cameo=cameo)

    return make


def test_every_line_has_all_columns(write: Callable[..., bytes]) -> None:
    lines = write("gdelt").decode().splitlines()
    assert len(COLUMNS) == len(set(COLUMNS)) == NAMES
    assert {line.count("\t") for line in lines} == {NAMES - 1}
    assert len(table(write("gdelt"))) == len(lines)


def test_a_visit(write: Callable[..., bytes]) -> None:
    found = table(write("gdelt")).set_index("EventCode").loc["042"]
    assert list(found[["SQLDATE", "MonthYear", "Year", "FractionDate"]]) == ["20240513", "202405", "2024", "2024.3643"]
    assert list(found[["Actor1Code", "Actor1Name", "Actor1CountryCode"]]) == ["KENGOV", "WANJIRU OTIENO", "KEN"]
    assert list(found[["Actor1Type1Code", "Actor2Code", "Actor2Name"]]) == ["GOV", "JPN", "JAPAN"]
    assert list(found[["EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"]]) == ["042", "04", "1", "1.9"]
    assert list(found[["NumSources", "NumArticles", "AvgTone", "IsRootEvent"]]) == ["2", "2", "", "1"]
    assert list(found[["ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_Lat"]]) == [
        "Osaka, Japan",
        "JA",
        "34.69",
    ]
    assert found["SOURCEURL"] == "https://news.example/a?x=1&y=2"
    assert pandas.to_datetime(found["DATEADDED"], format="%Y%m%d%H%M%S").year >= 2024


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2015-02-18", ("20150218", "201502", "2015", "2015.1315")),  # as in GDELT's own files
        ("2024-12-31", ("20241231", "202412", "2024", "2024.9890")),
        ("2024-05", ("", "202405", "2024", "")),
        ("2024-05-30/2024-06-02", ("", "", "2024", "")),
        ("2024", ("", "", "2024", "")),
        ("2023/2024", ("", "", "", "")),
        ("2024-05-13/..", ("", "", "", "")),
    ],
)
def test_dates_are_told_as_far_as_they_are_known(
    rows: Callable[..., list[dict[str, Any]]], made: Callable[..., Event], edtf: str, expected: tuple[str, ...]
) -> None:
    (row,) = rows(made("visit", PEOPLE, start=edtf))
    assert tuple(row[name] for name in ("SQLDATE", "MonthYear", "Year", "FractionDate")) == expected


def test_an_intention_is_dated_by_its_report(
    rows: Callable[..., list[dict[str, Any]]], made: Callable[..., Event]
) -> None:
    (row,) = rows(made("visit", PEOPLE, start="2024-05-13", status="planned", published="2024-04-30"))
    assert (row["EventCode"], row["EventRootCode"], row["SQLDATE"]) == ("036", "03", "20240430")
    (undated,) = rows(made("visit", PEOPLE, start="2024-05-13", status="planned"))
    assert undated["SQLDATE"] == undated["Year"] == ""


def test_what_did_not_happen_is_left_out_and_counted(
    rows: Callable[..., list[dict[str, Any]]], made: Callable[..., Event], capsys: pytest.CaptureFixture[str]
) -> None:
    statuses = ("cancelled", "postponed", "denied", "hypothetical")
    told = [made("visit", PEOPLE, start="2024-05-13", status=status) for status in statuses]
    attack = made("attack", ("actor =Peru PER", "target =Chile CHL"), cameo="190", status="planned")
    assert rows(*told, attack, made("visit", PEOPLE, cameo=None)) == []
    assert capsys.readouterr().err == (
        "gdelt: 6 of the events left out: 1 cancelled; 1 denied; 1 hypothetical; 1 planned; 1 postponed; "
        "1 without a CAMEO code\n"
    )


def test_countries_that_cameo_calls_otherwise(
    rows: Callable[..., list[dict[str, Any]]], made: Callable[..., Event]
) -> None:
    (row,) = rows(made("visit", ("visitor Ion Popescu (president) ROU", "host =South Sudan SSD")))
    assert (row["Actor1Code"], row["Actor1CountryCode"]) == ("ROMGOV", "ROM")
    assert (row["Actor2Code"], row["Actor2CountryCode"], row["Actor2Name"]) == ("", "", "SOUTH SUDAN")


def test_a_mediator_mediates(rows: Callable[..., list[dict[str, Any]]], made: Callable[..., Event]) -> None:
    people = ("party =Peru PER", "party =Chile CHL", "mediator =Ghana GHA")
    found = rows(made("talks", people, cameo="046", start="2024-05-13"))
    codes = [(row["Actor1Code"], row["Actor2Code"], row["EventCode"]) for row in found]
    assert sorted(codes) == [("GHA", "CHL", "045"), ("GHA", "PER", "045"), ("PER", "CHL", "046")]
    assert len({row["GLOBALEVENTID"] for row in found}) == 3
    assert all(0 <= int(row["GLOBALEVENTID"]) < 2**53 for row in found)


def test_a_number_stays_while_the_event_changes(
    rows: Callable[..., list[dict[str, Any]]], made: Callable[..., Event]
) -> None:
    (before,) = rows(made("visit", PEOPLE, status="planned"))
    (after,) = rows(made("visit", PEOPLE, start="2024-05-13", place="Osaka JPN"))
    assert before["GLOBALEVENTID"] == after["GLOBALEVENTID"]


@pytest.mark.parametrize(
    ("place", "kind", "name", "fips", "degrees"),
    [
        (Place("Beijing", "CHN", 39.92, 116.38, "Q956"), "4", "Beijing, China", "CH", True),
        (Place("White House", "USA"), "3", "White House, United States", "US", True),
        (Place("China", "CHN", 39.92, 116.38, "Q148"), "1", "China", "CH", False),
        (Place("Black Sea", None, 43.4, 34.3), "", "Black Sea", "", True),
        (Place("a village", "PSE"), "", "a village, Palestine", "", False),
    ],
    ids=lambda value: value.name if isinstance(value, Place) else None,
)
def test_places(
    rows: Callable[..., list[dict[str, Any]]],
    made: Callable[..., Event],
    place: Place,
    kind: str,
    name: str,
    fips: str,
    degrees: bool,
) -> None:
    (row,) = rows(msgspec.structs.replace(made("visit", PEOPLE), place=place))
    assert (row["ActionGeo_Type"], row["ActionGeo_CountryCode"], row["ActionGeo_FullName"]) == (kind, fips, name)
    assert bool(row["ActionGeo_Lat"]) == degrees


def test_no_text_is_a_formula_or_another_cell(write: Callable[..., bytes], events: tuple[Event, ...]) -> None:
    found = table(write("gdelt", tuple(msgspec.structs.replace(e, cameo="040", status="happened") for e in events)))
    names = set(found["Actor1Name"]) | set(found["Actor2Name"])
    assert any(name.startswith("'=HYPERLINK(") for name in names)
    assert not any(name.startswith("=") or '"' in name or "\x00" in name for name in names)
    assert set(found["EventCode"]) == {"040"}
