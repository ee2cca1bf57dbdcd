"""Inputs of a command: some there must be, and each that fails is named."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from communique.sources import COLUMNS
from communique.types import InputError, UsageError

__all__ = ["ColumnMap", "Failures", "ModelName", "Source", "Workers", "check_sources", "cores"]

# cyclopts takes a lone hyphen for an option unless all hyphens are allowed; check_sources finds the others.
_SOURCE = "Files, folders, archives, tables, web addresses, or - for standard input."
Source = Annotated[str, Parameter(allow_leading_hyphen=True, help=_SOURCE)]

_MODEL = "A spaCy pipeline that is installed here, or its folder, to parse with instead of ours."
ModelName = Annotated[
    str | None,
    Parameter(name="--model", help=_MODEL),
]

_MAP = "Which column of a table is which, as text=content,published=date; ours are {}.".format(" ".join(COLUMNS))
ColumnMap = Annotated[str | None, Parameter(name="--map", help=_MAP)]

_WORKERS = "Processes that share the joining of reports where many are new: one a core, three at most, by default."
Workers = Annotated[int | None, Parameter(name="--workers", help=_WORKERS, validator=Number(gte=1, lte=64))]
_MOST_OF_USE = 3
"""Workers from which on all wait for the one that writes."""


def cores() -> int:
    """How many workers are of use here."""
    return min(_MOST_OF_USE, os.cpu_count() or 1)


class Failures:
    """Names on stderr what could not be read, one line each, and keeps count."""

    def __init__(self) -> None:
        self.count = 0

    def name(self, error: InputError) -> None:
        self.count += 1
        print(f"communique: {' '.join(str(error).split())}", file=sys.stderr)

    @property
    def exit_code(self) -> int:
        """1 where anything failed."""
        return int(self.count > 0)


def check_sources(sources: Sequence[str]) -> None:
    """Raises ``UsageError`` where no source is given, or one is a mistyped option."""
    if not sources:
        raise UsageError(
            "no SOURCE is given: name a file, a folder, an archive, a table, a web address, or - for standard input"
        )
    for source in sources:
        if source.startswith("-") and source != "-":
            raise UsageError(f"unknown option {source} (a file of that name is ./{source})")
