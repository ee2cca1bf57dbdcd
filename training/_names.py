"""Corpora of names → sentences with names: Worldwide English Newswire and CrossNER's politics.

They mean nearly the same by a person; by an organisation and a place less so. What one of them calls
otherwise than newswire does is ``UNKNOWN``, so that nobody learns from a quarrel of annotators.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from communique.parsing._pieces import pieces
from training._annotated import UNKNOWN, Annotated

__all__ = ["Part", "crossner", "cut", "newswire"]

Part = Literal["train", "dev", "test"]

_NEWSWIRE = MappingProxyType(
    {"Person": "PER", "Organization": "ORG", "Location": "LOC", "Facility": "LOC", "NORP": "NORP"}
)
_POLITICS = MappingProxyType({
    "politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG", "country": "LOC",
    "location": "LOC",
})  # fmt: skip
_BIOES = MappingProxyType({"B": "B", "I": "I", "E": "I", "S": "B"})
_TERMINAL = frozenset({".", "?", "!"})
_CLOSING = frozenset({'"', "”", "''", ")", "’"})


def newswire(folder: Path, part: Part) -> Iterator[Annotated]:
    """Sentences of Worldwide English Newswire (Shan et al. 2023), as annotated in ``folder``.

    Files are taken by name: of every five the first is set aside for the test, of every 25 the second
    for development. Lines that hold several sentences are cut.
    """
    for number, path in enumerate(sorted(folder.glob("*.tsv"))):
        if _part(number) == part:
            for words, tags in _tagged(path, "\t"):
                yield from _sentences(*cut(words, [_newswire_tag(tag) for tag in tags]))


def _part(number: int) -> Part:
    if number % 5 == 0:
        return "test"
    return "dev" if number % 25 == 1 else "train"


def _newswire_tag(tag: str) -> str:
    place, _, label = tag.partition("-")
    return f"{_BIOES[place]}-{_NEWSWIRE[label]}" if label in _NEWSWIRE else "O"


def crossner(path: Path) -> Iterator[Annotated]:
    """Sentences of a CrossNER politics file (Liu et al. 2021)."""
    for words, tags in _tagged(path, None):
        yield _named(*cut(words, [_politics_tag(tag) for tag in tags]))


def _politics_tag(tag: str) -> str:
    place, _, label = tag.partition("-")
    if label == "misc":
        return UNKNOWN
    return f"{place}-{_POLITICS[label]}" if label in _POLITICS else "O"


def _tagged(path: Path, separator: str | None) -> Iterator[tuple[list[str], list[str]]]:
    """The words and tags of each stretch of filled lines."""
    rows = (line.split(separator) for line in path.read_text(encoding="utf-8").splitlines())
    for filled, block in groupby(rows, key=lambda row: len(row) > 1 and bool(row[0].strip())):
        if filled:
            pairs = [(row[0].strip(), row[1].strip()) for row in block]
            yield [word for word, _ in pairs], [tag for _, tag in pairs]


def cut(words: Iterable[str], tags: Iterable[str]) -> tuple[list[str], list[str]]:
    """Words as the treebank has them, hyphened ones in pieces; a piece after the first goes on with the name."""
    found: list[str] = []
    named: list[str] = []
    for word, tag in zip(words, tags, strict=True):
        for index, piece in enumerate(pieces(word)):
            found.append(piece)
            named.append(f"I{tag[1:]}" if index and tag[0] == "B" else tag)
    return found, named


def _sentences(words: Sequence[str], tags: Sequence[str]) -> Iterator[Annotated]:
    start = 0
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        closes = word in _CLOSING and index > 0 and words[index - 1] in _TERMINAL and following[:1].isupper()
        if (word in _TERMINAL and following not in _CLOSING) or closes:
            yield _named(words[start : index + 1], tags[start : index + 1])
            start = index + 1
    if start < len(words):
        yield _named(words[start:], tags[start:])


def _named(words: Sequence[str], tags: Sequence[str]) -> Annotated:
    """The sentence with every name opened by a ``B``: the corpus, or a cut, may have left an ``I`` in front."""
    opened = [
        f"B{tag[1:]}" if tag[0] == "I" and (index == 0 or tags[index - 1][1:] != tag[1:]) else tag
        for index, tag in enumerate(tags)
    ]
    return Annotated(tuple(words), names=tuple(opened))
