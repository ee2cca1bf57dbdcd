"""The words of the kinds, wording by wording: `vocabulary.yaml`."""

from pathlib import Path

import pytest
import yaml

from communique.codebook import codebook
from communique.running import code_text
from communique.types import EventClaim, Status

_LISTED = yaml.safe_load((Path(__file__).parent / "vocabulary.yaml").read_text(encoding="utf-8"))
TOLD: list[tuple[str, Status, list[str]]] = [
    (kind, status, texts) for kind, groups in _LISTED["told"].items() for status, texts in groups.items()
]
UNTOLD: list[str] = _LISTED["untold"]


def told(text: str) -> tuple[EventClaim, ...]:
    return code_text(text, language="en", published="2024-05-14").events


def tells(text: str, kind: str, status: Status) -> bool:
    return any(e.kind == kind and e.status == status and e.participants for e in told(text))


@pytest.mark.parametrize(("kind", "status", "texts"), TOLD, ids=[f"{kind}-{status}" for kind, status, _ in TOLD])
def test_wordings_tell_of_their_kind(kind: str, status: Status, texts: list[str]) -> None:
    assert [text for text in texts if not tells(text, kind, status)] == []


def test_the_same_words_elsewhere_tell_of_nothing() -> None:
    assert [text for text in UNTOLD if told(text)] == []


def test_every_kind_is_told_in_many_ways() -> None:
    counted = {kind: sum(map(len, groups.values())) for kind, groups in _LISTED["told"].items()}
    kinds = {kind.kind for kind in codebook().kinds}
    assert counted.keys() <= kinds
    assert sum(counted.values()) > 1000
