"""The trained pipeline → the folder that the package ships, without paths of the machine that made it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import spacy

__all__ = ["package"]

_META: dict[str, Any] = {
    "name": "communique_news",
    "version": "1.0.0",
    "description": "English for news of diplomacy: parts of speech, lemmas, trees in Universal Dependencies, names.",
    "author": "The Communiqué developers",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0",
}


def package(trained: Path, target: Path) -> None:
    """Write the pipeline in ``trained`` to ``target``, in place of what is there."""
    language = spacy.load(trained)
    language.meta.update(_META)
    language.meta["performance"] = {}
    language.config["paths"] = dict.fromkeys(language.config["paths"])
    shutil.rmtree(target, ignore_errors=True)
    language.to_disk(target)
