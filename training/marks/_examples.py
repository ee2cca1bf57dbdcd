"""Worded acts and passages as the network reads them: a sentence's words, which of them tell of acts, who is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from communique.coding.marks import telling
from communique.coding.parts import named_in
from communique.coding.tree import Tree
from communique.linking import Mention
from training.parts._examples import head, trees

__all__ = ["Act", "Sentence", "Stretch", "Told", "sentences", "told_in"]

Stretch = tuple[int, int]
"""Where words start and end in a text, in characters."""


class Told(msgspec.Struct, frozen=True):
    """An act as it is labelled: the words that tell it, and those of who takes part in it by role."""

    trigger: Stretch
    kind: str
    status: str | None
    roles: Mapping[str, Sequence[Stretch]]


class Act(msgspec.Struct, frozen=True):
    """An act of a sentence; ``parts`` are the roles of who is named, by number."""

    kind: str
    status: str | None
    parts: Mapping[int, str]


class Sentence(msgspec.Struct, frozen=True):
    """``telling`` are the words that may tell of an act, ``acts`` those that do, ``names`` those that name somebody."""

    source: str
    words: Sequence[str]
    telling: Sequence[int]
    acts: Mapping[int, Act]
    names: Sequence[int]


class _Event(msgspec.Struct, frozen=True):
    kind: str
    trigger: str
    status: str | None = None
    roles: Mapping[str, Sequence[str]] = {}
    s: int = 0


class _Item(msgspec.Struct, frozen=True):
    """A worded act has a text, a passage has sentences."""

    events: Sequence[_Event]
    text: str = ""
    sentences: Sequence[str] = ()


def sentences(folder: Path) -> Iterator[Sentence]:
    """Those of all examples of a folder (``*.jsonl``), in the order of the files."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            text, told = told_in(line)
            yield from _of_text(f"{path.name}:{number}", text, told)


def told_in(line: str) -> tuple[str, Sequence[Told]]:
    """The text of an example, given as a line of JSON, and the acts that are told in it."""
    item = msgspec.json.decode(line, type=_Item)
    lines = item.sentences or (item.text,)
    starts = [sum(len(one) + 1 for one in lines[:n]) for n in range(len(lines))]
    return " ".join(lines), [_told(lines[e.s], starts[e.s], e) for e in item.events if e.trigger in lines[e.s]]


def _told(line: str, start: int, event: _Event) -> Told:
    named = {
        role: [_stretch(line, words, start) for words in many if words in line] for role, many in event.roles.items()
    }
    return Told(_stretch(line, event.trigger, start), event.kind, event.status, named)


def _stretch(line: str, words: str, start: int) -> Stretch:
    at = start + line.index(words)
    return at, at + len(words)


def _of_text(source: str, text: str, told: Sequence[Told]) -> Iterator[Sentence]:
    for read_as, tree, mentions in trees(text):
        if read_as == text:  # else a dateline was cut, and where the words stand is not known
            yield _of_tree(source, tree, mentions, told)


def _of_tree(source: str, tree: Tree, mentions: Sequence[Mention], told: Sequence[Told]) -> Sentence:
    named = named_in(tree, mentions)
    here = [act for act in told if tree.sentence.start <= act.trigger[0] < tree.sentence.end]
    acts = {at: act for act in here if (at := head(tree, *act.trigger)) is not None}
    return Sentence(
        source=source,
        words=[token.text for token in tree.tokens],
        telling=sorted({*telling(tree), *acts}),
        acts={at: Act(act.kind, act.status, dict(_parts(act, [m for m, _ in named]))) for at, act in acts.items()},
        names=[at for _, at in named],
    )


def _parts(act: Told, named: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    for number, mention in enumerate(named):
        roles = (role for role, many in act.roles.items() for stretch in many if _meets(mention, stretch))
        yield from ((number, role) for role in [*roles][:1])


def _meets(mention: Mention, stretch: Stretch) -> bool:
    return mention.span.start < stretch[1] and stretch[0] < mention.span.end
