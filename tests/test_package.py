"""The public names: what a user may rely on, and that importing them costs nothing yet."""

import subprocess
import sys
from pathlib import Path

import pytest

import communique


def test_every_public_name_is_there() -> None:
    assert communique.__all__ == sorted(communique.__all__)
    assert set(communique.__all__) <= set(dir(communique))
    for name in communique.__all__:
        assert getattr(communique, name).__module__.startswith("communique.")


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'decode'"):
        communique.decode  # noqa: B018


def test_import_is_cheap() -> None:
    script = "import sys, communique; print([m for m in sys.modules if m.startswith('communique.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_code_read_and_open(tmp_path: Path) -> None:
    text = "Kenyan President Peter Kamau met Japanese Prime Minister Haruto Sato in Nairobi on Monday."
    coding = communique.code(text, published="2024-05-14", id="n1")
    assert (coding.document.id, coding.document.text) == ("n1", text)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    reading = communique.read([str(tmp_path)], record=tmp_path / "r.db")
    assert len(reading.documents) == 1
    with communique.open(tmp_path / "r.db") as record:
        assert len(record.events()) == len(reading.changes.added)
