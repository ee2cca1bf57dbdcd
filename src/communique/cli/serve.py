"""``communique serve``: the record in a browser."""

from __future__ import annotations

import sys
from typing import Annotated

from cyclopts import Parameter

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
) -> int:
    """Show the record in a browser, until interrupted."""
    try:
        import uvicorn

        from communique.serving import Settings, application
    except ImportError as error:
        raise UsageError(f"serving needs {error.name}; run: pip install 'communique[web]'") from error
    hosts = name or _HERE if host not in _EVERYWHERE else name or ("*",)
    settings = Settings(record=record, token=token, hosts=tuple(h for one in hosts for h in (one, f"{one}:{port}")))
    print(f"http://{'localhost' if host == '127.0.0.1' else host}:{port}/ shows {record}", file=sys.stderr)
    uvicorn.run(application(settings), host=host, port=port, log_level="warning", access_log=False)
    return 0
