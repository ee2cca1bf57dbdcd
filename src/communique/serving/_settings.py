"""How a record is served."""

from __future__ import annotations

from pathlib import Path

import msgspec

__all__ = ["Settings"]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What ``communique serve`` was told.

    ``record`` is the file; ``token`` what a reader has to give before judging, null where nobody may write;
    ``hosts`` the names under which the pages may be asked for, so that no other site's name leads here
    (DNS rebinding); ``base_url`` where others reach it, null for the address that was asked. ``patience`` is
    how many seconds a page may ask the record, ``export_patience`` how many an export.
    """

    record: Path
    token: str | None = None
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    base_url: str | None = None
    patience: float = 2.0
    export_patience: float = 120.0
