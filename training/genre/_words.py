"""The lists of words that lie beside this file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

__all__ = ["ABBREVIATION", "FOLDER", "plain", "read_yaml", "usable", "word_lists"]

FOLDER = Path(__file__).parent

ABBREVIATION = re.compile(r"^(?:[A-Z]\.)+$|^[A-Z]{2,}$")


def read_yaml(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def word_lists() -> Mapping[str, Any]:
    return MappingProxyType(read_yaml("organisations"))


def usable(name: str) -> bool:
    return not re.search(r"[\d,’()/&]|[^.].\.$|^The ", name)


def plain(name: str) -> str:
    """Without accents: ``Szijjártó`` → ``Szijjarto``."""
    special = name.translate(str.maketrans("łŁøØıđĐ", "lLoOidD"))
    return "".join(c for c in unicodedata.normalize("NFKD", special) if not unicodedata.combining(c))
