"""The public names are exactly those of docs/python.md, and each says what it is."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import communique

LISTED = Path(__file__).parents[1] / "docs" / "python.md"


def listed() -> list[str]:
    return re.findall(r"^\| `(\w+)` \|", LISTED.read_text("utf-8"), re.MULTILINE)


def test_the_list_is_complete() -> None:
    assert sorted(communique.__all__) == sorted(listed())


@pytest.mark.parametrize("name", communique.__all__)
def test_a_name_is_there_and_documented(name: str) -> None:
    assert (getattr(communique, name).__doc__ or "").strip()


@pytest.mark.parametrize("name", ["code_text", "Page", "nothing"])
def test_other_names_are_not(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(communique, name)


def test_dir_lists_the_names() -> None:
    assert set(communique.__all__) <= set(dir(communique))


def test_importing_loads_no_room() -> None:
    program = "import communique, sys; print([m for m in sys.modules if m.startswith('communique.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program,) = re.findall(r"^```python\n(.*?)^```$", LISTED.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (tmp_path / "examples").symlink_to(LISTED.parents[1] / "examples")
    monkeypatch.chdir(tmp_path)
    made: dict[str, Any] = {}
    exec(compile(program, str(LISTED), "exec"), made)
    assert all(len(made[name]) > 0 for name in ("visits", "table", "words", "people"))
    assert any(made["hits"])
