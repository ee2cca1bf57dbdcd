"""A gold set is read whole, or it is said what is wrong with which line and field."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.evaluation.gold import Clusters, GoldDocument
from communique.evaluation.loading import corpus_hash, gold_file, load_clusters, load_gold, read_gold
from communique.types import InputError, UsageError

TEXT = "Ana Sol of Peru met Ben Fir of Chile in Lima on Monday."
EVENT = {
    "type": "meeting",
    "participants": [{"name": "Ana Sol", "country": "PER", "side": "party"}],
    "place": {"country": "PER", "city": "Lima"},
    "start": "2024-05-06",
    "end": None,
    "status": "happened",
    "evidence": "Ana Sol of Peru met Ben Fir",
    "main": True,
}
Write = Callable[..., Path]


@pytest.fixture
def gold(tmp_path: Path) -> Write:
    """Writes a gold set of a document a line, each the one above with the fields that are given."""

    def write(*lines: dict[str, object] | bytes) -> Path:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        rows = [
            line
            if isinstance(line, bytes)
            else json.dumps({"id": "a", "text_file": "a.txt", "events": [EVENT]} | line).encode()
            for line in lines
        ]
        (tmp_path / "gold.jsonl").write_bytes(b"\n".join(rows))
        return tmp_path

    return write


def test_a_document_comes_with_its_text(gold: Write) -> None:
    (document,) = load_gold(gold({}))
    assert (document.id, document.text, document.published) == ("a", TEXT, None)
    assert document.events[0].participants[0].name == "Ana Sol"


def test_a_text_may_stand_in_its_line(gold: Write) -> None:
    (document,) = load_gold(gold({"text_file": None, "text": TEXT}))
    assert (document.text, document.source) == (TEXT, "a")


def test_a_gold_set_is_named_by_its_file_or_folder(gold: Write) -> None:
    folder = gold({}, b"", {"id": "b", "events": []})
    assert load_gold(folder) == load_gold(folder / "gold.jsonl")
    assert [document.negative for document in load_gold(folder)] == [False, True]


def test_what_the_gold_set_calls_other_is_force_where_military(gold: Write) -> None:
    events = [EVENT | {"type": "other", "subtype": "military"}, EVENT | {"type": "other"}]
    (document,) = load_gold(gold({"events": events}))
    assert [event.type for event in document.events] == ["force", "other"]


def event(**changes: object) -> dict[str, object]:
    return {"events": [EVENT, EVENT | changes]}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "truncated"),
        (b'{"id": "a"}', "missing required field `events`"),
        (b'{"id": "b", "events": []}', "$.text_file: there is neither a text_file nor a text"),
        (b"\xff", "malformed"),
        ({"id": 7}, "at `$.id`"),
        ({"text_file": "none.txt"}, "$.text_file: none.txt: No such file"),
        (event(type="party"), "$.events[1].type: 'party' is none of"),
        (event(status="over"), "$.events[1].status: 'over' is none of"),
        (event(evidence="They danced"), "$.events[1].evidence: 'They danced' does not stand in a.txt"),
        (event(evidence=""), "$.events[1].evidence"),
        (event(start="May 6"), "$.events[1].start: 'May 6' is no date"),
        (event(end="2024-13"), "$.events[1].end: '2024-13' is no date"),
        (event(main="yes"), "at `$.events[1].main`"),
        (
            event(participants=[{"name": "A", "country": None, "side": "guest"}]),
            "at `$.events[1].participants[0].side`",
        ),
        ({"published": "yesterday"}, "$.published: 'yesterday' is no date"),
        ({"published_inferred": "[2024-05,soon]"}, "$.published_inferred"),
        ({}, "$.id: a stands on a line above"),
    ],
)
def test_a_bad_line_is_named_with_its_field(gold: Write, line: dict[str, object] | bytes, said: str) -> None:
    folder = gold({}, line, {"id": "c"})
    first, bad, last = read_gold(folder)
    assert isinstance(first, GoldDocument)
    assert isinstance(last, GoldDocument)
    assert isinstance(bad, InputError)
    assert bad.place == f"{folder / 'gold.jsonl'}:2"
    assert said in bad.reason
    with pytest.raises(InputError, match=r"gold\.jsonl:2"):
        load_gold(folder)


@pytest.mark.parametrize("dates", ["2024", "2024-05", "2024-05-06", "2024-05-06/2024-05-08", "[2023-05,2024-05]"])
def test_dates_may_be_rough_or_several(gold: Write, dates: str) -> None:
    assert load_gold(gold({"published_inferred": dates, "events": [EVENT | {"start_inferred": dates}]}))


def test_a_text_that_is_not_in_utf8_is_named(gold: Write) -> None:
    folder = gold({})
    (folder / "a.txt").write_bytes(b"caf\xe9")
    (bad,) = read_gold(folder)
    assert isinstance(bad, InputError)
    assert "$.text_file: a.txt: it is not in UTF-8" in bad.reason


def test_a_gold_set_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gold.jsonl"):
        with pytest.raises(UsageError, match="there is no such file"):
            gold_file(path)


def test_clusters_lie_beside_it_or_nowhere(gold: Write) -> None:
    folder = gold({})
    assert load_clusters(folder) == Clusters((), ())
    (folder / "clusters.json").write_text('{"same_event": [["a", "b"]], "look_alikes": []}', encoding="utf-8")
    assert load_clusters(folder / "gold.jsonl") == Clusters((("a", "b"),), ())
    (folder / "clusters.json").write_text('{"same_event": 3}', encoding="utf-8")
    with pytest.raises(InputError, match="same_event"):
        load_clusters(folder)


def test_the_hash_changes_with_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    before = corpus_hash(tmp_path)
    (tmp_path / "a.txt").write_text("two", encoding="utf-8")
    changed = corpus_hash(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert len({before, changed, corpus_hash(tmp_path)}) == 3


def test_the_example_of_the_docs_is_a_line_of_a_gold_set(tmp_path: Path) -> None:
    docs = (Path(__file__).parents[2] / "docs" / "metrics.md").read_text("utf-8")
    (example,) = re.findall(r"^```json\n(.*?)^```$", docs, re.MULTILINE | re.DOTALL)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "t1.txt").write_text("William Ruto arrived in Accra on Monday.", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(" ".join(example.split()), encoding="utf-8")
    (document,) = load_gold(tmp_path)
    assert (document.events[0].type, document.quotes[0].speaker) == ("visit", "William Ruto")
