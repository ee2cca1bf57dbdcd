"""The record groups copies as comparing all with all would, in whatever order and steps they come."""

import random
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from communique.record import Record, open_record
from communique.record._copies import WORN
from communique.resolving import site_of
from communique.resolving.wording import Wording, is_copy, wordings, words_of
from communique.types import Coding

MakeCoding = Callable[..., Coding]
WORDS = "port tea talks envoy border accord harbour minister treaty river grain rail visa fleet school summit".split()
FOOTER = "Sign up here for our daily letter and never miss a story of this newsroom again."
SITES = [None, "Daily Kite", "Harbour Post"]


def story(chance: random.Random, words: int = 60) -> str:
    return " ".join(f"{chance.choice(WORDS)}{'.' if n % 9 == 8 else ''}" for n in range(words)) + "."


def variant(chance: random.Random, text: str) -> str:
    """The text itself, shortened, with a footer, or with a new end."""
    words = text.split()
    return chance.choice(
        [
            text,
            text.upper(),
            " ".join(words[: chance.randint(25, 50)]),
            f"{text}\n{FOOTER}",
            f"{text} {story(chance, 30)}",
        ]
    )


@pytest.fixture
def codings(coding: MakeCoding) -> list[Coding]:
    chance = random.Random(3)
    texts = [variant(chance, text) for text in (story(chance) for _ in range(12)) for _ in range(4)]
    return [
        coding(f"d{n:02}", text, publisher=chance.choice(SITES), agency=chance.choice([None, None, "Reuters"]))
        for n, text in enumerate(texts)
    ]


def grouped(record: Record) -> set[frozenset[str]]:
    rows = record._connection.execute(
        "SELECT documents.id, coalesce(head, number) FROM documents LEFT JOIN copies ON document = number"
    )
    groups: dict[int, set[str]] = {}
    for document, head in rows:
        groups.setdefault(head, set()).add(document)
    return {frozenset(group) for group in groups.values()}


def all_with_all(codings: list[Coding]) -> set[frozenset[str]]:
    """What a document is compared by, counted over all; then every pair that meets; then what hangs together."""
    documents = [coding.document for coding in codings]
    words = words_of(document.text for document in documents)
    hashes = words.sentences([site_of(document.publisher, document.url) for document in documents])
    held = Counter(key for sentences in hashes for key in set(sentences.tolist()) - {0})
    worn = np.array([key for key, count in held.items() if count >= WORN], np.uint64)
    found = wordings(words, [np.isin(each, worn) for each in hashes], [document.agency for document in documents])
    told = dict(zip((document.id for document in documents), found, strict=True))
    groups = {name: frozenset([name]) for name in told}
    for one, other in combinations(told, 2):
        if meet(told[one], told[other]) and is_copy(told[one], told[other]):
            joined = groups[one] | groups[other]
            groups |= dict.fromkeys(joined, joined)
    return set(groups.values())


def meet(one: Wording, other: Wording) -> bool:
    return one.exact == other.exact or bool(np.isin(one.bands, other.bands).any())


def read(path: Path, codings: list[Coding], chance: random.Random) -> set[frozenset[str]]:
    """Reads the codings in random order and steps."""
    left = chance.sample(codings, len(codings))
    with open_record(path, create=True) as record:
        while left:
            step = chance.randint(1, 20)
            record.keep(left[:step])
            left = left[step:]
        return grouped(record)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_does_not_matter(tmp_path: Path, codings: list[Coding], seed: int) -> None:
    wanted = all_with_all(codings)
    assert 10 < len(wanted) < len(codings)
    assert read(tmp_path / "r.db", codings, random.Random(seed)) == wanted


@pytest.mark.parametrize("seed", range(5))
def test_documents_that_change_leave_nothing_behind(
    tmp_path: Path, codings: list[Coding], coding: MakeCoding, seed: int
) -> None:
    chance = random.Random(seed)
    others = [
        coding(c.document.id, chance.choice(codings).document.text + " Anew.", publisher=chance.choice(SITES))
        for c in chance.sample(codings, 20)
    ]
    read(tmp_path / "r.db", codings, chance)
    found = read(tmp_path / "r.db", others, chance)
    changed = {c.document.id: c for c in codings} | {c.document.id: c for c in others}
    assert found == all_with_all(list(changed.values()))
    with open_record(tmp_path / "r.db") as record:
        tables = ("wordings", "bands", "site_sentences", "copies")
        for table in tables:
            lost = f"SELECT count(*) FROM {table} WHERE document NOT IN (SELECT number FROM documents)"
            assert record._connection.execute(lost).fetchone() == (0,)
