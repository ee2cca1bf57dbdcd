"""From the words typed to an exit code. Commands are imported when they are called."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from cyclopts import App, CycloptsError

from communique.cli._commands import COMMANDS, EXAMPLES, SUMMARY
from communique.types import CommuniqueError, UsageError

__all__ = ["main"]

_INTERRUPTED = 130
"""128 + SIGINT, as shells have it."""
_UNWRITTEN = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code; ``arguments`` are those of the process by default."""
    _tolerate_narrow_encodings()
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe has seen enough
        _drop_output()
        return 0
    except KeyboardInterrupt:
        return _fail("interrupted; what was read so far is kept", _INTERRUPTED)
    except CommuniqueError as error:
        return _fail(str(error), error.exit_code)
    except OSError as error:
        _drop_output()
        return _fail(f"cannot write the output: {error.strerror or error}", _UNWRITTEN)
    return code


def _run(arguments: Sequence[str]) -> int:
    _check_command(arguments)
    try:
        done = _app()(list(arguments), exit_on_error=False, print_error=False, result_action="return_value")
    except CycloptsError as error:
        raise UsageError(f"{error}\nTry: communique --help") from error
    return done if isinstance(done, int) else 0


def _check_command(arguments: Sequence[str]) -> None:
    """Finds an unknown command before cyclopts does, which would load all others to compare their names."""
    names = [command.name for command in COMMANDS]
    if arguments and not arguments[0].startswith("-") and arguments[0] not in names:
        raise UsageError(f"there is no command {arguments[0]!r}; there are {', '.join(names)}")


def _app() -> App:
    app = App(
        name="communique",
        help=SUMMARY,
        help_epilogue=_examples(EXAMPLES),
        help_format="plaintext",
        version=lambda: f"communique {version('communique')}",
        suppress_keyboard_interrupt=False,
    )
    for place, command in enumerate(COMMANDS):
        app.command(
            f"communique.cli.{command.name}:{command.name}",
            name=command.name,
            usage=f"Usage: {command.usage}",
            help=f"{command.summary}\n\n{command.details}",
            help_epilogue=_examples(command.examples),
            sort_key=place,
        )
    return app


def _examples(lines: Sequence[str]) -> str:
    return "\n".join(("Examples:", *(f"  {line}" for line in lines)))


def _fail(message: str, code: int) -> int:
    print(f"communique: {message}", file=sys.stderr)
    return code


def _drop_output() -> None:
    """Points stdout nowhere, so that Python does not trip over it again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tolerate_narrow_encodings() -> None:
    """Letters that the terminal's encoding lacks are shown as escapes instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
