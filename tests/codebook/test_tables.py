"""The tables load quickly and are what their sources give."""

import subprocess
import sys
from importlib import resources
from pathlib import Path

import msgspec
import pytest
import yaml

from communique.codebook import Country
from communique.codebook._tables import jsonl_table, read_csv

ROOT = Path(__file__).parents[2]
CODEBOOK = ROOT / "src" / "communique" / "codebook"
SOURCES = ROOT.parent / "shared" / "data" / "gazetteers-factbook"

TIMED = """
import time
from communique import codebook as book
start = time.process_time()
for table in (book.countries, book.cities, book.organisations, book.offices, book.office_modifiers, book.bodies,
              book.persons, book.ambiguous_names):
    table()
print(time.process_time() - start)
"""


def test_all_tables_load_in_a_blink() -> None:
    """The target is 80 ms on an idle core; thrice that is allowed for a busy one."""
    done = subprocess.run([sys.executable, "-c", TIMED], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.24


def test_generated_tables_stay_small() -> None:
    folder = resources.files("communique.codebook")
    assert len(folder.joinpath("persons.jsonl").read_bytes()) < 1_500_000


def test_record_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(msgspec.ValidationError):
        jsonl_table("cities.jsonl", Country)


def test_empty_cells_take_the_default() -> None:
    class Row(msgspec.Struct, frozen=True):
        name: str
        countries: tuple[str, ...] = ()
        readings: tuple[str, ...] = ()

    rows = {row.name: row for row in read_csv("ambiguous.csv", Row)}
    assert rows["Guinea"].readings == ()
    assert rows["Turkey"].readings == ("word",)


def _doubled(node: yaml.Node | None) -> list[str]:
    """Keys that stand twice in one mapping, at any depth; YAML keeps the last and says nothing."""
    if isinstance(node, yaml.SequenceNode):
        return [key for item in node.value for key in _doubled(item)]
    if not isinstance(node, yaml.MappingNode):
        return []
    keys = [f"{key.value}:{key.start_mark.line + 1}" for key, _ in node.value]
    names = [key.value for key, _ in node.value]
    doubled = [key for key, name in zip(keys, names, strict=True) if names.count(name) > 1]
    return doubled + [key for _, value in node.value for key in _doubled(value)]


def test_a_key_that_stands_twice_is_found() -> None:
    assert _doubled(yaml.compose("a: {b: 1, c: 2, b: 3}\na: []")) == ["a:1", "a:2", "b:1", "b:1"]


@pytest.mark.parametrize("path", sorted(CODEBOOK.rglob("*.yaml")), ids=lambda path: path.name)
def test_no_key_of_a_table_stands_twice(path: Path) -> None:
    assert _doubled(yaml.compose(path.read_text("utf-8"))) == []


@pytest.mark.skipif(not SOURCES.exists(), reason="../shared/data/gazetteers-factbook is not there")
def test_generated_tables_are_what_the_sources_give() -> None:
    pytest.importorskip("rigour", reason="rigour builds the tables and is not installed")
    pytest.importorskip("pycountry", reason="pycountry builds the tables and is not installed")
    command = [sys.executable, "-m", "scripts.make_tables", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
