"""Runs the commands of the README and of pages of docs/, and writes what they print below them: `make readme`.

A command stands in a block marked ``console`` after ``$ ``; what follows, up to the next command or the
end of the block, is its output. All commands of a page run one after the other in one temporary
folder in which ``examples/`` lies, so that later ones see what earlier ones made. A line ``...`` as the
last one of an output stands for the rest of it, however long, and stays.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

__all__ = ["PAGES", "Command", "commands", "matches", "run_all", "with_outputs"]

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/judging.md")
WIDTH = 110
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Command(NamedTuple):
    """A command of a text and the output that is shown below it."""

    line: str
    shown: str


def commands(text: str) -> Iterator[Command]:
    """All commands of ``text``, in order."""
    for block in _BLOCK.finditer(text):
        yield from (Command(*found.groups()) for found in _COMMAND.finditer(block[1]))


def run_all(lines: list[str]) -> list[str]:
    """What each command prints, standard error included; one that fails is a ``RuntimeError``."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        return [_run(line, folder) for line in lines]


def matches(shown: str, printed: str) -> bool:
    """Whether ``shown`` is what was ``printed``, or its beginning where it ends with ``...``."""
    if shown.endswith("...\n"):
        return printed.startswith(shown.removesuffix("...\n"))
    return shown == printed


def with_outputs(text: str, printed: list[str]) -> str:
    """``text`` with ``printed`` below its commands; outputs that end with ``...`` keep their length."""
    outputs = iter(printed)

    def block(found: re.Match[str]) -> str:
        return f"```console\n{_COMMAND.sub(command, found[1])}```"

    def command(found: re.Match[str]) -> str:
        return f"$ {found[1]}\n{_as_long_as(found[2], next(outputs))}"

    return _BLOCK.sub(block, text)


def _run(line: str, folder: str) -> str:
    done = subprocess.run(
        ["bash", "-euc", line],
        cwd=folder,
        env=os.environ | _terminal(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"$ {line}\n{done.stdout}exit code {done.returncode}")
    # Spaces at the ends of table rows are lost on the way into a text file.
    return "".join(f"{row.rstrip()}\n" for row in done.stdout.splitlines())


def _terminal() -> dict[str, str]:
    """The variables that make an output the same everywhere; the program is the one of this environment."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {"PATH": path, "COLUMNS": str(WIDTH), "NO_COLOR": "1"}


def _as_long_as(shown: str, printed: str) -> str:
    if not shown.endswith("...\n"):
        return printed
    kept = printed.splitlines(keepends=True)[: shown.count("\n") - 1]
    return "".join(kept) + "...\n"


def main() -> None:
    """Bring the pages up to date."""
    for page in PAGES:
        path = ROOT / page
        text = path.read_text(encoding="utf-8")
        printed = run_all([command.line for command in commands(text)])
        path.write_text(with_outputs(text, printed), encoding="utf-8")


if __name__ == "__main__":
    main()
