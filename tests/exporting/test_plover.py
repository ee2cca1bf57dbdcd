"""POLECAT's columns: read as its users read them."""

import csv
import io
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pytest

from communique.codebook import schemes
from communique.exporting._plover import COLUMNS
from communique.resolving import event
from communique.types import Event, Place, Report, Span, Topic

PEOPLE = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")


def rows(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode()), delimiter="\t"))


@pytest.fixture
def made(report: Callable[..., Report]) -> Callable[..., Event]:
    def make(participants: Iterable[str], kind: str = "visit", **fields: Any) -> Event:
        changed = {name: fields.pop(name) for name in ("type", "mode", "place", "topics") if name in fields}
        found = event([report("a", kind, *participants, **fields)], "e1")
        return msgspec.structs.replace(found, **changed)

    return make


def test_the_header_is_that_of_the_weekly_files(write: Callable[..., bytes], events: tuple[Event, ...]) -> None:
    written = write("plover")
    assert written.decode().splitlines()[0] == "\t".join(COLUMNS)
    assert (len(COLUMNS), COLUMNS[0], COLUMNS[-1]) == (40, "Event ID", "Version")
    assert {line.count("\t") for line in written.decode().splitlines()} == {39}
    read = rows(written)
    assert len(read) == sum(event.status not in ("cancelled", "postponed", "denied") for event in events)
    assert all(value != "" for row in read for value in row.values())


def test_a_visit(write: Callable[..., bytes]) -> None:
    (row,) = (row for row in rows(write("plover")) if row["Actor Name"] == "Wanjiru Otieno")
    assert (row["Event Date"], row["Event Type"], row["Intensity"]) == ("2024-05-13", "CONSULT", "2.1")
    assert (row["Quad Code"], row["Contexts"]) == ("VERBAL COOPERATION", "economic")
    assert (row["Actor Country"], row["Actor COW"], row["Primary Actor Sector"]) == ("KEN", "501", "GOV")
    assert (row["Actor Title"], row["Actor Name Raw"]) == ("foreign minister", "Wanjiru Otieno")
    assert (row["Recipient Name"], row["Recipient Country"], row["Recipient COW"]) == ("Japan", "JPN", "740")
    assert (row["Primary Recipient Sector"], row["Recipient Title"]) == ("None", "None")
    assert (row["Placename"], row["Country"], row["Latitude"], row["Longitude"]) == ("Osaka", "JPN", "34.69", "135.5")
    assert (row["Source"], row["Publication Date"], row["Story People"]) == (
        "Daily Kite",
        "2024-05-16",
        "Wanjiru Otieno",
    )
    assert row["Version"].startswith("communique ")


@pytest.mark.parametrize(
    ("type", "status", "expected", "context"),
    [
        ("CONSULT", "happened", "CONSULT", "None"),
        ("CONSULT", "planned", "AGREE", "None"),
        ("AID", "planned", "AGREE", "None"),
        ("SANCTION", "planned", "SANCTION", "future"),
        ("CONSULT", "hypothetical", "CONSULT", "hypothetical"),
        ("CONSULT", "ongoing", "CONSULT", "None"),
    ],
)
def test_plans_are_read_as_plover_does(
    write: Callable[..., bytes], made: Callable[..., Event], type: str, status: str, expected: str, context: str
) -> None:
    told = made(PEOPLE, type=type, mode="visit", status=status, start="2024-05-13", published="2024-04-30")
    (row,) = rows(write("plover", (told,)))
    assert (row["Event Type"], row["Contexts"]) == (expected, context)
    assert row["Event Date"] == ("2024-04-30" if expected == "AGREE" else "2024-05-13")
    assert row["Event Mode"] == ("None" if expected == "AGREE" else "visit")


def test_what_did_not_happen_is_left_out_and_counted(
    write: Callable[..., bytes], made: Callable[..., Event], capsys: pytest.CaptureFixture[str]
) -> None:
    assert rows(write("plover", tuple(made(PEOPLE, status=s) for s in ("cancelled", "postponed", "denied")))) == []
    assert capsys.readouterr().err == "plover: 3 of the events left out: 1 cancelled; 1 denied; 1 postponed\n"


def test_all_who_meet_are_actors_in_one_order(write: Callable[..., bytes], made: Callable[..., Event]) -> None:
    people = ("party Ana Ruiz (president) PER", "party +ECOWAS", "party Bo; Diaz CHL")
    (row,) = rows(write("plover", (made(people, "meeting"),)))
    columns = [row[name].split("; ") for name in ("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector")]
    told = set(zip(*columns, strict=True))
    assert ("Ana Ruiz", "PER", "135", "GOV") in told
    assert ("Bo, Diaz", "CHL", "155", "None") in told
    assert ("ECOWAS", "IGO", "None", "IGO") in told
    assert row["Recipient Name"] == "None"


def test_a_date_that_is_no_day_is_none(write: Callable[..., bytes], made: Callable[..., Event]) -> None:
    for edtf in ("2024-05", "2024-05-13/2024-05-17", None):
        (row,) = rows(write("plover", (made(PEOPLE, start=edtf, published="2024-05-20"),)))
        assert row["Event Date"] == "None"


def test_contexts_are_plovers(write: Callable[..., bytes], made: Callable[..., Event]) -> None:
    names = ("trade", "economy", "defence", "space")
    (row,) = rows(write("plover", (made(PEOPLE, topics=tuple(Topic(name, Span(0, 1, "x")) for name in names)),)))
    assert row["Contexts"].split("|") == ["economic", "military"]
    assert set(row["Contexts"].split("|")) <= set(schemes().contexts)


def test_a_country_has_no_coordinates(write: Callable[..., bytes], made: Callable[..., Event]) -> None:
    (row,) = rows(write("plover", (made(PEOPLE, place=Place("China", "CHN", 39.92, 116.38, "Q148")),)))
    assert (row["Placename"], row["Latitude"], row["City"], row["Feature Type"]) == ("China", "None", "None", "PCLI")
