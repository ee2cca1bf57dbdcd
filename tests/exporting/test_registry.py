"""Every format is listed, says what it loses, and keeps the contract."""

import errno
import gc
import io
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from communique.cli._commands import COMMANDS
from communique.exporting import FORMAT_NAMES, Context, Format, find_format, formats
from communique.record import Record
from communique.types import UsageError

AT = datetime(2024, 6, 1, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
HEAVY = ("pyarrow", "networkx", "followthemoney", "icalendar", "rdflib", "duckdb", "spacy")


def section(name: str) -> str:
    _, _, rest = (ROOT / "docs" / "exports.md").read_text("utf-8").partition(f"\n## {name}\n")
    return " ".join(rest.partition("\n## ")[0].split())


@pytest.mark.parametrize("format", formats(), ids=FORMAT_NAMES)
def test_the_page_tells_what_a_format_is_and_loses(format: Format) -> None:
    assert format.summary in section(format.name)
    assert f"Loses: {format.loses}" in section(format.name)
    for option in format.options:
        assert f"`--{option.name} {'|'.join(option.values)}`" in section(format.name)


def test_every_format_is_in_the_help() -> None:
    (command,) = (c for c in COMMANDS if c.name == "export")
    assert f"FORMAT is one of {', '.join(FORMAT_NAMES)}." in command.details


def test_names_are_those_of_the_modules() -> None:
    assert [f.name for f in formats()] == list(FORMAT_NAMES)


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="there is no format 'xls'; there are"):
        find_format("xls")


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_events_are_taken_one_by_one_and_none_is_no_error(name: str, write: Callable[..., bytes]) -> None:
    assert isinstance(write(name, ()), bytes)
    assert write(name) == write(name)


class Full(io.BytesIO):
    def write(self, content: object, /) -> int:
        raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("format", formats(), ids=FORMAT_NAMES)
def test_a_stream_that_cannot_be_written_is_left_open(format: Format, record: Record) -> None:
    stream = Full()
    with pytest.raises(OSError, match="full"):
        format.write(iter(record.events()), stream, Context(record=record, at=AT))
    gc.collect()
    assert not stream.closed


@pytest.mark.parametrize("format", formats(), ids=FORMAT_NAMES)
def test_an_option_it_does_not_have_is_refused(format: Format) -> None:
    with pytest.raises(UsageError, match=f"{format.name} has no option --colour"):
        format.choose({"colour": "red"})
    for option in format.options:
        with pytest.raises(UsageError, match=f"--{option.name}: none-such is none of"):
            format.choose({option.name: "none-such"})


def test_listing_the_formats_loads_none_of_their_libraries() -> None:
    program = (
        "import sys; from communique.exporting import formats; formats();"
        f"print([m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("name", "library", "extra"), [("parquet", "pyarrow", "arrow"), ("ftm", "followthemoney", "ftm")]
)
def test_a_missing_library_names_its_extra(
    write: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError, match=rf"{name} needs {library}; run: pip install 'communique\[{extra}\]'"):
        write(name)
