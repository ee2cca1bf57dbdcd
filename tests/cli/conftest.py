"""A small record and a way to run commands on it."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec
import pytest

from communique.cli import main
from communique.record import open_record
from communique.types import Actor, Coding, EventClaim, Span, Statement

VISIT = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")


OTIENO = Actor("otieno", "Wanjiru Otieno", "person", "KEN", "foreign minister")
QUISPE = Actor("quispe", "Rosa Quispe", "person", "PER")


def with_statement(coding: Coding, words: str, speaker: Actor, kind: Literal["direct", "indirect"]) -> Coding:
    start = coding.document.text.index(words)
    said = Statement(speaker=speaker, kind=kind, text=words, evidence=Span(start, start + len(words), words))
    return msgspec.structs.replace(coding, statements=(said,))


@pytest.fixture
def record(tmp_path: Path, claim: Callable[..., EventClaim], coding: Callable[..., Coding]) -> Path:
    """Two reports of a visit that disagree on its end, a plan, an undated cancellation."""
    path = tmp_path / "r.db"
    visit = {"start": "2024-05-13", "place": "Osaka JPN", "topics": ("trade",)}
    codings = [
        coding(
            "a",
            "They spoke of tea and of the harbour, and of little else.",
            claim("visit", *VISIT, **visit, end="2024-05-14", words="travelled to Osaka"),
            title="A journey",
            publisher="Daily Kite",
            published="2024-05-13",
        ),
        coding(
            "b",
            "A guest from Nairobi stayed until Wednesday in the city by the sea.",
            claim("visit", *VISIT, **visit, end="2024-05-15", words="stayed until Wednesday"),
            url="https://news.example/b",
            published="2024-05-16",
        ),
        coding(
            "c",
            "Two presidents will speak by telephone.",
            claim("call", "party José Muñoz CHL", "party Rosa Quispe PER", start="2024-06", status="planned"),
        ),
        coding(
            "d",
            "Nothing came of the talks.",
            claim("talks", "party =Ghana GHA", "party =Kenya KEN", status="cancelled"),
        ),
    ]
    codings[0] = with_statement(codings[0], "They spoke of tea", OTIENO, "direct")
    codings[2] = with_statement(codings[2], "Two presidents will speak by telephone", QUISPE, "indirect")
    with open_record(path, create=True) as opened:
        opened.keep(codings)
    return path


@pytest.fixture
def run(
    record: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in the record's folder; gives exit code, stdout and stderr."""
    monkeypatch.chdir(record.parent)
    record.rename("communique.db")

    def command(*arguments: str, columns: int = 100) -> tuple[int, str, str]:
        monkeypatch.setenv("COLUMNS", str(columns))
        code = main(arguments)
        out, err = capfd.readouterr()
        return code, out, err

    return command
