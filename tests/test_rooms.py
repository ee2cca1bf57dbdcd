"""Each room imports only from rooms before it, so that a reader may follow one article in one direction.

A reader who knows the rooms up to `linking` can understand `coding` without opening anything later, and a
room can be changed without breaking those before it. `resolving` compares events and knows no store; it meets
the store in `record`, which imports it. The outer rooms (exporting, serving, cli) see the record and
what `running` returns, never how a clause is coded.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import communique

PACKAGE = Path(communique.__file__).parent
ORDER = (
    "types",
    "codebook",
    "sources",
    "reading",
    "parsing",
    "linking",
    "coding",
    "resolving",
    "record",
    "exporting",
    "querying",
    "running",
    "watching",
    "evaluation",
    "serving",
    "cli",
)
# The folders of `coding`, in the order in which they may be read.
WITHIN_CODING = (
    "tree",
    "triggers",
    "times",
    "roles",
    "places",
    "parts",
    "marks",
    "drafting",
    "speech",
    "story",
    "quantities",
    "confidence",
)
# Outer rooms show what is known; how it was found is hidden from them behind `running`.
OUTER = ("exporting", "querying", "serving", "cli")
INNER = ("parsing", "linking", "coding")


class Import(NamedTuple):
    """A module of a room that imports a module of the package."""

    place: str
    room: str
    target: tuple[str, ...]


def imported_names(node: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = package[: len(package) - node.level + 1] if node.level else ()
        module = ".".join((*base, *([node.module] if node.module else [])))
        yield from (f"{module}.{alias.name}" for alias in node.names)


def imports_of(path: Path, root: Path) -> Iterator[Import]:
    """All imports of the package in the module at ``path``, also those inside functions."""
    relative = path.relative_to(root.parent)
    package = relative.parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for name in imported_names(node, package):
            parts = tuple(name.split("."))
            if parts[0] == root.name and len(parts) > 1:
                yield Import(f"{relative}:{getattr(node, 'lineno', 0)}", package[1], parts[1:])


def room_imports(root: Path = PACKAGE) -> list[Import]:
    modules = sorted(path for path in root.rglob("*.py") if path.parent != root)
    return [found for path in modules for found in imports_of(path, root)]


def backward(found: Import) -> bool:
    """Whether the import leads to a room further on, or to the whole package from within it."""
    target = found.target[0]
    return target not in ORDER or ORDER.index(target) > ORDER.index(found.room)


def private(found: Import) -> bool:
    """Whether the import reaches past another room's public face."""
    return found.target[0] != found.room and any(
        part.startswith("_") and not part.startswith("__") for part in found.target
    )


def test_every_folder_is_a_room() -> None:
    folders = {path.parent.relative_to(PACKAGE).parts[0] for path in PACKAGE.rglob("*/*.py")}
    assert folders <= set(ORDER)


def test_rooms_import_only_from_rooms_before_them() -> None:
    assert [found for found in room_imports() if backward(found)] == []


def test_rooms_do_not_reach_into_each_other() -> None:
    assert [found for found in room_imports() if private(found)] == []


def test_outer_rooms_do_not_see_how_a_clause_is_coded() -> None:
    assert [f for f in room_imports() if f.room in OUTER and f.target[0] in INNER] == []


def test_the_folders_of_coding_import_only_from_folders_before_them() -> None:
    for number, folder in enumerate(WITHIN_CODING):
        modules = (PACKAGE / "coding" / folder).glob("*.py")
        targets = {f.target[1] for path in modules for f in imports_of(path, PACKAGE) if f.target[0] == "coding"}
        assert targets <= set(WITHIN_CODING[: number + 1]), folder
    assert {path.parent.name for path in (PACKAGE / "coding").glob("*/*.py")} == set(WITHIN_CODING)


@pytest.mark.parametrize(
    ("line", "is_backward", "is_private"),
    [
        ("from communique.types import Span", False, False),
        ("import communique.record", True, False),
        ("from communique import cli", True, False),
        ("from ..coding import code", True, False),
        ("from . import _noise", False, False),
        ("from communique.codebook._loader import load", False, True),
        ("from communique import __version__", True, False),
        ("def late():\n    from communique.record import Record", True, False),
    ],
)
def test_the_walk_finds_every_form_of_import(tmp_path: Path, line: str, is_backward: bool, is_private: bool) -> None:
    module = tmp_path / "communique" / "reading" / "body.py"
    module.parent.mkdir(parents=True)
    module.write_text(line, encoding="utf-8")
    (found,) = room_imports(tmp_path / "communique")
    assert (backward(found), private(found)) == (is_backward, is_private)
