"""Worded examples as the network sees them: the signs between an act and each name, and the role of the name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from communique.coding.parts import between
from communique.coding.roles import MentionIndex
from communique.coding.tree import Tree
from communique.coding.triggers import kind_named
from communique.linking import Mention, link
from communique.parsing import parse
from communique.reading import read
from communique.types import InputError, Page

__all__ = ["Pairing", "head", "pairings", "trees"]

_TELLING = ("VERB", "NOUN", "ADJ", "AUX", "PROPN")


class Pairing(msgspec.Struct, frozen=True):
    """The signs between an act of a kind and a name, and the role that it has in it, ``none`` for no part."""

    signs: tuple[str, ...]
    kind: str
    role: str


class _Told(msgspec.Struct, frozen=True):
    kind: str
    trigger: str
    roles: Mapping[str, Sequence[str]] = {}


class _Item(msgspec.Struct, frozen=True):
    text: str
    events: Sequence[_Told]


def pairings(folder: Path) -> Iterator[Pairing]:
    """Those of all worded examples (``*.jsonl``), in the order of the files."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = msgspec.json.decode(line, type=_Item)
            for text, tree, mentions in trees(item.text):
                for event in item.events:
                    yield from _of_event(text, tree, mentions, event)


def trees(text: str) -> Iterator[tuple[str, Tree, Sequence[Mention]]]:
    """The text as it is read, with each sentence's tree and the mentions in it; nothing where it cannot be read."""
    try:
        document = read(Page("text", text, language="en"))
    except InputError:
        return
    linked = link(document, parse(document.text, whole=True))
    index = MentionIndex(linked.mentions, document.text)
    for sentence in linked.parse.sentences:
        if sentence.parsed:
            mentions = index.within(sentence.start, sentence.end)
            yield document.text, Tree(sentence, mentions), mentions


def _of_event(text: str, tree: Tree, mentions: Sequence[Mention], event: _Told) -> Iterator[Pairing]:
    at = head(tree, *_stretch(text, event.trigger))
    if at is not None:
        for pair in between(tree, mentions, at, kind_named(event.kind)):
            yield Pairing(pair.signs, event.kind, _role(text, pair.mention, event))


def _stretch(text: str, words: str) -> tuple[int, int]:
    start = text.find(words)
    return (start, start + len(words)) if start >= 0 else (0, 0)


def head(tree: Tree, start: int, end: int) -> int | None:
    """The word of a trigger that stands for it: its first verb that no other word of it governs, else such a word."""
    inside = [i for i, token in enumerate(tree.tokens) if token.start < end and start < token.end]
    telling = [i for i in inside if tree.token(i).pos in _TELLING]
    tops = [i for i in telling if tree.token(i).head not in inside or tree.token(i).head == i]
    return min(tops or telling, key=lambda i: tree.token(i).pos != "VERB", default=None)


def _role(text: str, mention: Mention, event: _Told) -> str:
    for role, names in event.roles.items():
        for start, end in (_stretch(text, name) for name in names):
            if mention.span.start < end and start < mention.span.end:
                return role
    return "none"
