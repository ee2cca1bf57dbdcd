"""The application in processes of its own: each is told by its environment what the first one was told."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
from litestar import Litestar

from communique.serving._application import application
from communique.serving._settings import Settings

__all__ = ["hand_over", "served"]

_VARIABLE = "COMMUNIQUE_SERVING"


def hand_over(settings: Settings) -> str:
    """Leaves the settings to the processes to come; the name of what they run."""
    os.environ[_VARIABLE] = msgspec.json.encode(settings, enc_hook=str).decode()
    return f"{__name__}:{served.__name__}"


def served() -> Litestar:
    """The application that was handed over."""
    return application(msgspec.json.decode(os.environ[_VARIABLE], type=Settings, dec_hook=_path))


def _path(kind: type, value: object) -> Path:
    return Path(str(value))
