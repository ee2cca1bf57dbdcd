"""Where packages lie that are read as data."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

__all__ = ["package_folder"]


def package_folder(name: str) -> Path:
    """The folder of an installed package, which is not imported."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"training: the package {name} is missing; make model installs it")
    return Path(spec.origin).parent
