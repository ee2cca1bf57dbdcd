"""Reads the tables that lie beside this file: JSON Lines (generated), CSV and YAML (written by hand)."""

from __future__ import annotations

import csv
from importlib import resources
from typing import Any, TypeVar

import msgspec
import yaml

__all__ = ["content", "jsonl_table", "read_csv", "yaml_table", "yaml_value"]

T = TypeVar("T")

# libyaml is about eight times faster than PyYAML's own parser; wheels carry it, some builds do not.
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def jsonl_table(file: str, record: type[T]) -> tuple[T, ...]:
    """The records of a JSON Lines table; ``msgspec.ValidationError`` where one does not fit."""
    return tuple(msgspec.json.Decoder(record).decode_lines(content(file)))


def yaml_table(file: str, record: type[T]) -> tuple[T, ...]:
    """The records of a YAML list; ``msgspec.ValidationError`` where one does not fit."""
    return msgspec.convert(yaml_value(file), tuple[record, ...])  # type: ignore[valid-type]


def yaml_value(file: str) -> Any:
    """What a YAML file holds, as plain lists and dicts."""
    return yaml.load(content(file), Loader=_Loader)


def read_csv(file: str, record: type[T]) -> tuple[T, ...]:
    """The records of a CSV table: empty cells take the field's default, tuples are parted by ``|``."""
    lists = {f.name for f in msgspec.structs.fields(record) if f.default == ()}  # type: ignore[arg-type]
    lines = content(file).decode().splitlines()
    rows = [_cells(row, lists) for row in csv.DictReader(lines)]
    return msgspec.convert(rows, tuple[record, ...], strict=False)  # type: ignore[valid-type]


def _cells(row: dict[str, str], lists: set[str]) -> dict[str, str | list[str]]:
    return {name: cell.split("|") if name in lists else cell for name, cell in row.items() if cell}


def content(file: str) -> bytes:
    """The bytes of a file of this folder."""
    return resources.files(__package__).joinpath(file).read_bytes()
