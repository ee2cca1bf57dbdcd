"""``communique code``: documents in, one JSON object a document out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.cli._sources import ColumnMap, Failures, ModelName, Source, check_sources
from communique.cli._terminal import write_json_lines
from communique.cli._web import Discovery, manners
from communique.running import code_sources
from communique.sources import Web, columns_of
from communique.types import Coding, InputError

__all__ = ["code"]


def code(*sources: Source, map: ColumnMap = None, reach: Discovery | None = None, model: ModelName = None) -> int:
    """Code documents: one JSON object a document on stdout; nothing is stored."""
    check_sources(sources)
    failures = Failures()
    coded = code_sources(sources, model=model, columns=columns_of(map), web=Web(**manners(reach)))
    write_json_lines(_codings(coded, failures))
    return failures.exit_code


def _codings(outcomes: Iterable[Coding | InputError], failures: Failures) -> Iterator[Coding]:
    for outcome in outcomes:
        if isinstance(outcome, InputError):
            failures.name(outcome)
        else:
            yield outcome
