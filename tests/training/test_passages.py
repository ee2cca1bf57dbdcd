"""The passages of news to learn from: what is marked in them stands there, under names that the codebook has."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from communique.codebook import codebook
from communique.types import Role, Status

FOLDER = Path(__file__).parents[2] / "training"
KINDS = {kind.kind for kind in codebook().kinds}


class Mention(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    s: int
    trigger: str
    kind: str
    status: Status
    roles: dict[Role, list[str]]
    elsewhere: dict[Role, list[str]] | None = None
    same: int | None = None
    main: bool | None = None


class Passage(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    style: str
    published: str | None
    sentences: list[str]
    events: list[Mention]


def passages(path: Path) -> list[Passage]:
    return [msgspec.json.decode(line, type=Passage) for line in path.read_text().splitlines()]


def faults(passage: Passage) -> Iterator[str]:
    for event in passage.events:
        sentence, whole = passage.sentences[event.s], " ".join(passage.sentences)
        told = [event.trigger, *(words for many in event.roles.values() for words in many)]
        told += [] if event.kind in KINDS else [event.kind]
        yield from (f"{passage.id}: {words}" for words in told if words not in sentence)
        others = (words for many in (event.elsewhere or {}).values() for words in many)
        yield from (f"{passage.id}: {words}" for words in others if words not in whole)
        if event.same is not None and not 0 <= event.same < len(passage.events):
            yield f"{passage.id}: same {event.same}"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("passages/p*.jsonl")), ids=lambda path: path.stem)
def test_what_is_marked_stands_in_its_passage(path: Path) -> None:
    found = passages(path)
    assert len({passage.id for passage in found}) == len(found) > 100
    assert [fault for passage in found for fault in faults(passage)] == []
    assert any(not passage.events for passage in found)
