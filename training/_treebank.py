"""CoNLL-U → sentences with trees, and the names that Universal NER has laid over UD English."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from training._annotated import UNKNOWN, Annotated, Names, Tree

__all__ = ["treebank", "with_names"]

_OTHER = "OTH"


def treebank(path: Path) -> Iterator[Annotated]:
    """The sentences of a CoNLL-U file; contractions come as their words, empty nodes are left out."""
    for rows in _rows(path):
        yield Annotated(tuple(row[1] for row in rows), _tree(rows))


def _rows(path: Path) -> Iterator[list[list[str]]]:
    """The words of each sentence, each as its columns."""
    with path.open(encoding="utf-8") as file:
        lines = (line.rstrip("\n") for line in file)
        for filled, block in groupby(lines, key=bool):
            if filled:
                yield [row for line in block if (row := line.split("\t"))[0].isdigit()]


def _tree(rows: list[list[str]]) -> Tree:
    return Tree(
        upos=tuple(row[3] for row in rows),
        xpos=tuple(row[4] for row in rows),
        heads=tuple(int(row[6]) - 1 if row[6] != "0" else index for index, row in enumerate(rows)),
        deps=tuple(row[7] for row in rows),
        lemmas=tuple(_lemma(row) for row in rows),
    )


def _lemma(row: list[str]) -> str:
    """``goeswith`` words have ``_`` for a lemma, which would be learned as one."""
    return row[1].lower() if row[2] == "_" != row[1] else row[2]


def with_names(path: Path) -> dict[tuple[str, ...], Names]:
    """Words → name tags, of a Universal NER file (Mayhew et al. 2024). Its ``OTH`` holds peoples and more.

    Sentences are known by their words, for the two projects number them differently.
    """
    return {tuple(row[1] for row in rows): tuple(_name_tag(row[2]) for row in rows) for rows in _rows(path)}


def _name_tag(tag: str) -> str:
    if tag.endswith(_OTHER):
        return UNKNOWN
    return "O" if tag in ("O", "B-O") else tag
