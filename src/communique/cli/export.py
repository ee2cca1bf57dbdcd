"""``communique export``: the events that are asked for, in a format that other programs read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.padding import Padding
from rich.text import Text

from communique.cli._filters import DEFAULT_RECORD, Choice, RecordPath, choose
from communique.cli._reading import reading_record
from communique.cli._terminal import show
from communique.exporting import Context, Format, find_format, formats, output_to
from communique.types import UsageError

__all__ = ["export"]

_STDOUT = Path("-")


def export(
    format: Annotated[str | None, Parameter(help="The format; without one they are listed.")] = None,
    /,
    *,
    output: Annotated[
        Path,
        Parameter(name=["--output", "-o"], allow_leading_hyphen=True, help="The file to write; - is standard output."),
    ] = _STDOUT,
    base_url: Annotated[str | None, Parameter(help="Where the record is served, for formats that link to it.")] = None,
    choice: Choice | None = None,
    record: RecordPath = DEFAULT_RECORD,
    **options: Annotated[str, Parameter(help="An option of the format's own.")],
) -> int:
    """Write events in a format that other programs read."""
    if format is None:
        show(*(part for known in formats() for part in _described(known)))
        return 0
    chosen = find_format(format)
    own = chosen.choose({name.replace("_", "-"): value for name, value in options.items()})
    if output.exists() and record.exists() and output.samefile(record):
        raise UsageError(f"{output}: it is the record itself; name another file with -o")
    with reading_record(record) as opened:
        context = Context(record=opened, at=opened.changed_at or datetime.now(UTC), base_url=base_url, options=own)
        with output_to(None if output == _STDOUT else output) as stream:
            chosen.write(opened.each_event(choose(choice)), stream, context)
    return 0


def _described(format: Format) -> list[Text | Padding]:
    lines = [format.summary, f"Loses: {format.loses}"]
    lines += [f"--{o.name} {'|'.join(o.values)}: {o.summary}" for o in format.options]
    return [Text(format.name, style="bold"), *(Padding(Text(line), (0, 0, 0, 2)) for line in lines), Text("")]
