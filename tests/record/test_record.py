"""A record keeps what it is given, joins it, keeps ids, and says what changed."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.record import Changes, Filter, Record, open_record
from communique.types import Coding, EventClaim, InputError, UsageError

MakeClaim = Callable[..., EventClaim]
MakeCoding = Callable[..., Coding]
VISIT = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as opened:
        yield opened


def groups(record: Record) -> list[list[str]]:
    return sorted(sorted(r.document for r in e.reports) for e in record.events())


@pytest.fixture
def visit(claim: MakeClaim, coding: MakeCoding) -> MakeCoding:
    def make(document: str, text: str = "", **fields: object) -> Coding:
        told = claim("visit", *VISIT, **fields)
        return coding(document, text or f"Report {document} of a journey.", told)

    return make


def test_a_document_is_taken_in_once(record: Record, visit: MakeCoding) -> None:
    assert record.add(visit("a"))
    assert not record.add(visit("a"))
    record.flush()
    assert not record.add(visit("a"))
    assert len(list(record.documents())) == 1


def test_reading_the_same_again_changes_nothing(record: Record, visit: MakeCoding) -> None:
    codings = [visit("a", start="2024-05-13"), visit("b", start="2024-05-13")]
    first = record.keep(codings)
    events, log = record.events(), record.changes()
    again = record.keep(codings)
    assert (first.documents, first.known) == (("a", "b"), 0)
    assert (again.documents, again.known, again.changes) == ((), 2, Changes())
    assert (record.events(), record.changes()) == (events, log)


def test_reports_are_joined_and_the_id_stays(record: Record, visit: MakeCoding) -> None:
    (minted,) = record.keep([visit("b", start="2024-05-13")]).changes.added
    changes = record.keep([visit("a", start="2024-05-13", end="2024-05-14")]).changes
    assert changes == Changes(updated=(minted,))
    found = record.event(minted)
    assert found is not None
    assert [r.document for r in found.reports] == ["a", "b"]
    assert [(e.change, e.event) for e in record.changes()] == [("added", minted), ("updated", minted)]
    assert record.changes(minted)[1].detail["fields"]["end"][1]["edtf"] == "2024-05-14"


def test_a_merge_leaves_a_redirect(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a", start="2024-05"), visit("b", start="2024-05-13"), visit("c", start="2024-05-14")])
    lone = next(e for e in record.events() if e.reports[0].document == "a")
    record.keep([visit("b", "Another text, without the claim's date.", start="2023-01-02")])
    assert record.resolve() == Changes()
    merged = record.event(lone.id)
    assert merged is not None
    assert [r.document for r in merged.reports] == ["a", "c"]
    assert merged.id in {e.id for e in record.events()}
    assert ("merged" in [e.change for e in record.changes(lone.id)]) == (merged.id != lone.id)


def test_another_text_is_a_new_version(record: Record, claim: MakeClaim, coding: MakeCoding) -> None:
    (gone,) = record.keep([coding("a", "A first version.", claim("visit", *VISIT))]).changes.added
    reading = record.keep([coding("a", "A second version, which tells of nothing.")])
    assert reading.documents == ("a",)
    assert reading.changes == Changes(withdrawn=(gone,))
    assert record.events() == ()
    assert record.event(gone) is None
    assert [e.change for e in record.changes()] == ["added", "replaced", "withdrawn"]
    assert record.search("first") == ()
    assert [hit.document for hit in record.search("second")] == ["a"]


def test_a_second_candidate_splits_the_undated_off(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a", start="2024-05-13"), visit("b")])
    assert groups(record) == [["a", "b"]]
    changes = record.keep([visit("c", start="2023-02-01")]).changes
    assert groups(record) == [["a"], ["b"], ["c"]]
    assert (len(changes.added), len(changes.split), len(changes.updated)) == (1, 1, 1)


def test_errors_are_passed_through(record: Record, visit: MakeCoding) -> None:
    bad = InputError("b.txt", "it is empty")
    reading = record.keep([visit("a"), bad])
    assert reading.failed == (bad,)
    assert len(record.events()) == 1


def test_copies_count_once(record: Record, visit: MakeCoding) -> None:
    text = "The foreign minister of Kenya travelled to Osaka for two days of talks on ports and on tea."
    record.keep([visit(name, text, start="2024-05-13") for name in "ab"])
    (found,) = record.events()
    assert (found.sources, found.independent_sources) == (2, 1)


def test_an_id_may_be_shortened_while_it_is_unique(record: Record, visit: MakeCoding) -> None:
    record.keep([visit(f"doc{n}", start=f"202{n}-05-13") for n in range(3)])
    whole = record.events()[0]
    assert record.event(whole.id) == whole
    assert record.event(whole.id[:6]) == whole
    assert record.event("nothing") is None
    assert record.document("doc1") is not None
    with pytest.raises(UsageError, match="several ids begin so"):
        record.document("doc")


def test_a_wildcard_is_no_id(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a")])
    assert record.event("%") is None
    assert record.document("_") is None


@pytest.fixture
def library(record: Record, claim: MakeClaim, coding: MakeCoding) -> Record:
    visit = claim("visit", *VISIT, start="2024-05-13", end="2024-05-15", place="Osaka JPN", topics=("trade",))
    call = claim("call", "party José Muñoz CHL", "party Rosa Quispe PER", start="2024-06", status="planned", topics=())
    undated = claim("talks", "party =Ghana GHA", "party =Kenya KEN", status="cancelled")
    record.keep(
        [
            coding("a", "They spoke of tea and of the harbour.", visit, title="A journey"),
            coding("b", "Two presidents will speak by telephone.", call),
            coding("c", "Nothing came of it.", undated),
        ]
    )
    return record


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), "abc"),
        (Filter(actor="otieno"), "a"),
        (Filter(actor="Jose Munoz"), "b"),
        (Filter(actor="wanjiru-otieno-ken"), "a"),
        (Filter(actor="tie"), ""),
        (Filter(country="ken"), "ac"),
        (Filter(country="JPN"), "a"),
        (Filter(kind="visit"), "a"),
        (Filter(type="consult"), "abc"),
        (Filter(status="planned"), "b"),
        (Filter(from_=date(2024, 5, 15), to=date(2024, 5, 20)), "a"),
        (Filter(from_=date(2024, 5, 16)), "b"),
        (Filter(to=date(2024, 5, 12)), ""),
        (Filter(from_=date(2024, 6, 30), to=date(2024, 6, 30)), "b"),
        (Filter(place="osaka"), "a"),
        (Filter(place="jpn"), "a"),
        (Filter(topic="trade"), "a"),
        (Filter(text="harbour tea"), "a"),
        (Filter(text='"of tea"'), "a"),
        (Filter(text='"tea harbour"'), ""),
        (Filter(text="Otieno"), "a"),
        (Filter(text="NEAR( OR *"), ""),
        (Filter(text="tea\0harbour"), "a"),
        (Filter(country="KEN", kind="talks"), "c"),
        (Filter(country="ken", partner="gha"), "c"),
        (Filter(country="KEN", partner="JPN"), "a"),
        (Filter(country="CHL", partner="JPN"), ""),
        (Filter(sources=1), "abc"),
        (Filter(sources=2), ""),
    ],
)
def test_filters(library: Record, wanted: Filter, found: str) -> None:
    assert [e.reports[0].document for e in library.events(wanted)] == list(found)


def test_search_shows_the_words_in_their_text(library: Record) -> None:
    (hit,) = library.search("TEA")
    assert hit.document == "a"
    assert "[tea]" in hit.snippet
    assert hit.events == tuple(e.id for e in library.events(Filter(kind="visit")))


def test_of_a_search_the_newest_may_be_ranked_alone(tmp_path: Path, coding: Callable[..., Coding]) -> None:
    with open_record(tmp_path / "s.db", create=True) as record:
        record.keep([coding(f"d{n}", "tea " * n + "and cake") for n in (3, 1, 2)])
        assert [hit.document for hit in record.search("tea")] == ["d3", "d2", "d1"]
        assert [hit.document for hit in record.search("tea", newest=2)] == ["d2", "d1"]
        assert [hit.document for hit in record.search("tea", 1, newest=9)] == ["d3"]


def test_a_search_without_words_is_wrong_use(library: Record) -> None:
    with pytest.raises(UsageError, match="no words"):
        library.search("-- ?")


def test_the_log_from_a_moment_on(library: Record) -> None:
    everything = library.changes()
    last = datetime.fromisoformat(everything[-1].at)
    assert library.changes(since=last.date()) == everything
    assert library.changes(since=last.astimezone(timezone(timedelta(hours=-11))))[-1] == everything[-1]
    assert library.changes(since=last + timedelta(seconds=1)) == ()
    assert library.changes(since=last.replace(tzinfo=None) + timedelta(days=1)) == ()


def test_the_log_cannot_be_rewritten(library: Record) -> None:
    path = library.path
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute("DELETE FROM changes")
    connection.close()


SIDES = [
    VISIT,
    ("visitor Wanjiru Otieno KEN",),
    ("visitor Otieno KEN", "host Haruto Sato JPN"),
    (),
    ("visitor =Kenya KEN", "host =Japan JPN"),
    ("visitor Wanjiru Otieno KEN", "host =Norway NOR"),
]
STARTS = [None, "2024-05-13", "2024-05-14", "2024-05-16", "2024-05", "2024-05-13/2024-05-16"]
Told = tuple[int, int, str]
TOLD = st.lists(st.tuples(st.sampled_from(range(6)), st.sampled_from(range(6)), st.sampled_from("ph")), max_size=3)


@settings(max_examples=80, deadline=None)
@given(st.lists(TOLD, min_size=1, max_size=8), st.integers(0, 10**6))
def test_piece_by_piece_gives_what_all_at_once_gives(
    claim: MakeClaim,
    coding: MakeCoding,
    tmp_path_factory: pytest.TempPathFactory,
    told: list[list[Told]],
    seed: int,
) -> None:
    folder = tmp_path_factory.mktemp("pieces")
    codings = [
        coding(
            f"d{n}",
            f"Text number {n}.",
            *(
                claim("visit", *SIDES[who], start=STARTS[when], status={"p": "planned", "h": "happened"}[status])
                for who, when, status in claims
            ),
        )
        for n, claims in enumerate(told)
    ]
    expected = at_once(folder / "whole.db", codings)
    random.Random(seed).shuffle(codings)
    gone, left = codings[::2], codings[1::2]
    with open_record(folder / "pieces.db", create=True) as pieces:
        for each in codings:
            pieces.keep([each])
        assert groups(pieces) == expected
        for each in gone:
            pieces.keep([coding(each.document.id, "A version that tells of nothing.")])
        assert groups(pieces) == at_once(folder / "rest.db", left)
        for each in gone:
            pieces.keep([each])
        assert groups(pieces) == expected


def at_once(path: Path, codings: list[Coding]) -> list[list[str]]:
    with open_record(path, create=True) as record:
        record.keep(codings)
        return groups(record)
