"""``communique serve``: the record in a browser."""

from __future__ import annotations

import sys
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from communique.cli._filters import DEFAULT_RECORD, RecordPath
from communique.types import UsageError

__all__ = ["serve"]

_EVERYWHERE = ("0.0.0.0", "::")
_HERE = ("localhost", "127.0.0.1", "[::1]")


def serve(
    *,
    record: RecordPath = DEFAULT_RECORD,
    host: Annotated[str, Parameter(help="The address to listen at; other machines reach 0.0.0.0.")] = "127.0.0.1",
    port: Annotated[int, Parameter(help="The port to listen at.")] = 8080,
    name: Annotated[
        tuple[str, ...], Parameter(help="A name under which the pages are asked for, where it is not the address.")
    ] = (),
    token: Annotated[
        str | None,
        Parameter(help="What a reader has to give to judge; without one nobody may.", env_var="COMMUNIQUE_TOKEN"),
    ] = None,
    workers: Annotated[
        int, Parameter(help="Processes that answer, one for each core at most.", validator=Number(gte=1, lte=64))
    ] = 1,
) -> int:
    """Show the record in a browser, until interrupted."""
    try:
        import uvicorn

        from communique.serving import Settings, application, hand_over
    except ImportError as error:
        raise UsageError(f"serving needs {error.name}; run: pip install 'communique[web]'") from error
    hosts = name or _HERE if host not in _EVERYWHERE else name or ("*",)
    settings = Settings(record=record, token=token, hosts=tuple(h for one in hosts for h in (one, f"{one}:{port}")))
    print(f"http://{'localhost' if host == '127.0.0.1' else host}:{port}/ shows {record}", file=sys.stderr)
    opened = application(settings)  # tells at once what is wrong with the record
    served = opened if workers == 1 else hand_over(settings)
    uvicorn.run(
        served, host=host, port=port, log_level="warning", access_log=False, workers=workers, factory=workers > 1
    )
    return 0
