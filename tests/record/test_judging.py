"""What persons decide outranks the program, is never deleted, and depends on nothing but itself."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.record import Changes, Filter, Record, open_record
from communique.record.checking import check
from communique.types import Coding, Document, Event, EventClaim, Judgement, Span, UsageError

MakeClaim = Callable[..., EventClaim]
MakeCoding = Callable[..., Coding]
VISIT = ("visitor Wanjiru Otieno (foreign minister) KEN", "host =Japan JPN")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as opened:
        yield opened


@pytest.fixture
def visit(claim: MakeClaim, coding: MakeCoding) -> MakeCoding:
    def make(document: str, start: str | None = "2024-05-13", **fields: object) -> Coding:
        told = claim("visit", *VISIT, start=start, words=f"Otieno travelled ({document})", **fields)
        return coding(document, f"Otieno travelled ({document}), as all know.", told)

    return make


def groups(record: Record) -> list[list[str]]:
    return sorted(sorted(r.document for r in e.reports) for e in record.events())


def of(record: Record, document: str) -> Event:
    """The event, rejected or not, that a document tells of."""
    everything: list[Event] = [*record.events(), *record.events(Filter(rejected=True))]
    return next(e for e in everything if document in [r.document for r in e.reports])


def names(record: Record) -> list[str]:
    return [entry.change for entry in record.changes()]


def test_same_joins_and_undo_gives_both_ids_back(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a"), visit("b", "2024-07-01")])
    a, b = of(record, "a").id, of(record, "b").id
    judged = record.judge("same", a, b, who="anna", note="one journey")
    assert groups(record) == [["a", "b"]]
    one = of(record, "a")
    assert (judged.changes.merged, judged.changes.updated) == (tuple({a, b} - {one.id}), (one.id,))
    assert {record.event(a), record.event(b)} == {one}
    assert [(j.verdict, j.who, j.note, j.claims) for j in one.judgements] == [("same", "anna", "one journey", ())]
    record.undo()
    assert (of(record, "a").id, of(record, "b").id) == (a, b)
    assert of(record, "a").judgements == ()
    assert names(record)[2:4] == ["judged", "judged"]
    assert sorted(names(record)[4:]) == ["judged", "merged", "split", "updated", "updated"]


def test_a_report_of_one_part_joins_the_whole(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a"), visit("b", "2024-07-01")])
    record.judge("same", of(record, "a").id, of(record, "b").id)
    record.keep([visit("c"), visit("d", "2024-07-01")])
    assert groups(record) == [["a", "b", "c", "d"]]


def test_different_parts_a_report_and_what_comes_later(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a"), visit("b")])
    whole = of(record, "a").id
    judged = record.judge("different", whole, "b")
    assert groups(record) == [["a"], ["b"]]
    assert of(record, "a").id == whole
    assert judged.changes.split == (of(record, "b").id,)
    record.keep([visit("c")])
    assert len(groups(record)) == 2
    record.undo()
    assert groups(record) == [["a", "b", "c"]]
    assert of(record, "b").id == whole


def test_parts_stay_apart_through_a_third(record: Record, visit: MakeCoding) -> None:
    """b is a, c is not a: a report that fits both b and c joins one of them only."""
    record.keep([visit("a", "2024-01-01"), visit("b"), visit("c", "2024-03-01")])
    record.judge("same", of(record, "a").id, of(record, "b").id)
    record.judge("different", of(record, "a").id, of(record, "c").id)
    record.keep([visit("c2", "2024-03-01"), visit("u", None), visit("b2")])
    assert groups(record) == [["a", "b", "b2"], ["c", "c2"], ["u"]]


def test_the_later_of_two_that_contradict_wins(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a"), visit("b", "2024-07-01")])
    a, b = of(record, "a").id, of(record, "b").id
    record.judge("same", a, b)
    judged = record.judge("different", a, "b")
    assert judged.overrules == (1,)
    assert groups(record) == [["a"], ["b"]]
    assert [(s.standing, s.by) for s in record.judgements()] == [("overruled", 2), ("in force", None)]
    record.undo(2)
    assert groups(record) == [["a", "b"]]
    record.undo(3)
    assert groups(record) == [["a"], ["b"]]
    assert [s.standing for s in record.judgements()] == ["overruled", "in force", "undone", "in force"]


def test_what_is_no_event_is_not_listed_and_comes_back(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a")])
    event = of(record, "a").id
    assert record.judge("reject", event).changes.rejected == (event,)
    assert record.events() == ()
    assert [e.id for e in record.events(Filter(rejected=True))] == [event]
    assert record.search("travelled")[0].events == ()
    assert record.search_events("Otieno") == ()
    record.keep([visit("b")])
    assert groups(record) == [["b"]], "a report that comes later is not silently lost"
    with pytest.raises(UsageError, match="judge undo 1"):
        record.judge("set", event, field="start", value="2024")
    assert record.undo().changes.restored or of(record, "a").id == of(record, "b").id
    assert groups(record) == [["a", "b"]]


def test_keep_takes_a_rejection_back(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a")])
    record.judge("reject", of(record, "a").id)
    assert record.judge("keep", of(record, "a").id).overrules == (1,)
    assert groups(record) == [["a"]]
    assert [j.verdict for j in of(record, "a").judgements] == ["keep"]


@pytest.mark.parametrize(
    ("field", "value", "stored"),
    [
        ("start", "2024-05-14", "2024-05-14"),
        ("start", "unknown", None),
        ("end", "2024-05", "2024-05"),
        ("status", "cancelled", "cancelled"),
        ("kind", "meeting", "meeting"),
        ("place", "Tokyo", "Tokyo (JPN)"),
        ("place", "Hakone, jpn", "Hakone (JPN)"),
        ("place", "Japan", "Japan (JPN)"),
        ("place", "unknown", None),
    ],
)
def test_a_value_that_is_set(record: Record, visit: MakeCoding, field: str, value: str, stored: str | None) -> None:
    record.keep([visit("a", place="Osaka JPN")])
    judged = record.judge("set", of(record, "a").id, field=field, value=value, who="anna")
    assert judged.judgement.value == stored
    event = of(record, "a")
    found = getattr(event, field)
    shown = f"{found.name} ({found.country})" if field == "place" and found else getattr(found, "edtf", found)
    assert shown == stored
    assert event.reports[0].claim.place.name == "Osaka"  # type: ignore[union-attr]
    assert [(j.field, j.value, j.who) for j in event.judgements] == [(field, stored, "anna")]
    record.undo()
    assert of(record, "a").judgements == ()


def test_a_set_date_says_that_it_was_judged(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a", end="2024-05-15")])
    record.judge("set", of(record, "a").id, field="start", value="2024-05-20")
    event = of(record, "a")
    assert event.start is not None
    assert event.start.basis == "judged"
    assert event.end is None, "an end before the start that was set is not believed"
    assert [e.id for e in record.events(Filter(from_=event.start.earliest))] == [event.id]


def test_of_two_values_the_later_holds(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a")])
    event = of(record, "a").id
    record.judge("set", event, field="status", value="denied")
    assert record.judge("set", event, field="status", value="planned").overrules == (1,)
    assert of(record, "a").status == "planned"
    record.undo()
    assert of(record, "a").status == "denied"


def test_a_value_stays_with_most_of_its_reports(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a"), visit("b"), visit("c")])
    event = of(record, "a").id
    record.judge("set", event, field="place", value="Tokyo")
    record.judge("different", event, "c")
    assert [(of(record, d).place is not None) for d in "abc"] == [True, True, False]


@pytest.mark.parametrize(
    ("verdict", "events", "fields", "said"),
    [
        ("same", ["A"], {}, "same is about two events"),
        ("reject", ["A", "B"], {}, "reject is about one event"),
        ("same", ["A", "A"], {}, "are one event already"),
        ("different", ["A", "A"], {}, "name its document"),
        ("different", ["A", "a"], {}, "it is the only report"),
        ("different", ["A", "b"], {}, "it is no report"),
        ("same", ["A", "b"], {}, "it is a document; same is about events"),
        ("same", ["A", "nothing"], {}, "nothing: it is no event of the record"),
        ("set", ["A"], {"field": "start"}, "set takes a field and its value"),
        ("reject", ["A"], {"field": "start", "value": "2024"}, "set takes a field and its value"),
        ("set", ["A"], {"field": "start", "value": "May"}, "May is no date"),
        ("set", ["A"], {"field": "status", "value": "done"}, "done is no status"),
        ("set", ["A"], {"field": "kind", "value": "trip"}, "trip is no kind"),
        ("set", ["A"], {"field": "kind", "value": "unknown"}, "unknown is no kind"),
        ("set", ["A"], {"field": "place", "value": "Mordor"}, "give its country too"),
        ("set", ["A"], {"field": "participants", "value": "x"}, "different EVENT DOCUMENT"),
        ("set", ["A"], {"field": "title", "value": "x"}, "can set start, end, status, place, kind"),
    ],
)
def test_what_makes_no_sense_is_said(
    record: Record, visit: MakeCoding, verdict: str, events: list[str], fields: dict[str, str], said: str
) -> None:
    record.keep([visit("a"), visit("b", "2024-07-01")])
    ids = {"A": of(record, "a").id, "B": of(record, "b").id}
    with pytest.raises(UsageError, match=said):
        record.judge(verdict, *(ids.get(e, e) for e in events), **fields)  # type: ignore[arg-type]
    assert record.judgements() == ()


def test_undo_of_nothing(record: Record) -> None:
    with pytest.raises(UsageError, match="there is no judgement to undo"):
        record.undo()
    with pytest.raises(UsageError, match="no such judgement"):
        record.undo(7)


def test_judgements_cannot_be_rewritten(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a")])
    record.judge("keep", of(record, "a").id)
    connection = sqlite3.connect(record.path)
    for statement in ("DELETE FROM judgements", "UPDATE judgements SET who = 'nobody'"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    connection.close()


def test_a_judgement_waits_for_its_words(record: Record, visit: MakeCoding, coding: MakeCoding) -> None:
    record.keep([visit("a"), visit("b", "2024-07-01")])
    record.judge("same", of(record, "a").id, of(record, "b").id)
    record.keep([coding("b", "This version tells of nothing.")])
    assert [s.standing for s in record.judgements()] == ["waiting"]
    assert groups(record) == [["a"]]
    record.keep([visit("b", "2024-09-01")])
    assert groups(record) == [["a", "b"]]
    assert [s.standing for s in record.judgements()] == ["in force"]


def test_judgements_and_ids_survive_coding_anew(record: Record, claim: MakeClaim, coding: MakeCoding) -> None:
    """The new coder has another kind of encounter, one side more, a longer clause, and one event before it."""
    text = "Ruto spoke. Ruto met Mahama in Accra on Monday. Kishida flew home."
    old = claim("meeting", "party William Ruto KEN", "party John Mahama GHA", start="2024-05-13", words="met Mahama")
    lone = claim("visit", "visitor Kishida JPN", words="flew home")
    placed = [msgspec.structs.replace(c, evidence=at(text, c.evidence.text)) for c in (old, lone)]
    record.keep([coding("a", text, *placed)])
    meeting, journey = of_kind(record, "meeting"), of_kind(record, "visit")
    record.judge("set", meeting, field="place", value="Accra")
    record.judge("reject", journey)
    new = claim(
        "talks", "party =Kenya KEN", "party =Ghana GHA", "party =Togo TGO", words="Ruto met Mahama in Accra on Monday"
    )
    again = [
        claim("statement", "actor William Ruto KEN", words="Ruto spoke"),
        new,
        claim("visit", "visitor Fumio Kishida JPN", words="Kishida flew home"),
    ]
    recoded = coding("a", text, *(msgspec.structs.replace(c, evidence=at(text, c.evidence.text)) for c in again))
    assert record.recode(lambda document: recoded, everything=True).documents == ("a",)
    talks = record.event(meeting)
    assert talks is not None
    assert (talks.kind, talks.place and talks.place.name) == ("talks", "Accra")
    assert [e.id for e in record.events(Filter(rejected=True))] == [journey]
    assert {s.standing for s in record.judgements()} == {"in force"}


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def of_kind(record: Record, kind: str) -> str:
    return next(e.id for e in record.events() if e.kind == kind)


SIDES = [VISIT, ("visitor Otieno KEN",), ("visitor =Kenya KEN", "host =Japan JPN"), ()]
STARTS = [None, "2024-05-13", "2024-05-14", "2024-05-17", "2024-05", "2024-09-01"]
TOLD = st.lists(st.tuples(st.sampled_from(range(4)), st.sampled_from(range(6))), min_size=1, max_size=2)
DECISION = st.tuples(
    st.sampled_from(["same", "same", "different", "reject", "keep", "set", "undo"]),
    st.integers(0, 99),
    st.integers(0, 99),
)


def picture(record: Record) -> list[tuple[list[str], bool, str, str]]:
    """All that follows from the judgements but ids."""
    everything = (*record.events(), *record.events(Filter(rejected=True)))
    return sorted(
        (sorted(f"{r.document} {r.claim.evidence.text}" for r in e.reports), e.rejected, e.status, str(e.start))
        for e in everything
    )


def decide(record: Record, decision: tuple[str, int, int]) -> None:
    verdict, one, other = decision
    events = record.events()
    try:
        if verdict == "undo":
            record.undo(one % (len(record.judgements()) + 1) or None, who="w")
        elif verdict in ("same", "different"):
            record.judge(verdict, events[one % len(events)].id, events[other % len(events)].id, who="w")  # type: ignore[arg-type]
        elif verdict == "set":
            record.judge("set", events[one % len(events)].id, field="status", value="denied", who="w")
        else:
            record.judge(verdict, events[one % len(events)].id, who="w")  # type: ignore[arg-type]
    except (UsageError, ZeroDivisionError):
        pass  # one event is not two, what is rejected cannot be judged, no events are left


@settings(max_examples=60, deadline=None)
@given(st.lists(TOLD, min_size=2, max_size=7), st.lists(DECISION, min_size=1, max_size=7), st.integers(0, 10**6))
def test_any_interleaving_of_reading_and_judging_gives_the_same(
    claim: MakeClaim,
    coding: MakeCoding,
    tmp_path_factory: pytest.TempPathFactory,
    told: list[list[tuple[int, int]]],
    decisions: list[tuple[str, int, int]],
    seed: int,
) -> None:
    folder = tmp_path_factory.mktemp("judged")
    codings = [
        coding(
            f"d{n}",
            f"Text {n}.",
            *(
                claim("visit", *SIDES[who], start=STARTS[when], words=f"{n}.{m}")
                for m, (who, when) in enumerate(claims)
            ),
        )
        for n, claims in enumerate(told)
    ]
    chance = random.Random(seed)
    with open_record(folder / "first.db", create=True) as first:
        for each in codings[: len(codings) // 2 + 1]:
            first.keep([each])
        for number, decision in enumerate(decisions):
            if number == len(decisions) // 2:
                first.keep(codings)
            decide(first, decision)
        first.keep(codings)
        expected, judged = picture(first), [s.judgement for s in first.judgements()]
        standing = [(s.standing, s.by) for s in first.judgements()]
    with open_record(folder / "second.db", create=True) as second:
        chance.shuffle(codings)
        waiting: list[Coding] = list(codings)
        taken: list[Judgement] = []
        while waiting or len(taken) < len(judged):
            if waiting and (chance.random() < 0.5 or len(taken) == len(judged)):
                second.keep([waiting.pop()])
            else:
                taken = judged[: len(taken) + 1]
                second.adopt(taken)
        assert picture(second) == expected
        assert [fault for fault in check(second.path, deep=True).faults if fault.table != "documents"] == []
        assert [(s.standing, s.by) for s in second.judgements()] == standing
        for each in codings[::2]:
            second.keep([coding(each.document.id, "A version that tells of nothing.")])
        for each in codings[::2]:
            second.keep([each])
        assert picture(second) == expected


def test_coding_anew_goes_on_where_it_was_cut_short(record: Record, visit: MakeCoding) -> None:
    told = {name: visit(name, f"2024-0{n}-13") for n, name in enumerate("abc", 1)}
    record.keep(told.values())
    before = [event.id for event in record.events()]

    def fail(document: Document) -> Coding:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        record.recode(fail, everything=True)
    moved = {name: visit(name, f"2024-0{n}-14") for n, name in enumerate("abc", 1)}
    assert record.requeue(everything=True) == 3
    found = record.recode(lambda document: moved[document.id])
    assert (found.documents, found.unchanged, len(found.changes.updated)) == (("a", "b", "c"), 0, 3)
    assert [event.id for event in record.events()] == before
    assert record.requeue() == 0
    again = record.recode(lambda document: moved[document.id], everything=True)
    assert (again.documents, again.unchanged, again.changes) == ((), 3, Changes())


def test_questions_are_near_misses_first_and_are_asked_once(record: Record, visit: MakeCoding) -> None:
    record.keep([visit("a"), visit("b", "2024-05-14"), visit("c", "2024-05-15"), visit("z", None, confidence=0.9)])
    asked = record.questions()
    pairs = [tuple(sorted(e.id for e in question.events)) for question in asked if len(question.events) > 1]
    expected = [tuple(sorted((of(record, x).id, of(record, y).id))) for x, y in ("ab", "bc")]
    assert set(pairs) >= set(expected), "beside the undated one, which fits several"
    assert [question.doubt for question in asked] == sorted((question.doubt for question in asked), reverse=True)
    record.judge("different", *pairs[0])
    assert pairs[0] not in [tuple(sorted(e.id for e in question.events)) for question in record.questions()]
